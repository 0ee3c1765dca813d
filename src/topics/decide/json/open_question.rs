//! Version 1: what is still to be found out.

use super::robustness::share;
use super::shapes::{RangeEntry, ids};
use super::words::AlternativeId;
use crate::engine::decision;
use schemars::JsonSchema;
use serde::Serialize;

/// A question without an answer on which something hangs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OpenQuestion")]
pub(crate) struct OpenQuestionEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question itself.
    ask: &'a str,
    /// Whether the team said that it does not know, rather than nothing.
    said_unknown: bool,
    /// Why, or who is finding out.
    note: Option<&'a str>,
    /// The ids of the criteria that hang on it.
    criteria: &'a [String],
    /// Share of the weight that counts which hangs on it, 0 to 1.
    weight_share: f64,
    /// Points that knowing the answer before choosing is worth, on average.
    value: f64,
    /// Share of its answers that change which alternative is expected to come first.
    changes: f64,
    /// Whether some answer to it alone changes the outcome.
    decides: bool,
    /// What the margin of the leader over the runner-up could come to, were the criteria that hang on it known.
    margin: RangeEntry,
    /// The viable alternatives that could then be ahead of the leader.
    could_lead: Vec<AlternativeId>,
    /// The ids of the possible vetoes that hang on it.
    vetoes: &'a [String],
    /// The viable alternatives that those vetoes would exclude.
    could_exclude: Vec<AlternativeId>,
}

impl<'a> OpenQuestionEntry<'a> {
    pub(crate) fn new(question: &'a decision::OpenQuestion) -> Self {
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
