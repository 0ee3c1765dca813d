//! The questionnaire: which question comes next, what a line that was typed means, and when there is enough.
//!
//! Nothing here reads or writes: whoever [conducts](conduct) an interview brings a [`Prompter`] that asks and a place
//! where every answer is kept.

mod conduct;
mod entry;
mod part;
mod plan;
mod prompter;
mod quantity;
mod remaining;
mod stages;
mod walk;

pub use conduct::conduct;
pub use entry::{Entry, expectation, read_entry};
pub use part::{Part, said_for_all};
pub use plan::{Plan, quick};
pub use prompter::{DifferencesResponse, NameResponse, Prompter, Response, ReviewResponse, Stop};
pub use remaining::Remaining;
pub use stages::{Interview, Parting, Stage};
pub use walk::{Step, Walk};
