//! A rubric tested on decisions that organisations made: how often it says what they chose, where it does not and why,
//! and whether simpler rules would do as well.

mod baseline;
mod confusion;
mod expectation;
mod folds;
mod miss;
mod reach;
mod report;
mod tally;
mod trial;
mod tuning;

pub use baseline::{Baseline, MarketRule, RULE, RuleLine};
pub use confusion::{Column, Confusion, Row};
pub use expectation::Unmet;
pub use folds::{CrossValidation, FoldResult, split};
pub use miss::{Miss, MissReason};
pub use reach::{Reach, Unreached, UnreachedRow};
pub use report::{Groups, Report};
pub use tally::Tally;
pub use trial::{Comparison, Trial};
pub use tuning::{MAX_CHANGE, MAX_PASSES, POINTS_PER_CASE};
