//! Version 1: what was decided.

use super::shapes::ids;
use super::words::{AgreementWord, AlternativeId};
use crate::engine::decision;
use schemars::JsonSchema;
use serde::Serialize;

/// What the team decided.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RecordedDecision")]
pub(crate) struct Recorded<'a> {
    /// One alternative, or several for a documented mix.
    chosen: Vec<AlternativeId>,
    /// The day, as in `2026-11-20`.
    decided_on: Option<String>,
    /// Who decided.
    deciders: &'a [String],
    /// Why, in the team's words.
    because: Option<&'a str>,
    /// The day on which to look at it again.
    review_by: Option<String>,
    agreement: AgreementWord,
}

impl<'a> Recorded<'a> {
    pub(crate) fn new(recorded: &'a decision::Recorded) -> Self {
        Self {
            chosen: ids(&recorded.chosen),
            decided_on: recorded.decided_on.map(|day| day.to_string()),
            deciders: &recorded.deciders,
            because: recorded.because.as_deref(),
            review_by: recorded.review_by.map(|day| day.to_string()),
            agreement: recorded.agreement.into(),
        }
    }
}
