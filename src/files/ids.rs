//! Positions in a rubric's lists.

/// Position of a question in [`Rubric::questions`](crate::files::Rubric::questions), which is the order of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIndex(pub usize);

/// Position of a criterion in [`Rubric::criteria`](crate::files::Rubric::criteria).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionIndex(pub usize);

/// Position of a group in [`Rubric::groups`](crate::files::Rubric::groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIndex(pub usize);

/// Position of a source in [`Rubric::sources`](crate::files::Rubric::sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub usize);
