//! Candidates: the landscape and the shortlist as they are printed.

pub mod candidates;
pub mod candidates_listing;
pub mod landscape;
pub mod landscape_json;
pub mod page;
pub mod shortlist;
pub mod shortlist_json;
