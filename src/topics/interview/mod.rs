//! The questionnaire: which question comes next, what a line that was typed means, and when there is enough.
//!
//! Nothing here reads or writes: whoever [conducts](conduct()) an interview brings a [`Prompter`] that asks and a place
//! where every answer is kept.

pub mod conduct;

pub mod part;
pub mod plan;
pub mod quantity;
pub mod stages;
pub mod text;
pub mod typed;
pub mod walk;

pub use conduct::{Prompter, Remaining, Stop, conduct};
pub use part::{InterviewPart, said_for_all};
pub use plan::{Plan, quick};
pub use stages::{
    DifferencesResponse, Interview, NameResponse, PartsProgress, Response, ReviewResponse, Stage,
};
pub use walk::{Step, Walk};
