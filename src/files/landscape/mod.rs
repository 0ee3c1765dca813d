//! The landscape file: candidates and what is documented of each.

pub mod model;
pub mod read;
pub mod write;
