//! Version 1: what is open, what would change the outcome, and when to look again.

use crate::engine::decision::OpenQuestion;
use crate::report::document::section::Section;
use crate::topics::decide::changes::{AnswerChange, flip, other_answer};
use crate::topics::decide::phrases;
use schemars::JsonSchema;
use serde::Serialize;

/// A question to which other answers would change the outcome.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AnswerChange")]
pub(crate) struct AnswerChangeEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// Each answer and what it would lead to, in a clause.
    changes: Vec<String>,
}

/// A question without an answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OpenQuestionSaid")]
pub(crate) struct OpenEntry<'a> {
    /// Its id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// What it could do, in clauses.
    consequences: &'a [String],
    /// The team's note.
    note: Option<&'a str>,
}

/// What would be a reason to look at the decision again.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Revisit")]
pub(crate) struct RevisitEntry<'a> {
    /// The nearest other answer to each question that would change the outcome, in a clause.
    answers: Vec<StatedChangeEntry<'a>>,
    /// Changes of a weight by a point or two that would, in a clause each.
    weights: &'a [String],
    /// What would make an alternative possible that is ruled out, in a sentence each.
    lifted: Vec<String>,
    /// The last day on which to look at it again.
    review_by: Option<String>,
}

/// Another answer to a question.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OtherAnswer")]
struct StatedChangeEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// The other answer next to the one given.
    answer: String,
}

impl<'a> AnswerChangeEntry<'a> {
    pub(crate) fn new(change: &'a AnswerChange<'a>) -> Self {
        Self {
            question: change.question,
            ask: change.ask,
            changes: change.flips.iter().map(|one| flip(one)).collect(),
        }
    }
}

impl<'a> OpenEntry<'a> {
    pub(crate) fn new((question, consequences): &'a (&'a OpenQuestion, Vec<String>)) -> Self {
        Self {
            question: &question.question,
            ask: &question.ask,
            consequences,
            note: question.note.as_deref(),
        }
    }
}

impl<'a> RevisitEntry<'a> {
    pub(crate) fn new(section: &'a Section<'a>) -> Self {
        let revisit = &section.revisit;
        let nearest = |change: &'a AnswerChange<'a>| {
            Some(StatedChangeEntry {
                question: change.question,
                ask: change.ask,
                answer: other_answer(change.flips.first()?),
            })
        };
        Self {
            answers: revisit.answers.iter().filter_map(nearest).collect(),
            weights: &revisit.weights,
            lifted: revisit
                .lifted
                .iter()
                .map(|(alternative, by)| {
                    format!("{} {by}", phrases::becomes_possible(*alternative))
                })
                .collect(),
            review_by: revisit.review_by.map(|day| day.to_string()),
        }
    }
}
