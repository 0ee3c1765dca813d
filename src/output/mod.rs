//! How things are printed, whatever they are about: pages, escaping, wording of numbers and lists.

pub(crate) mod bars;
pub(crate) mod document;
pub(crate) mod escape;
pub(crate) mod github;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;
pub mod text;
pub(crate) mod with_ids;
pub(crate) mod wording;
