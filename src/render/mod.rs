//! Results to text: one module per format, each a pure function to a `String`.

mod backtest;
mod check;
pub mod conditions;
mod difference;
pub mod escape;
pub mod github;
pub mod json;
pub mod junit;
pub mod landscape;
pub mod markdown;
pub mod phrases;
mod problems;
mod reference;
pub mod sarif;
mod shortlist;
pub mod text;
pub mod yaml;

pub use check::summary;
pub use problems::problems;
