//! What differs between two rubrics, told apart by kind and by field.

pub(crate) mod fields;
pub(crate) mod page;
pub(crate) mod rows;
pub(crate) mod rubric;

use std::borrow::Cow;

pub(crate) use self::rows::Clause;
pub use self::rubric::compare;

use crate::files::{Alternative, Effect, Level, Ratings, Rubric};
use crate::topics::rubric::conditions;
use schemars::JsonSchema;
use serde::Serialize;

/// Two rubrics and what differs between them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Comparison<'r> {
    /// The rubric before.
    pub before: &'r Rubric,
    /// The rubric after.
    pub after: &'r Rubric,
    /// Whether the two say the same.
    pub same: bool,
    /// What differs in the rubrics as a whole: version, title, thresholds.
    #[serde(rename = "rubric")]
    pub whole: Vec<FieldChange<'r>>,
    /// What differs in what they hold, by kind, in the order of the rubric after; what is gone comes last.
    pub differences: Vec<Difference<'r>>,
    /// Of what the order differs, apart from what was added or removed.
    pub reordered: Vec<Kind>,
}

/// What a rubric holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "alternative", rename_all = "kebab-case")]
pub enum Kind {
    /// Groups.
    Group,
    /// Questions.
    Question,
    /// Criteria.
    Criterion,
    /// Vetoes.
    Veto,
    /// Musts.
    Must,
    /// Advice.
    Advice,
    /// Next steps for an alternative.
    NextStep(Alternative),
    /// Parts of the process.
    Process,
    /// Sources.
    Source,
}

/// Something that is in one of the rubrics only, or not the same in both.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Difference<'r> {
    /// What it is.
    #[serde(flatten)]
    pub kind: Kind,
    /// Its id; for a next step, which has none, what it says.
    pub id: String,
    /// How it differs.
    #[serde(flatten)]
    pub change: Change<'r>,
}

/// How something differs.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "change", content = "fields", rename_all = "kebab-case")]
pub enum Change<'r> {
    /// It is in the rubric after only.
    Added,
    /// It is in the rubric before only.
    Removed,
    /// It is in both, with these differences.
    Changed(Vec<FieldChange<'r>>),
}

/// A field that differs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldChange<'r> {
    /// The part of the thing that it belongs to.
    #[serde(flatten)]
    pub part: Part<'r>,
    /// Its key, as in the file.
    pub field: Cow<'r, str>,
    /// What it was.
    pub before: Value<'r>,
    /// What it is.
    pub after: Value<'r>,
}

/// A part of something.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(into = "PartWritten<'r>")]
#[schemars(with = "PartWritten<'_>")]
pub enum Part<'r> {
    /// The thing itself.
    Whole,
    /// The choice with this id.
    Choice(&'r str),
    /// The row with this condition, as it is after; or as it was, if it is gone. No condition stands for `otherwise`.
    Row(Option<Clause<'r>>),
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(into = "ValueWritten<'r>")]
#[schemars(with = "ValueWritten<'_>")]
pub enum Value<'r> {
    /// There is none.
    Absent,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Ids, in order.
    Ids(Vec<&'r str>),
    /// A rating.
    Rating(i8),
    /// What follows from a row.
    Effect(Effect),
    /// A condition.
    Condition(Clause<'r>),
    /// A row as a whole; rows are told apart by their parts, so two of these are never compared.
    Row(RowValue<'r>),
}

/// A row with the rubric that it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct RowValue<'r> {
    /// The row.
    pub level: &'r Level,
    /// Its rubric.
    pub rubric: &'r Rubric,
}

impl PartialEq for RowValue<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.level, other.level)
    }
}

/// A part as it is written: conditions are put into words.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
struct PartWritten<'r> {
    /// The id of the choice that it belongs to, else null.
    choice: Option<&'r str>,
    /// The row that it belongs to, in words, else null.
    row: Option<String>,
}

impl<'r> From<Part<'r>> for PartWritten<'r> {
    fn from(part: Part<'r>) -> Self {
        let (choice, row) = match part {
            Part::Whole => (None, None),
            Part::Choice(id) => (Some(id), None),
            Part::Row(None) => (None, Some("otherwise".to_owned())),
            Part::Row(Some(clause)) => {
                let words = conditions::words(clause.condition, clause.rubric);
                (None, Some(words))
            }
        };
        Self { choice, row }
    }
}

/// A value as it is written: conditions and rows are put into words.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Value")]
enum ValueWritten<'r> {
    /// There is none.
    Null,
    /// A text; a condition or a row is put into words.
    Words(String),
    /// A number.
    Number(f64),
    /// Ids, in order.
    Ids(Vec<&'r str>),
    /// A rating, -2 to 2.
    Rating(i8),
    /// The ratings of a row.
    Ratings(Ratings),
}

impl<'r> From<Value<'r>> for ValueWritten<'r> {
    fn from(value: Value<'r>) -> Self {
        match value {
            Value::Text(text) => Self::Words(text),
            Value::Number(number) => Self::Number(number),
            Value::Ids(ids) => Self::Ids(ids),
            Value::Rating(rating) => Self::Rating(rating),
            Value::Effect(Effect::Rates(ratings)) => Self::Ratings(ratings),
            Value::Effect(Effect::NotApplicable) => Self::Words("not-applicable".to_owned()),
            Value::Absent | Value::Condition(_) | Value::Row(_) => {
                page::value(&value).map_or(Self::Null, Self::Words)
            }
        }
    }
}
