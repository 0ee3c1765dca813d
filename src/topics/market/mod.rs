//! Candidates: the landscape and the shortlist as they are printed.

pub(crate) mod candidates;
pub(crate) mod json;
pub(crate) mod landscape;
pub(crate) mod page;
pub(crate) mod shortlist;
