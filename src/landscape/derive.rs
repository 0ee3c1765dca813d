//! Answers that nobody has to give, because a landscape gives them.

use super::bind::Bound;
use super::facts::{FactValue, fact};
use super::lineup::Lineup;
use crate::model::{
    Answer, Answers, Derived, Facts, Landscape, NumberSpan, Origin, OwnFinding, Place, Question,
    QuestionIndex, QuestionKind, Rubric, Truth, Value, wording,
};

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
    let derived = derived(rubric, &facts, &lineup, landscape, |_| true);
    drop(facts);
    give(derived, rubric, landscape, answers, place);
}

/// What a landscape says to the questions that are wanted, as far as it can be told.
pub(super) fn derived(
    rubric: &Rubric,
    facts: &Facts<'_>,
    lineup: &Lineup<'_>,
    landscape: &Landscape,
    is_wanted: impl Fn(&Question) -> bool,
) -> Vec<(QuestionIndex, FactValue)> {
    let said = rubric.question_indices().filter_map(|index| {
        let question = rubric.question(index);
        let derived = question.derived.filter(|_| is_wanted(question))?;
        let when = question.ask_when.as_ref();
        if when.is_some_and(|when| when.holds(facts) == Truth::False) {
            return None;
        }
        Some((index, fact(derived, lineup, landscape)?))
    });
    said.collect()
}

/// Gives what a landscape says as answers.
pub(super) fn give(
    derived: Vec<(QuestionIndex, FactValue)>,
    rubric: &Rubric,
    landscape: &Landscape,
    answers: &mut Answers,
    place: Place,
) {
    let as_of = landscape.days();
    for (index, value) in derived {
        let question = rubric.question(index);
        let said = Said::new(question, value);
        let given = answers.get(index).filter(|answer| answer.value.is_some());
        let differs = given
            .and_then(|answer| answer.value.as_ref())
            .is_some_and(|given| said.speaks_against(given));
        let derived = Derived {
            says: said.words,
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
struct Said {
    value: Option<Value>,
    span: Option<NumberSpan>,
    words: String,
}

impl Said {
    fn new(question: &Question, fact: FactValue) -> Self {
        match fact {
            FactValue::Number(span) => Self::number(question, within(question, span)),
            FactValue::Words(words) => Self {
                value: Some(Value::Text(words.clone())),
                span: None,
                words,
            },
            FactValue::YesNo(truth) => {
                let value = match truth {
                    Truth::True => Some(Value::YesNo(true)),
                    Truth::False => Some(Value::YesNo(false)),
                    Truth::Unknown => None,
                };
                let words = value.as_ref().map(|value| question.words(value));
                Self {
                    value,
                    span: None,
                    words: words.unwrap_or_else(|| "not documented".to_owned()),
                }
            }
        }
    }

    fn number(question: &Question, span: NumberSpan) -> Self {
        let high = question.words(&Value::Number(span.high));
        // Both ends are rounded, so equality is what "known" means.
        #[allow(clippy::float_cmp)]
        if span.low == span.high {
            return Self {
                value: Some(Value::Number(span.low)),
                span: Some(span),
                words: high,
            };
        }
        Self {
            value: None,
            span: Some(span),
            words: format!("{} to {high}", wording::number(span.low)),
        }
    }

    fn speaks_against(&self, given: &Value) -> bool {
        match (given, self.span, &self.value) {
            (Value::Number(given), Some(span), _) => *given < span.low || *given > span.high,
            (given, _, Some(value)) => given != value,
            _ => false,
        }
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
