//! The questionnaire: which question comes next, what a line that was typed means, and when there is enough.
//!
//! Nothing here reads or writes: whoever [conducts](conduct) an interview brings a [`Prompter`] that asks and a place
//! where every answer is kept.

pub mod conduct;
pub mod course;
pub mod entry;
pub mod part;
pub mod plan;
pub mod prompter;
pub mod quantity;
pub mod remaining;
pub mod stage;
pub mod text;
pub mod walk;

pub use conduct::conduct;
pub use course::Interview;
pub use entry::{Entry, expectation, read_entry};
pub use part::{Part, said_for_all};
pub use plan::{Plan, quick};
pub use prompter::{DifferencesResponse, NameResponse, Prompter, Response, ReviewResponse, Stop};
pub use remaining::Remaining;
pub use stage::{Parting, Stage};
pub use walk::{Step, Walk};
