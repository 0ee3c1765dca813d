//! Groups and questions of a rubric.

use super::build::{Object, defined, describe, number, some};
use crate::files::{DerivedFact, limits};
use serde_json::{Value, json};

/// A group.
pub(crate) fn group() -> Value {
    Object::new("A set of questions and criteria that belong together.")
        .required("id", defined("id"))
        .required("title", described("What it is called."))
        .optional("about", described("What it is about, in a sentence."))
        .build()
}

/// A question, of one of the kinds.
pub(crate) fn question() -> Value {
    let kinds = ["choice", "choices", "number", "yes-no", "text"];
    json!({"oneOf": kinds.map(|kind| defined(&format!("{kind}-question")))})
}

/// A question of each kind, by the name under which it is defined.
pub(crate) fn questions_by_kind() -> [(&'static str, Value); 5] {
    let any = || number(None, None);
    let choice = common("choice", "A question of whose choices one is picked.")
        .required("choices", choices(limits::MOST_TO_PICK_FROM));
    let choices = common("choices", "A question of whose choices several are picked.")
        .required("choices", choices(limits::MOST_CHOSEN))
        .optional(
            "allow-none",
            describe(
                defined("yes-no"),
                "Whether none of them is an answer too, written `none` or `[]`.",
            ),
        );
    let number = common("number", "A question for a number.")
        .optional("unit", unit())
        .optional(
            "minimum",
            describe(any(), "The smallest answer that makes sense."),
        )
        .optional(
            "maximum",
            describe(
                any(),
                "The largest answer that makes sense; not below `minimum`.",
            ),
        );
    let yes_no = common("yes-no", "A question for yes or no.");
    let text = common(
        "text",
        "A question for a text, for the reader; no condition reads it.",
    );
    [
        ("choice-question", choice.build()),
        ("choices-question", choices.build()),
        ("number-question", number.build()),
        ("yes-no-question", yes_no.build()),
        ("text-question", text.build()),
    ]
}

/// What every question has.
fn common(kind: &'static str, description: &str) -> Object {
    let id = json!({"$ref": "#/$defs/id", "not": {"enum": ["all-of", "any-of", "not"]}});
    let ask_when =
        "When it applies; always, if left out. May read only questions that are asked before.";
    Object::new(description)
        .required("id", id)
        .required(
            "group",
            describe(defined("id"), "The id of the group it is asked in."),
        )
        .required("ask", described("The question itself."))
        .optional("help", described("How to answer it."))
        .required(
            "type",
            json!({"const": kind, "description": "What an answer looks like."}),
        )
        .optional("ask-when", describe(defined("condition"), ask_when))
        .optional("derived", derived(kind))
}

/// The facts that answer a question of a kind.
fn derived(kind: &str) -> Value {
    let fits = DerivedFact::ALL
        .iter()
        .filter(|fact| fact.answer().type_id() == kind)
        .map(|fact| json!({"const": fact.id(), "description": fact.description()}));
    let fits: Vec<Value> = fits.collect();
    if fits.is_empty() {
        return json!(false);
    }
    json!({"description": "What of the landscape answers it where nobody else does.", "oneOf": fits})
}

fn choices(most: usize) -> Value {
    describe(some(defined("choice"), Some(most)), "What can be chosen.")
}

/// One of the answers of a choice.
pub(crate) fn choice() -> Value {
    let id = json!({"$ref": "#/$defs/id", "not": {"const": "unknown"}});
    Object::new("One of the answers.")
        .required("id", id)
        .required("label", described("What it says."))
        .optional(
            "help",
            described("What it means, where the label is not enough."),
        )
        .build()
}

fn unit() -> Value {
    let forms = Object::new("The word for one, and for any other amount.")
        .required("one", described("As in \"1 engineer\"."))
        .required("other", described("As in \"2 engineers\"."))
        .build();
    json!({
        "description": "What is counted or measured: `ms`, or `{one: engineer, other: engineers}`.",
        "anyOf": [defined("text"), forms],
    })
}

fn described(says: &str) -> Value {
    describe(defined("text"), says)
}
