//! What differs between two requirements files, as JSON: as it is worked out, but for the two recommendations, of which
//! only the result is told. `decide` tells all of each.

use super::page::Names;
use super::{DecisionComparison, Presence};
use crate::files::Rubric;
use schemars::JsonSchema;
use serde::Serialize;

/// What differs between two requirements files.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
pub(crate) struct Printed<'c> {
    /// The file before.
    before: File<'c>,
    /// The file after.
    after: File<'c>,
    /// Whether both state the same, notes included, each against a rubric that says the same.
    same: bool,
    /// Whether anything comes out differently: an outcome, or what is decided about.
    outcome_changed: bool,
    #[serde(flatten)]
    comparison: &'c DecisionComparison<'c>,
}

/// A requirements file.
#[derive(Debug, Serialize, JsonSchema)]
struct File<'c> {
    /// What it was called on the command line.
    name: &'c str,
    /// What is decided about.
    title: &'c str,
    /// The id of its rubric.
    rubric: &'c str,
    /// The version of its rubric's content.
    rubric_version: &'c semver::Version,
}

impl<'c> File<'c> {
    fn new(name: &'c str, title: &'c str, rubric: &'c Rubric) -> Self {
        Self {
            name,
            title,
            rubric: &rubric.id,
            rubric_version: &rubric.version,
        }
    }
}

impl<'c> Printed<'c> {
    pub(crate) fn new(comparison: &'c DecisionComparison<'c>, names: Names<'c>) -> Self {
        let [before, after] = comparison.titles;
        let mut subjects = comparison.subjects.iter();
        Self {
            before: File::new(names.before, before, comparison.rubric.before),
            after: File::new(names.after, after, comparison.rubric.after),
            same: comparison.is_same(),
            outcome_changed: subjects.any(|subject| match &subject.presence {
                Presence::Both(change) => !change.same_outcome(),
                Presence::Added(_) | Presence::Removed(_) => true,
            }),
            comparison,
        }
    }
}
