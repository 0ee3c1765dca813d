//! Published tables with known results. Each file in `tests/oracles` names its source.

use std::fs;

use crate::common::root;
use crate::reference::{close, close_rows, uniform};
use serde_json::Value;
use trilemma::engine::robustness::acceptability::acceptability;
use trilemma::engine::robustness::{
    PossibleAnswer, least_difference, probability_of_change, stability_interval,
    value_of_information,
};
use trilemma::engine::scoring::{competition_ranks, weighted_mean};

#[test]
fn the_weighted_sum_reproduces_kracka_brauers_and_zavadskas_2010() {
    let oracle = read("wsm-kracka2010");
    let matrix = table(&oracle["data"]["normalized_matrix"]);
    assert_weighted_sum(
        &oracle,
        &matrix,
        &numbers(&oracle["data"]["normalized_weights"]),
        1.0,
        "ranks",
    );
}

#[test]
fn the_weighted_sum_reproduces_triantaphyllou_and_sanchez_1997() {
    let oracle = read("wsm-triantaphyllou1997");
    let weights = numbers(&oracle["data"]["weights"]);
    // Their weights sum to 1 and their scores are sums, where ours are means.
    let total = weights.iter().sum();
    assert_weighted_sum(
        &oracle,
        &table(&oracle["data"]["matrix"]),
        &weights,
        total,
        "ranks",
    );
}

#[test]
fn an_exact_tie_is_a_tie_in_spite_of_binary_fractions() {
    let oracle = read("wsm-wikipedia-tie");
    let weights = numbers(&oracle["data"]["weights"]);
    assert_weighted_sum(
        &oracle,
        &table(&oracle["data"]["matrix"]),
        &weights,
        1.0,
        "ranks_competition",
    );
}

fn assert_weighted_sum(
    oracle: &Value,
    matrix: &[Vec<f64>],
    weights: &[f64],
    total: f64,
    ranks: &str,
) {
    let tolerance = oracle["tolerance"].as_f64().expect("a tolerance");
    let scores: Vec<f64> = matrix
        .iter()
        .map(|row| weighted_mean(weights, row).expect("weights") * total)
        .collect();
    for (score, expected) in scores.iter().zip(numbers(&oracle["expected"]["scores"])) {
        assert!(
            (score - expected).abs() <= tolerance,
            "{score} is not {expected}"
        );
    }
    assert_eq!(
        Value::from(competition_ranks(&scores, 1e-9)),
        oracle["expected"][ranks]
    );
}

fn read(id: &str) -> Value {
    let path = root().join("tests/oracles").join(id).with_extension("json");
    serde_json::from_str(&fs::read_to_string(path).expect("the oracle is there"))
        .expect("the oracle is JSON")
}

fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .expect("a list")
        .iter()
        // An alternative against itself is null there and 0 here.
        .map(|number| number.as_f64().unwrap_or(0.0))
        .collect()
}

fn table(value: &Value) -> Vec<Vec<f64>> {
    value
        .as_array()
        .expect("a table")
        .iter()
        .map(numbers)
        .collect()
}

fn cases(oracle: &Value) -> &[Value] {
    oracle["expected"]["cases"].as_array().expect("cases")
}

#[test]
fn acceptability_reproduces_pysensmcda_on_small_tables() {
    let oracle = read("smaa-exact-small");
    let tolerance = oracle["tolerance"].as_f64().expect("a number");
    for case in cases(&oracle) {
        let name = case["name"].as_str().expect("a name");
        let values = table(&case["scores"]);
        let result = uniform(&values);
        close_rows(
            &result.ranks,
            &table(&case["rank_acceptability"]),
            tolerance,
            name,
        );
        close_rows(
            &result.pairwise,
            &table(&case["pairwise_winning"]),
            tolerance,
            name,
        );
        close_rows(
            &result.pairwise,
            &table(&case["peer"]["pairwise"]),
            tolerance,
            name,
        );
        let peer_firsts = numbers(&case["peer"]["acceptability"]);
        for (ranks, first) in result.ranks.iter().zip(peer_firsts) {
            close(ranks[0], first, tolerance, name);
        }
    }
}

