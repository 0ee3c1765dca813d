//! The landscape file: candidates and what is documented of each.

pub(crate) mod model;
pub(crate) mod read;
