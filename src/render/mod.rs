//! Results to text: one module per format, each a pure function to a `String`.

mod backtest;
mod candidates;
mod changes;
mod check;
pub mod conditions;
mod difference;
pub mod escape;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
pub mod landscape;
pub mod madr;
pub mod markdown;
pub use crate::report::phrases;
pub mod plan;
mod problems;
mod reference;
pub mod sarif;
mod shortlist;
pub mod template;
pub mod text;
pub mod yaml;

pub use changes::Names;
pub use check::summary;
pub use problems::problems;
