//! What a page says, section by section.

mod answer;
mod appendix;
mod candidates;
mod change;
mod next;
mod open;
mod options;
mod overview;
mod why;

pub(super) use answer::{firmness, summary};
pub(super) use appendix::appendix;
pub(super) use candidates::candidates;
pub(super) use change::what_would_change_it;
pub(super) use next::{decision, next_steps, risks};
pub(super) use open::find_out_next;
pub(super) use options::{options, points_by_criterion};
pub(super) use overview::overview;
pub(super) use why::why;
