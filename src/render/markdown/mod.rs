//! Pages for a code host.

mod backtest;
mod changes;
mod check;
mod comment;
mod difference;
mod landscape;
pub(super) mod page;
mod plan;
pub(super) mod report;
mod rubric;
mod shortlist;
mod tables;

pub use self::backtest::backtest;
pub use self::changes::changes;
pub use self::check::check;
pub use self::difference::comparison;
pub use self::landscape::{candidate, candidates};
pub use self::plan::plan;
pub use self::report::report;
pub use self::rubric::rubric;
pub use self::shortlist::shortlist;

use super::escape::{markdown, markdown_address};
use crate::model::Source;

/// A row of a table.
fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A source with its address and how far to trust it.
fn described(source: &Source) -> String {
    let title = markdown(&source.title);
    let title = match &source.url {
        Some(url) => format!("[{title}](<{}>)", markdown_address(url)),
        None => title,
    };
    let by = [&source.author, &source.publisher, &source.date];
    let by = by.into_iter().flatten().map(|by| markdown(by));
    let described: Vec<String> = [title].into_iter().chain(by).collect();
    let note = source
        .note
        .as_ref()
        .map(|note| format!(" ({})", markdown(note)));
    described.join(", ") + &note.unwrap_or_default()
}
