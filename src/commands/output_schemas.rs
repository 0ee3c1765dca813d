//! What `--format json` prints, derived from the types that print it.

use crate::files::schema::build::with;
use crate::output::json;
use crate::topics::decide::json as v1;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of what `decide --format json` prints.
pub fn decide() -> Value {
    printed::<v1::Document<'_>>("decide")
}

/// The schema of what `report --format json` prints, and templates are given.
pub fn report() -> Value {
    printed::<crate::report::json::ReportDocument<'_>>("report")
}

/// The schema of what `check --format json` prints.
pub fn check() -> Value {
    json::schema::<crate::topics::gate::json::Printed<'_>>("check")
}

/// The schema of what `compare --format json` prints.
pub fn compare() -> Value {
    printed::<crate::topics::compare::json::ChangesDocument<'_>>("compare")
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

/// The schema of JSON that a command prints: what may be null is there all the same.
fn printed<T: JsonSchema>(command: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let title = format!("Output of `trilemma {command} --format json`");
    with(schema.to_value(), "title", title.into())
}
