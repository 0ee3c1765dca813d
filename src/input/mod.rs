//! Files to model: reading, checking and reporting everything that is wrong with them.
//!
//! A file goes through four steps, each of which keeps the place of every value: bytes to text
//! (`document`), text to a tree (`tree`), tree to typed values (`reader`), values to the model (`rubric`,
//! `requirements`). A rubric that `extends` another is put over it as a tree (`chain`, `extend`, `removed`), so that
//! the steps after it know of one rubric only.

mod advice;
mod answer;
mod answers_file;
mod assembled;
mod bundled;
mod case;
mod cases;
mod chain;
mod condition;
mod criterion;
mod document;
mod elsewhere;
mod extend;
mod file;
mod finding;
mod fitting;
mod gate;
mod inherited;
mod known;
mod landscape;
mod load;
mod must;
mod named;
mod node;
mod overrides;
mod policy;
mod problems;
mod process;
mod question;
mod reader;
mod removed;
mod requirements;
mod rubric;
mod scorecard;
mod shelf;
mod source;
mod steps;
mod suggest;
mod text;
mod tree;
mod veto;
mod vocabulary;
pub mod write;

pub use answers_file::read_answers;
pub use assembled::read_rubric;
pub use bundled::{BUNDLED, Bundled, bundled};
pub use cases::{Cases, CasesFrom, load_cases};
pub use document::{MAX_BYTES, decode};
pub use elsewhere::ReadFrom;
pub use landscape::{
    ForeignItem, LandscapeError, MAX_LANDSCAPE_BYTES, MAX_LANDSCAPE_NODES, landscape_of,
    load_landscape, read_foreign, read_landscape, with_own_landscapes,
};
pub use load::{LoadError, Loaded, folder_of, load, load_from, load_rubric, read_bytes};
pub use named::RubricName;
pub use overrides::{SetAside, apply_overrides};
pub use policy::{PolicyParts, read_policy};
pub use reader::is_id;
pub use requirements::Draft;
pub use scorecard::{read_scorecard, with_scorecards};
pub use shelf::{Faulty, NotUsable, Read, Shelf, content_hash, text_hash};
pub use suggest::did_you_mean;
pub use tree::{MAX_DEPTH, MAX_NODES};
