//! How things are printed, whatever they are about: pages, escaping, wording of numbers and lists.

pub mod document;
pub mod escape;
pub mod junit;
pub mod markdown;
pub mod text;
pub mod wording;
