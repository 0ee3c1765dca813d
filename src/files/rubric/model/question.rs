//! Questions, and the groups they are asked in.

use crate::files::{CandidateKind, Condition, GroupIndex, Place, Value};
use crate::output::wording;

/// A set of questions and criteria that belong together.
#[derive(Debug, Clone)]
pub struct Group {
    pub id: String,
    pub title: String,
    /// What it is about, in a sentence.
    pub about: Option<String>,
    pub place: Place,
}

/// Something the team is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The group it is asked in.
    pub group: GroupIndex,
    /// The question itself.
    pub ask: String,
    /// How to answer it.
    pub help: Option<String>,
    /// What an answer looks like.
    pub kind: QuestionKind,
    /// When it applies; always, if absent. Reads only questions that are asked before it.
    pub ask_when: Option<Condition>,
    /// What answers it where nobody else does, if a landscape can.
    pub derived: Option<DerivedFact>,
    /// Where it is defined.
    pub place: Place,
}

impl Question {
    /// Whether people are asked: not where the landscape answers in full.
    pub fn is_asked(&self) -> bool {
        self.derived.is_none_or(DerivedFact::is_bound)
    }
}

/// What an answer to a question looks like.
#[derive(Debug, Clone)]
pub enum QuestionKind {
    /// Exactly one of these.
    Choice(Vec<Choice>),
    /// Any of these.
    Choices {
        /// What can be chosen; at most 16.
        choices: Vec<Choice>,
        /// Whether none of them is an answer too.
        allow_none: bool,
    },
    /// A finite number, both ends included.
    Number {
        /// What is counted or measured.
        unit: Option<Unit>,
        /// The smallest answer that makes sense.
        minimum: Option<f64>,
        /// The largest answer that makes sense.
        maximum: Option<f64>,
    },
    /// Yes or no.
    YesNo,
    /// Free text, for the reader of the report; no condition reads it.
    Text,
}

/// One of the answers of a choice.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What it says.
    pub label: String,
    /// What it means, where the label is not enough.
    pub help: Option<String>,
}

/// The unit of a number: the word for one, and the word for any other amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As in "1 engineer".
    pub one: String,
    /// As in "2 engineers"; the same as `one` for units such as ms.
    pub other: String,
}

impl Question {
    /// What can be chosen; empty unless the question is a choice.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            QuestionKind::Choice(choices) | QuestionKind::Choices { choices, .. } => choices,
            QuestionKind::Number { .. } | QuestionKind::YesNo | QuestionKind::Text => &[],
        }
    }

    /// A value in words: a choice's label, a number with its unit, a list joined with commas.
    pub fn words(&self, value: &Value) -> String {
        let label = |index: usize| self.choices()[index].label.clone();
        match value {
            Value::Choice(index) => label(*index),
            Value::Choices(set) if set.is_empty() => "none of these".to_owned(),
            Value::Choices(set) => wording::list(&set.iter().map(label).collect::<Vec<_>>()),
            Value::Number(number) => match &self.kind {
                QuestionKind::Number {
                    unit: Some(unit), ..
                } => unit.amount(*number),
                _ => wording::number(*number),
            },
            Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Text(text) => text.clone(),
        }
    }
}

impl Question {
    /// A value as it stands in a requirements file or after `--set`: ids, and numbers without their unit.
    pub fn written(&self, value: &Value) -> String {
        let id = |index: usize| self.choices()[index].id.as_str();
        match value {
            Value::Choice(index) => id(*index).to_owned(),
            Value::Choices(set) if set.is_empty() => "none".to_owned(),
            Value::Choices(set) => set.iter().map(id).collect::<Vec<_>>().join(","),
            Value::Number(number) => number.to_string(),
            Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Text(text) => text.clone(),
        }
    }
}

impl Unit {
    /// A number with its unit.
    pub fn amount(&self, number: f64) -> String {
        // Written as the nearest float of a literal, so equality is what "exactly one" means.
        #[allow(clippy::float_cmp)]
        let word = if number == 1.0 {
            &self.one
        } else {
            &self.other
        };
        // A percent sign stands right after its number, a word does not.
        let space = if word.starts_with('%') { "" } else { " " };
        format!("{}{space}{word}", wording::number(number))
    }
}

