//! Version 1: what is still to be found out.

use serde::Serialize;

use super::robustness::share;
use super::shapes::{RangeEntry, ids};
use crate::decision;

#[derive(Debug, Serialize)]
pub(super) struct OpenQuestionEntry<'a> {
    question: &'a str,
    ask: &'a str,
    said_unknown: bool,
    note: Option<&'a str>,
    criteria: &'a [String],
    weight_share: f64,
    /// Points that knowing the answer before choosing is worth, on average.
    value: f64,
    /// Share of its answers that change which alternative is expected to come first.
    changes: f64,
    /// Whether some answer to it alone changes the outcome.
    decides: bool,
    margin: RangeEntry,
    could_lead: Vec<&'static str>,
    vetoes: &'a [String],
    could_exclude: Vec<&'static str>,
}

impl<'a> OpenQuestionEntry<'a> {
    pub(super) fn new(question: &'a decision::OpenQuestion) -> Self {
        Self {
            question: &question.question,
            ask: &question.ask,
            said_unknown: question.said_unknown,
            note: question.note.as_deref(),
            criteria: &question.criteria,
            weight_share: question.weight_share,
            value: share(question.value),
            changes: share(question.changes),
            decides: question.decides,
            margin: question.margin.into(),
            could_lead: ids(&question.could_lead),
            vetoes: &question.vetoes,
            could_exclude: ids(&question.could_exclude),
        }
    }
}
