//! Machine output of `rubric lint`.

mod landscape;
pub mod v1;

pub use landscape::{LandscapeDocument, LintedLandscape};
