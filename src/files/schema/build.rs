//! Putting schemas together.

use serde_json::{Map, Value, json};

/// The dialect that every schema is written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A map whose keys are known: any other key is refused.
pub(crate) struct Object {
    description: String,
    properties: Map<String, Value>,
    required: Vec<&'static str>,
    more: Map<String, Value>,
}

impl Object {
    /// A map without keys yet.
    pub(crate) fn new(description: &str) -> Self {
        Self {
            description: description.to_owned(),
            properties: Map::new(),
            required: Vec::new(),
            more: Map::new(),
        }
    }

    /// Adds a key that must be there.
    pub(crate) fn required(mut self, key: &'static str, schema: Value) -> Self {
        self.required.push(key);
        self.optional(key, schema)
    }

    /// Adds a key that may be left out.
    pub(crate) fn optional(mut self, key: &str, schema: Value) -> Self {
        self.properties.insert(key.to_owned(), schema);
        self
    }

    /// Adds a keyword of JSON Schema, for what keys have to do with each other.
    pub(crate) fn keyword(mut self, keyword: &str, value: Value) -> Self {
        self.more.insert(keyword.to_owned(), value);
        self
    }

    /// The schema.
    pub(crate) fn build(self) -> Value {
        let mut schema = self.more;
        if !self.description.is_empty() {
            schema.insert("description".to_owned(), self.description.into());
        }
        schema.insert("type".to_owned(), "object".into());
        schema.insert("properties".to_owned(), self.properties.into());
        schema.insert("additionalProperties".to_owned(), false.into());
        if !self.required.is_empty() {
            schema.insert("required".to_owned(), self.required.into());
        }
        schema.into()
    }
}

/// A schema that stands under `$defs`.
pub(crate) fn defined(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A schema with a description of its own.
pub(crate) fn describe(schema: Value, description: &str) -> Value {
    with(schema, "description", description.into())
}

/// A schema with one more keyword.
pub(crate) fn with(mut schema: Value, keyword: &str, value: Value) -> Value {
    if let Value::Object(keywords) = &mut schema {
        keywords.insert(keyword.to_owned(), value);
    }
    schema
}

/// What keeps to any of these.
pub(crate) fn any_of(schemas: Vec<Value>) -> Value {
    with(json!({}), "anyOf", schemas.into())
}

/// A list of any length.
pub(crate) fn list(items: Value) -> Value {
    with(json!({"type": "array"}), "items", items)
}

/// A list of at least one item and, if a limit is given, at most so many.
pub(crate) fn some(items: Value, most: Option<usize>) -> Value {
    let schema = with(list(items), "minItems", 1.into());
    match most {
        Some(most) => with(schema, "maxItems", most.into()),
        None => schema,
    }
}

/// The same list, in which nothing stands twice.
pub(crate) fn distinct(list: Value) -> Value {
    with(list, "uniqueItems", true.into())
}

/// An id as a key.
pub(crate) const ID_KEY: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The same list, of at most so many items.
pub(crate) fn at_most(list: Value, most: usize) -> Value {
    with(list, "maxItems", most.into())
}

/// A map whose keys are ids of its writer's own.
pub(crate) fn map_by_id(values: Value) -> Value {
    let map = json!({"type": "object", "propertyNames": {"pattern": ID_KEY}});
    with(map, "additionalProperties", values)
}

/// A number in a range, both ends included.
pub(crate) fn number(minimum: Option<f64>, maximum: Option<f64>) -> Value {
    let mut schema = json!({"type": "number"});
    for (keyword, end) in [("minimum", minimum), ("maximum", maximum)] {
        if let Some(end) = end {
            schema = with(schema, keyword, plain(end));
        }
    }
    schema
}

/// A whole number in a range, both ends included.
pub(crate) fn whole(minimum: i64, maximum: i64) -> Value {
    json!({"type": "integer", "minimum": minimum, "maximum": maximum})
}

/// A number without a fraction that says nothing: `5`, not `5.0`.
#[allow(clippy::cast_possible_truncation)] // checked right here
pub(crate) fn plain(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        (number as i64).into()
    } else {
        number.into()
    }
}

/// A schema that stands for itself, with what it refers to.
pub(crate) fn document(
    title: &str,
    root: Value,
    definitions: impl IntoIterator<Item = (String, Value)>,
) -> Value {
    let definitions: Map<String, Value> = definitions.into_iter().collect();
    let root = with(root, "$schema", DIALECT.into());
    let root = with(root, "title", title.into());
    with(root, "$defs", definitions.into())
}
