//! What is checked: a file as a whole, or one of its components.

use super::finding::Finding;
use crate::decision::Gist;
use crate::model::{Answers, Place, Problem, RecordedDecision, Rubric};

/// What is decided about, with what is recommended for it.
pub(super) struct Subject<'a> {
    pub(super) rubric: &'a Rubric,
    /// The id, if it is a component.
    pub(super) component: Option<&'a str>,
    /// Where it is named.
    pub(super) place: Place,
    pub(super) answers: &'a Answers,
    pub(super) decision: Option<&'a RecordedDecision>,
    pub(super) gist: &'a Gist,
}

impl Subject<'_> {
    /// A finding about it.
    pub(super) fn finding(&self, problem: Problem) -> Finding {
        Finding {
            component: self.component.map(str::to_owned),
            ..Finding::of_file(problem)
        }
    }

    /// Which component is meant, to end a message with.
    pub(super) fn suffix(&self) -> String {
        self.component
            .map(|id| format!(" for `{id}`"))
            .unwrap_or_default()
    }
}
