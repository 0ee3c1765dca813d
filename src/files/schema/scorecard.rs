//! Scorecards.

use super::build::{Object, defined, describe, distinct, document, list, some};
use super::words::{date, id, text, yes_no};
use crate::files::Strength;
use serde_json::{Value, json};

/// The schema of scorecards: what is blank counts for nothing.
pub fn scorecard() -> Value {
    let root = Object::new(
        "What a team found out about candidates, as `trilemma plan` writes it to fill in.",
    )
    .required(
        "scorecard",
        describe(defined("text"), "What is decided about."),
    )
    .required("candidates", list(defined("entry")))
    .build();
    let definitions = [
        ("text", text()),
        ("id", id()),
        ("date", date()),
        ("yes-no", yes_no()),
        ("entry", entry()),
    ];
    let definitions = definitions.map(|(name, schema)| (name.to_owned(), schema));
    document("Scorecard", root, definitions)
}

/// An entry: blank, or with at least what is found and how far that is known.
fn entry() -> Value {
    let blank = || json!({"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^\\s*$"}]});
    let or_blank = |schema: Value| json!({"anyOf": [schema, blank()]});
    let field = |schema, says: &str| describe(or_blank(schema), says);
    let evidence = json!({"enum": Strength::OWN.map(Strength::id)});
    let is_blank = ["meets", "evidence", "date", "note", "source"];
    let is_blank: serde_json::Map<String, Value> = is_blank
        .into_iter()
        .map(|key| (key.to_owned(), blank()))
        .collect();
    Object::new("What was found out about a candidate. An entry that is left blank counts for nothing.")
        .optional("id", describe(defined("id"), "The candidate."))
        .optional(
            "musts",
            describe(
                distinct(some(defined("id"), None)),
                "The musts of the rubric that it is about.",
            ),
        )
        .optional("meets", field(defined("yes-no"), "Whether they are met."))
        .optional("evidence", field(evidence, "How far that is known."))
        .optional("date", field(defined("date"), "When it was found out."))
        .optional("note", field(defined("text"), "What was found."))
        .optional("source", field(defined("text"), "What it rests on."))
        .keyword("if", json!({"properties": is_blank}))
        .keyword("then", json!(true))
        .keyword(
            "else",
            json!({
                "required": ["id", "musts", "meets", "evidence"],
                "properties": {"meets": defined("yes-no"), "evidence": {"type": "string", "minLength": 1}},
            }),
        )
        .build()
}
