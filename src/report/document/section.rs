//! What a report says of one subject: the whole, or a component.

use super::contributions::{Contributions, contributions};
use super::decided::{Stance, answer, stance};
use super::drivers::{Driver, drivers};
use super::reasons::Case;
use super::revisit::{Revisit, Risk, revisit, risks};
use super::statement::y_statement;
use super::steps::{StepList, step_lists};
use super::summary::summary;
use crate::engine::decision::{
    AdviceGiven, AlternativeResult, AnswerResult, AnswerState, OpenQuestion, Recommendation,
    VetoResult,
};
use crate::files::{AdviceKind, Alternative};
use crate::topics::decide::{changes, phrases};
use crate::topics::market::candidates::Candidates;

/// What a report says of one subject.
#[derive(Debug)]
pub struct Section<'a> {
    /// The component's id; none for the whole.
    pub id: Option<&'a str>,
    /// What it is called.
    pub title: &'a str,
    /// What is recommended, with every figure.
    pub recommendation: &'a Recommendation,
    /// What is decided, or proposed as long as nothing is.
    pub stance: Stance,
    /// The answer in one plain sentence.
    pub answer: String,
    /// The decision in one long sentence: context, concern, choice, gain and what is accepted.
    pub y_statement: String,
    /// What a reader in a hurry has to know: fewer than [`MOST_WORDS`](crate::report::document::summary::MOST_WORDS) words.
    pub summary: String,
    /// The alternatives, in order.
    pub options: Vec<OptionRow<'a>>,
    /// How firm it is against other weights, in two sentences; none if fewer than two alternatives are viable.
    pub firmness: Option<String>,
    /// The criteria that count, the heaviest first.
    pub drivers: Vec<Driver<'a>>,
    /// What they add to each score.
    pub contributions: Contributions<'a>,
    /// The case for and against each alternative, the leader first. The second's is the first's turned round.
    pub cases: Vec<Case<'a>>,
    /// The vetoes that have fired.
    pub fired: Vec<&'a VetoResult>,
    /// The vetoes that hang on an open question.
    pub possible: Vec<&'a VetoResult>,
    /// Answers that would change the outcome, the nearest first.
    pub answer_changes: Vec<changes::AnswerChange<'a>>,
    /// Single weights that would put another alternative ahead, the nearest first, in a clause each.
    pub weight_changes: Vec<String>,
    /// What could still come first; none if nothing is open.
    pub outlook: Option<changes::OutlookSaid>,
    /// What is not answered yet, the most pressing first, with what it could do.
    pub open_questions: Vec<(&'a OpenQuestion, Vec<String>)>,
    /// Whether to wait instead.
    pub deferrals: Vec<&'a AdviceGiven>,
    /// Answers that hardly go together.
    pub contradictions: Vec<&'a AdviceGiven>,
    /// Mixes to consider.
    pub hybrids: Vec<&'a AdviceGiven>,
    /// What to watch.
    pub cautions: Vec<&'a AdviceGiven>,
    /// What could be bought or adopted; none where nobody looked.
    pub candidates: Option<Candidates<'a>>,
    /// What to do next for what is decided or proposed.
    pub steps: Vec<StepList<'a>>,
    /// What is accepted with it.
    pub risks: Vec<Risk<'a>>,
    /// What would be a reason to look again.
    pub revisit: Revisit<'a>,
    /// Every question with its answer, in the order of asking; not those that only a landscape answers, and that do not
    /// apply because none does.
    pub answers: Vec<&'a AnswerResult>,
}

/// How an alternative stands.
#[derive(Debug, Clone)]
pub struct OptionRow<'a> {
    /// The figures.
    pub result: &'a AlternativeResult,
    /// The share of the weightings near the stated ones under which it comes first; none if it is ruled out or alone.
    pub near_stated: Option<f64>,
    /// The same over all weightings.
    pub over_all: Option<f64>,
    /// Whether it is recommended.
    pub is_recommended: bool,
    /// Whether the team chose it.
    pub is_chosen: bool,
}

