//! Version 1: criteria, answers and sources, in full.

use super::shapes::Each;
use super::words::{AnswerStateWord, CriterionState, SetBy};
use crate::engine::decision::{AnswerResult, AnswerState, CriterionResult};
use crate::files::{Derived, Source};
use schemars::JsonSchema;
use serde::Serialize;

/// A criterion, with what it contributes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Criterion")]
pub(crate) struct CriterionEntry<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// The id of its group.
    group: &'a str,
    /// The id of the rubric that defines it; the one used, or one that it extends.
    defined_in: &'a str,
    /// Its weight, 1 to 10.
    weight: u8,
    /// Its weight in the rubric.
    rubric_weight: u8,
    /// The id of the rubric that gives it this weight.
    weight_defined_in: &'a str,
    /// Where the weight was given, if it is not the rubric's own.
    weight_set_by: Option<SetBy>,
    state: CriterionState,
    /// The row that applies, counted from 1; null if it is not known.
    row: Option<usize>,
    /// Why it rates as it does.
    because: Option<&'a str>,
    /// How the row rates each alternative, -2 to 2.
    ratings: Option<Each<i8>>,
    /// Points it adds to the score of each alternative.
    contributions: Each<f64>,
    /// The answers that the row rests on.
    rests_on: Vec<AnswerEntry<'a>>,
    /// The ids of the open questions that decide which row applies.
    hangs_on: &'a [String],
    /// The ids of its sources.
    sources: &'a [String],
}

impl<'a> CriterionEntry<'a> {
    pub(crate) fn new(criterion: &'a CriterionResult) -> Self {
        let level = criterion.level.as_ref();
        Self {
            id: &criterion.id,
            title: &criterion.title,
            group: &criterion.group,
            defined_in: &criterion.defined_in,
            weight: criterion.weight,
            rubric_weight: criterion.rubric_weight,
            weight_defined_in: &criterion.weight_defined_in,
            weight_set_by: criterion.weight_origin.map(SetBy::from),
            state: criterion.into(),
            row: level.map(|level| level.row),
            because: level.map(|level| level.because.as_str()),
            ratings: level.and_then(|level| level.ratings).map(Each::from),
            contributions: criterion.contributions.into(),
            rests_on: level
                .map_or(&[][..], |level| &level.rests_on)
                .iter()
                .map(AnswerEntry::new)
                .collect(),
            hangs_on: &criterion.hangs_on,
            sources: level.map_or(&[][..], |level| &level.sources),
        }
    }
}

/// A question, with what was answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
pub(crate) struct AnswerEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question itself.
    ask: &'a str,
    /// The id of its group.
    group: &'a str,
    state: AnswerStateWord,
    /// The answer in words, if it is known.
    answer: Option<&'a str>,
    /// Why, or who is finding out.
    note: Option<&'a str>,
    /// What the answer rests on.
    source: Option<&'a str>,
    /// Where the answer was given, if it was.
    set_by: Option<SetBy>,
    /// What the landscape of candidates says to the question, if it says anything.
    landscape: Option<LandscapeSays<'a>>,
}

/// What a landscape says to a question.
#[derive(Debug, Serialize, JsonSchema)]
struct LandscapeSays<'a> {
    /// That, in words.
    says: &'a str,
    /// The least that a number can be, given what is not documented; null if it is no number.
    low: Option<f64>,
    /// The most that it can be.
    high: Option<f64>,
    /// The day or days of which the landscape is.
    as_of: &'a str,
    /// Whether it speaks against the answer given.
    differs: bool,
}

impl<'a> LandscapeSays<'a> {
    fn new(derived: &'a Derived) -> Self {
        Self {
            says: &derived.says,
            low: derived.span.map(|span| span.low),
            high: derived.span.map(|span| span.high),
            as_of: &derived.as_of,
            differs: derived.differs,
        }
    }
}

impl<'a> AnswerEntry<'a> {
    pub(crate) fn new(answer: &'a AnswerResult) -> Self {
        Self {
            question: &answer.question,
            ask: &answer.ask,
            group: &answer.group,
            state: (&answer.state).into(),
            answer: words(&answer.state),
            note: answer.note.as_deref(),
            source: answer.source.as_deref(),
            set_by: answer.origin.map(SetBy::from),
            landscape: answer.derived.as_ref().map(LandscapeSays::new),
        }
    }
}

/// A publication or experience that the rubric rests on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Source")]
pub(crate) struct SourceEntry<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// Who wrote it.
    author: Option<&'a str>,
    /// Who published it.
    publisher: Option<&'a str>,
    /// A year, a month or a day.
    date: Option<&'a str>,
    /// Where to read it.
    url: Option<&'a str>,
    /// How far to trust it.
    note: Option<&'a str>,
}

impl<'a> SourceEntry<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            author: source.author.as_deref(),
            publisher: source.publisher.as_deref(),
            date: source.date.as_deref(),
            url: source.url.as_deref(),
            note: source.note.as_deref(),
        }
    }
}

pub(crate) fn words(state: &AnswerState) -> Option<&str> {
    match state {
        AnswerState::Known(words) | AnswerState::MayNotApply(words) => Some(words),
        AnswerState::Unknown | AnswerState::Unanswered | AnswerState::NotApplicable => None,
    }
}
