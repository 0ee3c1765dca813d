//! What the criteria add to each score.

use super::drivers::counts;
use crate::engine::decision::{CriterionResult, Recommendation};
use crate::files::{Alternative, PerAlternative};

/// How many criteria are shown by themselves.
const SHOWN: usize = 12;

/// What the criteria add to each score: those that tell the alternatives apart the most, the rest in one sum.
#[derive(Debug, Clone)]
pub struct Contributions<'a> {
    /// The criteria that add the most to the distance between any two alternatives, the most first.
    pub rows: Vec<&'a CriterionResult>,
    /// How many others count, and what they add together.
    pub rest: Option<(usize, PerAlternative<f64>)>,
    /// The scores: what all of them add up to.
    pub scores: PerAlternative<f64>,
    /// The largest absolute number in `rows`, for the length of bars.
    pub largest: f64,
}

/// What the criteria of a recommendation add.
pub(crate) fn contributions(recommendation: &Recommendation) -> Contributions<'_> {
    let mut counting: Vec<&CriterionResult> = recommendation
        .criteria
        .iter()
        .filter(|criterion| counts(criterion))
        .collect();
    counting.sort_by(|a, b| spread(b).total_cmp(&spread(a)));
    // One left over takes as much room as the sum of it.
    let shown = if counting.len() == SHOWN + 1 {
        counting.len()
    } else {
        SHOWN.min(counting.len())
    };
    let others = counting.split_off(shown);
    let sum = |alternative| {
        others
            .iter()
            .map(|one| one.contributions[alternative])
            .sum()
    };
    let rest = (!others.is_empty()).then(|| (others.len(), PerAlternative::from_fn(sum)));
    let score = |alternative| {
        let result = recommendation.alternatives.iter();
        let result = result.filter(|result| result.alternative == alternative);
        result.map(|result| result.score).sum()
    };
    Contributions {
        largest: counting
            .iter()
            .copied()
            .flat_map(absolutes)
            .fold(0.0, f64::max),
        rows: counting,
        rest,
        scores: PerAlternative::from_fn(score),
    }
}

/// How far a criterion moves the alternatives apart at most.
fn spread(criterion: &CriterionResult) -> f64 {
    let points = criterion.contributions.iter().map(|(_, points)| *points);
    let (low, high) = points.fold((f64::MAX, f64::MIN), |(low, high), points| {
        (low.min(points), high.max(points))
    });
    high - low
}

fn absolutes(criterion: &CriterionResult) -> [f64; 3] {
    Alternative::ALL.map(|alternative| criterion.contributions[alternative].abs())
}
