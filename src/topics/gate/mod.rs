//! What a recorded decision and what it rests on must meet: pure functions from results to findings.

pub(crate) mod answers;
pub(crate) mod checks;
pub(crate) mod finding;
pub(crate) mod github;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod sarif;
pub(crate) mod text;
pub(crate) mod words;

pub(crate) use checks::{Checked, findings};
pub use finding::CODES;
pub(crate) use finding::{Finding, Policy, Waived};
pub(crate) use report::{Counts, FailOn, FileReport, Report, RubricUsed, State, Verdict};
