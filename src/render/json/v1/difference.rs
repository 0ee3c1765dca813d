//! Version 1 of `rubric diff --format json`.

use serde::Serialize;

use crate::comparison::{Change, Comparison, Difference, FieldChange, Kind, Part, Value};
use crate::model::{Effect, Rubric};
use crate::render::{conditions, difference};

use super::shapes::Each;

/// What differs between two rubrics.
#[derive(Debug, Serialize)]
pub struct DifferenceDocument<'c> {
    version: u32,
    trilemma: &'static str,
    before: Named<'c>,
    after: Named<'c>,
    /// Whether the two say the same.
    same: bool,
    /// What differs in the rubrics as a whole.
    rubric: Vec<FieldEntry<'c>>,
    differences: Vec<Entry<'c>>,
    /// The kinds whose order differs, apart from what was added or removed.
    reordered: Vec<KindEntry>,
}

impl<'c> DifferenceDocument<'c> {
    /// The document for a comparison.
    pub fn new(comparison: &'c Comparison<'_>) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            before: Named::new(comparison.before),
            after: Named::new(comparison.after),
            same: comparison.is_same(),
            rubric: comparison.whole.iter().map(FieldEntry::new).collect(),
            differences: comparison.differences.iter().map(Entry::new).collect(),
            reordered: comparison
                .reordered
                .iter()
                .copied()
                .map(KindEntry::new)
                .collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct Named<'c> {
    id: &'c str,
    version: String,
}

impl<'c> Named<'c> {
    fn new(rubric: &'c Rubric) -> Self {
        Self {
            id: &rubric.id,
            version: rubric.version.to_string(),
        }
    }
}

#[derive(Debug, Serialize)]
struct KindEntry {
    kind: &'static str,
    /// Of a next step only, else null.
    alternative: Option<&'static str>,
}

impl KindEntry {
    fn new(kind: Kind) -> Self {
        let (kind, alternative) = match kind {
            Kind::Group => ("group", None),
            Kind::Question => ("question", None),
            Kind::Criterion => ("criterion", None),
            Kind::Veto => ("veto", None),
            Kind::Advice => ("advice", None),
            Kind::NextStep(alternative) => ("next-step", Some(alternative.id())),
            Kind::Source => ("source", None),
        };
        Self { kind, alternative }
    }
}

#[derive(Debug, Serialize)]
struct Entry<'c> {
    #[serde(flatten)]
    kind: KindEntry,
    /// The id; of a next step, what it says.
    id: &'c str,
    /// `added`, `removed` or `changed`.
    change: &'static str,
    fields: Vec<FieldEntry<'c>>,
}

impl<'c> Entry<'c> {
    fn new(difference: &'c Difference<'_>) -> Self {
        let (change, fields) = match &difference.change {
            Change::Added => ("added", &[][..]),
            Change::Removed => ("removed", &[][..]),
            Change::Changed(fields) => ("changed", fields.as_slice()),
        };
        Self {
            kind: KindEntry::new(difference.kind),
            id: &difference.id,
            change,
            fields: fields.iter().map(FieldEntry::new).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct FieldEntry<'c> {
    /// The choice that the field belongs to, else null.
    choice: Option<&'c str>,
    /// The row that it belongs to, in words, else null.
    row: Option<String>,
    field: &'static str,
    before: ValueEntry<'c>,
    after: ValueEntry<'c>,
}

impl<'c> FieldEntry<'c> {
    fn new(change: &'c FieldChange<'_>) -> Self {
        let (choice, row) = match &change.part {
            Part::Whole => (None, None),
            Part::Choice(id) => (Some(*id), None),
            Part::Row(None) => (None, Some("otherwise".to_owned())),
            Part::Row(Some(clause)) => {
                let words = conditions::words(clause.condition, clause.rubric);
                (None, Some(words))
            }
        };
        Self {
            choice,
            row,
            field: change.field,
            before: ValueEntry::new(&change.before),
            after: ValueEntry::new(&change.after),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ValueEntry<'c> {
    Null,
    Words(String),
    Number(f64),
    Ids(&'c [&'c str]),
    Rating(i8),
    Ratings(Each<i8>),
}

impl<'c> ValueEntry<'c> {
    fn new(value: &'c Value<'_>) -> Self {
        match value {
            Value::Absent => Self::Null,
            Value::Text(text) => Self::Words(text.clone()),
            Value::Number(number) => Self::Number(*number),
            Value::Ids(ids) => Self::Ids(ids),
            Value::Rating(rating) => Self::Rating(*rating),
            Value::Effect(Effect::Rates(ratings)) => Self::Ratings((*ratings).into()),
            Value::Effect(Effect::NotApplicable) => Self::Words("not-applicable".to_owned()),
            Value::Condition(_) | Value::Row(_) => {
                difference::value(value).map_or(Self::Null, Self::Words)
            }
        }
    }
}
