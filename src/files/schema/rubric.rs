//! Rubric files.

use super::build::{Object, defined, describe, distinct, document, list, map_by_id, number, with};
use super::condition::{condition, test};
use super::criterion::{criterion, level, rating, source_ids};
use super::must::{demand, evidence_counts, must, need, words};
use super::process::part;
use super::question::{choice, group, question, questions_by_kind};
use super::words::{
    alternative, alternatives, answer_text, id, rubric_name, source_date, text, url, version,
    weight, yes_no,
};
use crate::files::{
    AdviceKind, Alternative, FirmnessThresholds, Rubric, StepKind, Threshold, limits,
};
use serde_json::{Value, json};

/// The schema of rubric files; these rubrics are bundled.
pub fn rubric(bundled: &[Rubric]) -> Value {
    let definitions = [
        ("rubric-name", rubric_name(bundled)),
        ("text", text()),
        ("answer-text", answer_text()),
        ("id", id()),
        ("version", version()),
        ("url", url()),
        ("source-date", source_date()),
        ("yes-no", yes_no()),
        ("weight", weight()),
        ("rating", rating()),
        ("alternative", alternative()),
        ("alternatives", alternatives(defined("alternative"))),
        ("condition", condition()),
        ("test", test()),
        ("source", source()),
        ("source-ids", source_ids()),
        ("group", group()),
        ("question", question()),
        ("choice", choice()),
        ("criterion", criterion()),
        ("level", level()),
        ("veto", veto()),
        ("must", must()),
        ("need", need()),
        ("demand", demand()),
        ("words", words()),
        ("advice", advice()),
        ("step", step()),
        ("part", part()),
        ("ids", distinct(list(defined("id")))),
    ];
    let definitions = definitions.into_iter().chain(questions_by_kind());
    let definitions = definitions.map(|(name, schema)| (name.to_owned(), schema));
    document("Rubric", root(), definitions)
}

fn root() -> Value {
    let extends = "The rubric to take everything from that is not replaced here: a bundled id, or a `.yaml` file relative to \
        this one.";
    let landscape =
        "The landscape of candidates: a bundled id, or a `.yaml` file relative to this one.";
    let by_id = "By id.";
    Object::new("A rubric: what is asked, and what follows from the answers.")
        .required("rubric", defined("id"))
        .required("version", describe(defined("version"), "The version of its content, such as `1.2.0`."))
        .required("title", described("What it is called."))
        .optional("about", described("What it is for."))
        .optional("extends", describe(defined("rubric-name"), extends))
        .optional(
            "tie-margin",
            describe(
                number(Some(0.0), Some(100.0)),
                "Points within which there is no winner; 5 if left out.",
            ),
        )
        .optional(
            "min-coverage",
            describe(
                number(Some(0.0), Some(1.0)),
                "Share of the weight that must be answered before anything is recommended; 0.6 if left out.",
            ),
        )
        .optional("firmness", firmness())
        .optional(
            "sources",
            describe(map_by_id(defined("source")), &format!("What rows rest on. {by_id}")),
        )
        .optional("groups", describe(list(defined("group")), "Their order is the order of asking."))
        .optional(
            "questions",
            describe(
                at_most(defined("question"), limits::MOST_QUESTIONS),
                "What is asked, group by group.",
            ),
        )
        .optional(
            "criteria",
            describe(
                at_most(defined("criterion"), limits::MOST_CRITERIA),
                "The aspects on which the alternatives differ.",
            ),
        )
        .optional("vetoes", describe(list(defined("veto")), "What rules an alternative out, whatever it scores."))
        .optional("landscape", describe(json!({"type": "string", "minLength": 1}), landscape))
        .optional("musts", describe(list(defined("must")), "What candidates of the landscape have to meet, as far as the answers demand it."))
        .optional("evidence-counts", evidence_counts())
        .optional("advice", describe(list(defined("advice")), "What is said beside a recommendation."))
        .optional("next-steps", next_steps())
        .optional("process", describe(at_most(defined("part"), limits::MOST_PROCESS_PARTS), "How each alternative is gone about once it is chosen."))
        .optional("weights", weights())
        .optional("remove", remove())
        .keyword("if", json!({"required": ["extends"]}))
        .keyword("else", on_its_own())
        .build()
}

/// What holds for a rubric that extends no other.
fn on_its_own() -> Value {
    let some = json!({"minItems": 1});
    json!({
        "required": ["groups", "questions", "criteria"],
        "properties": {"groups": some, "questions": some, "criteria": some, "weights": false, "remove": false},
    })
}

fn at_most(items: Value, most: usize) -> Value {
    with(list(items), "maxItems", most.into())
}

fn described(says: &str) -> Value {
    describe(defined("text"), says)
}

