//! How to go about an alternative: steps with days, what is sent out, asked, shown and tried, and a scorecard to fill in.
//!
//! Everything comes from the `process` and the next steps of the rubric, the answers, and the shortlist; nothing is
//! scored here, and the brief names neither scores nor weights.

pub mod brief;
pub mod candidates;
pub mod json;
pub mod page;
pub mod said;
pub mod schedule;
pub mod scorecard;
pub mod subject;
pub mod trial;
pub mod whole;

pub use brief::{Brief, MustAsked};
pub use candidates::{CandidatePlan, Point, Why};
pub use said::Said;
pub use schedule::{Length, PlannedStep, Window, working_day};
pub use subject::{Basis, NotPlanned, chosen};
pub use trial::{FEWEST_MARKS, MOST_MARKS, Trial};
pub use whole::{Plan, PlanPart, Request, Without, plan};
