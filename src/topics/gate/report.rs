//! What a run of the gate comes to: the one object that every format and the exit code are read from.

use super::finding::Finding;
use crate::files::{Files, Severity};
use crate::output::with_ids::with_ids;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

with_ids! {
    /// From which severity on a finding fails the gate.
    pub(crate) enum FailOn {
        /// Errors alone.
        Error = "error",
        /// Warnings too.
        Warning = "warning",
    }
}

impl FailOn {
    /// Whether a finding of this severity fails the gate.
    pub(crate) fn fails(self, severity: Severity) -> bool {
        self == Self::Warning || severity == Severity::Error
    }
}

with_ids! {
    /// What became of a file.
    pub(crate) enum State {
        /// It was checked.
        Checked = "checked",
        /// It cannot be understood, so nothing of it was used.
        Invalid = "invalid",
        /// Its rubric is at fault, so it was not checked.
        RubricAtFault = "rubric-at-fault",
        /// The copy that its policy is taken from is at fault, so it was not checked.
        PolicyAtFault = "policy-at-fault",
        /// It cannot be opened or read.
        Unreadable = "unreadable",
        /// It is not a requirements file but a rubric of one, and at fault.
        Rubric = "rubric",
    }
}

/// The rubric that a file was checked against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub(crate) struct RubricUsed {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: semver::Version,
    /// What tells its content from any other: `sha256:` and 64 hexadecimal digits, of which a decision may record the
    /// first eight or more.
    pub hash: String,
}

impl RubricUsed {
    /// Its hash as it is recorded: the first digits.
    pub(crate) fn short_hash(&self) -> String {
        let digits = "sha256:".len() + 12;
        self.hash.get(..digits).unwrap_or(&self.hash).to_owned()
    }
}

/// What was found in one file.
#[derive(Debug)]
pub(crate) struct FileReport {
    /// Its path as given, with `/` between folders.
    pub name: String,
    /// It and the files that its findings point to.
    pub files: Files,
    /// What became of it.
    pub state: State,
    /// What it is about, if it was checked.
    pub title: Option<String>,
    /// What it was checked against, if it was.
    pub rubric: Option<RubricUsed>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// How many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub(crate) struct Counts {
    /// Requirements files.
    pub files: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are accepted for a time.
    pub waived: usize,
}

with_ids! {
    /// What the gate says.
    pub enum Verdict {
        /// Nothing fails it.
        Passed = "passed",
        /// A file fails it.
        Failed = "failed",
        /// A rubric is at fault, or a file cannot be opened, so that it cannot tell.
        CannotTell = "cannot-tell",
        /// There was nothing to check.
        NothingChecked = "nothing-checked",
    }
}

impl Verdict {
    /// The code that the program ends with.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::Failed => 1,
            Self::CannotTell => 2,
            Self::NothingChecked => 3,
        }
    }
}

/// A run of the gate.
#[derive(Debug)]
pub(crate) struct Report {
    /// The files, by name; rubrics at fault come last.
    pub files: Vec<FileReport>,
    /// The day they were checked on.
    pub today: Date,
    /// What fails the gate.
    pub fail_on: FailOn,
    /// How many there are.
    pub counts: Counts,
    /// What the gate says.
    pub verdict: Verdict,
}

impl Report {
    /// Counts and judges. With `allow_empty` the gate passes where there is nothing to check.
    pub(crate) fn new(
        files: Vec<FileReport>,
        today: Date,
        fail_on: FailOn,
        allow_empty: bool,
    ) -> Self {
        let counts = Counts::of(&files);
        Self {
            verdict: verdict(&files, counts, fail_on, allow_empty),
            files,
            today,
            fail_on,
            counts,
        }
    }

    /// The rubrics that files were checked against, each once.
    pub(crate) fn rubrics(&self) -> Vec<&RubricUsed> {
        let mut rubrics: Vec<_> = self
            .files
            .iter()
            .filter_map(|file| file.rubric.as_ref())
            .collect();
        rubrics.sort_unstable();
        rubrics.dedup();
        rubrics
    }
}

impl Counts {
    fn of(files: &[FileReport]) -> Self {
        let findings = || files.iter().flat_map(|file| &file.findings);
        let count = |as_what| {
            findings()
                .filter(|finding| finding.counts_as() == as_what)
                .count()
        };
        Self {
            files: files
                .iter()
                .filter(|file| file.state != State::Rubric)
                .count(),
            errors: count(Some(Severity::Error)),
            warnings: count(Some(Severity::Warning)),
            waived: count(None),
        }
    }
}

fn verdict(files: &[FileReport], counts: Counts, fail_on: FailOn, allow_empty: bool) -> Verdict {
    let cannot_tell = |file: &FileReport| !matches!(file.state, State::Checked | State::Invalid);
    let fails = |finding: &Finding| {
        finding
            .counts_as()
            .is_some_and(|severity| fail_on.fails(severity))
    };
    if files.iter().any(cannot_tell) {
        Verdict::CannotTell
    } else if files.iter().flat_map(|file| &file.findings).any(fails) {
        Verdict::Failed
    } else if counts.files == 0 && !allow_empty {
        Verdict::NothingChecked
    } else {
        Verdict::Passed
    }
}
