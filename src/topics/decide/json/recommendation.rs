//! Version 1: what is recommended, and why.

use super::open_question::OpenQuestionEntry;
use super::recorded::Recorded;
use super::robustness::{FirmnessEntry, RobustnessEntry};
use super::shapes::{RangeEntry, ids, outcome};
use super::trace::{AnswerEntry, CriterionEntry, SourceEntry};
use super::words::{AdviceWord, AlternativeId, OutcomeWord, StepWord, VetoState};
use crate::engine::decision;
use crate::engine::decision::{CriterionResult, Recommendation};
use crate::engine::robustness::acceptability::Error;
use crate::topics::decide::phrases;
use schemars::JsonSchema;
use serde::Serialize;

/// What is recommended for one subject.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Recommendation")]
pub(crate) struct RecommendationEntry<'a> {
    /// What it comes to.
    outcome: OutcomeWord,
    /// The alternative recommended, or those too close to call; else empty.
    recommended: Vec<AlternativeId>,
    /// The recommendation in a sentence or two.
    headline: String,
    /// Points by which the first viable alternative is ahead of the second; null if there are not two.
    margin: Option<f64>,
    /// Points within which there is no winner.
    tie_margin: f64,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
    /// Share of the weight that must be known before anything is recommended.
    min_coverage: f64,
    /// The alternatives in order: the viable ones by score, then the vetoed ones by score.
    alternatives: Vec<AlternativeEntry<'a>>,
    /// The reasons for and against each alternative, in the order of `alternatives`.
    arguments: Vec<ArgumentEntry<'a>>,
    /// The vetoes that have fired or still may.
    vetoes: Vec<VetoEntry<'a>>,
    /// If no alternative is viable, the ways out that lift the fewest vetoes.
    ways_out: Vec<WayOutEntry<'a>>,
    /// What is said beside the recommendation.
    advice: Vec<AdviceEntry<'a>>,
    /// How firm the recommendation is; null if nothing is recommended.
    firmness: Option<FirmnessEntry>,
    /// How firm the result is, and what would change it.
    robustness: RobustnessEntry<'a>,
    /// What is not answered yet, the most pressing first.
    open_questions: Vec<OpenQuestionEntry<'a>>,
    /// What to do next, for the recommended alternative.
    next_steps: Vec<StepEntry<'a>>,
    /// Every criterion, as in the rubric.
    criteria: Vec<CriterionEntry<'a>>,
    /// Every question with its answer, in the order of asking.
    answers: Vec<AnswerEntry<'a>>,
    /// Every source of the rubric.
    sources: Vec<SourceEntry<'a>>,
    /// What the team decided, if that is recorded.
    recorded_decision: Option<Recorded<'a>>,
}

impl<'a> RecommendationEntry<'a> {
    pub(crate) fn new(recommendation: &'a Recommendation) -> Result<Self, Error> {
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
                    alternative: way.alternative.into(),
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
                .next_steps()
                .iter()
                .map(StepEntry::new)
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

/// How an alternative stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AlternativeResult")]
pub(crate) struct AlternativeEntry<'a> {
    alternative: AlternativeId,
    /// Points, -100 to 100; 0 is neutral.
    score: f64,
    /// What the score could come to once the open questions are answered.
    range: RangeEntry,
    /// Its rank among the viable ones, from 1; null if it is vetoed.
    rank: Option<usize>,
    /// The ids of the vetoes that have fired against it.
    vetoed_by: &'a [String],
}

impl<'a> AlternativeEntry<'a> {
    pub(crate) fn new(result: &'a decision::AlternativeResult) -> Self {
        Self {
            alternative: result.alternative.into(),
            score: result.score,
            range: result.range.into(),
            rank: result.rank,
            vetoed_by: &result.vetoed_by,
        }
    }
}

/// The reasons for and against an alternative, in comparison with its rival: the leader is compared with the runner-up,
/// every other alternative with the leader.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Argument")]
pub(crate) struct ArgumentEntry<'a> {
    alternative: AlternativeId,
    /// What it is compared with.
    rival: AlternativeId,
    /// What moves it ahead of its rival, the most first.
    reasons_for: Vec<ReasonEntry<'a>>,
    /// What moves it behind its rival, the most first.
    reasons_against: Vec<ReasonEntry<'a>>,
}

