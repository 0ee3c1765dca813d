//! What is accepted with a choice, and what would be a reason to look at it again.

use super::decided::Stance;
use super::reasons::{Case, ReasonSaid};
use crate::engine::decision::{AdviceGiven, Recommendation, VetoResult};
use crate::engine::scoring::Outcome;
use crate::files::{AdviceKind, Alternative};
use crate::topics::decide::changes;
use crate::topics::decide::changes::AnswerChange;
use jiff::civil::Date;

/// How many reasons against the choice are told as risks.
const RISKS: usize = 5;
/// How many answers that would change the outcome are told.
const ANSWERS: usize = 4;
/// How far a weight may have to move to be told: further is another opinion, not a second thought.
const NEAR: i32 = 2;

/// Something accepted with the choice.
#[derive(Debug, Clone)]
pub enum Risk<'a> {
    /// A veto that the choice goes against.
    Veto(&'a VetoResult),
    /// A reason against the choice.
    Reason(ReasonSaid<'a>),
    /// Something to watch.
    Caution(&'a AdviceGiven),
}

/// What would be a reason to look at the decision again.
#[derive(Debug, Clone, Default)]
pub struct Revisit<'a> {
    /// Answers that would change the outcome, the nearest first.
    pub answers: Vec<AnswerChange<'a>>,
    /// Changes of a weight by a point or two that would, in a clause each.
    pub weights: Vec<String>,
    /// What would make an alternative possible that is ruled out: the alternative, and what would have to come.
    pub lifted: Vec<(Alternative, &'a str)>,
    /// The last day on which to look at it again.
    pub review_by: Option<Date>,
}

/// What is accepted with the choice; nothing if there is none.
pub(crate) fn risks<'a>(
    recommendation: &'a Recommendation,
    stance: &Stance,
    cases: &[Case<'a>],
) -> Vec<Risk<'a>> {
    if stance.chosen.is_empty() {
        return Vec::new();
    }
    let hits = |veto: &&VetoResult| {
        let excludes = |alternative| veto.excludes.contains(alternative);
        veto.fired && stance.chosen.iter().any(excludes)
    };
    let vetoes = recommendation.vetoes.iter().filter(hits).map(Risk::Veto);
    let chosen = cases
        .iter()
        .filter(|case| stance.chosen.contains(&case.alternative));
    let reasons = chosen
        .flat_map(|case| case.reasons_against.iter().take(RISKS))
        .cloned()
        .map(Risk::Reason);
    let cautions = recommendation
        .advice
        .iter()
        .filter(|advice| advice.kind == AdviceKind::Caution)
        .map(Risk::Caution);
    vetoes.chain(reasons).chain(cautions).collect()
}

/// What would be a reason to look again.
pub(crate) fn revisit<'a>(recommendation: &'a Recommendation, stance: &Stance) -> Revisit<'a> {
    // Where the choice goes against the answers, an answer that would bear it out is no reason to look again.
    let bears_out = |outcome: &Outcome| matches!(outcome, Outcome::Recommended(one) if stance.chosen.contains(one));
    let mut answers = changes::answer_changes(&recommendation.robustness.flips, false);
    for change in &mut answers {
        change.flips.retain(|flip| !bears_out(&flip.outcome));
    }
    answers.retain(|change| !change.flips.is_empty());
    answers.truncate(ANSWERS);
    Revisit {
        answers,
        weights: weights(recommendation),
        lifted: lifted(recommendation, stance),
        review_by: recommendation
            .recorded
            .as_ref()
            .and_then(|recorded| recorded.review_by),
    }
}

fn weights(recommendation: &Recommendation) -> Vec<String> {
    let weights = recommendation.robustness.weights.as_ref();
    let changes = weights.map(changes::weight_changes).unwrap_or_default();
    let near = changes.iter().filter(|change| change.distance() <= NEAR);
    near.map(|change| change.text_of(title(recommendation, change.criterion)))
        .collect()
}

/// What a criterion is called; its id if it is not there.
pub(crate) fn title<'a>(recommendation: &'a Recommendation, criterion: &'a str) -> &'a str {
    let mut criteria = recommendation.criteria.iter();
    let found = criteria.find(|one| one.id == criterion);
    found.map_or(criterion, |one| &one.title)
}

/// What would lift the vetoes of alternatives that are not chosen, if one would do.
fn lifted<'a>(recommendation: &'a Recommendation, stance: &Stance) -> Vec<(Alternative, &'a str)> {
    let only_veto = |alternative: Alternative| {
        let fired = recommendation
            .vetoes
            .iter()
            .filter(|veto| veto.fired && veto.excludes.contains(&alternative));
        match fired.collect::<Vec<_>>().as_slice() {
            [only] => Some((alternative, only.lifted_by.as_str())),
            _ => None,
        }
    };
    Alternative::ALL
        .into_iter()
        .filter(|alternative| !stance.chosen.contains(alternative))
        .filter_map(only_veto)
        .collect()
}
