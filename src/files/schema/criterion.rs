//! Criteria of a rubric and the rows of their decision tables.

use super::build::{Object, defined, describe, distinct, some, whole};
use super::words::yes;
use crate::files::{Alternative, limits};
use serde_json::{Value, json};

/// A criterion.
pub(crate) fn criterion() -> Value {
    let levels = "A decision table: the first row whose `when` holds applies.";
    let says = |what| describe(defined("text"), what);
    Object::new("One aspect on which the alternatives differ.")
        .required("id", defined("id"))
        .required(
            "group",
            describe(defined("id"), "The id of the group it belongs to."),
        )
        .required("title", says("What it is called."))
        .required("weight", defined("weight"))
        .required("why", says("Why it matters, and what the evidence says."))
        .required("sources", defined("source-ids"))
        .required(
            "levels",
            describe(some(defined("level"), Some(limits::MOST_LEVELS)), levels),
        )
        .build()
}

/// A row.
pub(crate) fn level() -> Value {
    let ratings = Alternative::ALL.map(Alternative::id);
    let is_rated = ratings.map(|id| json!({"required": [id]}));
    let counts_not = json!({
        "properties": {"not-applicable": yes()},
        "required": ["not-applicable"],
    });
    let row = Object::new("A row: when it applies, how it rates the alternatives, and why.")
        .optional("when", defined("condition"))
        .optional(
            "otherwise",
            describe(
                yes(),
                "`true` in the last row: it applies whenever no other does.",
            ),
        );
    let row = ratings
        .into_iter()
        .fold(row, |row, id| row.optional(id, defined("rating")));
    row.optional(
        "not-applicable",
        describe(
            defined("yes-no"),
            "Whether the criterion counts for nothing here.",
        ),
    )
    .required(
        "because",
        describe(
            defined("answer-text"),
            "A fact and what follows from it; `{question-id}` stands for the answer.",
        ),
    )
    .optional(
        "sources",
        describe(
            defined("source-ids"),
            "What it rests on, besides the criterion's sources.",
        ),
    )
    .keyword(
        "oneOf",
        json!([{"required": ["when"]}, {"required": ["otherwise"]}]),
    )
    .keyword("if", counts_not)
    .keyword("then", json!({"not": {"anyOf": is_rated}}))
    .build()
}

/// How a row speaks for or against an alternative.
pub(crate) fn rating() -> Value {
    describe(
        whole(-2, 2),
        "-2 strongly against, -1 against, 0 neutral, 1 for, 2 strongly for; 0 if left out.",
    )
}

/// References to sources.
pub(crate) fn source_ids() -> Value {
    describe(
        distinct(some(defined("id"), None)),
        "Ids of the sources it rests on.",
    )
}
