//! Landscape files: the candidates there are, put over those of another file where one extends another.

mod candidate;
mod facts;
mod file;
mod foreign;
mod of_rubric;
mod open;
mod vocabulary;

pub(super) use candidate::kind;
pub use foreign::{ForeignItem, read_foreign};
pub use of_rubric::{landscape_of, with_own_landscapes};
pub use open::{LandscapeError, load_landscape, read_landscape};

/// The largest landscape that is read, in bytes: thousands of imported candidates.
pub const MAX_LANDSCAPE_BYTES: usize = 8 * 1024 * 1024;
/// How many keys and values a landscape may have.
pub const MAX_LANDSCAPE_NODES: usize = 1_000_000;
