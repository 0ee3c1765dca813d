//! Whether a decision is to be looked at again.

use super::finding::Finding;
use crate::files::{Problem, ProblemCode, RecordedDecision};
use crate::output::wording;
use jiff::civil::Date;

/// So many days ahead a review is announced.
const AHEAD: i64 = 30;

/// A finding if the day of the review is near or past.
pub(crate) fn check(decision: &RecordedDecision, suffix: &str, today: Date) -> Option<Finding> {
    let review_by = decision.review_by?;
    let days = days_until(review_by, today);
    let place = decision.places.review_by;
    let problem = if days < 0 {
        let found = format!(
            "the review{suffix} was due on {review_by}, {} ago",
            wording::count(usize::try_from(-days).unwrap_or_default(), "day")
        );
        Problem::new(ProblemCode::ReviewOverdue, place, found)
            .help("look at the decision again, then move `review-by`")
    } else if days <= AHEAD {
        let found = format!("the review{suffix} is due {}", in_days(days));
        Problem::new(ProblemCode::ReviewDue, place, found)
    } else {
        return None;
    };
    Some(Finding::of_file(problem))
}

/// How many days there are until a day; negative if it is past.
pub(crate) fn days_until(day: Date, today: Date) -> i64 {
    day.duration_since(today).as_secs() / 86_400
}

/// When something happens: `today`, `in 3 days`.
pub(crate) fn in_days(days: i64) -> String {
    match usize::try_from(days).unwrap_or_default() {
        0 => "today".to_owned(),
        days => format!("in {}", wording::count(days, "day")),
    }
}
