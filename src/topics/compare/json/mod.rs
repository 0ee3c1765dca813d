//! Version 1 of `compare --format json`.

pub mod change;
pub mod subject;

use crate::files::Rubric;
use crate::topics::compare::json::change::KeyEntry;
use crate::topics::compare::json::subject::{RecordEntry, SubjectEntry};
use crate::topics::compare::page::Names;
use crate::topics::compare::{DecisionComparison, Presence};
use crate::topics::rubric_diff;
use schemars::JsonSchema;
use serde::Serialize;

/// What differs between two requirements files.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangesDocument<'c> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// The file before.
    before: FileEntry<'c>,
    /// The file after.
    after: FileEntry<'c>,
    /// Whether both state the same, notes included, each against a rubric that says the same.
    same: bool,
    /// Whether anything comes out differently: an outcome, or what is decided about.
    outcome_changed: bool,
    /// What is decided: the whole, or each component. As in the file after; what is gone comes last.
    subjects: Vec<SubjectEntry<'c>>,
    /// What differs in shared answers and weights that no component in both files takes over.
    shared: Vec<KeyEntry<'c>>,
    /// What differs in the decision that is recorded for the whole of a file with components.
    recorded_decision: RecordEntry<'c>,
    /// What differs in what the gate demands.
    gate: Vec<KeyEntry<'c>>,
    /// What differs in what is waived; the key is the code, with its scope in brackets.
    waivers: Vec<KeyEntry<'c>>,
    /// Whether the rubrics are versions of one, or one extends what the other is or extends. If not, they count as one
    /// change.
    rubrics_related: bool,
    /// What differs between the rubrics, as `rubric diff --format json` prints it.
    rubric_difference: &'c rubric_diff::Comparison<'c>,
}

impl<'c> ChangesDocument<'c> {
    /// The document for a comparison.
    pub fn new(comparison: &'c DecisionComparison<'_>, names: Names<'c>) -> Self {
        let [before, after] = comparison.titles;
        let changed = comparison
            .subjects
            .iter()
            .any(|subject| match &subject.presence {
                Presence::Both(change) => !change.same_outcome(),
                Presence::Added(_) | Presence::Removed(_) => true,
            });
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            before: FileEntry::new(names.before, before, comparison.rubric.before),
            after: FileEntry::new(names.after, after, comparison.rubric.after),
            same: comparison.is_same(),
            outcome_changed: changed,
            subjects: comparison.subjects.iter().map(SubjectEntry::new).collect(),
            shared: comparison.shared.iter().map(KeyEntry::new).collect(),
            recorded_decision: RecordEntry::new(&comparison.record),
            gate: comparison.gate.iter().map(KeyEntry::new).collect(),
            waivers: comparison.waivers.iter().map(KeyEntry::new).collect(),
            rubrics_related: comparison.related,
            rubric_difference: &comparison.rubric,
        }
    }
}

/// A requirements file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct FileEntry<'c> {
    /// What it was called on the command line.
    name: &'c str,
    /// What is decided about.
    title: &'c str,
    /// The id of its rubric.
    rubric: &'c str,
    /// The version of its rubric's content.
    rubric_version: String,
}

impl<'c> FileEntry<'c> {
    fn new(name: &'c str, title: &'c str, rubric: &'c Rubric) -> Self {
        Self {
            name,
            title,
            rubric: &rubric.id,
            rubric_version: rubric.version.to_string(),
        }
    }
}
