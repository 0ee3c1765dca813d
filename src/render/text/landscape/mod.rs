//! Candidates for a terminal.

mod candidate;
mod list;
mod shortlist;

pub use self::candidate::candidate;
pub(in crate::render) use self::list::counted;
pub use self::list::{candidates, nothing_found_in};
pub use self::shortlist::shortlist;
