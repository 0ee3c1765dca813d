//! Records in the format of Markdown Any Decision Records 4.0: its front matter, its headings in its order.
//!
//! A review date, scores and what would change the decision are no part of that format; they stand under "More
//! Information", where its template puts them.

pub mod body;
pub mod front;
pub mod information;
pub mod options;

pub use self::body::{full, minimal};
pub use self::front::{date, front_matter};

/// The sign that lists begin with (ADR-0011 of that project).
const BULLET: char = '*';
