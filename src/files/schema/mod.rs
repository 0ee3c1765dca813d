//! JSON Schema (2020-12) of the files that are read and of the JSON that is printed, for editors and scripts.
//!
//! The maps of a rubric are described beside their readers (each a `Shape`, in `files/rubric/read`), and the reader refuses what
//! they do not name. A schema takes what the reader takes; the reader refuses more, such as ids that are used twice, which
//! no schema can see. What is printed is derived from the types that print it.

pub(crate) mod answers;
pub(crate) mod build;
pub(crate) mod landscape;
pub mod requirements;
pub(crate) mod rubric;
pub(crate) mod scorecard;
pub(crate) mod words;

pub use landscape::landscape;
pub use requirements::{requirements, requirements_for};
pub use rubric::rubric;
pub use scorecard::scorecard;
