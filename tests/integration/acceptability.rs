//! Acceptability: what holds for every table, and agreement with a slow reference and with sampling.

use crate::drawn::fixed;
use crate::reference::{Random, close, close_rows};
use proptest::prelude::*;
use trilemma::engine::robustness::acceptability::{Acceptability, Error, acceptability};

/// Ratings, decimals or generic numbers, three rows of them, with points.
fn tables(
    columns: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<u32>)> {
    let value = |kind: u8| match kind {
        0 => (-2..=2).prop_map(f64::from).boxed(),
        1 => (0..=100).prop_map(|v| f64::from(v) / 100.0).boxed(),
        2 => (0..=1).prop_map(f64::from).boxed(),
        _ => (-1.0..1.0).boxed(),
    };
    (columns, 0..4_u8, 1..=6_u32).prop_flat_map(move |(columns, kind, most)| {
        let row = || prop::collection::vec(value(kind), columns);
        (
            (row(), row(), row()).prop_map(|(a, b, c)| vec![a, b, c]),
            prop::collection::vec(1..=most, columns),
        )
    })
}

fn swapped_rows(values: &[Vec<f64>], order: [usize; 3]) -> Vec<Vec<f64>> {
    order.iter().map(|&i| values[i].clone()).collect()
}

fn computed(values: &[Vec<f64>], points: &[u32]) -> Acceptability {
    acceptability(values, points).expect("computes")
}

proptest! {
    #![proptest_config(fixed(400))]

    #[test]
    fn shares_sum_to_one((values, points) in tables(1..=12)) {
        let result = computed(&values, &points);
        for ranks in &result.ranks {
            close(ranks.iter().sum(), 1.0, 4e-9, "ranks of an alternative");
        }
        close(result.orders.iter().map(|order| order.share).sum(), 1.0, 4e-9, "orders");
        if result.orders.len() == 6 {
            for rank in 0..3 {
                close(result.ranks.iter().map(|ranks| ranks[rank]).sum(), 1.0, 4e-9, "alternatives of a rank");
            }
            for (i, j) in [(0, 1), (0, 2), (1, 2)] {
                close(result.pairwise[i][j] + result.pairwise[j][i], 1.0, 4e-9, "a pair");
            }
        }
    }

    #[test]
    fn the_order_of_the_alternatives_is_immaterial((values, points) in tables(1..=8)) {
        let result = computed(&values, &points);
        for order in [[1, 0, 2], [2, 1, 0], [1, 2, 0]] {
            let other = computed(&swapped_rows(&values, order), &points);
            close_rows(&other.ranks, &swapped_rows(&result.ranks, order), 1e-11, "ranks");
        }
    }

    #[test]
    fn the_order_of_the_criteria_is_immaterial((values, points) in tables(1..=10)) {
        let reversed: Vec<Vec<f64>> = values.iter().map(|row| row.iter().rev().copied().collect()).collect();
        let reversed_points: Vec<u32> = points.iter().rev().copied().collect();
        let (one, other) = (computed(&values, &points), computed(&reversed, &reversed_points));
        close_rows(&one.ranks, &other.ranks, 1e-11, "ranks");
        close_rows(&one.pairwise, &other.pairwise, 1e-11, "pairs");
    }

    #[test]
    fn negated_values_turn_the_order_round((values, points) in tables(1..=10)) {
        let negated: Vec<Vec<f64>> = values.iter().map(|row| row.iter().map(|v| -v).collect()).collect();
        let (one, other) = (computed(&values, &points), computed(&negated, &points));
        prop_assume!(one.orders.len() == 6);
        let turned: Vec<Vec<f64>> = other.ranks.iter().map(|ranks| ranks.iter().rev().copied().collect()).collect();
        close_rows(&one.ranks, &turned, 1e-11, "ranks");
    }

    #[test]
    fn scale_and_origin_of_a_criterion_are_immaterial((values, points) in tables(1..=10), shift in -3..=3_i32) {
        let moved: Vec<Vec<f64>> = values.iter().map(|row| row.iter().map(|v| 4.0 * v + f64::from(shift)).collect()).collect();
        close_rows(&computed(&values, &points).ranks, &computed(&moved, &points).ranks, 1e-10, "ranks");
    }

    #[test]
    fn a_dominated_alternative_is_never_first((mut values, points) in tables(1..=12), worse in prop::collection::vec(0..=2_u8, 12)) {
        values[2] = values[0].iter().zip(&worse).map(|(v, w)| v - f64::from(*w)).collect();
        prop_assume!(values[0] != values[2]);
        let result = computed(&values, &points);
        prop_assert_eq!(result.ranks[2][0], 0.0);
        prop_assert_eq!(result.ranks[0][2], 0.0);
        prop_assert_eq!(result.pairwise[0][2], 1.0);
    }

    #[test]
    fn a_third_alternative_that_is_worst_everywhere_changes_nothing((values, points) in tables(1..=12)) {
        prop_assume!(values[0] != values[1]);
        let mut with_worst = values.clone();
        with_worst[2] = (0..points.len()).map(|j| values[0][j].min(values[1][j]) - 1.0).collect();
        let (two, three) = (computed(&values[..2], &points), computed(&with_worst, &points));
        for alternative in 0..2 {
            close(three.ranks[alternative][0], two.ranks[alternative][0], 1e-11, "first");
        }
        prop_assert_eq!(&three.ranks[2], &vec![0.0, 0.0, 1.0]);
    }
}

