//! The two sides of a comparison, and answers that can be compared across rubrics.

use std::collections::BTreeSet;

use crate::files::{
    Answers, Question, QuestionIndex, QuestionKind, Requirements, Rubric, Value, Weights,
};

/// Position of what was, where there are two of something.
pub(crate) const BEFORE: usize = 0;

/// A requirements file with its rubric.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// What was stated.
    pub requirements: &'a Requirements,
}

/// What scores hang on: a rubric, answers and weights.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// The answers.
    pub answers: &'a Answers,
    /// The weights that are set.
    pub weights: &'a Weights,
}

/// The value of an answer by what it says rather than by where its choices stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Plain<'r> {
    Choice(&'r str),
    Choices(BTreeSet<&'r str>),
    Number(f64),
    YesNo(bool),
    Text(&'r str),
}

impl<'r> Plain<'r> {
    /// The value that was given to a question, if one was.
    pub(crate) fn given(
        rubric: &'r Rubric,
        answers: &'r Answers,
        question: Option<QuestionIndex>,
    ) -> Option<Self> {
        let index = question?;
        let id = |choice: usize| {
            let choices = rubric.question(index).choices();
            choices.get(choice).map(|choice| choice.id.as_str())
        };
        Some(match answers.value(index)? {
            Value::Choice(choice) => Self::Choice(id(*choice)?),
            Value::Choices(set) => Self::Choices(set.iter().filter_map(id).collect()),
            Value::Number(number) => Self::Number(*number),
            Value::YesNo(yes) => Self::YesNo(*yes),
            Value::Text(text) => Self::Text(text),
        })
    }

    /// The same value as an answer to a question of another rubric; `None` if it is none.
    pub(crate) fn answers(&self, question: &Question) -> Option<Value> {
        let position = |id: &str| question.choices().iter().position(|choice| choice.id == id);
        match (self, &question.kind) {
            (Self::Choice(id), QuestionKind::Choice(_)) => position(id).map(Value::Choice),
            (Self::Choices(ids), QuestionKind::Choices { .. }) => {
                let positions: Option<_> = ids.iter().map(|id| position(id)).collect();
                positions.map(Value::Choices)
            }
            (Self::Number(number), QuestionKind::Number { .. }) => Some(Value::Number(*number)),
            (Self::YesNo(yes), QuestionKind::YesNo) => Some(Value::YesNo(*yes)),
            (Self::Text(text), QuestionKind::Text) => Some(Value::Text((*text).to_owned())),
            _ => None,
        }
    }
}
