//! How firm a result is, what would change it and what is open, in sentences that every format shares.

use super::phrases;
use crate::engine::decision::{FlipResult, OpenQuestion, Recommendation, WeightsResult};
use crate::engine::robustness::{Switching, SwitchingWeight};
use crate::engine::scoring::Outcome;
use crate::files::{Alternative, Weight};
use crate::output::wording;

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
pub(crate) struct AnswerChange<'a> {
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

/// Which alternatives could still come first; `None` if nothing is open.
#[derive(Debug, Clone)]
pub(crate) struct OutlookSaid {
    /// The sentence.
    pub text: String,
    /// Whether it is certain that the leader stays first.
    pub is_certain: bool,
}

/// Which alternatives could still come first, if the open questions could change that.
pub(crate) fn outlook(recommendation: &Recommendation) -> Option<OutlookSaid> {
    let outlook = &recommendation.robustness.outlook;
    if recommendation.open_questions.is_empty() {
        return None;
    }
    if let Some(certain) = outlook.guaranteed() {
        let text = format!(
            "Whatever they turn out to be, {} stays first.",
            phrases::noun(certain)
        );
        return Some(OutlookSaid {
            text,
            is_certain: true,
        });
    }
    let possible = outlook.possible();
    if possible.is_empty() {
        return None;
    }
    let is_counted = possible
        .iter()
        .any(|&alternative| outlook.first[alternative].low > 0.0);
    let text = if is_counted {
        let first = counted(recommendation, possible);
        format!(
            "Of 100 ways they could turn out, these come first: {}.",
            wording::list(&first)
        )
    } else {
        format!(
            "Too much is open to count the ways it could turn out; {} could come first.",
            wording::either(&nouns(&possible))
        )
    };
    Some(OutlookSaid {
        text,
        is_certain: false,
    })
}

/// In how many of 100 ways each comes first, the most frequent first.
fn counted(recommendation: &Recommendation, mut possible: Vec<Alternative>) -> Vec<String> {
    let outlook = &recommendation.robustness.outlook;
    possible.sort_by(|&a, &b| outlook.first[b].high.total_cmp(&outlook.first[a].high));
    let share = |alternative| {
        let share = outlook.first[alternative];
        let [low, high] = [share.low, share.high].map(wording::out_of_100);
        let noun = phrases::noun(alternative);
        if low == high {
            format!("{noun} in {low}")
        } else {
            format!("{noun} in {low} to {high}")
        }
    };
    possible.into_iter().map(share).collect()
}

/// What an open question could do, in clauses; the team's note not among them.
pub(crate) fn consequence(recommendation: &Recommendation, question: &OpenQuestion) -> Vec<String> {
    let mut parts = Vec::new();
    if !question.could_exclude.is_empty() {
        parts.push(format!(
            "could rule out {}",
            phrases::doing_either(&question.could_exclude)
        ));
    }
    if question.could_lead.is_empty() {
        if let Some(shift) = shift(recommendation, question) {
            parts.push(shift);
        }
    } else {
        parts.push(format!(
            "could put {} ahead",
            wording::either(&nouns(&question.could_lead))
        ));
    }
    if question.decides {
        parts.push("alone can change the outcome".to_owned());
    }
    parts
}

/// How far the lead could move, if that cannot change who leads.
fn shift(recommendation: &Recommendation, question: &OpenQuestion) -> Option<String> {
    let [leader, runner_up, ..] = recommendation.alternatives.as_slice() else {
        return None;
    };
    if question.criteria.is_empty() {
        return None;
    }
    let lead = format!("the lead over {}", phrases::noun(runner_up.alternative));
    let points = [
        question.margin.low,
        question.margin.high,
        leader.score - runner_up.score,
    ];
    let [low, high, now] = points.map(|points| phrases::signed(&wording::signed_points(points)));
    if low == high {
        return Some(format!("hardly moves {lead}"));
    }
    Some(format!(
        "could make {lead} anything from {low} to {high} (now {now})"
    ))
}

fn nouns(alternatives: &[Alternative]) -> Vec<&'static str> {
    alternatives
        .iter()
        .map(|&alternative| phrases::noun(alternative))
        .collect()
}
