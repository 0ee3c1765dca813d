//! How to go about an alternative: steps with days, what is sent out, asked, shown and tried, and a scorecard to fill in.
//!
//! Everything comes from the `process` and the next steps of the rubric, the answers, and the shortlist; nothing is
//! scored here, and the brief names neither scores nor weights.

mod content;
pub(crate) mod json;
pub(crate) mod page;
mod schedule;
pub(crate) mod scorecard;
mod whole;

pub(crate) use content::{CandidatePlan, FEWEST_MARKS, Point, Said, Why};
pub(crate) use schedule::{Length, PlannedStep, Window};
pub(crate) use whole::{Basis, NotPlanned, Plan, PlanPart, Request, Without, plan};
