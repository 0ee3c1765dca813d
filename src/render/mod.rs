//! Results to text: one module per format, each a pure function to a `String`.

mod backtest;
pub mod escape;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod phrases;
mod problems;
pub mod text;

pub use problems::problems;
