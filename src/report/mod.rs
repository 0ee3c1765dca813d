//! The decision report: what it says, and its formats.

pub mod document;
pub mod html;
pub mod json;
pub mod madr;
pub mod markdown;
pub mod template;
