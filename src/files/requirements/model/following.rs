//! Answers that follow from others.

use std::fmt::Debug;

use crate::files::Facts;
use crate::files::{Answers, NumberSpan, QuestionIndex, Value};

/// What else changes with an answer: answers that nobody has to give, because they follow from others.
pub trait Following: Debug {
    /// Whether another answer to this question may change what follows.
    fn hangs_on(&self, question: QuestionIndex) -> bool;

    /// What would follow from these answers if this question had this value: for every other question whose answer
    /// follows, or would no longer. `facts` are those of the answers.
    fn with(
        &self,
        answers: &Answers,
        facts: &Facts<'_>,
        question: QuestionIndex,
        value: &Value,
    ) -> Vec<Followed>;
}

/// What follows for one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    /// The question.
    pub question: QuestionIndex,
    /// What is said to it; `None` if nothing is.
    pub said: Option<Said>,
}

/// What is said to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The value; `None` if it is not known.
    pub value: Option<Value>,
    /// For a number that is not known, what it lies between.
    pub span: Option<NumberSpan>,
}
