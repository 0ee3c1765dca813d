//! Writing requirements files: new ones, changes to those that people wrote, and drafts of an interview.
//!
//! The same answers give the same bytes. A file that is changed keeps everything else as it stands: comments, the order
//! of keys, quotes.

mod atomic;
mod document;
mod draft;
mod edit;
mod entries;
mod scalar;

pub use atomic::{Replace, write_whole};
pub use document::{Heading, blank, document};
pub use draft::{DraftFile, NotKept, ReadDraft, read_draft};
pub use edit::{NotEdited, edited};
use scalar::quoted;
