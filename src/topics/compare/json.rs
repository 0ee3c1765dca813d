//! What differs between two requirements files, as JSON: as it is worked out, but for the two recommendations, of which
//! only the result is told. `decide` tells all of each.

use super::page::Names;
use super::{DecisionComparison, Presence, SubjectChange};
use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Firmness;
use crate::files::{PerAlternative, Rubric};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

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

/// Where something is, as it is written.
#[derive(Serialize, JsonSchema)]
pub(super) struct PresenceWritten<'c> {
    /// How it came out; null if it is in the file after only.
    before: Option<Came>,
    /// How it comes out; null if it is in the file before only.
    after: Option<Came>,
    /// What changed; null if it is in one of the files only.
    comparison: Option<ChangeWritten<'c>>,
}

/// What changed, and what each change accounts for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SubjectComparison")]
struct ChangeWritten<'c> {
    /// Whether the outcome is the same.
    same_outcome: bool,
    #[serde(flatten)]
    change: &'c SubjectChange,
}

/// How a decision comes out.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Result")]
struct Came {
    #[serde(flatten)]
    outcome: Outcome,
    /// How firm a recommendation is; null if there is none.
    firmness: Option<Firmness>,
    /// Points, -100 to 100; those that are ruled out keep theirs.
    scores: PerAlternative<f64>,
    /// Which alternatives are ruled out.
    ruled_out: PerAlternative<bool>,
    /// Points by which the first is ahead of the second; null if fewer than two are not ruled out.
    margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
}

impl Came {
    fn new(result: &Recommendation) -> Self {
        Self {
            outcome: result.outcome.clone(),
            firmness: result.firmness.map(|firmness| firmness.word),
            scores: PerAlternative::from_fn(|alternative| result.score(alternative)),
            ruled_out: PerAlternative::from_fn(|alternative| !result.is_viable(alternative)),
            margin: result.margin,
            coverage: result.coverage,
        }
    }
}

/// Writes where something is.
pub(super) fn presence<S: Serializer>(
    presence: &Presence,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (before, after, comparison) = match presence {
        Presence::Both(change) => (Some(&change.before), Some(&change.after), Some(&**change)),
        Presence::Added(after) => (None, Some(&**after), None),
        Presence::Removed(before) => (Some(&**before), None, None),
    };
    let written = PresenceWritten {
        before: before.map(Came::new),
        after: after.map(Came::new),
        comparison: comparison.map(|change| ChangeWritten {
            same_outcome: change.same_outcome(),
            change,
        }),
    };
    written.serialize(serializer)
}
