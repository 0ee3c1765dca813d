//! What differs between two rubrics, told apart by kind and by field.

pub mod clause;
pub mod fields;
pub mod json;
pub mod page;
pub mod rows;
pub mod rubric;

pub use self::clause::Clause;
pub use self::rubric::compare;

use crate::files::{Alternative, Effect, Level, Rubric};

/// Two rubrics and what differs between them.
#[derive(Debug)]
pub struct Comparison<'r> {
    /// The rubric before.
    pub before: &'r Rubric,
    /// The rubric after.
    pub after: &'r Rubric,
    /// What differs in the rubrics as a whole: version, title, thresholds.
    pub whole: Vec<FieldChange<'r>>,
    /// What differs in what they hold, by kind, in the order of the rubric after; what is gone comes last.
    pub differences: Vec<Difference<'r>>,
    /// Of what the order differs, apart from what was added or removed.
    pub reordered: Vec<Kind>,
}

/// What a rubric holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Debug)]
pub struct Difference<'r> {
    /// What it is.
    pub kind: Kind,
    /// Its id; for a next step, which has none, what it says.
    pub id: String,
    /// How it differs.
    pub change: Change<'r>,
}

/// How something differs.
#[derive(Debug)]
pub enum Change<'r> {
    /// It is in the rubric after only.
    Added,
    /// It is in the rubric before only.
    Removed,
    /// It is in both, with these differences.
    Changed(Vec<FieldChange<'r>>),
}

/// A field that differs.
#[derive(Debug)]
pub struct FieldChange<'r> {
    /// The part of the thing that it belongs to.
    pub part: Part<'r>,
    /// Its key, as in the file.
    pub field: &'static str,
    /// What it was.
    pub before: Value<'r>,
    /// What it is.
    pub after: Value<'r>,
}

/// A part of something.
#[derive(Debug, Clone, PartialEq)]
pub enum Part<'r> {
    /// The thing itself.
    Whole,
    /// The choice with this id.
    Choice(&'r str),
    /// The row with this condition, as it is after; or as it was, if it is gone. No condition stands for `otherwise`.
    Row(Option<Clause<'r>>),
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq)]
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

impl Comparison<'_> {
    /// Whether the two say the same.
    pub fn is_same(&self) -> bool {
        self.whole.is_empty() && self.differences.is_empty() && self.reordered.is_empty()
    }
}
