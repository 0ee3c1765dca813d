//! A rubric tested on decisions that organisations made: how often it says what they chose, where it does not and why,
//! and whether simpler rules would do as well.

pub mod baseline;
pub mod confusion;
pub mod expectation;
pub mod explained_case;
pub mod folds;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod miss;
pub mod overall;
pub mod reach;
pub mod report;
pub mod summary;
pub mod tally;
pub mod text;
pub mod trial;
pub mod tuning;
pub mod words;

pub use baseline::{Baseline, MarketRule, RULE, RuleLine};
pub use confusion::{Column, Confusion, Row};
pub use expectation::{ExpectationKey, Unmet};
pub use folds::{CrossValidation, FoldResult, Tuned, split};
pub use miss::{Miss, MissReason};
pub use overall::{Overall, share_a_case};
pub use reach::{Reach, Unreached, UnreachedRow};
pub use report::Report;
pub use summary::{Groups, Summary};
pub use tally::Tally;
pub use trial::{Comparison, Trial};
pub use tuning::{MAX_CHANGE, MAX_PASSES, POINTS_PER_CASE};
