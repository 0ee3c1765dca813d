//! What a landscape says.

pub(crate) mod candidate;
pub(crate) mod landscape;
