//! What is recommended for one subject, with everything it rests on.

use super::argument::Argument;
use super::open_question::OpenQuestion;
use super::recorded::Recorded;
use super::robustness::Robustness;
use super::trace::AnswerResult;
use crate::engine::robustness::HowFirm;
use crate::engine::scoring::{Outcome, Range};
use crate::files::{AdviceKind, Alternative, Origin, PerAlternative, Ratings, Source, StepKind};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// What is recommended for one subject, and why.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Recommendation {
    /// What it comes to.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The alternatives in order: the viable ones by score, then the vetoed ones by score.
    pub alternatives: Vec<AlternativeResult>,
    /// Points by which the first viable alternative is ahead of the second, if there are two.
    pub margin: Option<f64>,
    /// Points within which there is no winner.
    pub tie_margin: f64,
    /// Share of the weight whose level is known, 0 to 1.
    pub coverage: f64,
    /// Share that is needed before anything is recommended.
    pub min_coverage: f64,
    /// Every criterion, as in the rubric.
    pub criteria: Vec<CriterionResult>,
    /// The reasons for and against each alternative, in the order of `alternatives`.
    pub arguments: Vec<Argument>,
    /// The vetoes that have fired or still may, as in the rubric.
    pub vetoes: Vec<VetoResult>,
    /// If no alternative is viable, the ways out that lift the fewest vetoes.
    pub ways_out: Vec<WayOut>,
    /// What is worth saying beside it.
    pub advice: Vec<AdviceGiven>,
    /// How firm the recommendation is; none if nothing is recommended.
    pub firmness: Option<HowFirm>,
    /// What would change it.
    pub robustness: Robustness,
    /// What is not answered yet, the most pressing first.
    pub open_questions: Vec<OpenQuestion>,
    /// What to do next for each alternative, were it chosen.
    #[serde(skip)]
    pub next_steps_by: PerAlternative<Vec<NextStepGiven>>,
    /// Every question with its answer, in the order of asking.
    pub answers: Vec<AnswerResult>,
    /// Every source of the rubric.
    pub sources: Vec<Source>,
    /// What the team decided.
    #[serde(rename = "recorded_decision")]
    pub recorded: Option<Recorded>,
}

impl Recommendation {
    /// How an alternative stands.
    pub(crate) fn result(&self, alternative: Alternative) -> Option<&AlternativeResult> {
        let mut results = self.alternatives.iter();
        results.find(|result| result.alternative == alternative)
    }

    /// The score of an alternative, −100 to 100.
    pub(crate) fn score(&self, alternative: Alternative) -> f64 {
        self.result(alternative).map_or(0.0, |result| result.score)
    }

    /// Whether an alternative is not ruled out.
    pub(crate) fn is_viable(&self, alternative: Alternative) -> bool {
        let result = self.result(alternative);
        result.is_some_and(|result| result.rank.is_some())
    }

    /// What to do next for the recommended alternative; nothing if none is.
    pub fn next_steps(&self) -> &[NextStepGiven] {
        match self.outcome {
            Outcome::Recommended(alternative) => &self.next_steps_by[alternative],
            _ => &[],
        }
    }
}

/// How an alternative stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AlternativeResult {
    /// The alternative.
    pub alternative: Alternative,
    /// Its score, −100 to 100.
    pub score: f64,
    /// What its score could come to.
    pub range: Range,
    /// Its rank among the viable ones; none if it is vetoed.
    pub rank: Option<usize>,
    /// The ids of the vetoes that have fired against it.
    pub vetoed_by: Vec<String>,
}

/// What a criterion says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CriterionResult {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The id of its group.
    pub group: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// The points it counts.
    pub weight: u8,
    /// The points it counts in the rubric.
    pub rubric_weight: u8,
    /// The id of the rubric that gives it those.
    pub weight_defined_in: String,
    /// Who changed the weight, if anybody did.
    #[serde(rename = "weight_set_by")]
    pub weight_origin: Option<Origin>,
    /// How it stands.
    pub state: CriterionState,
    /// The row that applies, if it is known.
    #[serde(flatten, serialize_with = "level")]
    #[schemars(with = "LevelWritten<'_>")]
    pub level: Option<LevelResult>,
    /// The ids of the open questions it hangs on.
    pub hangs_on: Vec<String>,
    /// What it adds to each score.
    pub contributions: PerAlternative<f64>,
}

/// How a criterion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CriterionState {
    /// A row applies and rates the alternatives.
    Known,
    /// Which row applies depends on an open question.
    Open,
    /// A row applies that makes it count for nothing.
    NotApplicable,
    /// No row covers the answers.
    Gap,
}

/// The row of a criterion that applies.
#[derive(Debug, Clone)]
pub struct LevelResult {
    /// Its position in the decision table, from 1.
    pub row: usize,
    /// Its ratings; none if the criterion does not apply.
    pub ratings: Option<Ratings>,
    /// Why.
    pub because: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of its sources, the row's own first.
    pub sources: Vec<String>,
}

/// The row as it is written beside its criterion: all of its keys are there, whether it is known or not.
#[derive(Serialize, JsonSchema)]
struct LevelWritten<'a> {
    /// The position of the row in the decision table, from 1; null if it is not known.
    row: Option<usize>,
    /// Why it rates as it does.
    because: Option<&'a str>,
    /// How the row rates each alternative, -2 to 2; null if it is not known, or the criterion does not apply.
    ratings: Option<Ratings>,
    /// The answers that the row rests on.
    rests_on: &'a [AnswerResult],
    /// The ids of its sources, the row's own first.
    sources: &'a [String],
}

#[allow(clippy::ref_option)] // as serde calls it
fn level<S: Serializer>(level: &Option<LevelResult>, serializer: S) -> Result<S::Ok, S::Error> {
    let level = level.as_ref();
    let written = LevelWritten {
        row: level.map(|level| level.row),
        because: level.map(|level| level.because.as_str()),
        ratings: level.and_then(|level| level.ratings),
        rests_on: level.map_or(&[], |level| &level.rests_on),
        sources: level.map_or(&[], |level| &level.sources),
    };
    written.serialize(serializer)
}

/// A veto that has fired, or may.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct VetoResult {
    /// Its id.
    pub id: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// What it excludes.
    pub excludes: Vec<Alternative>,
    /// Whether it has fired; if not, it hangs on an open question.
    pub fired: bool,
    /// Why.
    pub because: String,
    /// What would lift it.
    pub lifted_by: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of the open questions it hangs on.
    pub hangs_on: Vec<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// Vetoes to lift so that an alternative becomes viable.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WayOut {
    /// The alternative.
    pub alternative: Alternative,
    /// The ids of the vetoes.
    #[serde(rename = "lift")]
    pub vetoes: Vec<String>,
}

/// Advice that applies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AdviceGiven {
    /// Its id.
    pub id: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// What kind it is.
    pub kind: AdviceKind,
    /// What is said.
    pub say: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A step that applies.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NextStepGiven {
    /// What it is for.
    pub kind: StepKind,
    /// What to do.
    pub say: String,
    /// How long it takes, in words.
    pub takes: Option<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}
