//! A rubric as a file: everything that applies, in one self-contained text that reads to the same rubric.

use serde::ser::{Serialize, Serializer};
use serde_json::Number;

use crate::files::rubric::fields::{Field, FieldValue, whole};
use crate::files::{
    ChoiceSet, Condition, CountRange, Demand, NumberRange, Predicate, Question, Rubric, Test, Text,
    TextPart,
};
use crate::output::escape;

/// Why a rubric could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It could not be written as YAML.
    #[error("the rubric cannot be written as YAML")]
    Yaml(#[from] serde_yaml::Error),
    /// It could not be written as JSON.
    #[error("the rubric cannot be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// The text of a rubric file.
///
/// YAML writers leave marks alone that hide or reorder what is around them. A rubric with such marks is written as
/// JSON, which is YAML too and has an escape for each of them.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub fn rubric(rubric: &Rubric) -> Result<String, Error> {
    let fields = whole(rubric);
    let document = Written(fields.as_slice(), rubric);
    let yaml = serde_yaml::to_string(&document)?;
    if escape::is_plain(&yaml) {
        return Ok(yaml);
    }
    Ok(escape::json(&document)? + "\n")
}

/// A text as a value on one line, in quotes if need be.
///
/// # Errors
///
/// If it cannot be written, which is a fault of the program.
pub fn scalar(text: &str) -> Result<String, Error> {
    let plain = serde_yaml::to_string(text)?;
    let plain = plain.trim_end();
    if escape::is_plain(plain) && !plain.contains('\n') {
        return Ok(plain.to_owned());
    }
    Ok(escape::json(&text)?)
}

/// Something as it stands in a file, with the rubric whose questions it reads.
struct Written<'w, T: ?Sized>(&'w T, &'w Rubric);

impl Serialize for Written<'_, [Field<'_>]> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.0.iter().filter(|field| !field.is_default);
        serializer.collect_map(fields.map(|field| (field.key, Written(&field.value, self.1))))
    }
}

impl Serialize for Written<'_, FieldValue<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value, rubric) = self;
        match value {
            FieldValue::Text(text) => text.serialize(serializer),
            FieldValue::AnswerText(text) => escaped(text, rubric).serialize(serializer),
            FieldValue::Number(number) => compact(*number).serialize(serializer),
            FieldValue::YesNo(yes) => yes.serialize(serializer),
            FieldValue::Ids(ids) => ids.serialize(serializer),
            FieldValue::Texts(texts) => texts.serialize(serializer),
            FieldValue::Unit(unit) if unit.one == unit.other => unit.one.serialize(serializer),
            FieldValue::Unit(unit) => {
                serializer.collect_map([("one", &unit.one), ("other", &unit.other)])
            }
            FieldValue::Condition(condition) => Written(*condition, rubric).serialize(serializer),
            FieldValue::Demand(demand) => Written(*demand, rubric).serialize(serializer),
            FieldValue::Map(fields) => Written(&**fields, rubric).serialize(serializer),
            FieldValue::List(items) => {
                serializer.collect_seq(items.iter().map(|item| Written(&**item, rubric)))
            }
        }
    }
}

impl Serialize for Written<'_, Condition> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let test = |test: &Test| {
            let question = self.1.question(test.question);
            (question.id.clone(), wanted(&test.predicate, question))
        };
        match self.0 {
            Condition::AllOf(parts) => match distinct_tests(parts) {
                Some(tests) => serializer.collect_map(tests.into_iter().map(test)),
                None => serializer.collect_map([("all-of", each(parts, self.1))]),
            },
            Condition::AnyOf(parts) => serializer.collect_map([("any-of", each(parts, self.1))]),
            Condition::Not(part) => serializer.collect_map([("not", Written(&**part, self.1))]),
            Condition::Test(only) => serializer.collect_map([test(only)]),
        }
    }
}

fn each<'w, T>(parts: &'w [T], rubric: &'w Rubric) -> Vec<Written<'w, T>> {
    parts.iter().map(|part| Written(part, rubric)).collect()
}

