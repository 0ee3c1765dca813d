//! Results to text: one module per format, each a pure function to a `String`.

pub mod escape;
pub mod json;
pub mod phrases;
mod problems;
pub mod text;

pub use problems::problems;
