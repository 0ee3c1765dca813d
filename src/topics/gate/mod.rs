//! What a recorded decision and what it rests on must meet: pure functions from results to findings.

pub mod answers;
pub mod checks;
pub mod finding;
pub mod firmness;
pub mod github;
pub(crate) mod json;
pub mod junit;
pub mod markdown;
pub mod record;
pub mod report;
pub mod sarif;
pub mod text;
pub mod waivers;
pub mod words;

pub use checks::{Checked, findings};
pub use finding::{CODES, Finding, Policy, Waived, can_be_waived};
pub use report::{Counts, FailOn, FileReport, Report, RubricUsed, State, Verdict};
