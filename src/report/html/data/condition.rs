//! Conditions, for the page.

use crate::files::{ChoiceSet, Condition, CountRange, NumberRange, Predicate, Test};
use serde::Serialize;

/// A condition.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum ConditionData {
    /// All of these hold.
    All { all: Vec<ConditionData> },
    /// At least one of these holds.
    Any { any: Vec<ConditionData> },
    /// This does not hold.
    Not { not: Box<ConditionData> },
    /// A test of one question, by its position.
    Test {
        question: usize,
        #[serde(flatten)]
        predicate: PredicateData,
    },
}

/// What an answer must be like.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PredicateData {
    /// One of these choices, by position.
    OneOf(Vec<usize>),
    /// From the first (included) to the second (not included); null is no bound.
    Range(Option<f64>, Option<f64>),
    /// Yes or no.
    Is(bool),
    /// Some of the choices.
    Includes {
        all: Vec<usize>,
        any: Option<Vec<usize>>,
        count: Option<(Option<usize>, Option<usize>)>,
    },
}

impl From<&Condition> for ConditionData {
    fn from(condition: &Condition) -> Self {
        let each = |parts: &[Condition]| parts.iter().map(Self::from).collect();
        match condition {
            Condition::AllOf(parts) => Self::All { all: each(parts) },
            Condition::AnyOf(parts) => Self::Any { any: each(parts) },
            Condition::Not(part) => Self::Not {
                not: Box::new(Self::from(part.as_ref())),
            },
            Condition::Test(Test {
                question,
                predicate,
                ..
            }) => Self::Test {
                question: question.0,
                predicate: predicate.into(),
            },
        }
    }
}

impl From<&Predicate> for PredicateData {
    fn from(predicate: &Predicate) -> Self {
        let positions = |set: ChoiceSet| set.iter().collect();
        match predicate {
            Predicate::OneOf(set) => Self::OneOf(positions(*set)),
            Predicate::InRange(NumberRange { at_least, under }) => Self::Range(*at_least, *under),
            Predicate::Is(yes) => Self::Is(*yes),
            Predicate::Includes { all, any, count } => Self::Includes {
                all: positions(*all),
                any: any.map(positions),
                count: count.map(|CountRange { at_least, under }| (at_least, under)),
            },
        }
    }
}
