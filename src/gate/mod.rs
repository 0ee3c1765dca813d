//! What a recorded decision and what it rests on must meet: pure functions from results to findings.

mod answers;
mod checks;
mod codes;
mod finding;
mod firmness;
mod policy;
mod record;
mod report;
mod review;
mod subject;
mod waivers;

pub use checks::{Checked, findings};
pub use codes::{CODES, can_be_waived};
pub use finding::{Finding, Waived};
pub use policy::Policy;
pub use report::{Counts, FailOn, FileReport, Report, RubricUsed, State, Verdict};
