//! How much a file may hold.

/// How many questions a rubric may have.
pub(crate) const MOST_QUESTIONS: usize = 100;
/// How many choices a question may have of which one is picked.
pub(crate) const MOST_TO_PICK_FROM: usize = 32;
/// How many choices a question may have of which several can be chosen: all their combinations are looked at.
pub(crate) const MOST_CHOSEN: usize = 16;
/// How many criteria a rubric may have; the work of telling how firm a result is grows with the square of their points.
pub(crate) const MOST_CRITERIA: usize = 100;
/// How many rows a criterion may have.
pub(crate) const MOST_LEVELS: usize = 50;
/// How many parts a process may have: each may come after every other.
pub(crate) const MOST_PROCESS_PARTS: usize = 300;
/// How many scorecards a requirements file may name.
pub(crate) const MOST_SCORECARDS: usize = 8;
/// How many components a requirements file may have.
pub(crate) const MOST_COMPONENTS: usize = 50;
/// How many candidates a landscape may have.
pub(crate) const MOST_CANDIDATES: usize = 20_000;
/// How many words an attribute of candidates may have.
pub(crate) const MOST_TERMS: usize = super::ChoiceSet::CAPACITY;
