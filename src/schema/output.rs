//! What `--format json` prints, derived from the types that print it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::build::with;
use crate::render::json;
use crate::render::json::v1::Document;

/// The schema of what `decide --format json` prints.
pub fn decide() -> Value {
    printed::<Document<'_>>("Output of `trilemma decide --format json`")
}

/// The schema of what `check --format json` prints.
pub fn check() -> Value {
    printed::<json::check::v1::Document<'_>>("Output of `trilemma check --format json`")
}

/// The schema of JSON that is printed: what may be null is there all the same.
fn printed<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    with(schema.to_value(), "title", title.into())
}
