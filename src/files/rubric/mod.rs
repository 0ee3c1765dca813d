//! The rubric file: questions, criteria, vetoes and advice.

pub(crate) mod bundled;
pub(crate) mod fields;
pub(crate) mod model;
pub(crate) mod read;
pub mod write;
