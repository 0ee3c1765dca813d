//! Version 1: criteria, answers and sources, in full.

use serde::Serialize;

use super::shapes::Each;
use crate::decision::{AnswerResult, AnswerState, CriterionResult};
use crate::model::{Origin, Source};

#[derive(Debug, Serialize)]
pub(super) struct CriterionEntry<'a> {
    id: &'a str,
    title: &'a str,
    group: &'a str,
    /// The id of the rubric that defines it; the one used, or one that it extends.
    defined_in: &'a str,
    weight: u8,
    rubric_weight: u8,
    weight_defined_in: &'a str,
    weight_set_by: Option<&'static str>,
    /// `known`, `open`, `not-applicable`, or `gap` where no row covers the answers.
    state: &'static str,
    row: Option<usize>,
    because: Option<&'a str>,
    ratings: Option<Each<i8>>,
    contributions: Each<f64>,
    rests_on: Vec<AnswerEntry<'a>>,
    hangs_on: &'a [String],
    sources: &'a [String],
}

impl<'a> CriterionEntry<'a> {
    pub(super) fn new(criterion: &'a CriterionResult) -> Self {
        let level = criterion.level.as_ref();
        let state = match level {
            Some(level) if level.ratings.is_some() => "known",
            Some(_) => "not-applicable",
            None if criterion.hangs_on.is_empty() => "gap",
            None => "open",
        };
        Self {
            id: &criterion.id,
            title: &criterion.title,
            group: &criterion.group,
            defined_in: &criterion.defined_in,
            weight: criterion.weight,
            rubric_weight: criterion.rubric_weight,
            weight_defined_in: &criterion.weight_defined_in,
            weight_set_by: criterion.weight_origin.map(set_by),
            state,
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

#[derive(Debug, Serialize)]
pub(super) struct AnswerEntry<'a> {
    question: &'a str,
    ask: &'a str,
    group: &'a str,
    /// `known`, `unknown`, `unanswered`, `may-not-apply` or `not-applicable`.
    state: &'static str,
    answer: Option<&'a str>,
    note: Option<&'a str>,
    source: Option<&'a str>,
    set_by: Option<&'static str>,
}

impl<'a> AnswerEntry<'a> {
    pub(super) fn new(answer: &'a AnswerResult) -> Self {
        Self {
            question: &answer.question,
            ask: &answer.ask,
            group: &answer.group,
            state: match answer.state {
                AnswerState::Known(_) => "known",
                AnswerState::Unknown => "unknown",
                AnswerState::Unanswered => "unanswered",
                AnswerState::MayNotApply(_) => "may-not-apply",
                AnswerState::NotApplicable => "not-applicable",
            },
            answer: words(&answer.state),
            note: answer.note.as_deref(),
            source: answer.source.as_deref(),
            set_by: answer.origin.map(set_by),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct SourceEntry<'a> {
    id: &'a str,
    title: &'a str,
    author: Option<&'a str>,
    publisher: Option<&'a str>,
    date: Option<&'a str>,
    url: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> SourceEntry<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
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

pub(super) const fn set_by(origin: Origin) -> &'static str {
    match origin {
        Origin::Shared => "file",
        Origin::Component => "component",
        Origin::CommandLine => "command-line",
    }
}

pub(super) fn words(state: &AnswerState) -> Option<&str> {
    match state {
        AnswerState::Known(words) | AnswerState::MayNotApply(words) => Some(words),
        AnswerState::Unknown | AnswerState::Unanswered | AnswerState::NotApplicable => None,
    }
}
