//! Answers to scores: levels, vetoes, contributions, ranges under unknown answers, ranking and outcome.

pub mod cells;
pub mod completions;
pub mod eliminate;
pub mod level;
pub mod outcome;
pub mod range;
pub mod standing;
pub mod weighted_sum;

pub use cells::{Cell, Tests, bands, cells, number_in};
pub use completions::{
    Completions, Joint, OpenCriterion, OpenVeto, Term, Variable, open_questions,
};
pub use eliminate::{for_each_assignment, offset, table_size};
pub use level::LevelStatus;
pub use outcome::{Outcome, WayOut};
pub use range::Range;
pub use standing::{Baseline, CriterionStanding, Ranked, Standing, VetoIndex};
pub use weighted_sum::{competition_ranks, weighted_mean};
