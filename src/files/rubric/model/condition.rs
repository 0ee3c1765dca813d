//! Conditions over answers, and three-valued logic.

use std::collections::BTreeSet;

use crate::files::{ChoiceSet, NumberSpan, Place, QuestionIndex, Value};
use schemars::JsonSchema;
use serde::Serialize;

/// A condition, already checked against the questions it reads.
#[derive(Debug, Clone)]
pub enum Condition {
    /// All of these hold.
    AllOf(Vec<Condition>),
    /// At least one of these holds.
    AnyOf(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// A test of one question.
    Test(Test),
}

/// A test of the answer to one question. It is false where the question does not apply.
#[derive(Debug, Clone)]
pub struct Test {
    /// The question.
    pub question: QuestionIndex,
    /// What its answer must be like.
    pub predicate: Predicate,
    /// Where it stands.
    pub place: Place,
}

/// What an answer must be like; the variant fits the question's kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// The choice is one of these.
    OneOf(ChoiceSet),
    /// The number lies in this range.
    InRange(NumberRange),
    /// The answer is yes (`true`) or no.
    Is(bool),
    /// Of the choices made, all of `all` are among them, at least one of `any` if that is given, and as many as `count`.
    Includes {
        /// Every one of these.
        all: ChoiceSet,
        /// At least one of these; no demand if absent.
        any: Option<ChoiceSet>,
        /// How many choices in all; no demand if absent.
        count: Option<CountRange>,
    },
}

/// The numbers from `at_least` (included) to `under` (not included).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberRange {
    /// The lower end; none if absent.
    pub at_least: Option<f64>,
    /// The upper end; none if absent.
    pub under: Option<f64>,
}

/// The whole numbers from `at_least` (included) to `under` (not included).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountRange {
    /// The lower end; none if absent.
    pub at_least: Option<usize>,
    /// The upper end; none if absent.
    pub under: Option<usize>,
}

impl Condition {
    /// Its tests, in the order written.
    pub fn tests(&self) -> Vec<&Test> {
        let mut tests = Vec::new();
        self.gather(&mut tests);
        tests
    }

    fn gather<'c>(&'c self, tests: &mut Vec<&'c Test>) {
        match self {
            Self::AllOf(parts) | Self::AnyOf(parts) => {
                for part in parts {
                    part.gather(tests);
                }
            }
            Self::Not(part) => part.gather(tests),
            Self::Test(test) => tests.push(test),
        }
    }

    /// The questions it reads, each once, in the order of asking.
    pub fn questions(&self) -> BTreeSet<QuestionIndex> {
        self.tests().iter().map(|test| test.question).collect()
    }
}

impl Predicate {
    /// Whether a value satisfies it. A value of another kind does not; loading rules that out.
    pub fn is_satisfied_by(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::OneOf(set), Value::Choice(choice)) => set.contains(*choice),
            (Self::InRange(range), Value::Number(number)) => range.contains(*number),
            (Self::Is(expected), Value::YesNo(yes)) => expected == yes,
            (Self::Includes { all, any, count }, Value::Choices(chosen)) => {
                chosen.contains_all(*all)
                    && any.is_none_or(|any| chosen.intersects(any))
                    && count.is_none_or(|count| count.contains(chosen.len()))
            }
            _ => false,
        }
    }

    /// Whether every number between two others satisfies it, or none does.
    pub(crate) fn holds_between(&self, span: NumberSpan) -> Truth {
        let Self::InRange(range) = self else {
            return Truth::Unknown;
        };
        let is_below = range.at_least.is_some_and(|low| span.high < low);
        let is_above = range.under.is_some_and(|high| span.low >= high);
        if is_below || is_above {
            Truth::False
        } else if range.contains(span.low) && range.contains(span.high) {
            Truth::True
        } else {
            Truth::Unknown
        }
    }
}

impl NumberRange {
    /// Whether a number lies in it.
    pub fn contains(self, number: f64) -> bool {
        self.at_least.is_none_or(|low| number >= low) && self.under.is_none_or(|high| number < high)
    }
}

impl CountRange {
    /// Whether a count lies in it.
    pub fn contains(self, count: usize) -> bool {
        self.at_least.is_none_or(|low| count >= low) && self.under.is_none_or(|high| count < high)
    }
}

/// Whether something holds, where some answers may be missing.
///
/// The connectives are Kleene's strong ones (S. C. Kleene, *Introduction to Metamathematics*, 1952, section 64):
/// a result is unknown only if the unknown parts could still turn it either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Truth {
    /// It does not hold, whatever the missing answers turn out to be.
    #[serde(rename = "no")]
    False,
    /// It hangs on a missing answer.
    #[serde(rename = "unknown")]
    Unknown,
    /// It holds, whatever the missing answers turn out to be.
    #[serde(rename = "yes")]
    True,
}

impl Truth {
    /// True if both are, false if either is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// True if either is, false if both are.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.negate().and(other.negate()).negate()
    }

    /// The opposite; unknown stays unknown.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether it could still hold.
    pub fn is_possible(self) -> bool {
        self != Self::False
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    #[test]
    fn unknown_gives_way_where_the_other_side_decides() {
        assert_eq!(Unknown.and(False), False);
        assert_eq!(Unknown.and(True), Unknown);
        assert_eq!(Unknown.or(True), True);
        assert_eq!(Unknown.or(False), Unknown);
        assert_eq!(Unknown.negate(), Unknown);
    }

    #[test]
    fn without_unknowns_it_is_ordinary_logic() {
        assert_eq!(True.and(False), False);
        assert_eq!(True.and(True), True);
        assert_eq!(False.or(True), True);
        assert_eq!(False.or(False), False);
        assert_eq!(True.negate(), False);
    }
}