#[test]
fn acceptability_under_constrained_weights_reproduces_pysensmcda() {
    let oracle = read("smaa-exact-constrained-weights");
    let tolerance = oracle["tolerance"].as_f64().expect("a number");
    for case in cases(&oracle) {
        let values = table(&case["scores"]);
        let means_of_prefixes: Vec<Vec<f64>> = values
            .iter()
            .map(|row| {
                (1..=row.len())
                    .map(|k| row[..k].iter().sum::<f64>() / k as f64)
                    .collect()
            })
            .collect();
        let bounds = numbers(&case["lower_bounds"]["l"]);
        let free = 1.0 - bounds.iter().sum::<f64>();
        let above_bounds: Vec<Vec<f64>> = values
            .iter()
            .map(|row| {
                let least: f64 = row.iter().zip(&bounds).map(|(v, l)| v * l).sum();
                row.iter().map(|v| least + free * v).collect()
            })
            .collect();
        for (region, values) in [
            ("rank_order", means_of_prefixes),
            ("lower_bounds", above_bounds),
        ] {
            let result = uniform(&values);
            close_rows(
                &result.ranks,
                &table(&case[region]["rank_acceptability"]),
                tolerance,
                region,
            );
            for (ranks, first) in result
                .ranks
                .iter()
                .zip(numbers(&case[region]["peer_first_rank"]))
            {
                close(ranks[0], first, tolerance, region);
            }
        }
    }
}

#[test]
fn acceptability_at_twenty_and_thirty_criteria_agrees_with_sampling_by_others() {
    let oracle = read("smaa-exact-3x20-3x30");
    let tolerance = oracle["tolerance"]["exact"].as_f64().expect("a number");
    for case in cases(&oracle) {
        let name = case["name"].as_str().expect("a name");
        let values = table(&case["scores"]);
        let result = uniform(&values);
        close_rows(
            &result.ranks,
            &table(&case["rank_acceptability"]),
            tolerance,
            name,
        );
        close_rows(&result.pairwise, &table(&case["pairwise"]), tolerance, name);
        for (ranks, sampled) in result.ranks.iter().zip(table(&case["mc_2e7"])) {
            for (share, sampled) in ranks.iter().zip(sampled) {
                close(
                    *share,
                    sampled,
                    4.0 * (share * (1.0 - share) / 2e7).sqrt(),
                    name,
                );
            }
        }
    }
}

#[test]
fn degenerate_tables_come_out_as_stated() {
    let oracle = read("smaa-degenerate");
    let tolerance = oracle["tolerance"].as_f64().expect("a number");
    let expected = &oracle["expected"];

    let knife_edge = uniform(&table(&oracle["data"]["knife_edge"]));
    for (ranks, first) in knife_edge
        .ranks
        .iter()
        .zip(numbers(&expected["knife_edge"]["first_rank"]))
    {
        close(ranks[0], first, tolerance, "knife edge");
    }
    assert_eq!(
        knife_edge.ranks[2],
        [0.0, 1.0, 0.0],
        "second for all weights but those of measure zero"
    );

    let values = table(&oracle["data"]["dominated"]);
    let dominated = uniform(&values);
    assert_eq!(dominated.ranks, [[1.0, 0.0], [0.0, 1.0]]);

    let identical = uniform(&table(&oracle["data"]["identical"]));
    assert_eq!(identical.ranks, [[1.0, 0.0], [1.0, 0.0]]);
    assert_eq!(identical.pairwise, [[0.0, 0.0], [0.0, 0.0]]);
    assert_eq!(identical.orders.len(), 1);
    assert_eq!(identical.orders[0].places, [[0, 1]]);
}