proptest! {
    #![proptest_config(fixed(60))]

    #[test]
    fn agrees_with_the_slow_reference_on_repeated_columns((values, points) in tables(1..=7)) {
        let result = computed(&values, &points);
        prop_assume!(result.orders.len() == 6);
        let wanted = crate::reference::exact::ranks(&values, &points, 0.05).map(|row| row.to_vec());
        close_rows(&result.ranks, &wanted, 1.1e-9, "ranks");
        for (got, wanted) in result.ranks.iter().flatten().zip(wanted.iter().flatten()) {
            if *got > 0.0 && *got < 1.0 {
                close(*got, *wanted, 1e-11, "a share that is not rounded");
            }
        }
    }
}

/// Tables of kinds that have made trouble: one-sided, nearly tied, nearly on a line, mostly zeros, one criterion with
/// most of the points.
fn hard_tables() -> Vec<(Vec<Vec<f64>>, Vec<u32>)> {
    let mut random = Random(3);
    let mut tables = Vec::new();
    for columns in [1, 2, 3, 4, 6, 9] {
        let mut generic = |shift: f64| -> Vec<Vec<f64>> {
            (0..3)
                .map(|row| {
                    (0..columns)
                        .map(|_| random.unit() + shift * f64::from(row))
                        .collect()
                })
                .collect()
        };
        let ones = vec![1; columns];
        let mut heavy = ones.clone();
        heavy[columns / 2] = 60;
        tables.extend([
            (generic(0.4), ones.clone()),
            (generic(0.9), ones.clone()),
            (generic(0.0), heavy.clone()),
        ]);
        for distance in [1e-3, 1e-6, 1e-9] {
            let (mut tied, mut aligned, noise) = (generic(0.0), generic(0.0), generic(0.0));
            for j in 0..columns {
                tied[2][j] = tied[1][j] + distance * (noise[0][j] - 0.5);
                aligned[2][j] =
                    2.0 * aligned[1][j] - aligned[0][j] + distance * (noise[0][j] - 0.5);
            }
            tables.extend([(tied, ones.clone()), (aligned, heavy.clone())]);
        }
        let mut sparse = generic(0.0);
        sparse
            .iter_mut()
            .flatten()
            .for_each(|value| *value = (4.0 * *value - 3.0).max(0.0));
        tables.push((sparse, ones));
    }
    tables
}

#[test]
fn agrees_with_the_slow_reference_on_hard_tables() {
    for (values, points) in hard_tables() {
        let result = computed(&values, &points);
        if result.orders.len() < 6 {
            continue;
        }
        let wanted = crate::reference::exact::ranks(&values, &points, 0.08).map(|row| row.to_vec());
        close_rows(
            &result.ranks,
            &wanted,
            1.1e-9,
            &format!("{values:?} {points:?}"),
        );
        for (got, wanted) in result.ranks.iter().flatten().zip(wanted.iter().flatten()) {
            if *got > 0.0 && *got < 1.0 {
                close(*got, *wanted, 1e-11, &format!("{values:?} {points:?}"));
            }
        }
    }
}

#[test]
fn agrees_with_the_slow_reference_at_full_size() {
    let mut random = Random(28);
    let values: Vec<Vec<f64>> = (0..3)
        .map(|_| (0..28).map(|_| f64::from(random.below(5)) - 2.0).collect())
        .collect();
    let points: Vec<u32> = (0..28).map(|_| 1 + random.below(10)).collect();
    let wanted = crate::reference::exact::ranks(&values, &points, 0.12).map(|row| row.to_vec());
    close_rows(
        &computed(&values, &points).ranks,
        &wanted,
        1e-11,
        "28 criteria",
    );
}

