//! Version 1: what was decided.

use serde::Serialize;

use super::shapes::ids;
use crate::decision::{self, Agreement};

#[derive(Debug, Serialize)]
pub(super) struct Recorded<'a> {
    chosen: Vec<&'static str>,
    decided_on: Option<String>,
    deciders: &'a [String],
    because: Option<&'a str>,
    review_by: Option<String>,
    /// `agrees`, `among-tied`, `differs`, `ruled-out` or `nothing-to-compare`.
    agreement: &'static str,
}

impl<'a> Recorded<'a> {
    pub(super) fn new(recorded: &'a decision::Recorded) -> Self {
        Self {
            chosen: ids(&recorded.chosen),
            decided_on: recorded.decided_on.map(|day| day.to_string()),
            deciders: &recorded.deciders,
            because: recorded.because.as_deref(),
            review_by: recorded.review_by.map(|day| day.to_string()),
            agreement: match recorded.agreement {
                Agreement::Agrees => "agrees",
                Agreement::AmongTied => "among-tied",
                Agreement::RuledOut => "ruled-out",
                Agreement::Differs => "differs",
                Agreement::NothingToCompare => "nothing-to-compare",
            },
        }
    }
}
