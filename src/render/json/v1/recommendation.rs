//! Version 1: what is recommended, and why.

use serde::Serialize;

use super::open_question::OpenQuestionEntry;
use super::recorded::Recorded;
use super::robustness::{FirmnessEntry, RobustnessEntry};
use super::shapes::{RangeEntry, ids, outcome};
use super::trace::{AnswerEntry, CriterionEntry, SourceEntry};
use crate::decision::{self, CriterionResult, Recommendation};
use crate::render::phrases;
use crate::robustness::acceptability::Error;

/// What is recommended for one subject.
#[derive(Debug, Serialize)]
pub(super) struct RecommendationEntry<'a> {
    /// `recommended`, `too-close`, `inconclusive` or `no-viable-alternative`.
    outcome: &'static str,
    /// The alternative recommended, or those too close to call; else empty.
    recommended: Vec<&'static str>,
    headline: String,
    margin: Option<f64>,
    tie_margin: f64,
    coverage: f64,
    min_coverage: f64,
    alternatives: Vec<AlternativeEntry<'a>>,
    arguments: Vec<ArgumentEntry<'a>>,
    vetoes: Vec<VetoEntry<'a>>,
    ways_out: Vec<WayOutEntry<'a>>,
    advice: Vec<AdviceEntry<'a>>,
    firmness: Option<FirmnessEntry>,
    robustness: RobustnessEntry<'a>,
    open_questions: Vec<OpenQuestionEntry<'a>>,
    next_steps: Vec<StepEntry<'a>>,
    criteria: Vec<CriterionEntry<'a>>,
    answers: Vec<AnswerEntry<'a>>,
    sources: Vec<SourceEntry<'a>>,
    recorded_decision: Option<Recorded<'a>>,
}

impl<'a> RecommendationEntry<'a> {
    pub(super) fn new(recommendation: &'a Recommendation) -> Result<Self, Error> {
        let (outcome, recommended) = outcome(&recommendation.outcome);
        Ok(Self {
            outcome,
            recommended,
            headline: phrases::headline(recommendation),
            margin: recommendation.margin,
            tie_margin: recommendation.tie_margin,
            coverage: recommendation.coverage,
            min_coverage: recommendation.min_coverage,
            alternatives: recommendation
                .alternatives
                .iter()
                .map(AlternativeEntry::new)
                .collect(),
            arguments: recommendation
                .arguments
                .iter()
                .map(|argument| ArgumentEntry::new(argument, &recommendation.criteria))
                .collect(),
            vetoes: recommendation.vetoes.iter().map(VetoEntry::new).collect(),
            ways_out: recommendation
                .ways_out
                .iter()
                .map(|way| WayOutEntry {
                    alternative: way.alternative.id(),
                    lift: &way.vetoes,
                })
                .collect(),
            advice: recommendation.advice.iter().map(AdviceEntry::new).collect(),
            firmness: recommendation.robustness.firmness.map(FirmnessEntry::new),
            robustness: RobustnessEntry::new(&recommendation.robustness)?,
            open_questions: recommendation
                .open_questions
                .iter()
                .map(OpenQuestionEntry::new)
                .collect(),
            next_steps: recommendation
                .next_steps
                .iter()
                .map(|step| StepEntry {
                    say: &step.say,
                    sources: &step.sources,
                })
                .collect(),
            criteria: recommendation
                .criteria
                .iter()
                .map(CriterionEntry::new)
                .collect(),
            answers: recommendation
                .answers
                .iter()
                .map(AnswerEntry::new)
                .collect(),
            sources: recommendation
                .sources
                .iter()
                .map(SourceEntry::new)
                .collect(),
            recorded_decision: recommendation.recorded.as_ref().map(Recorded::new),
        })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct AlternativeEntry<'a> {
    alternative: &'static str,
    score: f64,
    range: RangeEntry,
    rank: Option<usize>,
    vetoed_by: &'a [String],
}

impl<'a> AlternativeEntry<'a> {
    pub(super) fn new(result: &'a decision::AlternativeResult) -> Self {
        Self {
            alternative: result.alternative.id(),
            score: result.score,
            range: result.range.into(),
            rank: result.rank,
            vetoed_by: &result.vetoed_by,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ArgumentEntry<'a> {
    alternative: &'static str,
    rival: &'static str,
    reasons_for: Vec<ReasonEntry<'a>>,
    reasons_against: Vec<ReasonEntry<'a>>,
}

impl<'a> ArgumentEntry<'a> {
    pub(super) fn new(argument: &'a decision::Argument, criteria: &'a [CriterionResult]) -> Self {
        let reason = |reason: &decision::Reason| {
            let criterion = &criteria[reason.criterion];
            ReasonEntry {
                criterion: &criterion.id,
                points: reason.points,
                because: criterion.level.as_ref().map(|level| level.because.as_str()),
            }
        };
        Self {
            alternative: argument.alternative.id(),
            rival: argument.rival.id(),
            reasons_for: argument.reasons_for.iter().map(reason).collect(),
            reasons_against: argument.reasons_against.iter().map(reason).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ReasonEntry<'a> {
    criterion: &'a str,
    points: f64,
    because: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct VetoEntry<'a> {
    id: &'a str,
    defined_in: &'a str,
    excludes: Vec<&'static str>,
    /// `fired`, or `possible` if it hangs on an open question.
    state: &'static str,
    because: &'a str,
    lifted_by: &'a str,
    rests_on: Vec<AnswerEntry<'a>>,
    hangs_on: &'a [String],
    sources: &'a [String],
}

impl<'a> VetoEntry<'a> {
    pub(super) fn new(veto: &'a decision::VetoResult) -> Self {
        Self {
            id: &veto.id,
            defined_in: &veto.defined_in,
            excludes: ids(&veto.excludes),
            state: if veto.fired { "fired" } else { "possible" },
            because: &veto.because,
            lifted_by: &veto.lifted_by,
            rests_on: veto.rests_on.iter().map(AnswerEntry::new).collect(),
            hangs_on: &veto.hangs_on,
            sources: &veto.sources,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct WayOutEntry<'a> {
    alternative: &'static str,
    lift: &'a [String],
}

#[derive(Debug, Serialize)]
pub(super) struct AdviceEntry<'a> {
    id: &'a str,
    defined_in: &'a str,
    kind: &'static str,
    say: &'a str,
    rests_on: Vec<AnswerEntry<'a>>,
    sources: &'a [String],
}

impl<'a> AdviceEntry<'a> {
    pub(super) fn new(advice: &'a decision::AdviceGiven) -> Self {
        Self {
            id: &advice.id,
            defined_in: &advice.defined_in,
            kind: advice.kind.id(),
            say: &advice.say,
            rests_on: advice.rests_on.iter().map(AnswerEntry::new).collect(),
            sources: &advice.sources,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct StepEntry<'a> {
    say: &'a str,
    sources: &'a [String],
}
