//! Machine output. Each version has types of its own, so that the model can change without breaking anybody.

pub mod check;
pub mod landscape;
pub mod lint;
pub mod plan;
pub mod shortlist;
pub mod v1;
