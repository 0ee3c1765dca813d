//! Candidates for a terminal.

pub mod candidate;
pub mod list;
pub mod shortlist;

pub use self::candidate::candidate;
pub(crate) use self::list::counted;
pub use self::list::{candidates, nothing_found_in};
pub use self::shortlist::shortlist;
