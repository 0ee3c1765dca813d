//! Landscape files: the candidates there are, put over those of another file where one extends another.

pub mod candidate;
pub mod facts;
pub mod file;
pub mod foreign;
pub mod of_rubric;
pub mod open;
pub mod vocabulary;

pub(crate) use candidate::kind;
pub use foreign::{ForeignItem, read_foreign};
pub use of_rubric::{landscape_of, with_own_landscapes};
pub use open::{LandscapeError, load_landscape, read_landscape};

/// The largest landscape that is read, in bytes: thousands of imported candidates.
pub const MAX_LANDSCAPE_BYTES: usize = 8 * 1024 * 1024;
/// How many keys and values a landscape may have.
pub const MAX_LANDSCAPE_NODES: usize = 1_000_000;
