//! Writing requirements files: new ones, changes to those that people wrote, and drafts of an interview.
//!
//! The same answers give the same bytes. A file that is changed keeps everything else as it stands: comments, the order
//! of keys, quotes.

pub(crate) mod atomic;
pub(crate) mod document;
pub(crate) mod edit;
pub(crate) mod entries;
pub(crate) mod scalar;

pub(crate) use atomic::{Replace, write_whole};
pub use document::{Heading, blank, document};
pub use edit::{NotEdited, edited};
