//! Answers to scores: levels, vetoes, contributions, ranges under unknown answers, ranking and outcome.

pub(crate) mod cells;
pub(crate) mod completions;
pub(crate) mod eliminate;
pub(crate) mod level;
pub(crate) mod outcome;
pub(crate) mod range;
pub(crate) mod standing;
pub(crate) mod weighted_sum;

pub use cells::{Cell, cells};
pub(crate) use cells::{Tests, bands, number_in};
pub use completions::Completions;
pub(crate) use completions::{Joint, OpenCriterion, Variable, open_questions};
pub(crate) use eliminate::{for_each_assignment, offset, table_size};
pub use level::LevelStatus;
pub use outcome::Outcome;
pub use range::Range;
pub use standing::{Baseline, Standing};
pub(crate) use standing::{CriterionStanding, VetoIndex};
pub use weighted_sum::{competition_ranks, weighted_mean};
