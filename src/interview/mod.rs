//! The questionnaire: which question comes next, what a line that was typed means, and when there is enough.
//!
//! Nothing here reads or writes: whoever [conducts](conduct) an interview brings a [`Prompter`] that asks and a place
//! where every answer is kept.

mod conduct;
mod entry;
mod plan;
mod prompter;
mod quantity;
mod remaining;
mod walk;

pub use conduct::{Ended, conduct};
pub use entry::{Entry, expectation, read_entry};
pub use plan::{Plan, quick};
pub use prompter::{Prompter, Response, ReviewResponse, Stop};
pub use remaining::Remaining;
pub use walk::{Step, Walk};
