//! JSON that commands print: the result, with what says how to read it.
//!
//! A result is printed as the types say that hold it, which derive `Serialize`, and its schema comes from `JsonSchema` on
//! the types. Keys are in snake case, ids as in the files. Within a version a key may be added, never changed or
//! removed.

use crate::output::escape;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// The version of what all commands print.
const VERSION: u32 = 2;

/// A result with what says how to read it.
#[derive(Debug, Serialize)]
pub(crate) struct Printed<'a, T> {
    version: u32,
    trilemma: &'static str,
    #[serde(flatten)]
    result: &'a T,
}

impl<'a, T> Printed<'a, T> {
    pub(crate) fn new(result: &'a T) -> Self {
        Self {
            version: VERSION,
            trilemma: env!("CARGO_PKG_VERSION"),
            result,
        }
    }
}

/// A result as a command prints it.
///
/// # Errors
///
/// If the result cannot be written as JSON.
pub(crate) fn print<T: Serialize>(result: &T) -> serde_json::Result<String> {
    Ok(escape::json(&Printed::new(result))? + "\n")
}

/// The schema of a result as a command prints it. What may be null is there all the same.
pub(crate) fn schema<T: JsonSchema>(command: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    schema["title"] = format!("Output of `trilemma {command} --format json`").into();
    schema["properties"]["version"] =
        json!({"type": "integer", "const": VERSION, "description": "The version of this format."});
    schema["properties"]["trilemma"] =
        json!({"type": "string", "description": "The version of the program."});
    if let Value::Array(required) = &mut schema["required"] {
        required.extend(["version".into(), "trilemma".into()]);
    }
    schema
}

/// Writes a share to nine decimals: what is computed beyond them may differ between machines.
pub(crate) fn nine<T: Decimals, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.nine().serialize(serializer)
}

/// What has decimals.
pub(crate) trait Decimals: Serialize {
    /// The value to nine decimals.
    fn nine(&self) -> Self;
}

impl Decimals for f64 {
    fn nine(&self) -> Self {
        // Adding zero takes the sign from a negative one.
        (self * 1e9).round() / 1e9 + 0.0
    }
}

impl<T: Decimals> Decimals for Vec<T> {
    fn nine(&self) -> Self {
        self.iter().map(T::nine).collect()
    }
}

impl<T: Decimals> Decimals for Option<T> {
    fn nine(&self) -> Self {
        self.as_ref().map(T::nine)
    }
}
