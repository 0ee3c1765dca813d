//! Files to model: reading, checking and reporting everything that is wrong with them.
//!
//! A file goes through four steps, each of which keeps the place of every value: bytes to text
//! (`document`), text to a tree (`tree`), tree to typed values (`reader`), values to the model (`rubric`,
//! `requirements`).

mod advice;
mod answer;
mod bundled;
mod case;
mod cases;
mod condition;
mod criterion;
mod document;
mod fitting;
mod known;
mod load;
mod overrides;
mod problems;
mod question;
mod reader;
mod requirements;
mod rubric;
mod suggest;
mod text;
mod tree;
mod veto;
mod vocabulary;

pub use bundled::{BUNDLED, Bundled, bundled};
pub use cases::{Cases, CasesFrom, load_cases};
pub use document::{MAX_BYTES, decode};
pub use load::{LoadError, Loaded, load, load_rubric};
pub use overrides::{SetAside, apply_overrides};
pub use requirements::{Draft, RubricName};
pub use rubric::read_rubric;
pub use suggest::did_you_mean;
pub use tree::{MAX_DEPTH, MAX_NODES};
