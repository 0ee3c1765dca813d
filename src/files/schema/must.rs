//! Musts of a rubric, and what evidence counts.

use super::build::{Object, defined, describe, number, some};
use crate::files::{Attribute, CandidateKind, EvidenceCounts, Strength};
use serde_json::{Value, json};

/// A must.
pub(crate) fn must() -> Value {
    let kinds = CandidateKind::ALL.map(CandidateKind::id);
    let kinds = json!({"type": "array", "items": {"enum": kinds}, "minItems": 1});
    Object::new("Something that every candidate must meet, as far as the answers demand it.")
        .required("id", defined("id"))
        .required(
            "title",
            describe(
                defined("text"),
                "What it is called, such as \"Runs where it must\".",
            ),
        )
        .required(
            "ask",
            describe(
                defined("answer-text"),
                "What to ask about a candidate of which it is not documented.",
            ),
        )
        .optional(
            "kinds",
            describe(kinds, "For which candidates it holds; all, if left out."),
        )
        .optional(
            "selects",
            describe(
                defined("yes-no"),
                "Whether it tells which candidates are looked at, rather than how they do.",
            ),
        )
        .required(
            "needs",
            describe(
                some(defined("need"), None),
                "What is needed under which answers; all whose condition holds have to be met.",
            ),
        )
        .optional("sources", defined("source-ids"))
        .build()
}

/// What is needed under some answers.
pub(crate) fn need() -> Value {
    Object::new("What is needed under some answers.")
        .optional(
            "when",
            describe(defined("condition"), "Under which; under all, if left out."),
        )
        .required("has", defined("demand"))
        .build()
}

/// What a candidate is to have.
pub(crate) fn demand() -> Value {
    let parts = || some(defined("demand"), None);
    let object = Object::new("Attributes with their words; all of the keys have to hold.")
        .optional("all-of", describe(parts(), "All of these hold."))
        .optional("any-of", describe(parts(), "At least one of these holds."));
    let object = Attribute::ALL
        .into_iter()
        .fold(object, |object, attribute| {
            object.optional(attribute.id(), defined("words"))
        })
        .keyword("minProperties", json!(1))
        .build();
    json!({
        "description": "What a candidate is to have; `not-documented` for what no landscape says.",
        "anyOf": [{"const": "not-documented"}, object],
    })
}

/// Words of an attribute.
pub(crate) fn words() -> Value {
    let ids = || some(defined("id"), None);
    let form = |key: &'static str, says: &str| Object::new(says).required(key, ids()).build();
    json!({
        "description": "A word of the landscape's vocabulary; of a list, any will do.",
        "anyOf": [
            defined("id"),
            ids(),
            form("includes-any", "Any of these."),
            form("includes-all", "All of these."),
        ],
    })
}

/// What evidence counts.
pub(crate) fn evidence_counts() -> Value {
    let default = EvidenceCounts::default();
    let object = Object::new("What a must that is met counts, by how far that is known.");
    Strength::ALL
        .into_iter()
        .fold(object, |object, strength| {
            let says = format!("{} if left out.", default.of(strength));
            object.optional(strength.id(), describe(number(Some(0.0), Some(1.0)), &says))
        })
        .build()
}