#[test]
fn pairwise_winning_indices_reproduce_the_exact_formula() {
    let oracle = read("pairwise-winning-exact");
    let tolerance = oracle["tolerance"].as_f64().expect("a number");
    let share = |d: &[f64]| {
        let result =
            acceptability(&[d.to_vec(), vec![0.0; d.len()]], &vec![1; d.len()]).expect("computes");
        assert_eq!(result.pairwise[0][1], result.ranks[0][0]);
        result.pairwise[0][1]
    };
    for (case, expected) in oracle["data"]["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .zip(cases(&oracle))
    {
        close(
            share(&numbers(&case["d"])),
            expected["p"].as_f64().expect("a number"),
            tolerance,
            "pair",
        );
    }
    for case in oracle["expected"]["tie_cases"].as_array().expect("cases") {
        close(
            share(&numbers(&case["d"])),
            case["race"].as_f64().expect("a number"),
            tolerance,
            "ties",
        );
    }
}

#[test]
fn weight_stability_intervals_reproduce_drugis_and_bisection_through_scikit_criteria() {
    let oracle = read("weight-stability-intervals");
    let tolerance = oracle["tolerance"]["closed_form_vs_R"]
        .as_f64()
        .expect("a tolerance");
    for case in cases(&oracle) {
        let (values, weights) = (table(&case["scores"]), numbers(&case["weights"]));
        let winner = index(&case["winner"]).expect("a winner");
        for (criterion, expected) in case["intervals"]
            .as_array()
            .expect("intervals")
            .iter()
            .enumerate()
        {
            let members: Vec<bool> = (0..weights.len()).map(|other| other == criterion).collect();
            let interval = stability_interval(&values, &weights, winner, &members)
                .expect("others have weight");
            close(
                interval.low,
                expected["low"].as_f64().expect("a number"),
                tolerance,
                "low",
            );
            close(
                interval.high,
                expected["high"].as_f64().expect("a number"),
                tolerance,
                "high",
            );
            assert_eq!(interval.low_rival, index(&expected["low_rival"]));
            assert_eq!(interval.high_rival, index(&expected["high_rival"]));
            close_rows(
                &[vec![interval.low, interval.high]],
                &[numbers(&case["drugis_R"][criterion])],
                tolerance,
                "R",
            );
        }
    }
}

#[test]
fn interval_dominance_is_that_of_a_linear_program() {
    let oracle = read("interval-dominance-LP");
    let tolerance = oracle["tolerance"].as_f64().expect("a tolerance");
    for case in cases(&oracle) {
        let (low, high) = (table(&case["low"]), table(&case["high"]));
        let (least, most) = (numbers(&case["w_low"]), numbers(&case["w_high"]));
        for expected in table(&case["min_difference"]) {
            let [a, b, least_margin] = expected[..] else {
                panic!("a pair and a number")
            };
            let (a, b) = (position(a), position(b));
            let differences: Vec<f64> = low[a].iter().zip(&high[b]).map(|(a, b)| a - b).collect();
            close(
                least_difference(&differences, &least, &most).expect("weights"),
                least_margin,
                tolerance,
                "margin",
            );
        }
    }
}

#[test]
fn the_value_of_information_is_that_of_full_enumeration() {
    let oracle = read("value-of-information-enumeration");
    let tolerance = oracle["tolerance"].as_f64().expect("a tolerance");
    let (scores, weights) = (
        table(&oracle["data"]["scores"]),
        numbers(&oracle["data"]["weights"]),
    );
    let unknown = oracle["data"]["unknown"].as_object().expect("questions");
    let answers = |question: &str| -> Vec<(f64, Vec<f64>)> {
        let answers = unknown[question].as_array().expect("answers").iter();
        answers
            .map(|answer| {
                (
                    answer["prob"].as_f64().expect("a number"),
                    numbers(&answer["scores"]),
                )
            })
            .collect()
    };
    let mean = |question: &str, alternative: usize| -> f64 {
        answers(question)
            .iter()
            .map(|(probability, scores)| probability * scores[alternative])
            .sum()
    };
    let score = |alternative: usize, criterion: usize| {
        let id = criterion.to_string();
        if unknown.contains_key(&id) {
            mean(&id, alternative)
        } else {
            scores[alternative][criterion]
        }
    };
    let expected: Vec<f64> = (0..scores.len())
        .map(|alternative| {
            (0..weights.len())
                .map(|j| weights[j] * score(alternative, j))
                .sum()
        })
        .collect();
    close_rows(
        std::slice::from_ref(&expected),
        &[numbers(&oracle["expected"]["expected_values"])],
        tolerance,
        "expected values",
    );
    for question in unknown.keys() {
        let weight = weights[question.parse::<usize>().expect("a position")];
        let possible: Vec<PossibleAnswer> = answers(question)
            .into_iter()
            .map(|(probability, scores)| {
                let shift = |alternative: usize| {
                    weight * (scores[alternative] - mean(question, alternative))
                };
                PossibleAnswer {
                    probability,
                    shifts: (0..scores.len()).map(shift).collect(),
                }
            })
            .collect();
        let wanted = &oracle["expected"]["EVPPI"][question];
        let value = value_of_information(&expected, &possible);
        close(
            value,
            wanted["EVPPI"].as_f64().expect("a number"),
            tolerance,
            question,
        );
        let changes = wanted["prob_recommendation_changes"]
            .as_f64()
            .expect("a number");
        close(
            probability_of_change(&expected, &possible),
            changes,
            tolerance,
            question,
        );
    }
}

fn index(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|index| usize::try_from(index).ok())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // positions in a table of three
fn position(number: f64) -> usize {
    number as usize
}
