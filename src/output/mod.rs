//! How things are printed, whatever they are about: pages, escaping, wording of numbers and lists.

pub mod bars;
pub mod document;
pub mod escape;
pub mod github;
pub(crate) mod json;
pub mod junit;
pub mod markdown;
pub mod sarif;
pub mod text;
pub(crate) mod with_ids;
pub mod wording;
