//! The process of a rubric.

use super::build::{Object, defined, describe, distinct, list, some};
use crate::files::ProcessKind;
use serde_json::{Value, json};

/// A part of the process towards an alternative.
pub(crate) fn part() -> Value {
    let takes = json!({"type": "string", "pattern": "^[0-9]+(-[0-9]+)? (days?|weeks?)$"});
    let text = |says| describe(defined("text"), says);
    Object::new("A part of how alternatives are gone about once they are chosen.")
        .required("id", defined("id"))
        .required("kind", kind())
        .optional(
            "for",
            describe(
                defined("alternatives"),
                "The alternatives it belongs to; all, if left out.",
            ),
        )
        .optional(
            "when",
            describe(
                defined("condition"),
                "When it belongs there; always, if left out.",
            ),
        )
        .required(
            "say",
            describe(
                defined("answer-text"),
                "What is done, asked, shown, tried or demanded.",
            ),
        )
        .optional("title", text("What the step is called."))
        .optional(
            "takes",
            describe(
                takes,
                "Working days or weeks, such as `2-3 days` or `1 week`.",
            ),
        )
        .optional(
            "needs",
            describe(some(defined("text"), None), "Who is needed."),
        )
        .optional("gives", text("What comes out of it."))
        .optional("gate", text("What must hold to go on."))
        .optional(
            "after",
            describe(
                distinct(list(defined("id"))),
                "The steps that come before it; it can begin at once if left out.",
            ),
        )
        .optional("sources", defined("source-ids"))
        .keyword(
            "if",
            json!({"properties": {"kind": {"enum": ["step", "trial"]}}}),
        )
        .keyword("then", json!({"required": ["title", "takes"]}))
        .keyword("else", no_step())
        .build()
}

/// What holds for parts that are no steps.
fn no_step() -> Value {
    json!({"properties": {
        "title": false, "takes": false, "needs": false, "gives": false, "gate": false, "after": false,
    }})
}

fn kind() -> Value {
    let meaning = |kind| match kind {
        ProcessKind::Step => "Something to do.",
        ProcessKind::Trial => "The step in which the pass marks are tried.",
        ProcessKind::Want => "Something to ask for beside the musts, as it may be sent out.",
        ProcessKind::Demo => "A line of the script of a demonstration.",
        ProcessKind::PassMark => "What a trial has to show, so that it can fail.",
        ProcessKind::Data => "What a trial runs on.",
        ProcessKind::Reference => "A question to those who use it already.",
        ProcessKind::Security => "A question about security.",
        ProcessKind::Negotiation => "A point to agree on before signing.",
        ProcessKind::Exit => "What ends the attempt, or leads out of it later.",
    };
    let kinds =
        ProcessKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    describe(json!({"oneOf": kinds}), "What it is for.")
}
