//! Conditions as they stand in a file.

use super::shapes::{Ordered, compact};
use crate::files::{
    ChoiceSet, Condition as Model, CountRange, NumberRange, Predicate, Question, Rubric, Test,
};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

/// A condition with the rubric whose questions it reads.
#[derive(Debug)]
pub(crate) struct Condition<'r> {
    condition: &'r Model,
    rubric: &'r Rubric,
}

impl<'r> Condition<'r> {
    pub(crate) fn new(condition: &'r Model, rubric: &'r Rubric) -> Self {
        Self { condition, rubric }
    }

    fn all(&self, parts: &'r [Model]) -> Vec<Condition<'r>> {
        let part = |part| Condition::new(part, self.rubric);
        parts.iter().map(part).collect()
    }

    fn test(&self, test: &'r Test) -> (&'r str, Wanted<'r>) {
        let question = self.rubric.question(test.question);
        (&question.id, Wanted::new(&test.predicate, question))
    }
}

impl Serialize for Condition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.condition {
            Model::AllOf(parts) => match distinct_tests(parts) {
                Some(tests) => {
                    serializer.collect_map(tests.into_iter().map(|test| self.test(test)))
                }
                None => serializer.collect_map([("all-of", self.all(parts))]),
            },
            Model::AnyOf(parts) => serializer.collect_map([("any-of", self.all(parts))]),
            Model::Not(part) => {
                serializer.collect_map([("not", Condition::new(part, self.rubric))])
            }
            Model::Test(test) => serializer.collect_map([self.test(test)]),
        }
    }
}

/// The parts, if they can share one map: several tests, each of another question.
fn distinct_tests(parts: &[Model]) -> Option<Vec<&Test>> {
    let tests: Vec<&Test> = parts.iter().map(as_test).collect::<Option<_>>()?;
    let is_repeated = |(index, test): (usize, &&Test)| {
        tests[..index]
            .iter()
            .any(|earlier| earlier.question == test.question)
    };
    (tests.len() > 1 && !tests.iter().enumerate().any(is_repeated)).then_some(tests)
}

fn as_test(condition: &Model) -> Option<&Test> {
    match condition {
        Model::Test(test) => Some(test),
        _ => None,
    }
}

/// What an answer must be like.
#[derive(Debug, serde::Serialize)]
#[serde(untagged)]
enum Wanted<'r> {
    One(&'r str),
    Any(Vec<&'r str>),
    Is(bool),
    Range(Ordered<&'static str, Number>),
    Includes(Chosen<'r>),
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
struct Chosen<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    includes: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    includes_all: Vec<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    includes_any: Vec<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<Ordered<&'static str, usize>>,
}

impl<'r> Wanted<'r> {
    fn new(predicate: &Predicate, question: &'r Question) -> Self {
        match predicate {
            Predicate::OneOf(set) => match ids(*set, question).as_slice() {
                [one] => Self::One(one),
                several => Self::Any(several.to_vec()),
            },
            Predicate::Is(yes) => Self::Is(*yes),
            Predicate::InRange(NumberRange { at_least, under }) => {
                Self::Range(range(at_least.map(compact), under.map(compact)))
            }
            Predicate::Includes { all, any, count } => {
                let all = ids(*all, question);
                let one = all.first().copied().filter(|_| all.len() == 1);
                Self::Includes(Chosen {
                    includes: one,
                    includes_all: if one.is_some() { Vec::new() } else { all },
                    includes_any: any.map(|any| ids(any, question)).unwrap_or_default(),
                    count: count.map(|CountRange { at_least, under }| range(at_least, under)),
                })
            }
        }
    }
}

fn range<T>(at_least: Option<T>, under: Option<T>) -> Ordered<&'static str, T> {
    let ends = [("at-least", at_least), ("under", under)];
    let given = ends.into_iter().filter_map(|(key, end)| Some((key, end?)));
    Ordered(given.collect())
}

fn ids(set: ChoiceSet, question: &Question) -> Vec<&str> {
    let choices = question.choices();
    let chosen = set.iter().filter_map(|index| choices.get(index));
    chosen.map(|choice| choice.id.as_str()).collect()
}
