//! Landscape files: the candidates there are, put over those of another file where one extends another.

pub(crate) mod candidate;
pub(crate) mod file;
pub(crate) mod foreign;
pub(crate) mod open;
pub(crate) mod vocabulary;

pub(crate) use candidate::kind;
pub(crate) use foreign::{ForeignItem, read_foreign};
pub(crate) use open::with_own_landscapes;
pub use open::{LandscapeError, landscape_of, load_landscape, read_landscape};

/// The largest landscape that is read, in bytes: thousands of imported candidates.
pub(crate) const MAX_LANDSCAPE_BYTES: usize = 8 * 1024 * 1024;
/// How many keys and values a landscape may have.
pub(crate) const MAX_LANDSCAPE_NODES: usize = 1_000_000;