#[test]
fn agrees_with_sampling() {
    let mut random = Random(20);
    for columns in [2, 3, 5, 9, 20] {
        let values: Vec<Vec<f64>> = (0..3)
            .map(|_| {
                (0..columns)
                    .map(|_| f64::from(random.below(5)) - 2.0)
                    .collect()
            })
            .collect();
        let points: Vec<u32> = (0..columns).map(|_| 1 + random.below(5)).collect();
        let result = computed(&values, &points);
        let samples = 40_000;
        let mut ranks = [[0.0; 3]; 3];
        for _ in 0..samples {
            let draws: Vec<f64> = points.iter().map(|&p| random.gamma(p)).collect();
            let score = |row: &Vec<f64>| row.iter().zip(&draws).map(|(v, w)| v * w).sum::<f64>();
            let scores: Vec<f64> = values.iter().map(score).collect();
            for (i, own) in scores.iter().enumerate() {
                let better = scores.iter().filter(|other| *other > own).count();
                ranks[i][better] += 1.0;
            }
        }
        for (shares, counts) in result.ranks.iter().zip(ranks) {
            for (share, count) in shares.iter().zip(counts) {
                let error = (share * (1.0 - share) / f64::from(samples)).sqrt();
                close(
                    count / f64::from(samples),
                    *share,
                    4.0 * error + 1e-9,
                    "rank",
                );
            }
        }
    }
}

#[test]
fn identical_alternatives_share_the_better_rank() {
    let values = [vec![1.0, 0.0], vec![0.0, 1.0], vec![1.0, 0.0]];
    let result = computed(&values, &[1, 3]);
    // P(w1 > w2) = P(Beta(1, 3) > 1/2) = 1/8.
    close_rows(
        &result.ranks,
        &[
            vec![0.125, 0.875, 0.0],
            vec![0.875, 0.0, 0.125],
            vec![0.125, 0.875, 0.0],
        ],
        1e-15,
        "ranks",
    );
    assert_eq!(result.pairwise[0], [0.0, 0.125, 0.0]);
    assert_eq!(result.orders[0].places, [vec![0, 2], vec![1]]);
    assert_eq!(result.orders[1].places, [vec![1], vec![0, 2]]);
}

#[test]
fn noise_makes_no_difference() {
    let values = [vec![0.1 + 0.2, 0.7], vec![0.3, 0.7], vec![0.3, 0.1 * 7.0]];
    let result = computed(&values, &[1, 1]);
    assert_eq!(result.ranks, [[1.0, 0.0, 0.0]; 3]);
    assert_eq!(result.orders[0].places, [[0, 1, 2]]);
}

#[test]
fn values_of_any_size_will_do() {
    let wanted = computed(
        &[
            vec![1.0, -1.0, 0.5],
            vec![-1.0, 1.0, 0.25],
            vec![0.0, 0.5, -0.5],
        ],
        &[1, 2, 1],
    );
    for scale in [f64::MAX, 1e-300, f64::MIN_POSITIVE] {
        let values = [[1.0, -1.0, 0.5], [-1.0, 1.0, 0.25], [0.0, 0.5, -0.5]]
            .map(|row| row.map(|v| v * scale).to_vec());
        close_rows(
            &computed(&values, &[1, 2, 1]).ranks,
            &wanted.ranks,
            1e-13,
            "ranks",
        );
    }
}

#[test]
fn little_is_enough() {
    let one = computed(&[vec![3.0]], &[2]);
    assert_eq!((one.ranks, one.orders.len()), (vec![vec![1.0]], 1));
    let by_one_criterion = computed(&[vec![1.0], vec![3.0], vec![2.0]], &[1]);
    assert_eq!(
        by_one_criterion.ranks,
        [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    );
    let weightless_column = computed(&[vec![1.0, 0.0], vec![0.0, 9.0]], &[1, 0]);
    assert_eq!(weightless_column.ranks, [[1.0, 0.0], [0.0, 1.0]]);
}

#[test]
fn malformed_input_is_refused() {
    assert_eq!(
        acceptability::<Vec<f64>>(&[], &[1]),
        Err(Error::Alternatives(0))
    );
    assert_eq!(
        acceptability(&[[1.0]; 4], &[1]),
        Err(Error::Alternatives(4))
    );
    assert_eq!(acceptability(&[[1.0], [2.0]], &[0]), Err(Error::Points(0)));
    assert_eq!(
        acceptability(&[[1.0], [2.0]], &[2_001]),
        Err(Error::Points(2_001))
    );
    assert_eq!(
        acceptability(&[vec![1.0], vec![2.0, 1.0]], &[1]),
        Err(Error::Shape {
            alternative: 1,
            values: 2,
            criteria: 1
        })
    );
    assert_eq!(
        acceptability(&[[1.0], [f64::NAN]], &[1]),
        Err(Error::NotFinite {
            alternative: 1,
            criterion: 0
        })
    );
}
