//! JSON Schema (2020-12) of the files that are read and of the JSON that is printed, for editors and scripts.
//!
//! What is read is described key by key, in the order and with the names of the reader in [`input`](crate::input), so
//! that the two can be held side by side. A schema takes what the reader takes; the reader refuses more, such as ids
//! that are used twice, which no schema can see. What is printed is derived from the types that print it.

mod answers;
mod build;
mod condition;
mod criterion;
mod landscape;
mod must;
mod output;
mod process;
mod question;
mod requirements;
mod rubric;
mod scorecard;
mod words;

pub use landscape::landscape;
pub use output::{
    check, compare, decide, landscape_lint, landscape_list, plan, report, rubric_diff, rubric_lint,
    rubric_test, shortlist,
};
pub use requirements::{requirements, requirements_for};
pub use rubric::rubric;
pub use scorecard::scorecard;
