//! What a landscape says.

pub mod candidate;
pub mod landscape;
