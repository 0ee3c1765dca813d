//! A rubric tested on decisions that organisations made: how often it says what they chose, where it does not and why,
//! and whether simpler rules would do as well.

mod counts;
mod expectation;
pub(crate) mod junit;
pub(crate) mod page;
mod report;
mod trial;
mod words;

pub use counts::{Chosen, Summary, Tally};
pub(crate) use expectation::Unmet;
pub(crate) use report::share_a_case;
pub(crate) use report::{Backtest, MinAgreement};
pub use report::{Overall, Report};
pub(crate) use trial::Comparison;
pub use trial::Trial;
