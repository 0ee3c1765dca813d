//! The questionnaire: which question comes next, what a line that was typed means, and when there is enough.
//!
//! Nothing here reads or writes: whoever [conducts](conduct()) an interview brings a [`Prompter`] that asks and a place
//! where every answer is kept.

pub(crate) mod conduct;

pub(crate) mod part;
pub(crate) mod plan;
pub(crate) mod quantity;
pub(crate) mod stages;
pub(crate) mod text;
pub(crate) mod typed;
pub(crate) mod walk;

pub use conduct::{Prompter, Remaining, Stop, conduct};
pub(crate) use part::InterviewPart;
pub use part::said_for_all;
pub(crate) use plan::Plan;
pub use plan::quick;
pub use stages::{
    DifferencesResponse, Interview, NameResponse, PartsProgress, Response, ReviewResponse, Stage,
};
pub use walk::{Step, Walk};
