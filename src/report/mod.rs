//! The decision report: what it says, and its formats.

pub mod document;
pub(crate) mod filters;
pub mod html;
pub mod json;
pub mod template;
