//! A decision as it is told: phrases, page and JSON.

pub mod changes;
pub(crate) mod json;
pub mod open;
pub mod page;
pub mod phrases;
pub mod reasons;
