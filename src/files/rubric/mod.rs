//! The rubric file: questions, criteria, vetoes and advice.

pub mod bundled;
pub mod model;
pub mod read;
pub mod write;
