//! Positions in a rubric's lists, and how a rubric is named in results.

use super::Rubric;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Position of a question in [`Rubric::questions`](crate::files::Rubric::questions), which is the order of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIndex(pub usize);

/// Position of a criterion in [`Rubric::criteria`](crate::files::Rubric::criteria).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionIndex(pub usize);

/// Position of a group in [`Rubric::groups`](crate::files::Rubric::groups).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIndex(pub usize);

/// Position of a source in [`Rubric::sources`](crate::files::Rubric::sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub usize);

/// A rubric as results name it.
#[derive(Serialize, JsonSchema)]
struct Named<'r> {
    /// Its id.
    id: &'r str,
    /// The version of its content.
    version: &'r semver::Version,
}

impl Serialize for Rubric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = Named {
            id: &self.id,
            version: &self.version,
        };
        named.serialize(serializer)
    }
}

impl JsonSchema for Rubric {
    fn schema_name() -> Cow<'static, str> {
        "Rubric".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Named::json_schema(generator)
    }
}
