//! Fitting the weights to cases.

use super::folds::Sample;
use crate::files::{Rubric, Weight};

/// How far a weight may move from what the rubric states, in points.
pub const MAX_CHANGE: u8 = 3;
/// How many times every weight is tried at most.
pub const MAX_PASSES: usize = 20;
/// How many points of change one more case is worth.
pub const POINTS_PER_CASE: i64 = 100;

/// The steps that are tried for each weight, in this order.
const STEPS: [i8; 4] = [1, -1, 2, -2];

/// The weights as the rubric states them, by criterion.
pub(crate) fn stated(rubric: &Rubric) -> Vec<u8> {
    let criteria = rubric.criteria.iter();
    criteria
        .map(|criterion| criterion.weight.points())
        .collect()
}

/// The weights, by criterion, that a coordinate search finds for some cases.
///
/// It begins with the rubric's weights and goes through the criteria in order. For each it tries one and two points
/// more and less, at most [`MAX_CHANGE`] away from the rubric's weight, and takes the best if that is better than what
/// it has: with the larger [`POINTS_PER_CASE`] × cases agreed with − points changed in all, and of equals the first
/// tried. It ends when a pass through the criteria changes nothing, or after [`MAX_PASSES`].
pub(crate) fn search(stated: &[u8], mut agree: impl FnMut(&[u8]) -> usize) -> Vec<u8> {
    let mut weights = stated.to_vec();
    let mut best = objective(stated, &weights, &mut agree);
    for _ in 0..MAX_PASSES {
        let before = weights.clone();
        for criterion in 0..weights.len() {
            let start = weights[criterion];
            let mut taken = start;
            for candidate in candidates(stated[criterion], start) {
                weights[criterion] = candidate;
                let reached = objective(stated, &weights, &mut agree);
                if reached > best {
                    best = reached;
                    taken = candidate;
                }
            }
            weights[criterion] = taken;
        }
        if weights == before {
            break;
        }
    }
    weights
}

/// The weights that fit some samples best, as [`search`] finds them.
pub(crate) fn tune(rubric: &Rubric, samples: &[&Sample]) -> Vec<u8> {
    search(&stated(rubric), |points| {
        let agrees = |sample: &&&Sample| sample.under(rubric, points).0;
        samples.iter().filter(agrees).count()
    })
}

fn candidates(stated: u8, now: u8) -> impl Iterator<Item = u8> {
    let allowed =
        move |points: &u8| Weight::new(*points).is_some() && points.abs_diff(stated) <= MAX_CHANGE;
    STEPS
        .into_iter()
        .filter_map(move |step| now.checked_add_signed(step))
        .filter(allowed)
}

fn objective(stated: &[u8], weights: &[u8], agree: &mut impl FnMut(&[u8]) -> usize) -> i64 {
    let changed: i64 = stated
        .iter()
        .zip(weights)
        .map(|(a, b)| i64::from(a.abs_diff(*b)))
        .sum();
    let agree = i64::try_from(agree(weights)).unwrap_or(i64::MAX / POINTS_PER_CASE);
    POINTS_PER_CASE * agree - changed
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHANGE, search};
    use proptest::prelude::*;

    #[test]
    fn without_anything_to_gain_the_weights_stay() {
        assert_eq!(search(&[5, 3, 1], |_| 7), [5, 3, 1]);
    }

    #[test]
    fn the_smallest_change_that_gains_a_case_is_taken() {
        let agree = |weights: &[u8]| usize::from(weights[1] >= 4) + usize::from(weights[0] <= 4);
        assert_eq!(search(&[5, 3, 1], agree), [4, 4, 1]);
    }

    #[test]
    fn what_turns_out_to_be_no_use_is_taken_back() {
        // Either weight alone gains the case; the first to be tried is kept, the other stays.
        let agree = |weights: &[u8]| usize::from(weights[0] + weights[1] >= 10);
        assert_eq!(search(&[5, 4], agree), [6, 4]);
    }

    proptest! {
        #[test]
        fn no_weight_leaves_its_range_or_goes_further_than_allowed(
            stated in prop::collection::vec(1u8..=10, 1..8),
            salt in any::<u64>(),
        ) {
            // Any objective at all, but always the same for the same weights.
            let agree = |weights: &[u8]| {
                let mixed = weights.iter().fold(salt, |mixed, &w| {
                    mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(w))
                });
                usize::from((mixed >> 60) as u8)
            };
            let tuned = search(&stated, agree);
            prop_assert!(agree(&tuned) >= agree(&stated));
            for (stated, tuned) in stated.iter().zip(&tuned) {
                prop_assert!((1..=10).contains(tuned) && tuned.abs_diff(*stated) <= MAX_CHANGE);
            }
        }
    }
}
