//! Version 1: the case for and against an alternative.

use crate::files::Alternative;
use crate::report::document::reasons::{Case, ReasonSaid};
use schemars::JsonSchema;
use serde::Serialize;

/// The case for and against an alternative, in comparison with its rival.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub(crate) struct CaseEntry<'a> {
    alternative: Alternative,
    /// What it is compared with.
    rival: Alternative,
    /// What the reasons for it are headed by.
    heading_for: &'a str,
    /// What speaks for it, the most first.
    reasons_for: Vec<ReasonSaidEntry<'a>>,
    /// What the reasons against it are headed by.
    heading_against: &'a str,
    /// What speaks against it, the most first.
    reasons_against: Vec<ReasonSaidEntry<'a>>,
}

/// A reason as it is told.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReasonSaid")]
struct ReasonSaidEntry<'a> {
    /// By how many points it moves the margin.
    points: f64,
    /// The criterion's id.
    criterion: &'a str,
    /// What the criterion is called.
    title: &'a str,
    /// Why, as a sentence without a full stop.
    sentence: &'a str,
    /// The same as a clause.
    because: &'a str,
    /// The answers it rests on.
    answers: Vec<StatedEntry<'a>>,
    /// The ids of the sources to cite.
    sources: &'a [String],
}

/// An answer in words.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "StatedAnswer")]
struct StatedEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The answer in words.
    answer: &'a str,
}

impl<'a> CaseEntry<'a> {
    pub(crate) fn new(case: &'a Case<'a>) -> Self {
        let said = |reasons: &'a [ReasonSaid<'a>]| -> Vec<ReasonSaidEntry<'a>> {
            reasons.iter().map(ReasonSaidEntry::new).collect()
        };
        Self {
            alternative: case.alternative,
            rival: case.rival,
            heading_for: &case.heading_for,
            reasons_for: said(&case.reasons_for),
            heading_against: &case.heading_against,
            reasons_against: said(&case.reasons_against),
        }
    }
}

impl<'a> ReasonSaidEntry<'a> {
    fn new(reason: &'a ReasonSaid<'a>) -> Self {
        let answers = reason.answers.iter();
        Self {
            points: reason.points,
            criterion: &reason.criterion.id,
            title: &reason.criterion.title,
            sentence: &reason.sentence,
            because: &reason.level.because,
            answers: answers
                .map(|&(question, answer)| StatedEntry { question, answer })
                .collect(),
            sources: reason.sources,
        }
    }
}