impl<'a> Section<'a> {
    pub(crate) fn new(
        id: Option<&'a str>,
        title: &'a str,
        recommendation: &'a Recommendation,
        candidates: Option<Candidates<'a>>,
    ) -> Self {
        let stance = stance(recommendation);
        let cases: Vec<Case<'a>> = recommendation
            .arguments
            .iter()
            .map(|argument| Case::new(recommendation, argument))
            .collect();
        let advice = |kind: AdviceKind| -> Vec<&'a AdviceGiven> {
            let advice = recommendation.advice.iter();
            advice.filter(|advice| advice.kind == kind).collect()
        };
        let vetoes = |fired: bool| -> Vec<&'a VetoResult> {
            let vetoes = recommendation.vetoes.iter();
            vetoes.filter(|veto| veto.fired == fired).collect()
        };
        let robustness = &recommendation.robustness;
        Self {
            id,
            title,
            recommendation,
            answer: answer(recommendation),
            y_statement: y_statement(title, recommendation, &stance, &cases),
            summary: summary(recommendation, &stance, &cases),
            options: options(recommendation),
            firmness: changes::firmness(recommendation),
            drivers: drivers(recommendation),
            contributions: contributions(recommendation),
            fired: vetoes(true),
            possible: vetoes(false),
            answer_changes: changes::answer_changes(&robustness.flips, false),
            weight_changes: weight_changes(recommendation),
            outlook: changes::outlook(recommendation),
            open_questions: recommendation
                .open_questions
                .iter()
                .map(|question| (question, changes::consequence(recommendation, question)))
                .collect(),
            deferrals: advice(AdviceKind::Defer),
            contradictions: advice(AdviceKind::Contradiction),
            hybrids: advice(AdviceKind::Hybrid),
            cautions: advice(AdviceKind::Caution),
            candidates,
            steps: step_lists(recommendation, &stance),
            risks: risks(recommendation, &stance, &cases),
            revisit: revisit(recommendation, &stance),
            answers: recommendation
                .answers
                .iter()
                .filter(|answer| is_told(answer))
                .collect(),
            cases,
            stance,
        }
    }

    /// How firm it is, as an adjective; empty if nothing is recommended.
    pub fn firmness_word(&self) -> &'static str {
        phrases::firmness(self.recommendation)
    }
}

/// Whether anybody could have answered a question.
fn is_told(answer: &AnswerResult) -> bool {
    answer.is_asked || answer.state != AnswerState::NotApplicable
}

fn weight_changes(recommendation: &Recommendation) -> Vec<String> {
    let weights = recommendation.robustness.weights.as_ref();
    let changes = weights.map(changes::weight_changes).unwrap_or_default();
    changes
        .iter()
        .map(|change| change.text_of(super::revisit::title(recommendation, change.criterion)))
        .collect()
}

fn options(recommendation: &Recommendation) -> Vec<OptionRow<'_>> {
    use crate::engine::scoring::Outcome;
    let weights = recommendation.robustness.weights.as_ref();
    let chosen = |alternative: Alternative| {
        let recorded = recommendation.recorded.as_ref();
        recorded.is_some_and(|recorded| recorded.chosen.contains(&alternative))
    };
    let row = |result: &'_ AlternativeResult| {
        let alternative = result.alternative;
        let place = weights.and_then(|weights| {
            let mut viable = weights.alternatives.iter();
            viable.position(|one| *one == alternative)
        });
        let shares = weights.zip(place);
        (
            shares.map(|(weights, place)| weights.near_stated.ranks[place][0]),
            shares.map(|(weights, place)| weights.over_all.ranks[place][0]),
        )
    };
    recommendation
        .alternatives
        .iter()
        .map(|result| {
            let (near_stated, over_all) = row(result);
            OptionRow {
                result,
                near_stated,
                over_all,
                is_recommended: recommendation.outcome == Outcome::Recommended(result.alternative),
                is_chosen: chosen(result.alternative),
            }
        })
        .collect()
}
