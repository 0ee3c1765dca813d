//! What a report says, gathered from what was decided, whatever format it is then written in.
//!
//! [`Report`] borrows the assessment: what it adds is order, choice and sentences. Formats take figures from the
//! recommendation of each [`Section`], and compute none.

pub mod contributions;
pub mod decided;
pub mod drivers;
pub mod provenance;
pub mod reasons;
pub mod region;
pub mod revisit;
pub mod section;
pub mod sources;
pub mod statement;
pub mod steps;
pub mod summary;
pub mod whole;
