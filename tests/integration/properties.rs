//! What holds for every rubric and every set of answers, tried on small random ones.

use crate::drawn::{answers, complete, draw, fixed, read, standing};
use proptest::prelude::*;
use trilemma::engine::scoring::{Completions, Outcome};
use trilemma::files::Facts;
use trilemma::files::{Alternative, Files, ParsedRequirements, Requirements, Rubric, Weight};

proptest! {
    #![proptest_config(fixed(300))]

    #[test]
    fn a_vetoed_alternative_is_never_recommended(draw in draw()) {
        let rubric = read(&draw);
        let standing = standing(&rubric, &answers(&rubric, &draw));
        let recommended = match &standing.outcome {
            Outcome::Recommended(alternative) => vec![*alternative],
            Outcome::TooClose(tied) => tied.clone(),
            Outcome::Inconclusive => standing.ranking.iter().map(|ranked| ranked.alternative).collect(),
            Outcome::NoViableAlternative(ways) => {
                prop_assert!(ways.iter().all(|way| !way.vetoes.is_empty()));
                Vec::new()
            }
        };
        for alternative in recommended {
            prop_assert!(standing.fired(&rubric, alternative).is_empty());
        }
    }

    /// An unknown answer takes criteria out of account, and does nothing else.
    #[test]
    fn an_unknown_answer_never_changes_a_score_except_through_coverage(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let partial = standing(&rubric, &answers);
        let mut known = rubric.clone();
        known.criteria = partial
            .criteria
            .iter()
            .filter(|criterion| !criterion.status.is_open())
            .map(|criterion| rubric.criterion(criterion.criterion).clone())
            .collect();
        let alone = standing(&known, &answers);
        for alternative in Alternative::ALL {
            prop_assert_eq!(partial.scores[alternative], alone.scores[alternative]);
        }
        prop_assert!(alone.coverage == 1.0 || alone.criteria.iter().all(|criterion| criterion.ratings.is_none()));
    }

    #[test]
    fn the_range_of_a_score_is_that_of_trying_every_answer(draw in draw()) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let partial = standing(&rubric, &answers);
        let ranges = Completions::new(&rubric, &Facts::new(&rubric, &answers), &partial).scores();
        let mut tried = Alternative::ALL.map(|_| (f64::INFINITY, f64::NEG_INFINITY));
        complete(&rubric, &answers, &mut |answers| {
            let full = standing(&rubric, answers);
            for (alternative, (low, high)) in Alternative::ALL.into_iter().zip(&mut tried) {
                *low = low.min(full.scores[alternative]);
                *high = high.max(full.scores[alternative]);
            }
        });
        for (alternative, (low, high)) in Alternative::ALL.into_iter().zip(tried) {
            let range = ranges[alternative];
            prop_assert!(range.exact);
            prop_assert!((range.low - low).abs() < 1e-9, "{} is not {low}", range.low);
            prop_assert!((range.high - high).abs() < 1e-9, "{} is not {high}", range.high);
        }
    }

    /// Looking nothing up again comes to the same as scoring anew.
    #[test]
    fn other_weights_on_a_standing_are_other_weights_in_the_rubric(
        draw in draw(),
        points in prop::collection::vec(1u8..=10, 8),
    ) {
        let rubric = read(&draw);
        let answers = answers(&rubric, &draw);
        let mut changed = rubric.clone();
        for (criterion, &points) in changed.criteria.iter_mut().zip(points.iter().cycle()) {
            criterion.weight = Weight::new(points).expect("from 1 to 10");
        }
        let points: Vec<u8> = changed.criteria.iter().map(|criterion| criterion.weight.points()).collect();
        let (anew, reweighted) = (standing(&changed, &answers), standing(&rubric, &answers).reweighted(&rubric, &points));
        prop_assert_eq!(anew.scores, reweighted.scores);
        prop_assert_eq!(anew.coverage, reweighted.coverage);
        prop_assert_eq!(anew.outcome, reweighted.outcome);
        prop_assert_eq!(anew.ranking, reweighted.ranking);
        for (anew, reweighted) in anew.criteria.iter().zip(&reweighted.criteria) {
            prop_assert_eq!(anew.contributions, reweighted.contributions);
        }
    }

    #[test]
    fn scores_and_coverage_stay_within_their_scales(draw in draw()) {
        let rubric = read(&draw);
        let standing = standing(&rubric, &answers(&rubric, &draw));
        prop_assert!((0.0..=1.0).contains(&standing.coverage));
        for alternative in Alternative::ALL {
            prop_assert!((-100.0..=100.0).contains(&standing.scores[alternative]));
        }
    }

    /// The same answers, written in another order, are the same requirements.
    #[test]
    fn the_order_of_answers_changes_nothing(draw in draw()) {
        let rubric = read(&draw);
        let mut lines: Vec<String> = draw.questions.iter().enumerate().filter_map(|(index, (kind, conditional, answer))| {
            let value = match kind {
                0 => ["a", "b", "c"][usize::from(*answer) % 3],
                1 => "6",
                2 => "yes",
                _ => "[x, z]",
            };
            // An answer that may not apply is another matter.
            (!conditional || index == 0).then(|| format!("  q{index}: {value}\n"))
        }).collect();
        let forward = requirements(&rubric, &lines.concat());
        lines.reverse();
        let backward = requirements(&rubric, &lines.concat());
        let scores = |requirements: &Requirements| {
            let standing = standing(&rubric, &requirements.answers);
            (Alternative::ALL.map(|alternative| standing.scores[alternative]), standing.outcome)
        };
        prop_assert_eq!(scores(&forward), scores(&backward));
    }
}

fn requirements(rubric: &Rubric, answers: &str) -> Requirements {
    let mut files = Files::default();
    let text = if answers.is_empty() {
        String::new()
    } else {
        format!("answers:\n{answers}")
    };
    let file = files.add(
        "requirements.yaml",
        format!("rubric: drawn\ntitle: T\n{text}"),
    );
    let draft = ParsedRequirements::read(file, &files).expect("it is YAML");
    draft.resolve(rubric, &files).expect("it is sound")
}
