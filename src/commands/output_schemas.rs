//! What `--format json` prints, derived from the types that print it.

use crate::output::json;
use serde_json::Value;

/// The schema of what `decide --format json` prints.
pub fn decide() -> Value {
    json::schema::<crate::topics::decide::json::Printed<'_>>("decide")
}

/// The schema of what `report --format json` prints, and templates are given.
pub fn report() -> Value {
    json::schema::<crate::report::json::ReportDocument<'_>>("report")
}

/// The schema of what `check --format json` prints.
pub fn check() -> Value {
    json::schema::<crate::topics::gate::json::Printed<'_>>("check")
}

/// The schema of what `compare --format json` prints.
pub fn compare() -> Value {
    json::schema::<crate::topics::compare::json::Printed<'_>>("compare")
}

/// The schema of what `rubric lint --format json` prints.
pub fn rubric_lint() -> Value {
    json::schema::<crate::topics::lint::json::Rubrics<'_>>("rubric lint")
}

/// The schema of what `rubric diff --format json` prints.
pub fn rubric_diff() -> Value {
    json::schema::<crate::topics::rubric_diff::Comparison<'_>>("rubric diff")
}

/// The schema of what `rubric test --format json` prints.
pub fn rubric_test() -> Value {
    json::schema::<crate::topics::backtest::Backtest>("rubric test")
}

/// The schema of what `landscape list --format json` and `landscape show --format json` print.
pub fn landscape_list() -> Value {
    json::schema::<crate::topics::market::json::Candidates<'_>>("landscape list")
}

/// The schema of what `landscape lint --format json` prints.
pub fn landscape_lint() -> Value {
    json::schema::<crate::topics::lint::json::Landscapes<'_>>("landscape lint")
}

/// The schema of what `shortlist --format json` prints.
pub fn shortlist() -> Value {
    json::schema::<crate::topics::market::json::Printed<'_>>("shortlist")
}

/// The schema of what `plan --format json` prints.
pub fn plan() -> Value {
    json::schema::<crate::topics::plan::json::Printed<'_>>("plan")
}
