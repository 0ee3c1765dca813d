//! Writing requirements files: new ones, changes to those that people wrote, and drafts of an interview.
//!
//! The same answers give the same bytes. A file that is changed keeps everything else as it stands: comments, the order
//! of keys, quotes.

mod atomic;
mod components;
mod document;
mod draft;
mod draft_part;
mod edit;
mod entries;
mod replies;
mod scalar;

pub use atomic::{Replace, write_whole};
pub use document::{Heading, blank, document};
pub use draft::{DraftFile, NotKept, ReadDraft, read_draft};
pub use draft_part::DraftPart;
pub use edit::{NotEdited, Said, SaidOfComponent, edited};
use scalar::quoted;
