//! What is checked: a file as a whole, or one of its components.

use super::finding::Finding;
use crate::engine::decision::Gist;
use crate::files::{Answers, Place, Problem, RecordedDecision, Rubric};

/// What is decided about, with what is recommended for it.
pub(crate) struct Subject<'a> {
    pub(crate) rubric: &'a Rubric,
    /// The id, if it is a component.
    pub(crate) component: Option<&'a str>,
    /// Where it is named.
    pub(crate) place: Place,
    pub(crate) answers: &'a Answers,
    pub(crate) decision: Option<&'a RecordedDecision>,
    pub(crate) gist: &'a Gist,
}

impl Subject<'_> {
    /// A finding about it.
    pub(crate) fn finding(&self, problem: Problem) -> Finding {
        Finding {
            component: self.component.map(str::to_owned),
            ..Finding::of_file(problem)
        }
    }

    /// Which component is meant, to end a message with.
    pub(crate) fn suffix(&self) -> String {
        self.component
            .map(|id| format!(" for `{id}`"))
            .unwrap_or_default()
    }
}