fn firmness() -> Value {
    let default = FirmnessThresholds::default();
    Object::new("What makes a recommendation robust, or a leaning; less is fragile.")
        .optional("robust", threshold(default.robust))
        .optional("leaning", threshold(default.leaning))
        .build()
}

fn threshold(default: Threshold) -> Value {
    let share = |default: f64, says: &str| {
        let says = format!("{says}; {default} if left out.");
        describe(number(Some(0.0), Some(1.0)), &says)
    };
    Object::new("The least of each measure, all of which must be reached.")
        .optional(
            "acceptability",
            share(
                default.acceptability,
                "Share of the weightings near the stated ones under which it comes first",
            ),
        )
        .optional(
            "weight-error",
            share(
                default.weight_error,
                "Share by which every weight may be off at once before it could be overtaken",
            ),
        )
        .optional(
            "outlook",
            share(
                default.outlook,
                "Share of the ways in which the open questions could turn out that leave it first",
            ),
        )
        .build()
}

fn source() -> Value {
    Object::new("A publication or experience that a rubric rests on.")
        .required("title", described("What it is called."))
        .optional("author", described("Who wrote it."))
        .optional("publisher", described("Who published it."))
        .optional("date", defined("source-date"))
        .optional("url", describe(defined("url"), "Where to read it."))
        .optional("note", described("How far to trust it."))
        .build()
}

fn veto() -> Value {
    let text = |says| describe(defined("answer-text"), says);
    Object::new("What rules alternatives out, whatever they score.")
        .required("id", defined("id"))
        .required(
            "excludes",
            describe(defined("alternatives"), "What it rules out."),
        )
        .required("when", defined("condition"))
        .required("because", text("Why; follows \"Building is ruled out:\"."))
        .required(
            "lifted-by",
            text("What would have to change for it to fall."),
        )
        .required("sources", defined("source-ids"))
        .build()
}

fn advice() -> Value {
    let kinds =
        AdviceKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    Object::new("Something worth saying that never changes a score.")
        .required("id", defined("id"))
        .required("kind", json!({"oneOf": kinds}))
        .required("when", defined("condition"))
        .optional(
            "beside",
            describe(
                defined("alternatives"),
                "Said only where one of these is in front.",
            ),
        )
        .required(
            "say",
            describe(defined("answer-text"), "One or more sentences."),
        )
        .optional("sources", defined("source-ids"))
        .build()
}

const fn meaning(kind: AdviceKind) -> &'static str {
    match kind {
        AdviceKind::Defer => "Doing nothing yet may be better than any of the three.",
        AdviceKind::Contradiction => "Two answers that hardly go together.",
        AdviceKind::Hybrid => "A mix of alternatives may be better than one.",
        AdviceKind::Caution => "Something to watch.",
    }
}

fn next_steps() -> Value {
    let steps = Object::new("What to do next, by the alternative chosen.");
    let ids = Alternative::ALL.map(Alternative::id);
    ids.into_iter()
        .fold(steps, |steps, id| steps.optional(id, list(defined("step"))))
        .build()
}

fn step() -> Value {
    Object::new("What to do next.")
        .required(
            "say",
            describe(
                defined("answer-text"),
                "An imperative sentence; for a question, the question.",
            ),
        )
        .optional("kind", step_kind())
        .optional(
            "takes",
            describe(
                defined("text"),
                "How long it takes, such as \"two to four weeks\".",
            ),
        )
        .optional(
            "when",
            describe(
                defined("condition"),
                "When it is worth doing; always, if left out.",
            ),
        )
        .optional("sources", defined("source-ids"))
        .build()
}

fn step_kind() -> Value {
    let meaning = |kind| match kind {
        StepKind::Step => "Something to do; this is what it is if left out.",
        StepKind::Question => "A question to send to suppliers or maintainers.",
        StepKind::PassMark => "What a trial has to show, so that it can fail.",
        StepKind::Check => "Something to look up and tick off.",
    };
    let kinds = StepKind::ALL.map(|kind| json!({"const": kind.id(), "description": meaning(kind)}));
    describe(
        json!({"oneOf": kinds}),
        "What it is for. A report has a list for each.",
    )
}

fn weights() -> Value {
    describe(
        map_by_id(defined("weight")),
        "Other weights for criteria of the rubric that this one extends.",
    )
}

fn remove() -> Value {
    let remove = Object::new("What not to take from the rubric that this one extends.");
    let kinds = [
        "groups",
        "questions",
        "criteria",
        "vetoes",
        "musts",
        "advice",
        "process",
        "sources",
    ];
    kinds
        .into_iter()
        .fold(remove, |remove, kind| remove.optional(kind, defined("ids")))
        .optional(
            "next-steps",
            describe(
                distinct(list(defined("alternative"))),
                "The alternatives whose steps are not taken.",
            ),
        )
        .build()
}
