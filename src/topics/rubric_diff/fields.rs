//! The fields of things in a rubric, each with its value, so that they can be compared whatever they are.

use std::borrow::Cow;

use super::{FieldChange, Part, Value};
use crate::files::rubric::fields::{self, FieldValue};
use crate::files::{Rubric, SourceIndex, Text};
use crate::topics::rubric_diff::Clause;

/// A field of something: the part it belongs to, its key and its value. What is absent is left out.
pub(crate) type Field<'r> = (Part<'r>, Cow<'r, str>, Value<'r>);

/// The fields that differ, in the order after; what is gone comes last.
pub(crate) fn changes<'r>(before: &[Field<'r>], after: &[Field<'r>]) -> Vec<FieldChange<'r>> {
    let value = |fields: &[Field<'r>], (part, key, _): &Field<'r>| {
        let mut fields = fields.iter();
        let found = fields.find(|field| field.0 == *part && field.1 == *key);
        found.map_or(Value::Absent, |(_, _, value)| value.clone())
    };
    let gone = before
        .iter()
        .filter(|field| value(after, field) == Value::Absent)
        .map(|field| (field, field.2.clone(), Value::Absent));
    let there = after
        .iter()
        .map(|field| (field, value(before, field), field.2.clone()));
    there
        .chain(gone)
        .filter(|(_, before, after)| before != after)
        .map(|((part, field, _), before, after)| FieldChange {
            part: part.clone(),
            field: field.clone(),
            before,
            after,
        })
        .collect()
}

/// The fields of the rubric itself.
pub(crate) fn whole(rubric: &Rubric) -> Vec<Field<'_>> {
    let mut fields = fields::rubric(rubric);
    fields.retain(|field| field.key != "evidence-counts" || !rubric.musts.is_empty());
    of(fields, "", rubric)
}

/// Keys that follow all others of the same thing, which files have in between.
const LAST: [&str; 8] = [
    "allow-none",
    "unit",
    "minimum",
    "maximum",
    "gives",
    "gate",
    "after",
    "sources",
];

/// The fields of something without `identity`, the one that tells it from others of its kind; those of its parts last.
pub(crate) fn of<'r>(
    mut fields: Vec<fields::Field<'r>>,
    identity: &str,
    rubric: &'r Rubric,
) -> Vec<Field<'r>> {
    fields.sort_by_key(|field| LAST.contains(&field.key));
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for fields::Field { key, value, .. } in fields {
        match value {
            _ if key == identity => {}
            FieldValue::List(items) => {
                parts.extend(items.into_iter().flat_map(|item| part(item, rubric)));
            }
            value => flatten(key.into(), ": ", value, rubric, &mut whole),
        }
    }
    whole.extend(parts);
    whole
}

/// The fields of a choice, or of a need, which is told from others by its condition.
fn part<'r>(item: Vec<fields::Field<'r>>, rubric: &'r Rubric) -> Vec<Field<'r>> {
    let mut part = Part::Row(None);
    let mut own = Vec::new();
    for fields::Field { key, value, .. } in item {
        match value {
            FieldValue::Text(Cow::Borrowed(id)) if key == "id" => part = Part::Choice(id),
            FieldValue::Condition(condition) => {
                part = Part::Row(Some(Clause { condition, rubric }));
            }
            value => flatten(key.into(), ": ", value, rubric, &mut own),
        }
    }
    let own = own.into_iter();
    own.map(|(_, key, value)| (part.clone(), key, value))
        .collect()
}

/// A field, or those of the map that it is, named by the keys that lead to them.
fn flatten<'r>(
    key: Cow<'r, str>,
    joint: &str,
    value: FieldValue<'r>,
    rubric: &'r Rubric,
    fields: &mut Vec<Field<'r>>,
) {
    let value = match value {
        FieldValue::Map(inner) => {
            for field in inner {
                let key = format!("{key}{joint}{}", field.key);
                flatten(key.into(), ", ", field.value, rubric, fields);
            }
            return;
        }
        FieldValue::List(_) => return,
        FieldValue::Text(text) => Value::Text(text.into_owned()),
        FieldValue::AnswerText(text) => filled(text, rubric),
        FieldValue::Number(number) => Value::Number(number),
        FieldValue::YesNo(yes) => Value::Text(if yes { "yes" } else { "no" }.to_owned()),
        FieldValue::Ids(ids) => Value::Ids(ids),
        FieldValue::Texts(texts) => Value::Text(texts.join("; ")),
        FieldValue::Unit(unit) => Value::Text(unit.other.clone()),
        FieldValue::Condition(condition) => Value::Condition(Clause { condition, rubric }),
        FieldValue::Demand(demand) => Value::Text(demand.written()),
    };
    fields.push((Part::Whole, key, value));
}

/// A text with the answers it names by id.
pub(crate) fn filled(text: &Text, rubric: &Rubric) -> Value<'static> {
    Value::Text(text.fill(|question| format!("{{{}}}", rubric.question(question).id)))
}

pub(crate) fn sources<'r>(sources: &[SourceIndex], rubric: &'r Rubric) -> Option<Value<'r>> {
    let ids = sources.iter().map(|index| &*rubric.source(*index).id);
    (!sources.is_empty()).then(|| Value::Ids(ids.collect()))
}
