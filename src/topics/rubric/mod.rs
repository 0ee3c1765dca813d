//! A rubric as it is shown and explained.

pub mod conditions;
pub mod explanation;
pub mod page;
pub mod reference;
