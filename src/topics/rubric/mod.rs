//! A rubric as it is shown and explained.

pub mod conditions;
pub mod explanation;
pub(crate) mod page;
pub(crate) mod reference;
