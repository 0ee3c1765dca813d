//! What each change accounts for, against trying it out.

use crate::drawn::{Draw, answers, draw, fixed, read};
use proptest::prelude::*;
use trilemma::engine::scoring::Standing;
use trilemma::files::Facts;
use trilemma::files::{
    Alternative, Answers, CriterionIndex, Files, Gate, Origin, Place, QuestionIndex, Requirements,
    Rubric, Weight, WeightOverride, Weights,
};
use trilemma::topics::compare::{
    Altered, Attributed, DecisionComparison, Presence, Stated, SubjectChange, compare_decisions,
};

fn place() -> Place {
    let file = Files::default().add("stated", "");
    Place {
        file,
        start: 0,
        end: 0,
    }
}

fn weights(rubric: &Rubric, points: &[u8]) -> Weights {
    let mut weights = Weights::unchanged(rubric.criteria.len());
    for (criterion, &points) in rubric.criterion_indices().zip(points) {
        if let Some(weight) = Weight::new(points) {
            let own = WeightOverride {
                weight,
                origin: Origin::Shared,
                place: place(),
            };
            weights.set(criterion, own);
        }
    }
    weights
}

fn requirements(answers: Answers, weights: Weights) -> Requirements {
    Requirements {
        title: "Drawn".to_owned(),
        place: place(),
        answers,
        weights,
        components: Vec::new(),
        decision: None,
        landscapes: Vec::new(),
        scorecards: Vec::new(),
        findings: Vec::new(),
        gate: Gate::default(),
        waivers: Vec::new(),
        case: None,
        expect: None,
    }
}

/// A rubric with requirements: from one draw the rubric, from the other the answers.
fn stated(of_rubric: &Draw, of_answers: &Draw, points: &[u8]) -> (Rubric, Requirements) {
    let rubric = read(of_rubric);
    let answers = answers(&rubric, of_answers);
    let weights = weights(&rubric, points);
    (rubric, requirements(answers, weights))
}

fn compared<'a>(
    before: &'a (Rubric, Requirements),
    after: &'a (Rubric, Requirements),
) -> DecisionComparison<'a> {
    let [before, after] = [before, after].map(|(rubric, requirements)| Stated {
        rubric,
        requirements,
    });
    compare_decisions(before, after).expect("it can be worked out")
}

fn only<'c>(comparison: &'c DecisionComparison<'_>) -> &'c SubjectChange {
    match &comparison.subjects[0].presence {
        Presence::Both(change) => change,
        Presence::Added(_) | Presence::Removed(_) => unreachable!("both are wholes"),
    }
}

fn key(change: &Attributed) -> String {
    match &change.what {
        Altered::Answer(answer) => format!("answer {}", answer.question),
        Altered::Weight(weight) => format!("weight {}", weight.criterion),
        Altered::Criterion { id, .. } => format!("criterion {id}"),
        Altered::Rubric => "rubric".to_owned(),
    }
}

fn standing(stated: &(Rubric, Requirements)) -> Standing {
    let (rubric, requirements) = stated;
    let facts = Facts::new(rubric, &requirements.answers);
    Standing::new(rubric, &facts, &requirements.weights)
}

/// What a change of the same rubric is.
enum Single {
    Answer(QuestionIndex),
    Weight(CriterionIndex),
}

/// The Shapley value by its definition: the mean over every order, each step scored as a file of its own.
fn by_definition(
    before: &(Rubric, Requirements),
    after: &(Rubric, Requirements),
    changes: &[Single],
) -> Vec<[f64; 3]> {
    let mut values = vec![[0.0; 3]; changes.len()];
    let mut orders = 0.0;
    permute(&mut (0..changes.len()).collect(), 0, &mut |order| {
        orders += 1.0;
        let rubric = &before.0;
        let mut now = requirements(before.1.answers.clone(), before.1.weights.clone());
        let score = |now: &Requirements| {
            let facts = Facts::new(rubric, &now.answers);
            let scores = Standing::new(rubric, &facts, &now.weights).scores;
            Alternative::ALL.map(|alternative| scores[alternative])
        };
        let mut scores = score(&now);
        for &change in order {
            match changes[change] {
                Single::Answer(question) => match after.1.answers.get(question) {
                    Some(answer) => now.answers.set(question, answer.clone()),
                    None => drop(now.answers.remove(question)),
                },
                Single::Weight(criterion) => {
                    let mut weights = Weights::unchanged(rubric.criteria.len());
                    for other in rubric.criterion_indices() {
                        let from = if other == criterion {
                            &after.1.weights
                        } else {
                            &now.weights
                        };
                        if let Some(own) = from.get(other) {
                            weights.set(other, *own);
                        }
                    }
                    now.weights = weights;
                }
            }
            let next = score(&now);
            for (value, (next, before)) in values[change].iter_mut().zip(next.iter().zip(scores)) {
                *value += next - before;
            }
            scores = next;
        }
    });
    for value in values.iter_mut().flatten() {
        *value /= orders;
    }
    values
}

