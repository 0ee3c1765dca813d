//! JSON Schema (2020-12) of the files that are read and of the JSON that is printed, for editors and scripts.
//!
//! What is read is described key by key, in the order and with the names of the reader in [`input`](crate::files), so
//! that the two can be held side by side. A schema takes what the reader takes; the reader refuses more, such as ids
//! that are used twice, which no schema can see. What is printed is derived from the types that print it.

pub mod answers;
pub mod build;
pub mod condition;
pub mod criterion;
pub mod landscape;
pub mod must;
pub mod process;
pub mod question;
pub mod requirements;
pub mod rubric;
pub mod scorecard;
pub mod words;

pub use landscape::landscape;
pub use requirements::{requirements, requirements_for};
pub use rubric::rubric;
pub use scorecard::scorecard;
