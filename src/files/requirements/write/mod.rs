//! Writing requirements files: new ones, changes to those that people wrote, and drafts of an interview.
//!
//! The same answers give the same bytes. A file that is changed keeps everything else as it stands: comments, the order
//! of keys, quotes.

pub mod atomic;
pub mod components;
pub mod document;
pub mod edit;
pub mod entries;
pub mod replies;
pub mod scalar;

use crate::files::requirements::write::scalar::quoted;
pub use atomic::{Replace, write_whole};
pub use document::{Heading, blank, document};
pub use edit::{NotEdited, edited};
