//! Answers to scores: levels, vetoes, contributions, ranges under unknown answers, ranking and outcome.

mod cells;
mod completions;
mod eliminate;
mod level;
mod outcome;
mod range;
mod standing;
mod variations;
mod weighted_sum;

pub use cells::{Cell, Tests, bands, cells, number_in};
pub use completions::{
    Completions, Joint, OpenCriterion, OpenVeto, Term, Variable, open_questions,
};
pub use eliminate::{for_each_assignment, offset, table_size};
pub use level::LevelStatus;
pub use outcome::{Outcome, WayOut};
pub use range::Range;
pub use standing::{CriterionStanding, Ranked, Standing, VetoIndex};
pub use variations::Variations;
pub use weighted_sum::{competition_ranks, weighted_mean};
