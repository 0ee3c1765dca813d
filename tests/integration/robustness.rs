//! How firm a result is, against trying it out.

use crate::drawn::{answers, complete, draw, fixed, read, standing};
use proptest::prelude::*;
use trilemma::engine::robustness::{Flip, Unknowns, WeightRobustness, flips, tolerated_error};
use trilemma::engine::scoring::{Baseline, Completions, Standing};
use trilemma::files::Facts;
use trilemma::files::{
    Alternative, Answers, Files, Origin, Place, Rubric, Truth, Weight, WeightOverride, Weights,
};

fn unchanged(rubric: &Rubric) -> Weights {
    Weights::unchanged(rubric.criteria.len())
}

fn place() -> Place {
    Place {
        file: Files::default().add("test", ""),
        start: 0,
        end: 0,
    }
}

fn all_flips(rubric: &Rubric, answers: &Answers) -> Vec<Flip> {
    let (facts, weights) = (Facts::new(rubric, answers), unchanged(rubric));
    let standing = standing(rubric, answers);
    flips(
        &Baseline {
            rubric,
            facts: &facts,
            weights: &weights,
            standing: &standing,
        },
        None,
    )
}

proptest! {
    #![proptest_config(fixed(300))]

    /// Looking up again only what reads an answer is looking up everything.
    #[test]
    fn a_varied_standing_is_the_standing_under_the_other_answer(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let (facts, weights) = (Facts::new(&rubric, &answers), unchanged(&rubric));
        let standing = standing(&rubric, &answers);
        let baseline = Baseline { rubric: &rubric, facts: &facts, weights: &weights, standing: &standing };
        for question in rubric.question_indices() {
            for value in crate::drawn::values(&rubric, question) {
                let varied = baseline.with(question, &value);
                let changed = facts.with(&rubric, [(question, &value)]);
                let anew = Standing::new(&rubric, &changed, &weights);
                let varied = varied.as_ref().unwrap_or(&standing);
                prop_assert_eq!(format!("{varied:?}"), format!("{anew:?}"));
            }
        }
    }

    /// Setting a weight, as `--weight` would, gives the lead that is drawn.
    #[test]
    fn the_lead_at_either_end_of_a_weight_is_that_of_the_scores(draw in draw()) {
        let rubric = read(&draw);
        let standing = standing(&rubric, &answers(&rubric, &draw));
        let Some(weights) = WeightRobustness::of(&standing).expect("it is worked out") else {
            return Ok(());
        };
        let (leader, rivals) = weights.alternatives.split_first().expect("there are some");
        let swings = weights.swings();
        prop_assert_eq!(swings.len(), weights.criteria.len());
        for swing in swings {
            for (points, lead) in [(Weight::MIN, swing.at_least), (Weight::MAX, swing.at_most)] {
                let all = standing.criteria.iter().map(|known| if known.criterion == swing.of { points } else { known.weight });
                let scores = standing.reweighted(&rubric, &all.collect::<Vec<_>>()).scores;
                let nearest = rivals.iter().map(|rival| scores[*leader] - scores[*rival]);
                let nearest = nearest.fold(f64::INFINITY, f64::min);
                prop_assert!((nearest - lead).abs() < 1e-9, "{lead} instead of {nearest}");
            }
        }
    }

    /// Setting the answer, as `--set` would, gives what was announced.
    #[test]
    fn a_flip_answer_leads_to_exactly_the_outcome_it_announces(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let before = standing(&rubric, &answers).outcome;
        for flip in all_flips(&rubric, &answers) {
            let mut changed = answers.clone();
            let mut answer = answers.get(flip.question).expect("it was answered").clone();
            answer.value = Some(flip.value.clone());
            changed.set(flip.question, answer);
            let facts = Facts::new(&rubric, &changed);
            let stale: Vec<_> = rubric.question_indices().filter(|&q| facts.applies(q) == Truth::False).collect();
            for question in stale {
                changed.remove(question);
            }
            let after = standing(&rubric, &changed).outcome;
            prop_assert!(after == flip.outcome);
            prop_assert!(!after.is_same_as(&before));
        }
    }

    /// Every choice that is not announced as a flip leaves the outcome as it is.
    #[test]
    fn no_answer_that_would_change_the_outcome_is_left_out(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let before = standing(&rubric, &answers).outcome;
        let flips = all_flips(&rubric, &answers);
        let facts = Facts::new(&rubric, &answers);
        for question in rubric.question_indices() {
            let Some(given) = answers.get(question).filter(|_| facts.applies(question) == Truth::True) else { continue };
            for value in crate::drawn::values(&rubric, question) {
                if matches!(value, trilemma::files::Value::Choices(_) | trilemma::files::Value::Number(_)) {
                    continue;
                }
                let mut changed = answers.clone();
                changed.set(question, trilemma::files::Answer { value: Some(value.clone()), ..given.clone() });
                let announced = flips.iter().any(|flip| flip.question == question && flip.value == value);
                prop_assert_eq!(announced, !standing(&rubric, &changed).outcome.is_same_as(&before));
            }
        }
    }

    /// The leader stays first just inside a switching weight, and does not just outside.
    #[test]
    fn a_switching_weight_is_where_the_leader_changes(draw in draw()) {
        let rubric = read(&draw);
        let standing = standing(&rubric, &answers(&rubric, &draw));
        let Some(robustness) = WeightRobustness::of(&standing).expect("it is consistent") else { return Ok(()) };
        let ratings = |alternative: Alternative| -> Vec<f64> {
            let rated = standing.criteria.iter().filter_map(|known| Some(f64::from(known.ratings?[alternative])));
            rated.collect()
        };
        let points: Vec<f64> = robustness
            .criteria
            .iter()
            .map(|criterion| f64::from(standing.criteria[criterion.0].weight))
            .collect();
        let score = |alternative: Alternative, moved: usize, weight: f64| -> f64 {
            let total: f64 = points.iter().sum();
            let others = total - points[moved];
            let weighted = ratings(alternative).into_iter().enumerate().map(|(j, rating)| {
                let share = if j == moved { weight } else { (1.0 - weight) * points[j] / others };
                share * rating
            });
            weighted.sum()
        };
        let leader = robustness.alternatives[0];
        for switching in &robustness.criterion_weights {
            let moved = robustness.criteria.iter().position(|criterion| *criterion == switching.of).expect("it counts");
            for (end, outward) in [(switching.low, -1e-6), (switching.high, 1e-6)] {
                let Some(end) = end else { continue };
                let lead = |weight: f64| score(leader, moved, weight) - score(end.rival, moved, weight);
                prop_assert!(lead(end.weight - outward) > -1e-9);
                prop_assert!(lead(end.weight + outward) < 1e-9);
                prop_assert!(lead(end.weight).abs() < 1e-9);
            }
        }
    }

    /// Whole points beyond a switching weight, given as `--weight` would, put the rival ahead.
    #[test]
    fn whole_points_beyond_a_switching_weight_put_the_rival_ahead(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let before = standing(&rubric, &answers);
        let Some(robustness) = WeightRobustness::of(&before).expect("it is consistent") else { return Ok(()) };
        let leader = robustness.alternatives[0];
        for switching in &robustness.criterion_weights {
            let Some(end) = switching.high else { continue };
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // small and not negative
            let beyond = (end.points + 1e-9).floor().min(200.0) as u8 + 1;
            let Some(weight) = Weight::new(beyond) else { continue };
            let mut weights = unchanged(&rubric);
            weights.set(switching.of, WeightOverride { weight, origin: Origin::CommandLine, place: place() });
            let after = Standing::new(&rubric, &Facts::new(&rubric, &answers), &weights);
            prop_assert!(after.scores[end.rival] > after.scores[leader]);
        }
    }

    /// Weights drawn within the tolerated error leave the leader first.
    #[test]
    fn weights_within_the_tolerated_error_leave_the_leader_first(
        draw in draw(),
        errors in prop::collection::vec(-1.0f64..1.0, 6),
    ) {
        let rubric = read(&draw);
        let standing = standing(&rubric, &answers(&rubric, &draw));
        let Some(robustness) = WeightRobustness::of(&standing).expect("it is consistent") else { return Ok(()) };
        let tolerated = robustness.tolerated_error;
        let rated: Vec<_> = standing.criteria.iter().filter_map(|known| Some((known.weight, known.ratings?))).collect();
        let total: f64 = rated.iter().map(|(weight, _)| f64::from(*weight)).sum();
        let moved: Vec<f64> = rated
            .iter()
            .zip(&errors)
            .map(|((weight, _), error)| f64::from(*weight) / total * (1.0 + 0.999 * tolerated * error))
            .collect();
        // Only weights that still sum to 1 are weights.
        let sum: f64 = moved.iter().sum();
        let within = moved.iter().zip(&rated).all(|(moved, (weight, _))| {
            let stated = f64::from(*weight) / total;
            (moved / sum - stated).abs() <= tolerated * stated
        });
        prop_assume!(within);
        let score = |alternative: Alternative| -> f64 {
            moved.iter().zip(&rated).map(|(w, (_, ratings))| w * f64::from(ratings[alternative])).sum()
        };
        let [leader, rivals @ ..] = robustness.alternatives.as_slice() else { return Ok(()) };
        prop_assert!(rivals.iter().all(|rival| score(*leader) >= score(*rival) - 1e-9));
    }

    /// The outlook is what trying every answer gives, each answer as often as it is likely.
    #[test]
    fn the_outlook_is_that_of_trying_every_answer(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let (facts, weights) = (Facts::new(&rubric, &answers), unchanged(&rubric));
        let partial = standing(&rubric, &answers);
        let completions = Completions::new(&rubric, &facts, &partial);
        let baseline = Baseline { rubric: &rubric, facts: &facts, weights: &weights, standing: &partial };
        let unknowns = Unknowns::of(&baseline, &completions);
        prop_assert!(unknowns.outlook.exact);
        let mut firsts = Vec::new();
        complete(&rubric, &answers, &mut |answers| {
            let full = standing(&rubric, answers);
            let best = full.ranking.first().map_or(0.0, |first| full.scores[first.alternative]);
            let first = |a: &Alternative| full.is_viable(*a) && full.scores[*a] > best - 1e-9;
            firsts.push(Alternative::ALL.into_iter().filter(first).collect::<Vec<_>>());
        });
        for alternative in Alternative::ALL {
            let share = unknowns.outlook.first[alternative];
            prop_assert_eq!(share.low, share.high);
            prop_assert!((0.0..=1.0).contains(&share.low));
            prop_assert_eq!(share.high > 0.0, firsts.iter().any(|first| first.contains(&alternative)));
            prop_assert_eq!(share.low >= 1.0, firsts.iter().all(|first| first.contains(&alternative)));
        }
        if let Some(certain) = unknowns.outlook.guaranteed() {
            prop_assert!(firsts.iter().all(|first| first == &[certain]));
        }
        for open in &unknowns.questions {
            prop_assert!(open.value >= 0.0);
            prop_assert!((0.0..=1.0 + 1e-12).contains(&open.changes));
        }
    }

    /// A question decides if and only if some answer to it changes the outcome.
    #[test]
    fn a_question_decides_if_some_answer_changes_the_outcome(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let (facts, weights) = (Facts::new(&rubric, &answers), unchanged(&rubric));
        let partial = standing(&rubric, &answers);
        let completions = Completions::new(&rubric, &facts, &partial);
        let baseline = Baseline { rubric: &rubric, facts: &facts, weights: &weights, standing: &partial };
        let unknowns = Unknowns::of(&baseline, &completions);
        for open in &unknowns.questions {
            let changes = crate::drawn::values(&rubric, open.question).into_iter().any(|value| {
                let answered = facts.with(&rubric, [(open.question, &value)]);
                let after = Standing::new(&rubric, &answered, &unchanged(&rubric)).outcome;
                !after.is_same_as(&partial.outcome)
            });
            prop_assert_eq!(open.decides, changes);
        }
    }
}

#[test]
fn what_dominates_tolerates_any_error_in_the_weights() {
    assert_eq!(tolerated_error(&[vec![1.0, 2.0]], &[0.5, 0.5]), 1.0);
    assert_eq!(tolerated_error(&[vec![1.0, -2.0]], &[0.5, 0.5]), 0.0);
}
