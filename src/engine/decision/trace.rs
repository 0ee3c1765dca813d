//! Answers as they are cited.

use std::collections::BTreeSet;

use crate::files::{
    Answer, Answers, Condition, Derived, Origin, Place, QuestionIndex, Rubric, SourceIndex, Text,
};
use crate::files::{Facts, Status};
use schemars::JsonSchema;
use serde::Serialize;

/// How a question was answered.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AnswerResult {
    /// The question's id.
    pub question: String,
    /// The question.
    pub ask: String,
    /// The id of its group.
    pub group: String,
    /// Whether people are asked; if not, only a landscape answers it.
    #[serde(skip)]
    pub is_asked: bool,
    /// How it stands.
    #[serde(flatten)]
    pub state: AnswerState,
    /// The team's note.
    pub note: Option<String>,
    /// What the team rests it on.
    pub source: Option<String>,
    /// Where the answer comes from, if there is one.
    #[serde(rename = "set_by")]
    pub origin: Option<Origin>,
    /// What a landscape says to the question, if it says anything.
    #[serde(rename = "landscape")]
    pub derived: Option<Derived>,
}

/// How a question stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "StateWritten")]
#[schemars(with = "StateWritten")]
pub enum AnswerState {
    /// Answered, in words.
    Known(String),
    /// The team said that it does not know.
    Unknown,
    /// Nothing was said.
    Unanswered,
    /// Answered, but whether the question applies hangs on another one.
    MayNotApply(String),
    /// The question does not apply.
    NotApplicable,
}

/// A state as it is written: a word, with the answer beside it.
#[derive(Serialize, JsonSchema)]
struct StateWritten {
    /// How the question stands.
    state: StateWord,
    /// The answer in words; null if there is none.
    answer: Option<String>,
}

/// How a question stands, in a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "AnswerState")]
enum StateWord {
    /// It is answered.
    Known,
    /// The team said that it does not know.
    Unknown,
    /// Nothing was said.
    Unanswered,
    /// It is answered, and an open question decides whether it applies.
    MayNotApply,
    /// It does not apply, given the other answers.
    NotApplicable,
}

impl From<AnswerState> for StateWritten {
    fn from(state: AnswerState) -> Self {
        let (state, answer) = match state {
            AnswerState::Known(answer) => (StateWord::Known, Some(answer)),
            AnswerState::Unknown => (StateWord::Unknown, None),
            AnswerState::Unanswered => (StateWord::Unanswered, None),
            AnswerState::MayNotApply(answer) => (StateWord::MayNotApply, Some(answer)),
            AnswerState::NotApplicable => (StateWord::NotApplicable, None),
        };
        Self { state, answer }
    }
}

/// What everything is looked up in: the rubric, the answers, and what follows from them.
#[derive(Clone, Copy)]
pub(crate) struct Trace<'a> {
    pub(crate) rubric: &'a Rubric,
    pub(crate) answers: &'a Answers,
    pub(crate) facts: &'a Facts<'a>,
}

impl Trace<'_> {
    /// The id of the rubric in which something is defined.
    pub(crate) fn defined_in(&self, place: Place) -> String {
        let defining = self.rubric.defined_in(place);
        defining
            .map_or(&self.rubric.id, |rubric| &rubric.id)
            .clone()
    }

    /// How a question was answered.
    pub(crate) fn answer(&self, index: QuestionIndex) -> AnswerResult {
        let question = self.rubric.question(index);
        let answer = self.answers.get(index);
        AnswerResult {
            question: question.id.clone(),
            ask: question.ask.clone(),
            group: self.rubric.groups[question.group.0].id.clone(),
            is_asked: question.is_asked(),
            state: self.state(index),
            note: answer.and_then(|answer| answer.note.clone()),
            source: answer.and_then(|answer| answer.source.clone()),
            origin: answer.map(|answer| answer.origin),
            derived: answer.and_then(|answer| answer.derived.clone()),
        }
    }

    fn state(&self, index: QuestionIndex) -> AnswerState {
        let words = || {
            self.answers
                .value(index)
                .map(|value| self.rubric.question(index).words(value))
        };
        match (self.facts.status(index), self.answers.get(index)) {
            (Status::NotApplicable, _) => AnswerState::NotApplicable,
            (_, None) => AnswerState::Unanswered,
            // A landscape that does not tell has said nothing.
            (_, Some(answer)) if answer.value.is_none() && answer.origin == Origin::Landscape => {
                AnswerState::Unanswered
            }
            (Status::Known, Some(_)) => words().map_or(AnswerState::Unknown, AnswerState::Known),
            (Status::Open, Some(_)) => {
                words().map_or(AnswerState::Unknown, AnswerState::MayNotApply)
            }
        }
    }

    /// Every question, in the order of asking.
    pub(crate) fn all_answers(&self) -> Vec<AnswerResult> {
        self.rubric
            .question_indices()
            .map(|index| self.answer(index))
            .collect()
    }

    /// The known answers that a condition reads.
    pub(crate) fn rests_on(&self, questions: &BTreeSet<QuestionIndex>) -> Vec<AnswerResult> {
        let known = questions.iter().copied();
        let known = known.filter(|&index| self.facts.status(index) == Status::Known);
        // Answers are large and mostly one, so room is made for as many as there are.
        let known: Vec<QuestionIndex> = known.collect();
        known.into_iter().map(|index| self.answer(index)).collect()
    }

    /// Whether a condition holds for certain; no condition always does.
    pub(crate) fn holds(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| condition.holds(self.facts) == crate::files::Truth::True)
    }

    /// A text with the answers put in.
    pub(crate) fn fill(&self, text: &Text) -> String {
        text.fill(
            |index| match (self.facts.status(index), self.answers.get(index)) {
                (Status::NotApplicable, _) => "not applicable".to_owned(),
                (
                    _,
                    Some(Answer {
                        value: Some(value), ..
                    }),
                ) => self.rubric.question(index).words(value),
                (
                    _,
                    Some(Answer {
                        derived: Some(derived),
                        ..
                    }),
                ) => derived.says.clone(),
                _ => "unknown".to_owned(),
            },
        )
    }

    /// The sources at these indices, each once.
    pub(crate) fn sources<'s>(
        &self,
        indices: impl IntoIterator<Item = &'s SourceIndex>,
    ) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for &index in indices {
            let id = &self.rubric.source(index).id;
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }
}
