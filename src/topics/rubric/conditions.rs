//! Conditions in words, the same in every format.

use crate::files::{
    ChoiceSet, Condition, CountRange, NumberRange, Predicate, Question, QuestionKind, Rubric, Test,
    Unit,
};
use crate::output::wording;

/// A condition as a clause without a full stop: "p99 latency under 20 ms and on call is “Nobody yet”".
pub fn words(condition: &Condition, rubric: &Rubric) -> String {
    match condition {
        Condition::AllOf(parts) => wording::list(&clauses(parts, rubric)),
        Condition::AnyOf(parts) => wording::either(&clauses(parts, rubric)),
        Condition::Not(part) => negated(part, rubric),
        Condition::Test(test) => test_words(test, rubric, false),
    }
}

/// What a question is about, in words: its id without hyphens and without an abbreviated unit at its end.
pub fn name(question: &Question) -> String {
    let words = question.id.replace('-', " ");
    match abbreviation(question).and_then(|unit| words.strip_suffix(unit)?.strip_suffix(' ')) {
        Some(stripped) => stripped.to_owned(),
        None => words,
    }
}

/// The parts of a condition, those in brackets that would otherwise read as belonging to their neighbours.
fn clauses(parts: &[Condition], rubric: &Rubric) -> Vec<String> {
    let clause = |part: &Condition| match part {
        Condition::AllOf(inner) | Condition::AnyOf(inner) if inner.len() > 1 && parts.len() > 1 => {
            format!("({})", words(part, rubric))
        }
        _ => words(part, rubric),
    };
    parts.iter().map(clause).collect()
}

fn negated(part: &Condition, rubric: &Rubric) -> String {
    match part {
        Condition::Test(test) => test_words(test, rubric, true),
        Condition::AllOf(_) | Condition::AnyOf(_) | Condition::Not(_) => {
            format!("not ({})", words(part, rubric))
        }
    }
}

fn test_words(test: &Test, rubric: &Rubric, negated: bool) -> String {
    let question = rubric.question(test.question);
    let name = name(question);
    let not = if negated { "not " } else { "" };
    match &test.predicate {
        Predicate::OneOf(set) => {
            format!(
                "{name} is {not}{}",
                wording::either(&labels(question, *set))
            )
        }
        Predicate::Is(yes) => format!("{name} is {not}{}", if *yes { "yes" } else { "no" }),
        Predicate::InRange(range) => format!("{name} {not}{}", range_words(question, *range)),
        Predicate::Includes { all, any, count } => {
            let demands = includes(question, &name, *all, *any, *count, not);
            match demands.as_slice() {
                [one] => one.clone(),
                several if negated => format!("not all of: {}", wording::list(several)),
                several => wording::list(several),
            }
        }
    }
}

/// What is asked of several choices, each demand as a clause. Where there is but one, `not` stands in it.
fn includes(
    question: &Question,
    name: &str,
    all: ChoiceSet,
    any: Option<ChoiceSet>,
    count: Option<CountRange>,
    not: &str,
) -> Vec<String> {
    let demands = usize::from(!all.is_empty())
        + [any.is_some(), count.is_some()]
            .map(usize::from)
            .iter()
            .sum::<usize>();
    let not = if demands == 1 { not } else { "" };
    let mut clauses = Vec::new();
    if !all.is_empty() {
        let all = wording::list(&labels(question, all));
        clauses.push(format!("{all} {not}among {name}"));
    }
    if let Some(any) = any {
        let any = wording::either(&labels(question, any));
        clauses.push(format!("{any} {not}among {name}"));
    }
    if let Some(count) = count {
        clauses.push(format!("{not}{} of {name}", count_words(count)));
    }
    clauses
}

fn labels(question: &Question, set: ChoiceSet) -> Vec<String> {
    let choices = question.choices();
    set.iter()
        .filter_map(|index| choices.get(index))
        .map(|choice| format!("“{}”", choice.label))
        .collect()
}

fn range_words(question: &Question, range: NumberRange) -> String {
    let amount = |number| amount(question, number);
    match (range.at_least, range.under) {
        (Some(low), Some(high)) => {
            format!("from {} to under {}", wording::number(low), amount(high))
        }
        (Some(low), None) => format!("at least {}", amount(low)),
        (None, Some(high)) => format!("under {}", amount(high)),
        (None, None) => "known".to_owned(),
    }
}

/// A number with its unit, unless the name of the question says the unit already.
fn amount(question: &Question, number: f64) -> String {
    let unit = unit(question);
    let says = |unit: &Unit| {
        let named = name(question);
        named
            .split(' ')
            .any(|word| word == unit.one || word == unit.other)
    };
    match unit.filter(|unit| !says(unit)) {
        Some(unit) => unit.amount(number),
        None => wording::number(number),
    }
}

fn count_words(count: CountRange) -> String {
    match (count.at_least, count.under) {
        (Some(low), Some(high)) if low + 1 == high => format!("exactly {low}"),
        (Some(low), Some(high)) => format!("{low} to {}", high - 1),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(1)) => "none".to_owned(),
        (None, Some(high)) => format!("fewer than {high}"),
        (None, None) => "any number".to_owned(),
    }
}

fn unit(question: &Question) -> Option<&Unit> {
    match &question.kind {
        QuestionKind::Number { unit, .. } => unit.as_ref(),
        _ => None,
    }
}

/// A unit that is the same for one as for many, such as ms.
fn abbreviation(question: &Question) -> Option<&str> {
    unit(question)
        .filter(|unit| unit.one == unit.other)
        .map(|unit| unit.one.as_str())
}
