//! What speaks for and against an alternative, as a report tells it.

use crate::engine::decision::{
    AnswerResult, AnswerState, Argument, CriterionResult, LevelResult, Reason, Recommendation,
};
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::decide::phrases;

/// How many sources are cited with a reason: the first are the ones it rests on most. The appendix has all.
const CITED: usize = 3;

/// The case for and against an alternative, in comparison with its rival.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The alternative.
    pub alternative: Alternative,
    /// What it is compared with.
    pub rival: Alternative,
    /// What the reasons for it are headed by.
    pub heading_for: String,
    /// What speaks for it, the most first.
    pub reasons_for: Vec<ReasonSaid<'a>>,
    /// What the reasons against it are headed by.
    pub heading_against: String,
    /// What speaks against it, the most first.
    pub reasons_against: Vec<ReasonSaid<'a>>,
}

/// A reason as it is told.
#[derive(Debug, Clone)]
pub struct ReasonSaid<'a> {
    /// By how many points it moves the margin to the rival.
    pub points: f64,
    /// The criterion.
    pub criterion: &'a CriterionResult,
    /// The row of it that applies.
    pub level: &'a LevelResult,
    /// Why, as a sentence without a full stop.
    pub sentence: String,
    /// The ids of the sources to cite.
    pub sources: &'a [String],
    /// The answers it rests on: the question's id and the answer in words.
    pub answers: Vec<(&'a str, &'a str)>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(recommendation: &'a Recommendation, argument: &'a Argument) -> Self {
        let (heading_for, heading_against) = phrases::argument_headings(recommendation, argument);
        Self {
            alternative: argument.alternative,
            rival: argument.rival,
            heading_for,
            reasons_for: said(recommendation, &argument.reasons_for),
            heading_against,
            reasons_against: said(recommendation, &argument.reasons_against),
        }
    }
}

fn said<'a>(recommendation: &'a Recommendation, reasons: &[Reason]) -> Vec<ReasonSaid<'a>> {
    let said = |reason: &Reason| {
        let criterion = &recommendation.criteria[reason.position];
        let level = criterion.level.as_ref()?;
        Some(ReasonSaid {
            points: reason.points,
            criterion,
            level,
            sentence: wording::capitalised(&level.because),
            sources: cited(&level.sources),
            answers: known(&level.rests_on),
        })
    };
    reasons.iter().filter_map(said).collect()
}

/// The sources that are cited of these.
pub fn cited(sources: &[String]) -> &[String] {
    &sources[..sources.len().min(CITED)]
}

/// The answers that are known, with the question's id.
pub fn known(answers: &[AnswerResult]) -> Vec<(&str, &str)> {
    let known = answers.iter().filter_map(|answer| match &answer.state {
        AnswerState::Known(words) => Some((answer.question.as_str(), words.as_str())),
        AnswerState::Unknown
        | AnswerState::Unanswered
        | AnswerState::MayNotApply(_)
        | AnswerState::NotApplicable => None,
    });
    known.collect()
}
