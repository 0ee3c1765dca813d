//! How far the lead moves with a single weight.

use super::WeightRobustness;
use crate::files::{CriterionIndex, Weight};

/// The lead over the nearest rival at either end of what a single weight may be, the other points staying as they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing<T> {
    /// What the weight is of.
    pub of: T,
    /// The points now.
    pub points: u32,
    /// The lead in points of score if it weighs as little as it may; below 0 if a rival is then ahead.
    pub at_least: f64,
    /// The same if it weighs as much as it may.
    pub at_most: f64,
}

impl<T> Swing<T> {
    /// How far the lead moves in all: 0 or more.
    pub fn width(&self) -> f64 {
        (self.at_most - self.at_least).abs()
    }

    /// The same, named in another way.
    pub(crate) fn named<U>(self, name: impl FnOnce(T) -> U) -> Swing<U> {
        Swing {
            of: name(self.of),
            points: self.points,
            at_least: self.at_least,
            at_most: self.at_most,
        }
    }
}

impl WeightRobustness {
    /// How far the lead moves with each weight alone, the farthest first; equal ones in the order of the rubric.
    pub fn swings(&self) -> Vec<Swing<CriterionIndex>> {
        let lead = |position: usize, points: u8| {
            let mut all = self.points.clone();
            all[position] = u32::from(points);
            lead(&self.values, &all)
        };
        let mut swings: Vec<_> = self
            .criteria
            .iter()
            .enumerate()
            .map(|(position, &of)| Swing {
                of,
                points: self.points[position],
                at_least: lead(position, Weight::MIN),
                at_most: lead(position, Weight::MAX),
            })
            .collect();
        swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
        swings
    }
}

/// By how much the first alternative is ahead of the nearest other: `min 50 · Σ w·(r − r') / Σ w`, as the scores are.
fn lead(values: &[Vec<f64>], points: &[u32]) -> f64 {
    let total: f64 = points.iter().map(|&points| f64::from(points)).sum();
    let score = |ratings: &Vec<f64>| {
        let terms = ratings.iter().zip(points);
        let sum: f64 = terms.map(|(r, &w)| f64::from(w) * (50.0 * r)).sum();
        sum / total
    };
    let mut scores = values.iter().map(score);
    let first = scores.next().unwrap_or(0.0);
    scores
        .map(|other| first - other)
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::lead;

    #[test]
    fn the_lead_is_over_the_nearest_rival() {
        let values = [vec![2.0, -1.0], vec![0.0, 0.0], vec![-2.0, 1.0]];
        assert!((lead(&values, &[3, 1]) - 62.5).abs() < 1e-12); // (300 − 50) / 4 to 0
        // (100 − 450) / 10 = −35 against (−100 + 450) / 10 = 35.
        assert!((lead(&values, &[1, 9]) + 70.0).abs() < 1e-12);
    }
}
