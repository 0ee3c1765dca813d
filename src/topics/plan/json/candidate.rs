//! Version 1: what to ask of a candidate.

use crate::files::{Attribute, Rubric, Strength};
use crate::topics::market::shortlist;
use crate::topics::plan::{CandidatePlan, Point, Why};
use schemars::JsonSchema;
use serde::Serialize;

/// A candidate that fits or may.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Candidate<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    name: &'a str,
    /// Whether it meets every must as far as that is known: `fits` or `may fit`.
    standing: &'static str,
    /// Why it is to be chosen with care.
    caution: Option<String>,
    /// What to ask it.
    questions: Vec<Question<'a>>,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(candidate: &'a CandidatePlan<'a>, rubric: &'a Rubric) -> Self {
        let judged = candidate.judged;
        let points = candidate.points.iter();
        Self {
            id: &judged.candidate.id,
            name: &judged.candidate.name,
            standing: shortlist::standing(judged.standing()),
            caution: shortlist::caution(judged),
            questions: points
                .filter_map(|point| Question::new(point, rubric))
                .collect(),
        }
    }
}

/// A question to a candidate.
#[derive(Debug, Serialize, JsonSchema)]
struct Question<'a> {
    /// The id of the must it comes from.
    must: &'a str,
    /// The question.
    ask: &'a str,
    /// The attributes that are not documented.
    undocumented: Vec<&'static str>,
    /// How far it is known, if it is only claimed or remembered.
    known: Option<&'static str>,
}

impl<'a> Question<'a> {
    fn new(point: &'a Point<'a>, rubric: &'a Rubric) -> Option<Self> {
        let (undocumented, known) = match point.why.as_ref()? {
            Why::NotDocumented(attributes) => {
                (attributes.iter().map(Attribute::id).collect(), None)
            }
            Why::Claimed(strength) => (Vec::new(), Some(Strength::id(*strength))),
        };
        Some(Self {
            must: &rubric.musts[point.on.must].id,
            ask: point.ask,
            undocumented,
            known,
        })
    }
}