macro_rules! derived_facts {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal, $kind:ident, $type:ident;)+) => {
        /// What a landscape says about the candidates of a kind, taken together: an answer that nobody has to give.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DerivedFact {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl DerivedFact {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The id in files.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// What it is.
            pub fn description(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_start(),)+
                }
            }

            /// The kind of candidates it is about.
            pub const fn about(self) -> CandidateKind {
                match self {
                    $(Self::$variant => CandidateKind::$kind,)+
                }
            }

            /// What the question has to ask for.
            pub const fn answer(self) -> DerivedAnswer {
                match self {
                    $(Self::$variant => DerivedAnswer::$type,)+
                }
            }
        }
    };
}

/// What a derived fact looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivedAnswer {
    /// A whole number, 0 or more.
    Count,
    /// A number from 0 to 100.
    Percent,
    /// Yes or no.
    YesNo,
    /// Words for the reader.
    Words,
}

impl DerivedAnswer {
    /// Whether a question can be answered so.
    pub const fn fits(self, kind: &QuestionKind) -> bool {
        match self {
            Self::Count | Self::Percent => matches!(kind, QuestionKind::Number { .. }),
            Self::YesNo => matches!(kind, QuestionKind::YesNo),
            Self::Words => matches!(kind, QuestionKind::Text),
        }
    }

    /// The `type` of such a question.
    pub const fn type_id(self) -> &'static str {
        match self {
            Self::Count | Self::Percent => "number",
            Self::YesNo => "yes-no",
            Self::Words => "text",
        }
    }
}

derived_facts! {
    /// How many products meet every must.
    FittingProducts = "fitting-products", Product, Count;
    /// How many open-source projects meet every must.
    FittingProjects = "fitting-projects", OpenSource, Count;
    /// The most products that can meet every must; the team may have musts that no landscape knows.
    MostFittingProducts = "most-fitting-products", Product, Count;
    /// Which musts would have to give so that some product could fit.
    MustsAgainstProducts = "musts-against-products", Product, Words;
    /// Which musts would have to give so that some open-source project could fit.
    MustsAgainstProjects = "musts-against-projects", OpenSource, Words;
    /// How many open-source projects fit at most: those that miss no must.
    ProjectsThatMayFit = "projects-that-may-fit", OpenSource, Count;
    /// The largest share of the musts that a product is known to meet, in percent; claims count less.
    ProductMustsShown = "product-musts-shown", Product, Percent;
    /// The largest share of the musts that an open-source project is known to meet, in percent; claims count less.
    ProjectMustsShown = "project-musts-shown", OpenSource, Percent;
    /// The largest share of the musts that a product meets, in percent; claims count less.
    BestProductMustsMet = "best-product-musts-met", Product, Percent;
    /// The largest share of the musts that an open-source project meets, in percent; claims count less.
    BestProjectMustsMet = "best-project-musts-met", OpenSource, Percent;
    /// Whether everything the best product meets rests on claims and memory.
    BestProductRestsOnClaims = "best-product-rests-on-claims", Product, YesNo;
    /// Whether everything the best open-source project meets rests on claims and memory.
    BestProjectRestsOnClaims = "best-project-rests-on-claims", OpenSource, YesNo;
    /// Whether the best product is to be chosen with care: acquired, relicensed, stalled or kept alive only.
    BestProductNeedsCare = "best-product-needs-care", Product, YesNo;
    /// Whether the best open-source project is to be chosen with care: acquired, relicensed, stalled or kept alive only.
    BestProjectNeedsCare = "best-project-needs-care", OpenSource, YesNo;
    /// Whether support under contract is sold for the best open-source project.
    BestProjectHasCommercialSupport = "best-project-has-commercial-support", OpenSource, YesNo;
    /// Whether the best open-source project belongs to a foundation in which no single company decides.
    BestProjectIsNeutral = "best-project-is-neutral", OpenSource, YesNo;
}

impl DerivedFact {
    /// Whether people are asked all the same, because the landscape knows no more than what it can be at most.
    pub const fn is_bound(self) -> bool {
        matches!(self, Self::MostFittingProducts)
    }
}
