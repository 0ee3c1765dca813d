//! The additive value model, for any number of alternatives.

/// The mean of `values` with these weights: `Σ w·v / Σ w`; `None` if nothing has any weight.
///
/// The additive model of multi-attribute value theory (Keeney & Raiffa, *Decisions with Multiple Objectives*, 1976)
/// with weights normalised to 1. Sums come before the one division, so that whole weights and whole values give
/// exact ties.
pub fn weighted_mean(weights: &[f64], values: &[f64]) -> Option<f64> {
    let total: f64 = weights.iter().sum();
    let sum: f64 = weights
        .iter()
        .zip(values)
        .map(|(weight, value)| weight * value)
        .sum();
    (total > 0.0).then(|| sum / total)
}

/// The rank of each score, the highest first: 1 plus the number of scores that are higher by more than `tolerance`.
/// Equal scores share the better rank (1, 1, 3).
pub fn competition_ranks(scores: &[f64], tolerance: f64) -> Vec<usize> {
    scores
        .iter()
        .map(|score| {
            1 + scores
                .iter()
                .filter(|other| **other > score + tolerance)
                .count()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{competition_ranks, weighted_mean};
    use proptest::prelude::*;

    #[test]
    fn nothing_weighs_nothing() {
        assert_eq!(weighted_mean(&[], &[]), None);
        assert_eq!(weighted_mean(&[0.0], &[2.0]), None);
    }

    #[test]
    fn equal_scores_share_the_better_rank() {
        assert_eq!(competition_ranks(&[22.0, 21.5, 22.0], 1e-9), [1, 3, 1]);
    }

    proptest! {
        /// Fixed scales cannot show rank reversal (Belton & Gear 1983): a score depends on its own values alone.
        #[test]
        fn removing_an_alternative_never_reorders_the_rest(
            weights in prop::collection::vec(1u8..=10, 1..12),
            seed in prop::collection::vec(prop::collection::vec(-2i8..=2, 12), 2..6),
            gone in 0usize..6,
        ) {
            let weights: Vec<f64> = weights.iter().map(|&w| f64::from(w)).collect();
            let score = |row: &Vec<i8>| {
                let values: Vec<f64> = row.iter().take(weights.len()).map(|&v| f64::from(v)).collect();
                weighted_mean(&weights, &values).unwrap_or_default()
            };
            let all: Vec<f64> = seed.iter().map(score).collect();
            let gone = gone % seed.len();
            let kept: Vec<usize> = (0..seed.len()).filter(|&row| row != gone).collect();
            let rest: Vec<f64> = kept.iter().map(|&row| score(&seed[row])).collect();
            let (ranks_all, ranks_rest) = (competition_ranks(&all, 1e-9), competition_ranks(&rest, 1e-9));
            for (i, &a) in kept.iter().enumerate() {
                for (j, &b) in kept.iter().enumerate() {
                    prop_assert_eq!(ranks_all[a].cmp(&ranks_all[b]), ranks_rest[i].cmp(&ranks_rest[j]));
                }
            }
        }
    }
}
