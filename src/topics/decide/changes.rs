//! How firm a result is and what would change it, in sentences that every format shares.

use crate::engine::decision::{FlipResult, Recommendation, WeightsResult};
use crate::engine::robustness::{Switching, SwitchingWeight};
use crate::engine::scoring::Outcome;
use crate::files::{Alternative, Weight};
use crate::output::wording;
use crate::topics::decide::phrases;

/// What is said where no weight alone changes anything.
pub(crate) const NO_SINGLE_WEIGHT: &str =
    "No single weight from 1 to 10 would put another alternative ahead.";

/// How firm a recommendation is against other weights, in two sentences; `None` if fewer than two are viable.
pub(crate) fn firmness(recommendation: &Recommendation) -> Option<String> {
    let weights = recommendation.robustness.weights.as_ref()?;
    let leader = phrases::noun(weights.alternatives[0]);
    let near = wording::out_of_100(weights.near_stated.ranks[0][0]);
    let all = wording::out_of_100(weights.over_all.ranks[0][0]);
    let lead = wording::capitalised(leader);
    Some(format!(
        "{lead} comes first under {near} of 100 weightings near yours, and under {all} of 100 of all there are. {}",
        tolerated(weights.tolerated_error),
    ))
}

fn tolerated(error: f64) -> String {
    if error >= 1.0 {
        return "No weights put another ahead of it.".to_owned();
    }
    format!(
        "It stays first while every weight is off by up to {} at once.",
        wording::percent_below(error)
    )
}

/// A question to which other answers would change the outcome.
#[derive(Debug, Clone)]
pub struct AnswerChange<'a> {
    /// The question's id.
    pub question: &'a str,
    /// The question.
    pub ask: &'a str,
    /// The answers, the nearest to the one given first.
    pub flips: Vec<&'a FlipResult>,
}

/// The flips by question, in the order of the nearest; unless all are wanted, only the nearest to each outcome.
pub(crate) fn answer_changes(flips: &[FlipResult], all: bool) -> Vec<AnswerChange<'_>> {
    let mut questions: Vec<AnswerChange<'_>> = Vec::new();
    for flip in flips {
        match questions
            .iter_mut()
            .find(|change| change.question == flip.question)
        {
            None => questions.push(AnswerChange {
                question: &flip.question,
                ask: &flip.ask,
                flips: vec![flip],
            }),
            Some(change) => {
                let is_new = |seen: &&FlipResult| !seen.outcome.is_same_as(&flip.outcome);
                if all || change.flips.iter().all(is_new) {
                    change.flips.push(flip);
                }
            }
        }
    }
    questions
}

/// Another answer and what it would lead to: `"Nobody yet" instead of "A rota" → buy`.
pub(crate) fn flip(flip: &FlipResult) -> String {
    format!("{} → {}", other_answer(flip), outcome(&flip.outcome))
}

/// Another answer, next to the one given: `20 ms or more instead of 15 ms`.
pub(crate) fn other_answer(flip: &FlipResult) -> String {
    if flip.instead_of.is_empty() {
        flip.answer.clone()
    } else {
        format!("{} instead of {}", flip.answer, flip.instead_of)
    }
}

/// An outcome in a few words.
pub(crate) fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Recommended(alternative) => phrases::name(*alternative).to_owned(),
        Outcome::TooClose(tied) => format!("too close to call ({})", phrases::names(tied)),
        Outcome::Inconclusive => "too little known".to_owned(),
        Outcome::NoViableAlternative(_) => "every alternative ruled out".to_owned(),
    }
}

/// A single weight that puts another alternative ahead.
#[derive(Debug, Clone)]
pub(crate) struct WeightChange<'a> {
    /// The criterion's id.
    pub criterion: &'a str,
    /// The points now.
    pub now: i32,
    /// The nearest whole points at which another is ahead.
    pub points: i32,
    /// The alternative that is then ahead.
    pub rival: Alternative,
}

impl WeightChange<'_> {
    /// It in a clause: "latency: a weight of 7 or more (it is 4) puts buying ahead".
    pub(crate) fn text(&self) -> String {
        self.text_of(self.criterion)
    }

    /// The same with the criterion called `name`.
    pub(crate) fn text_of(&self, name: &str) -> String {
        let Self { now, points, .. } = self;
        let how = if points < now { "less" } else { "more" };
        let rival = phrases::noun(self.rival);
        format!("{name}: a weight of {points} or {how} (it is {now}) puts {rival} ahead")
    }

    /// By how many points the weight has to change.
    pub(crate) fn distance(&self) -> i32 {
        (self.points - self.now).abs()
    }
}

/// The single weights from 1 to 10 that put another alternative ahead, the smallest change first.
pub(crate) fn weight_changes(weights: &WeightsResult) -> Vec<WeightChange<'_>> {
    let mut changes: Vec<WeightChange<'_>> = weights
        .criterion_weights
        .iter()
        .flat_map(|switching| {
            let (now, low, high) = whole_points(switching);
            let change = move |(points, end): (i32, SwitchingWeight)| WeightChange {
                criterion: &switching.of,
                now,
                points,
                rival: end.rival,
            };
            low.map(change).into_iter().chain(high.map(change))
        })
        .collect();
    changes.sort_by_key(WeightChange::distance);
    changes
}

type End = Option<(i32, SwitchingWeight)>;

/// The points now, and the nearest whole points beyond either end that a weight may have.
#[allow(clippy::cast_possible_truncation)] // weights are small
fn whole_points<T>(switching: &Switching<T>) -> (i32, End, End) {
    let (least, most) = (i32::from(Weight::MIN), i32::from(Weight::MAX));
    let low = switching
        .low
        .map(|end| ((end.points - 1e-9).ceil() as i32 - 1, end));
    let high = switching
        .high
        .map(|end| ((end.points + 1e-9).floor() as i32 + 1, end));
    let now = switching.points.round() as i32;
    (
        now,
        low.filter(|(points, _)| *points >= least),
        high.filter(|(points, _)| *points <= most),
    )
}
