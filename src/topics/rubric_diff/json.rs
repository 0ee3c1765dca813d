//! Version 1 of `rubric diff --format json`.

use crate::files::{Effect, Rubric};
use crate::topics::decide::json::shapes::Each;
use crate::topics::decide::json::words::AlternativeId;
use crate::topics::rubric::conditions;
use crate::topics::rubric_diff::{
    Change, Comparison, Difference, FieldChange, Kind, Part, Value, page as difference,
};
use schemars::JsonSchema;
use serde::Serialize;

/// What differs between two rubrics.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DifferenceDocument<'c> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// The rubric before.
    before: Named<'c>,
    /// The rubric after.
    after: Named<'c>,
    /// Whether the two say the same.
    same: bool,
    /// What differs in the rubrics as a whole.
    rubric: Vec<FieldEntry<'c>>,
    /// What differs in what they hold, by kind; within a kind in the order of the rubric after, with what was removed
    /// last.
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

/// A rubric.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Rubric")]
struct Named<'c> {
    /// Its id.
    id: &'c str,
    /// The version of its content.
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

/// A kind of thing that a rubric holds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Kind")]
struct KindEntry {
    /// What it is.
    kind: KindWord,
    /// The alternative that a next step belongs to; null for everything else.
    alternative: Option<AlternativeId>,
}

/// What a rubric holds.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum KindWord {
    /// A group of questions and criteria.
    Group,
    /// A question.
    Question,
    /// A criterion.
    Criterion,
    /// A veto.
    Veto,
    /// A must.
    Must,
    /// A piece of advice.
    Advice,
    /// A next step for an alternative.
    NextStep,
    /// A part of the process.
    Process,
    /// A source.
    Source,
}

impl KindEntry {
    fn new(kind: Kind) -> Self {
        let (kind, alternative) = match kind {
            Kind::Group => (KindWord::Group, None),
            Kind::Question => (KindWord::Question, None),
            Kind::Criterion => (KindWord::Criterion, None),
            Kind::Veto => (KindWord::Veto, None),
            Kind::Must => (KindWord::Must, None),
            Kind::Advice => (KindWord::Advice, None),
            Kind::NextStep(alternative) => (KindWord::NextStep, Some(alternative.into())),
            Kind::Process => (KindWord::Process, None),
            Kind::Source => (KindWord::Source, None),
        };
        Self { kind, alternative }
    }
}

/// Something that is in one of the rubrics only, or not the same in both.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Difference")]
struct Entry<'c> {
    #[serde(flatten)]
    kind: KindEntry,
    /// The id; of a next step, what it says.
    id: &'c str,
    /// How it differs.
    change: ChangeWord,
    /// Its fields that differ; none if it was added or removed.
    fields: Vec<FieldEntry<'c>>,
}

/// How something differs.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Change")]
enum ChangeWord {
    /// It is in the rubric after only.
    Added,
    /// It is in the rubric before only.
    Removed,
    /// It is in both, and not the same.
    Changed,
}

impl<'c> Entry<'c> {
    fn new(difference: &'c Difference<'_>) -> Self {
        let (change, fields) = match &difference.change {
            Change::Added => (ChangeWord::Added, &[][..]),
            Change::Removed => (ChangeWord::Removed, &[][..]),
            Change::Changed(fields) => (ChangeWord::Changed, fields.as_slice()),
        };
        Self {
            kind: KindEntry::new(difference.kind),
            id: &difference.id,
            change,
            fields: fields.iter().map(FieldEntry::new).collect(),
        }
    }
}

/// A field that differs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Field")]
struct FieldEntry<'c> {
    /// The id of the choice that it belongs to, else null.
    choice: Option<&'c str>,
    /// The row that it belongs to, in words, else null.
    row: Option<String>,
    /// Its key, as in the file.
    field: &'static str,
    /// What it was; null if there was none.
    before: ValueEntry<'c>,
    /// What it is; null if there is none.
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

/// The value of a field.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Value")]
enum ValueEntry<'c> {
    /// There is none.
    Null,
    /// A text; a condition or a row is put into words.
    Words(String),
    /// A number.
    Number(f64),
    /// Ids, in order.
    Ids(&'c [&'c str]),
    /// A rating, -2 to 2.
    Rating(i8),
    /// The ratings of a row.
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