impl<'a> ArgumentEntry<'a> {
    pub(crate) fn new(argument: &'a decision::Argument, criteria: &'a [CriterionResult]) -> Self {
        let reason = |reason: &decision::Reason| {
            let criterion = &criteria[reason.criterion];
            ReasonEntry {
                criterion: &criterion.id,
                points: reason.points,
                because: criterion.level.as_ref().map(|level| level.because.as_str()),
            }
        };
        Self {
            alternative: argument.alternative.into(),
            rival: argument.rival.into(),
            reasons_for: argument.reasons_for.iter().map(reason).collect(),
            reasons_against: argument.reasons_against.iter().map(reason).collect(),
        }
    }
}

/// A criterion that tells an alternative from its rival.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reason")]
pub(crate) struct ReasonEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// By how many points it moves the margin.
    points: f64,
    /// Why.
    because: Option<&'a str>,
}

/// A veto that has fired, or may.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Veto")]
pub(crate) struct VetoEntry<'a> {
    /// Its id.
    id: &'a str,
    /// The id of the rubric that defines it; the one used, or one that it extends.
    defined_in: &'a str,
    /// What it excludes.
    excludes: Vec<AlternativeId>,
    /// Whether it fired.
    state: VetoState,
    /// Why.
    because: &'a str,
    /// What would lift it.
    lifted_by: &'a str,
    /// The answers it rests on.
    rests_on: Vec<AnswerEntry<'a>>,
    /// The ids of the open questions it hangs on.
    hangs_on: &'a [String],
    /// The ids of its sources.
    sources: &'a [String],
}

impl<'a> VetoEntry<'a> {
    pub(crate) fn new(veto: &'a decision::VetoResult) -> Self {
        Self {
            id: &veto.id,
            defined_in: &veto.defined_in,
            excludes: ids(&veto.excludes),
            state: if veto.fired {
                VetoState::Fired
            } else {
                VetoState::Possible
            },
            because: &veto.because,
            lifted_by: &veto.lifted_by,
            rests_on: veto.rests_on.iter().map(AnswerEntry::new).collect(),
            hangs_on: &veto.hangs_on,
            sources: &veto.sources,
        }
    }
}

/// A way out: lifting these vetoes would make an alternative viable.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "WayOut")]
pub(crate) struct WayOutEntry<'a> {
    alternative: AlternativeId,
    /// The ids of the vetoes.
    lift: &'a [String],
}

/// Something said beside the recommendation.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Advice")]
pub(crate) struct AdviceEntry<'a> {
    /// Its id.
    id: &'a str,
    /// The id of the rubric that defines it; the one used, or one that it extends.
    defined_in: &'a str,
    kind: AdviceWord,
    /// What is said.
    say: &'a str,
    /// The answers it rests on.
    rests_on: Vec<AnswerEntry<'a>>,
    /// The ids of its sources.
    sources: &'a [String],
}

impl<'a> AdviceEntry<'a> {
    pub(crate) fn new(advice: &'a decision::AdviceGiven) -> Self {
        Self {
            id: &advice.id,
            defined_in: &advice.defined_in,
            kind: advice.kind.into(),
            say: &advice.say,
            rests_on: advice.rests_on.iter().map(AnswerEntry::new).collect(),
            sources: &advice.sources,
        }
    }
}

/// Something to do next.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
pub(crate) struct StepEntry<'a> {
    /// What it is for.
    kind: StepWord,
    /// What to do; for a question, the question.
    say: &'a str,
    /// How long it takes, in words.
    takes: Option<&'a str>,
    /// The ids of its sources.
    sources: &'a [String],
}

impl<'a> StepEntry<'a> {
    pub(crate) fn new(step: &'a decision::NextStepGiven) -> Self {
        Self {
            kind: step.kind.into(),
            say: &step.say,
            takes: step.takes.as_deref(),
            sources: &step.sources,
        }
    }
}