/// The parts, if they can share one map: several tests, each of another question.
fn distinct_tests(parts: &[Condition]) -> Option<Vec<&Test>> {
    let tests = parts.iter().map(|part| match part {
        Condition::Test(test) => Some(test),
        _ => None,
    });
    let tests: Vec<&Test> = tests.collect::<Option<_>>()?;
    let is_repeated = |(index, test): (usize, &&Test)| {
        let mut earlier = tests[..index].iter();
        earlier.any(|earlier| earlier.question == test.question)
    };
    (tests.len() > 1 && !tests.iter().enumerate().any(is_repeated)).then_some(tests)
}

/// What an answer must be like. A map keeps its order.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Wanted<'r> {
    One(&'r str),
    Any(Vec<&'r str>),
    Is(bool),
    Number(Number),
    #[serde(serialize_with = "ordered")]
    Map(Vec<(&'static str, Wanted<'r>)>),
}

fn ordered<S: Serializer>(
    entries: &[(&'static str, Wanted<'_>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

fn wanted<'r>(predicate: &Predicate, question: &'r Question) -> Wanted<'r> {
    match predicate {
        Predicate::OneOf(set) => match ids(*set, question).as_slice() {
            [one] => Wanted::One(one),
            several => Wanted::Any(several.to_vec()),
        },
        Predicate::Is(yes) => Wanted::Is(*yes),
        Predicate::InRange(NumberRange { at_least, under }) => {
            range(at_least.map(compact), under.map(compact))
        }
        Predicate::Includes { all, any, count } => {
            let includes = match ids(*all, question).as_slice() {
                [] => None,
                [one] => Some(("includes", Wanted::One(one))),
                all => Some(("includes-all", Wanted::Any(all.to_vec()))),
            };
            let any = any.map(|any| ids(any, question));
            let any = any.filter(|any| !any.is_empty());
            let any = any.map(|any| ("includes-any", Wanted::Any(any)));
            let count = count.map(|CountRange { at_least, under }| {
                let ends = range(at_least.map(Number::from), under.map(Number::from));
                ("count", ends)
            });
            Wanted::Map([includes, any, count].into_iter().flatten().collect())
        }
    }
}

fn range(at_least: Option<Number>, under: Option<Number>) -> Wanted<'static> {
    let ends = [("at-least", at_least), ("under", under)].into_iter();
    Wanted::Map(
        ends.filter_map(|(key, end)| Some((key, Wanted::Number(end?))))
            .collect(),
    )
}

fn ids(set: ChoiceSet, question: &Question) -> Vec<&str> {
    let choices = question.choices();
    let chosen = set.iter().filter_map(|index| choices.get(index));
    chosen.map(|choice| choice.id.as_str()).collect()
}

impl Serialize for Written<'_, Demand> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Demand::NotDocumented => serializer.serialize_str("not-documented"),
            Demand::AllOf(parts) => serializer.collect_map([("all-of", each(parts, self.1))]),
            Demand::AnyOf(parts) => serializer.collect_map([("any-of", each(parts, self.1))]),
            Demand::Has {
                attribute,
                words,
                all,
            } => {
                let words: Vec<&str> = words.iter().map(|word| word.id.as_str()).collect();
                let words = match words.as_slice() {
                    [one] => Wanted::One(one),
                    _ if *all => Wanted::Map(vec![("includes-all", Wanted::Any(words))]),
                    _ => Wanted::Any(words),
                };
                serializer.collect_map([(attribute.id(), words)])
            }
        }
    }
}

/// A number as people write it: `5`, not `5.0`.
#[allow(clippy::cast_possible_truncation)] // only of whole numbers that fit
fn compact(number: f64) -> Number {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT {
        return Number::from(number as i64);
    }
    // Numbers of a rubric are finite.
    Number::from_f64(number).unwrap_or_else(|| Number::from(0))
}

/// A text as it stands in a file: answers and braces in braces.
fn escaped(text: &Text, rubric: &Rubric) -> String {
    let part = |part: &TextPart| match part {
        TextPart::Words(words) => words.replace('{', "{{").replace('}', "}}"),
        TextPart::Answer(question) => format!("{{{}}}", rubric.question(*question).id),
    };
    text.0.iter().map(part).collect()
}