fn permute(order: &mut Vec<usize>, fixed: usize, visit: &mut impl FnMut(&[usize])) {
    if fixed == order.len() {
        return visit(order);
    }
    for other in fixed..order.len() {
        order.swap(fixed, other);
        permute(order, fixed + 1, visit);
        order.swap(fixed, other);
    }
}

fn points() -> impl Strategy<Value = Vec<u8>> {
    // 0 stands for a weight that is not set.
    prop::collection::vec(prop_oneof![Just(0u8), 1u8..=10], 6)
}

proptest! {
    #![proptest_config(fixed(1000))]

    #[test]
    fn what_changes_account_for_adds_up_and_turns_round_with_the_files(
        one in draw(),
        two in draw(),
        same_rubric in any::<bool>(),
        points in (points(), points()),
    ) {
        let before = stated(&one, &one, &points.0);
        let of_rubric = if same_rubric { &one } else { &two };
        let of_answers = if same_rubric && two.questions.len() < one.questions.len() { &one } else { &two };
        let after = stated(of_rubric, of_answers, &points.1);
        let (there, back) = (compared(&before, &after), compared(&after, &before));
        let (forward, backward) = (only(&there), only(&back));
        let scores = [&before, &after].map(|stated| standing(stated).scores);
        for alternative in Alternative::ALL {
            let sum: f64 = forward.changes.iter().map(|change| change.scores[alternative]).sum();
            let moved = scores[1][alternative] - scores[0][alternative];
            prop_assert!((sum - moved).abs() < 1e-9, "{sum} for {moved}");
        }
        let sum: f64 = forward.changes.iter().map(|change| change.points).sum();
        prop_assert!((sum - forward.lead.moved()).abs() < 1e-9);
        prop_assert_eq!(forward.changes.len(), backward.changes.len());
        for change in &forward.changes {
            let reverse = backward.changes.iter().find(|other| key(other) == key(change));
            let reverse = reverse.expect("it changed back");
            for alternative in Alternative::ALL {
                let both = change.scores[alternative] + reverse.scores[alternative];
                prop_assert!(both.abs() < 1e-9, "{}: {both}", key(change));
            }
        }
    }

    #[test]
    fn what_did_not_change_accounts_for_nothing(one in draw(), points in points()) {
        let stated = stated(&one, &one, &points);
        let comparison = compared(&stated, &stated);
        prop_assert!(comparison.is_same());
        prop_assert!(only(&comparison).changes.is_empty());
        prop_assert_eq!(only(&comparison).lead.moved(), 0.0);
    }
}

proptest! {
    #![proptest_config(fixed(150))]

    #[test]
    fn what_changes_account_for_is_the_mean_over_every_order(
        one in draw(),
        given in prop::collection::vec(0u8..12, 6),
        points in points(),
    ) {
        let mut two = one.clone();
        for (question, given) in two.questions.iter_mut().zip(given) {
            question.2 = given;
        }
        let before = stated(&one, &one, &[0; 6]);
        let after = stated(&one, &two, &points);
        let comparison = compared(&before, &after);
        let change = only(&comparison);
        prop_assume!(change.changes.len() <= 6);
        let singles: Vec<Single> = change.changes.iter().map(|change| match &change.what {
            Altered::Answer(answer) => Single::Answer(before.0.find_question(&answer.question).expect("it is asked")),
            Altered::Weight(weight) => Single::Weight(before.0.find_criterion(&weight.criterion).expect("it is there")),
            Altered::Criterion { .. } | Altered::Rubric => unreachable!("the rubric is the same"),
        }).collect();
        let expected = by_definition(&before, &after, &singles);
        for (change, expected) in change.changes.iter().zip(expected) {
            for (alternative, expected) in Alternative::ALL.into_iter().zip(expected) {
                let found = change.scores[alternative];
                prop_assert!((found - expected).abs() < 1e-9, "{}: {found} for {expected}", key(change));
            }
        }
    }
}
