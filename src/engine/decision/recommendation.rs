//! What is recommended for one subject, with everything it rests on.

use super::argument::Argument;
use super::open_question::OpenQuestion;
use super::recorded::Recorded;
use super::robustness::Robustness;
use super::trace::AnswerResult;
use crate::engine::scoring::{Outcome, Range};
use crate::files::{AdviceKind, Alternative, Origin, PerAlternative, Ratings, Source, StepKind};

/// What is recommended for one subject, and why.
#[derive(Debug)]
pub struct Recommendation {
    /// What it comes to.
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
    /// How firm it is, and what would change it.
    pub robustness: Robustness,
    /// What is not answered yet, the most pressing first.
    pub open_questions: Vec<OpenQuestion>,
    /// What to do next for each alternative, were it chosen.
    pub next_steps_by: PerAlternative<Vec<NextStepGiven>>,
    /// Every question with its answer, in the order of asking.
    pub answers: Vec<AnswerResult>,
    /// Every source of the rubric.
    pub sources: Vec<Source>,
    /// What the team decided.
    pub recorded: Option<Recorded>,
}

impl Recommendation {
    /// What to do next for the recommended alternative; nothing if none is.
    pub fn next_steps(&self) -> &[NextStepGiven] {
        match self.outcome {
            Outcome::Recommended(alternative) => &self.next_steps_by[alternative],
            _ => &[],
        }
    }
}

/// How an alternative stands.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
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
    pub weight_origin: Option<Origin>,
    /// The row that applies, if it is known.
    pub level: Option<LevelResult>,
    /// The ids of the open questions it hangs on.
    pub hangs_on: Vec<String>,
    /// What it adds to each score.
    pub contributions: PerAlternative<f64>,
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

/// A veto that has fired, or may.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
pub struct WayOut {
    /// The alternative.
    pub alternative: Alternative,
    /// The ids of the vetoes.
    pub vetoes: Vec<String>,
}

/// Advice that applies.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
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
