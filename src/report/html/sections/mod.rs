//! What a page says, section by section.

pub mod answer;
pub mod appendix;
pub mod candidates;
pub mod change;
pub mod next;
pub mod open;
pub mod options;
pub mod overview;
pub mod why;

pub(crate) use answer::{firmness, summary};
pub(crate) use appendix::appendix;
pub(crate) use candidates::candidates;
pub(crate) use change::what_would_change_it;
pub(crate) use next::{decision, next_steps, risks};
pub(crate) use open::find_out_next;
pub(crate) use options::{options, points_by_criterion};
pub(crate) use overview::overview;
pub(crate) use why::why;
