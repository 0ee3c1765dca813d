//! Pages for a code host.

mod backtest;
mod check;
mod difference;
mod landscape;
mod rubric;
mod shortlist;
mod tables;

pub use self::backtest::backtest;
pub use self::check::check;
pub use self::difference::comparison;
pub use self::landscape::{candidate, candidates};
pub use self::rubric::rubric;
pub use self::shortlist::shortlist;

/// A row of a table.
fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}
