//! Whoever asks.

use std::collections::BTreeSet;
use std::io;

use super::course::Interview;
use super::remaining::Remaining;
use super::walk::{Step, Walk};
use crate::files::{QuestionIndex, Reply};

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
    fn review(&mut self, interview: &Interview<'_>) -> Result<ReviewResponse, Stop>;

    /// Asks whether to decide part by part; nothing to go back.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn split(&mut self, interview: &Interview<'_>) -> Result<Option<bool>, Stop>;

    /// Asks what the next part is called, if there is another.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop>;

    /// Asks which answers differ for a part.
    ///
    /// # Errors
    ///
    /// If the user broke off, or asking failed.
    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop>;

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

/// What came of asking for a part's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameResponse {
    /// A name.
    Name(String),
    /// There is no other part.
    Enough,
    /// Back to what was asked before.
    Back,
}

/// What came of asking which answers differ for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferencesResponse {
    /// Those to these questions.
    Differ(BTreeSet<QuestionIndex>),
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
    /// Name further parts.
    AddParts,
    /// Say anew what differs for this part.
    ChangePart(usize),
    /// Decide without this part.
    DropPart(usize),
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
