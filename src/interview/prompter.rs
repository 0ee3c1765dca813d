//! Whoever asks.

use std::io;

use super::remaining::Remaining;
use super::walk::{Step, Walk};
use crate::model::Reply;

/// Asks, on a terminal or line by line.
pub trait Prompter {
    /// Asks for what the walk is [at](Walk::at).
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn ask(&mut self, walk: &Walk<'_>, step: Step) -> Result<Response, Stop>;

    /// Shows all answers and asks what to do with them.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn review(&mut self, walk: &Walk<'_>) -> Result<ReviewResponse, Stop>;

    /// Says what the questions that are left could still do, after a group of them. Where they can do nothing any more,
    /// asks whether to stop here, and tells the answer.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn between_groups(&mut self, walk: &Walk<'_>, left: &Remaining) -> Result<bool, Stop>;
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// A title.
    Title(String),
    /// An answer.
    Reply(Reply),
    /// No answer for now.
    Skip,
    /// Back to what was asked before.
    Back,
    /// No more questions.
    Finish,
}

/// What to do at the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewResponse {
    /// Ask this again.
    Edit(Step),
    /// Ask what has no answer.
    AskTheRest,
    /// Write the file.
    Save,
}

/// Why an interview ended before its end.
#[derive(Debug)]
pub enum Stop {
    /// The user broke off, or went away.
    Interrupted,
    /// Something could not be read or written.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Self::Interrupted,
            _ => Self::Failed(error),
        }
    }
}
