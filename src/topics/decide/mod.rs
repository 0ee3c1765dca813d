//! A decision as it is told: phrases, page and JSON.

pub(crate) mod changes;
pub(crate) mod json;
pub mod page;
pub(crate) mod phrases;
pub(crate) mod reasons;
