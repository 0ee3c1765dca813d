//! A rubric tested on decisions that organisations made: how often it says what they chose, where it does not and why,
//! and whether simpler rules would do as well.

mod counts;
mod expectation;
pub(crate) mod junit;
pub(crate) mod page;
mod report;
mod trial;
mod words;

pub use counts::{Baselines, Chosen, ConfusionRow, Group, Majority, Summary, Tally};
pub use expectation::{ExpectationKey, Unmet};
pub(crate) use report::share_a_case;
pub use report::{Backtest, MinAgreement, Overall, Reach, Report, Unreached, UnreachedRow};
pub use trial::{Comparison, Miss, Trial};
