//! Answers that nobody has to give, because a landscape gives them.

use super::bind::Bound;
use super::facts::{FactValue, fact};
use super::lineup::Lineup;
use crate::files::Facts;
use crate::files::Said;
use crate::files::{
    Answer, Answers, Derived, DerivedFact, Landscape, NumberSpan, Origin, OwnFinding, Place,
    Question, QuestionIndex, QuestionKind, Rubric, Truth, Value,
};
use crate::output::wording;

/// Answers the questions that a landscape can answer. An answer that was given stays, and says whether the landscape
/// speaks against it.
pub fn derive(
    rubric: &Rubric,
    bound: &Bound<'_>,
    landscape: &Landscape,
    findings: &[OwnFinding],
    answers: &mut Answers,
    place: Place,
) {
    let facts = Facts::new(rubric, answers);
    let lineup = Lineup::new(bound, landscape, &facts, findings);
    let derived = derived(
        rubric,
        &facts,
        |_| true,
        |wanted| fact(wanted, &lineup, landscape),
    );
    drop(facts);
    give(derived, rubric, landscape, answers, place);
}

/// What a landscape says to the questions that are wanted, as far as it can be told. `fact` is what each fact comes to.
pub(crate) fn derived(
    rubric: &Rubric,
    facts: &Facts<'_>,
    is_wanted: impl Fn(QuestionIndex) -> bool,
    fact: impl Fn(DerivedFact) -> Option<FactValue>,
) -> Vec<(QuestionIndex, Said)> {
    let said = rubric.question_indices().filter_map(|index| {
        let question = rubric.question(index);
        let derived = question.derived.filter(|_| is_wanted(index))?;
        let when = question.ask_when.as_ref();
        if when.is_some_and(|when| when.holds(facts) == Truth::False) {
            return None;
        }
        Some((index, said(question, fact(derived)?)))
    });
    said.collect()
}

/// Gives what a landscape says as answers.
fn give(
    derived: Vec<(QuestionIndex, Said)>,
    rubric: &Rubric,
    landscape: &Landscape,
    answers: &mut Answers,
    place: Place,
) {
    let as_of = landscape.days();
    for (index, said) in derived {
        let given = answers.get(index).filter(|answer| answer.value.is_some());
        let differs = given
            .and_then(|answer| answer.value.as_ref())
            .is_some_and(|given| speaks_against(&said, given));
        let derived = Derived {
            says: words(rubric.question(index), &said),
            as_of: as_of.clone(),
            good_until: landscape.good_until(),
            span: said.span,
            differs,
        };
        let answer = match given {
            Some(given) => Answer {
                derived: Some(derived),
                ..given.clone()
            },
            None => Answer {
                value: said.value,
                note: None,
                source: None,
                origin: Origin::Landscape,
                place,
                derived: Some(derived),
            },
        };
        answers.set(index, answer);
    }
}

/// What a fact says to a question.
fn said(question: &Question, fact: FactValue) -> Said {
    match fact {
        FactValue::Number(span) => {
            let span = within(question, span);
            // Both ends are rounded, so equality is what "known" means.
            #[allow(clippy::float_cmp)]
            let is_known = span.low == span.high;
            Said {
                value: is_known.then_some(Value::Number(span.low)),
                span: Some(span),
            }
        }
        FactValue::Words(words) => Said {
            value: Some(Value::Text(words)),
            span: None,
        },
        FactValue::YesNo(truth) => Said {
            value: match truth {
                Truth::True => Some(Value::YesNo(true)),
                Truth::False => Some(Value::YesNo(false)),
                Truth::Unknown => None,
            },
            span: None,
        },
    }
}

fn words(question: &Question, said: &Said) -> String {
    match (&said.value, said.span) {
        (Some(value), _) => question.words(value),
        (None, Some(span)) => {
            let high = question.words(&Value::Number(span.high));
            format!("{} to {high}", wording::number(span.low))
        }
        (None, None) => "not documented".to_owned(),
    }
}

fn speaks_against(said: &Said, given: &Value) -> bool {
    match (given, said.span, &said.value) {
        (Value::Number(given), Some(span), _) => *given < span.low || *given > span.high,
        (given, _, Some(value)) => given != value,
        _ => false,
    }
}

/// A span within what the question allows.
fn within(question: &Question, span: NumberSpan) -> NumberSpan {
    let QuestionKind::Number {
        minimum, maximum, ..
    } = question.kind
    else {
        return span;
    };
    let clamp = |number: f64| {
        let number = minimum.map_or(number, |minimum| number.max(minimum));
        maximum.map_or(number, |maximum| number.min(maximum))
    };
    NumberSpan {
        low: clamp(span.low),
        high: clamp(span.high),
    }
}
