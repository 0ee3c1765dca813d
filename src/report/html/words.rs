//! Figures as the page writes them: with a real minus.

use crate::engine::scoring::Range;
use crate::output::wording;
use crate::topics::decide::phrases;

/// Whole points with their sign: "+12".
pub(crate) fn points(points: f64) -> String {
    phrases::signed(&wording::signed_points(points))
}

/// Points with one decimal and their sign: "+6.1".
pub(crate) fn tenths(points: f64) -> String {
    phrases::signed(&wording::signed_tenths(points))
}

/// What a score could come to: "+11 to +24", with "about" before it if it is not exact; none if it cannot move.
pub(crate) fn range(range: Range) -> Option<String> {
    let about = if range.exact { "" } else { "about " };
    let (low, high) = (points(range.low), points(range.high));
    (low != high).then(|| format!("{about}{low} to {high}"))
}
