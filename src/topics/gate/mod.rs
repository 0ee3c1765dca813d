//! What a recorded decision and what it rests on must meet: pure functions from results to findings.

pub mod answers;
pub mod checks;
pub mod codes;
pub mod finding;
pub mod firmness;
pub mod github;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod policy;
pub mod record;
pub mod report;
pub mod review;
pub mod sarif;
pub mod subject;
pub mod text;
pub mod waivers;
pub mod words;

pub use checks::{Checked, findings};
pub use codes::{CODES, can_be_waived};
pub use finding::{Finding, Waived};
pub use policy::Policy;
pub use report::{Counts, FailOn, FileReport, Report, RubricUsed, State, Verdict};
