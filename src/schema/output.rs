//! What `--format json` prints, derived from the types that print it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::build::with;
use crate::render::json::{check as gate, landscape, lint, plan as planned, shortlist, v1};

/// The schema of what `decide --format json` prints.
pub fn decide() -> Value {
    printed::<v1::Document<'_>>("decide")
}

/// The schema of what `report --format json` prints, and templates are given.
pub fn report() -> Value {
    printed::<v1::ReportDocument<'_>>("report")
}

/// The schema of what `check --format json` prints.
pub fn check() -> Value {
    printed::<gate::v1::Document<'_>>("check")
}

/// The schema of what `compare --format json` prints.
pub fn compare() -> Value {
    printed::<v1::ChangesDocument<'_>>("compare")
}

/// The schema of what `rubric lint --format json` prints.
pub fn rubric_lint() -> Value {
    printed::<lint::v1::Document<'_>>("rubric lint")
}

/// The schema of what `rubric diff --format json` prints.
pub fn rubric_diff() -> Value {
    printed::<v1::DifferenceDocument<'_>>("rubric diff")
}

/// The schema of what `rubric test --format json` prints.
pub fn rubric_test() -> Value {
    printed::<v1::Backtest<'_>>("rubric test")
}

/// The schema of what `landscape list --format json` and `landscape show --format json` print.
pub fn landscape_list() -> Value {
    printed::<landscape::v1::Document<'_>>("landscape list")
}

/// The schema of what `landscape lint --format json` prints.
pub fn landscape_lint() -> Value {
    printed::<lint::LandscapeDocument<'_>>("landscape lint")
}

/// The schema of what `shortlist --format json` prints.
pub fn shortlist() -> Value {
    printed::<shortlist::v1::Document<'_>>("shortlist")
}

/// The schema of what `plan --format json` prints.
pub fn plan() -> Value {
    printed::<planned::v1::Document<'_>>("plan")
}

/// The schema of JSON that a command prints: what may be null is there all the same.
fn printed<T: JsonSchema>(command: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let title = format!("Output of `trilemma {command} --format json`");
    with(schema.to_value(), "title", title.into())
}
