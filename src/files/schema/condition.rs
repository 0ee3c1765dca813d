//! Conditions of a rubric. Which tests fit depends on the question, which a schema cannot know.

use super::build::{Object, defined, describe, distinct, number, some, whole};
use crate::files::limits;
use serde_json::{Value, json};

/// A condition.
pub(crate) fn condition() -> Value {
    let parts = || some(defined("condition"), None);
    json!({
        "description": "What has to hold: questions with what their answers must be, such as \
            `{team-size: {at-least: 5}}`. Several keys all have to hold.",
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": super::words::ID_KEY},
        "properties": {
            "all-of": describe(parts(), "Conditions that all hold."),
            "any-of": describe(parts(), "Conditions of which at least one holds."),
            "not": describe(defined("condition"), "A condition that does not hold."),
        },
        "additionalProperties": defined("test"),
    })
}

/// What the answer to a question must be.
pub(crate) fn test() -> Value {
    let choices = distinct(some(defined("id"), None));
    json!({"anyOf": [
        describe(defined("id"), "The choice, or `yes` or `no`."),
        defined("yes-no"),
        describe(choices, "Choices of which it is any."),
        number_range(),
        includes(),
    ]})
}

fn number_range() -> Value {
    Object::new("A range of numbers.")
        .optional("at-least", describe(number(None, None), "This or more."))
        .optional("under", describe(number(None, None), "Less than this."))
        .keyword("minProperties", 1.into())
        .build()
}

fn includes() -> Value {
    let several = || distinct(some(defined("id"), None));
    Object::new("What is among the choices.")
        .optional(
            "includes",
            describe(defined("id"), "This is among the choices."),
        )
        .optional(
            "includes-any",
            describe(several(), "At least one of these is among the choices."),
        )
        .optional(
            "includes-all",
            describe(several(), "All of these are among the choices."),
        )
        .optional("count", count())
        .keyword("minProperties", 1.into())
        .build()
}

fn count() -> Value {
    let most = i64::try_from(limits::MOST_CHOSEN).unwrap_or(i64::MAX - 1);
    Object::new("How many are chosen.")
        .optional("at-least", describe(whole(0, most), "This or more."))
        .optional("under", describe(whole(1, most + 1), "Less than this."))
        .keyword("minProperties", 1.into())
        .build()
}
