//! A rubric as it is shown and explained.

pub mod conditions;
pub mod list;
pub mod markdown;
pub mod reference;
pub mod tables;
pub mod text;
