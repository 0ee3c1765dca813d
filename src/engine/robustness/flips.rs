//! Single answers that would change the outcome.

use crate::engine::scoring::{Baseline, Outcome, Tests, bands, number_in};
use crate::files::Following;
use crate::files::Status;
use crate::files::{Answers, ChoiceSet, NumberRange, QuestionIndex, QuestionKind, Value};

/// A different answer to one question that would change the outcome, all else staying as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// The question.
    pub question: QuestionIndex,
    /// The answer; for a number, one from the band.
    pub value: Value,
    /// For a number, the band of answers that all do the same.
    pub band: Option<NumberRange>,
    /// How far it is from the answer given: choices or bands away, in the order of the rubric; 1 for yes instead of no,
    /// and for one choice more or less.
    pub steps: usize,
    /// The outcome it would lead to.
    pub outcome: Outcome,
}

/// Every single different answer to an answered question that would change the outcome of a standing, nearest first, then in the
/// order of asking. Vetoes that it fires or lifts are taken into account, and so are questions that begin or cease to
/// apply with it, and answers that follow from it.
pub fn flips(baseline: &Baseline<'_>, following: Option<(&Answers, &dyn Following)>) -> Vec<Flip> {
    let Baseline {
        rubric,
        facts,
        standing,
        ..
    } = *baseline;
    let tests = Tests::of(rubric);
    let answered = rubric
        .question_indices()
        .filter(|&question| facts.status(question) == Status::Known);
    let given = answered.filter_map(|question| Some((question, facts.value(question)?)));
    let mut flips: Vec<Flip> = given
        .flat_map(|(question, given)| others(&tests, question, given))
        .filter_map(|other| {
            let after = match following {
                Some((answers, following)) if following.hangs_on(other.question) => {
                    let followed = following.with(answers, facts, other.question, &other.value);
                    baseline.with_followed(other.question, &other.value, &followed)
                }
                _ => baseline.with(other.question, &other.value),
            };
            let after = after?.outcome;
            let Other {
                question,
                value,
                band,
                steps,
            } = other;
            (!after.is_same_as(&standing.outcome)).then_some(Flip {
                question,
                value,
                band,
                steps,
                outcome: after,
            })
        })
        .collect();
    flips.sort_by_key(|flip| (flip.steps, flip.question));
    flips
}

/// An answer other than the one given.
struct Other {
    question: QuestionIndex,
    value: Value,
    band: Option<NumberRange>,
    steps: usize,
}

fn others(tests: &Tests<'_>, question: QuestionIndex, given: &Value) -> Vec<Other> {
    let other = |value, steps| Other {
        question,
        value,
        band: None,
        steps,
    };
    match (given, &tests.rubric.question(question).kind) {
        (Value::Choice(given), QuestionKind::Choice(choices)) => {
            let others = (0..choices.len()).filter(|choice| choice != given);
            others
                .map(|choice| other(Value::Choice(choice), choice.abs_diff(*given)))
                .collect()
        }
        (
            Value::Choices(given),
            QuestionKind::Choices {
                choices,
                allow_none,
            },
        ) => {
            let toggled = (0..choices.len()).map(|choice| toggle(*given, choice));
            let allowed = toggled.filter(|set| *allow_none || !set.is_empty());
            allowed.map(|set| other(Value::Choices(set), 1)).collect()
        }
        (Value::Number(given), QuestionKind::Number { .. }) => other_bands(tests, question, *given),
        (Value::YesNo(given), QuestionKind::YesNo) => vec![other(Value::YesNo(!given), 1)],
        _ => Vec::new(),
    }
}

fn toggle(set: ChoiceSet, choice: usize) -> ChoiceSet {
    let kept = set.iter().filter(|&member| member != choice);
    let added = (!set.contains(choice)).then_some(choice);
    kept.chain(added).collect()
}

fn other_bands(tests: &Tests<'_>, question: QuestionIndex, given: f64) -> Vec<Other> {
    let bands = bands(tests, question);
    let Some(own) = bands.iter().position(|band| band.contains(given)) else {
        return Vec::new();
    };
    let others = bands
        .into_iter()
        .enumerate()
        .filter(|(position, _)| *position != own);
    others
        .map(|(position, band)| Other {
            question,
            value: Value::Number(number_in(band, tests.rubric.question(question))),
            band: Some(band),
            steps: position.abs_diff(own),
        })
        .collect()
}
