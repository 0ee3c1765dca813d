//! Answers that follow from others.

use std::fmt::Debug;

use super::{Answers, QuestionIndex, Value};

/// What else changes with an answer: answers that nobody has to give, because they follow from others.
pub trait Following: Debug {
    /// Whether another answer to this question may change what follows.
    fn hangs_on(&self, question: QuestionIndex) -> bool;

    /// The answers if this question had this one, with everything that conditions read and that follows worked out again.
    fn with(&self, answers: &Answers, question: QuestionIndex, value: &Value) -> Answers;
}
