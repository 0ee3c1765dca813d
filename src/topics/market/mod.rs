//! Candidates: the landscape and the shortlist as they are printed.

pub mod candidates;
pub mod candidates_listing;
pub(crate) mod json;
pub mod landscape;
pub mod page;
pub mod shortlist;
