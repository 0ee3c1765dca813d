//! What a candidate must meet, and what of that is worth how much.

use crate::files::{
    Attribute, CandidateKind, Condition, Place, QuestionIndex, QuestionKind, SourceIndex, Strength,
    Text,
};

/// Something that every candidate must meet, as far as the answers demand it.
#[derive(Debug, Clone)]
pub struct Must {
    /// Its id.
    pub id: String,
    /// What it is called; follows "meets" and "misses".
    pub title: String,
    /// What to ask about a candidate of which it is not documented.
    pub ask: Text,
    /// For which candidates it holds; all, unless it says otherwise.
    pub kinds: Vec<CandidateKind>,
    /// Whether it tells which candidates are looked at, rather than how they do.
    pub selects: bool,
    /// What is needed under which answers; all whose condition holds have to be met.
    pub needs: Vec<Need>,
    /// What it rests on.
    pub sources: Vec<SourceIndex>,
    /// Where it is defined.
    pub place: Place,
}

/// What is needed under some answers.
#[derive(Debug, Clone)]
pub struct Need {
    /// Under which; under all, if absent.
    pub when: Option<Condition>,
    /// What is needed.
    pub has: Demand,
    /// Where that is said.
    pub place: Place,
}

/// What a candidate is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// Something about which a landscape says nothing, so that it has to be asked. A must that selects then selects
    /// nothing but what the team says meets it.
    NotDocumented,
    /// All of these.
    AllOf(Vec<Demand>),
    /// At least one of these.
    AnyOf(Vec<Demand>),
    /// Words of an attribute.
    Has {
        /// The attribute.
        attribute: Attribute,
        /// The words, of which there is at least one.
        words: Vec<Word>,
        /// Whether all of them are needed, rather than any.
        all: bool,
    },
}

/// A word of a landscape's vocabulary, as a rubric has it.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub id: String,
    /// Where it stands.
    pub place: Place,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Word {}

impl Demand {
    /// It as it stands in a file.
    pub fn written(&self) -> String {
        match self {
            Self::NotDocumented => "not-documented".to_owned(),
            Self::AllOf(parts) => format!("{{all-of: {}}}", Self::list(parts)),
            Self::AnyOf(parts) => format!("{{any-of: {}}}", Self::list(parts)),
            Self::Has {
                attribute,
                words,
                all,
            } => {
                let words: Vec<&str> = words.iter().map(|word| word.id.as_str()).collect();
                let key = attribute.id();
                match words.as_slice() {
                    [one] => format!("{{{key}: {one}}}"),
                    _ if *all => format!("{{{key}: {{includes-all: [{}]}}}}", words.join(", ")),
                    _ => format!("{{{key}: [{}]}}", words.join(", ")),
                }
            }
        }
    }

    fn list(parts: &[Self]) -> String {
        let parts: Vec<String> = parts.iter().map(Self::written).collect();
        format!("[{}]", parts.join(", "))
    }

    /// The attributes it reads, as often as it reads them.
    pub fn attributes(&self) -> Vec<Attribute> {
        match self {
            Self::NotDocumented => Vec::new(),
            Self::AllOf(parts) | Self::AnyOf(parts) => {
                parts.iter().flat_map(Self::attributes).collect()
            }
            Self::Has { attribute, .. } => vec![*attribute],
        }
    }
}

impl Must {
    /// The questions that its conditions and its text read.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        let conditions = self.needs.iter().filter_map(|need| need.when.as_ref());
        let read = conditions.flat_map(Condition::questions);
        read.chain(self.ask.questions()).collect()
    }
}

/// The landscape that a rubric names.
#[derive(Debug, Clone)]
pub struct LandscapeName {
    /// A bundled id or a path.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// What a must that is met counts, by how far that is known: 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvidenceCounts([f64; Strength::ALL.len()]);

impl EvidenceCounts {
    /// What it counts if it is known so far.
    pub const fn of(&self, strength: Strength) -> f64 {
        self.0[strength as usize]
    }

    /// Changes what it counts.
    pub const fn set(&mut self, strength: Strength, count: f64) {
        self.0[strength as usize] = count;
    }
}

impl Default for EvidenceCounts {
    fn default() -> Self {
        Self([0.3, 0.5, 0.8, 0.9, 1.0, 1.0])
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
