//! Version 1 of `shortlist --format json`.
//!
//! Keys are in snake case. A field may be added within a version, never changed or removed.

pub mod candidate;

use crate::engine::matching::{KindList, Shortlist, ShortlistPart};
use crate::files::{Exclusion, Rubric, Truth};
use crate::topics::market::landscape_json::Landscape;
use crate::topics::market::shortlist as said;
use crate::topics::market::shortlist_json::candidate::Candidate;
use schemars::JsonSchema;
use serde::Serialize;

/// The candidates that are looked at, and how each stands to what is demanded.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// What is decided about.
    title: &'a str,
    /// The rubric whose musts count.
    rubric: Named<'a>,
    /// The landscape that the candidates come from.
    landscape: Landscape<'a>,
    /// The day on which it is looked at.
    today: String,
    /// The days since the oldest part of the landscape was put together.
    age_days: i32,
    /// Whether the landscape should have been looked at again by now.
    is_stale: bool,
    /// What was taken out of the landscape, and why.
    left_out: Vec<LeftOut<'a>>,
    /// The whole, or every component.
    parts: Vec<Part<'a>>,
}

impl<'a> Document<'a> {
    /// The document for a shortlist.
    pub fn new(list: &'a Shortlist<'a>) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            title: list.title,
            rubric: Named {
                id: &list.rubric.id,
                version: list.rubric.version.to_string(),
            },
            landscape: Landscape::new(list.landscape),
            today: list.age.today.to_string(),
            age_days: list.age.days,
            is_stale: list.age.is_stale,
            left_out: list.landscape.exclusions.iter().map(LeftOut::new).collect(),
            parts: list
                .parts
                .iter()
                .map(|part| Part::new(part, list.rubric))
                .collect(),
        }
    }
}

/// A rubric.
#[derive(Debug, Serialize, JsonSchema)]
struct Named<'a> {
    /// Its id.
    id: &'a str,
    /// The version of its content.
    version: String,
}

/// A candidate that is not considered.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct LeftOut<'a> {
    /// Its id.
    id: &'a str,
    /// Why.
    because: &'a str,
}

impl<'a> LeftOut<'a> {
    pub(crate) fn new(exclusion: &'a Exclusion) -> Self {
        Self {
            id: &exclusion.id,
            because: &exclusion.because,
        }
    }
}

/// The candidates for one subject.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Part<'a> {
    /// The component's id; null if there are no components.
    id: Option<&'a str>,
    /// What it is called.
    title: &'a str,
    /// Every must of the rubric.
    musts: Vec<Must<'a>>,
    /// The candidates, by kind.
    kinds: Vec<Kind<'a>>,
}

impl<'a> Part<'a> {
    pub(crate) fn new(part: &'a ShortlistPart<'a>, rubric: &'a Rubric) -> Self {
        let demanded = part.lineup.demanded.iter();
        Self {
            id: part.id,
            title: part.title,
            musts: demanded
                .map(|one| Must {
                    id: &one.must.id,
                    title: &one.must.title,
                    ask: &part.asks[one.position],
                    selects: one.must.selects,
                    demanded: one.applies().into(),
                    unanswered: one
                        .unanswered()
                        .into_iter()
                        .map(|question| rubric.question(question).id.as_str())
                        .collect(),
                })
                .collect(),
            kinds: part
                .kinds
                .iter()
                .map(|kind| Kind::new(kind, part, rubric))
                .collect(),
        }
    }
}

/// Something that candidates have to meet.
#[derive(Debug, Serialize, JsonSchema)]
struct Must<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// What to ask where it is not documented.
    ask: &'a str,
    /// Whether it tells which candidates are looked at.
    selects: bool,
    /// Whether the answers demand it.
    demanded: TruthWord,
    /// The ids of the questions without an answer on which that hangs.
    unanswered: Vec<&'a str>,
}

/// Whether something is so, as far as it is known.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Truth")]
enum TruthWord {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It is not known.
    Unknown,
}

impl From<Truth> for TruthWord {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Yes,
            Truth::False => Self::No,
            Truth::Unknown => Self::Unknown,
        }
    }
}

/// The candidates of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // the key in files
struct Kind<'a> {
    /// The kind: `product` or `open-source`.
    kind: &'static str,
    /// What they are headed by.
    heading: &'static str,
    /// How many there are and how they stand, in a sentence.
    counts: String,
    /// The candidates that are looked at, those first that fit best.
    candidates: Vec<Candidate<'a>>,
    /// The ids of those of which it is not known whether they are to be looked at.
    may_be: Vec<&'a str>,
    /// What would have to give, if nothing fits.
    relaxations: Vec<Relaxation<'a>>,
}

impl<'a> Kind<'a> {
    fn new(list: &'a KindList, part: &'a ShortlistPart<'a>, rubric: &'a Rubric) -> Self {
        let judged = &part.lineup.judged;
        Self {
            kind: list.kind.id(),
            heading: said::heading(list.kind),
            counts: said::counts(part, list),
            candidates: list
                .looked_at
                .iter()
                .map(|position| Candidate::new(&judged[*position], part, rubric))
                .collect(),
            may_be: list
                .may_be
                .iter()
                .map(|position| judged[*position].candidate.id.as_str())
                .collect(),
            relaxations: list
                .relaxations
                .iter()
                .map(|one| Relaxation {
                    musts: one
                        .musts
                        .iter()
                        .map(|must| rubric.musts[*must].id.as_str())
                        .collect(),
                    fit: &one.fit,
                    may_fit: &one.may_fit,
                    says: said::relaxation(one, part, rubric, usize::MAX),
                })
                .collect(),
        }
    }
}

/// Musts without which some candidates would fit.
#[derive(Debug, Serialize, JsonSchema)]
struct Relaxation<'a> {
    /// The ids of the musts.
    musts: Vec<&'a str>,
    /// The ids of the candidates that would then meet every must.
    fit: &'a [String],
    /// The ids of those that would then miss none, and of which something is not known.
    may_fit: &'a [String],
    /// All of that, in words.
    says: String,
}
