//! What a map in a file may have, described once: for the reader, which refuses every other key, and for the JSON Schema
//! that editors read.

use serde_json::Value;

use crate::files::schema::build::{Object, defined, describe};

/// A map in a file.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What it is called in messages: "a question".
    pub(crate) name: &'static str,
    /// What it is, for editors.
    pub(crate) about: &'static str,
    /// Its keys, in the order of messages.
    pub(crate) keys: &'static [Key],
}

/// A key of a map.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    kind: Kind,
    /// What its value says, for editors; empty where its kind says it.
    about: &'static str,
}

/// The kind of a key's value.
#[derive(Debug)]
pub(crate) enum Kind {
    /// What the schema of the file defines under this name.
    Ref(&'static str),
    /// Another map.
    Map(&'static Shape),
    /// What this schema takes.
    Like(fn() -> Value),
}

/// A key that must be there.
pub(crate) const fn required(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        is_required: true,
        kind,
        about,
    }
}

/// A key that may be left out.
pub(crate) const fn optional(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        is_required: false,
        kind,
        about,
    }
}

impl Shape {
    /// Its schema, to which keywords may be added for what keys have to do with each other.
    pub(crate) fn object(&self) -> Object {
        object(self.about, self.keys)
    }

    /// Its schema.
    pub(crate) fn schema(&self) -> Value {
        self.object().build()
    }
}

/// The schema of a map with these keys.
pub(crate) fn object<'k>(about: &str, keys: impl IntoIterator<Item = &'k Key>) -> Object {
    keys.into_iter().fold(Object::new(about), |object, key| {
        if key.is_required {
            object.required(key.name, key.schema())
        } else {
            object.optional(key.name, key.schema())
        }
    })
}

impl Key {
    /// The schema of its value.
    pub(crate) fn schema(&self) -> Value {
        let schema = match &self.kind {
            Kind::Ref(name) => defined(name),
            Kind::Map(shape) => shape.schema(),
            Kind::Like(schema) => schema(),
        };
        if self.about.is_empty() {
            schema
        } else {
            describe(schema, self.about)
        }
    }
}
