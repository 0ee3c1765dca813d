//! Requirements files.

use super::answers::{answers, any_answers, any_weights, values, weights};
use super::build::{
    Object, defined, describe, distinct, document, list, number, some, whole, with,
};
use super::words::{
    alternative, alternatives, date, hash, id, one_of, rubric_name, text, url, version, weight,
    yes_no,
};
use crate::files::{Rubric, RubricOrigin, Strength, limits};
use serde_json::{Value, json};

/// The schema of requirements files for whatever rubric; these rubrics are bundled.
pub fn requirements(bundled: &[Rubric]) -> Value {
    let root = root("A requirements file: what a team needs, scored by `trilemma decide`.");
    let own = [
        ("rubric-name", rubric_name(bundled)),
        ("answers", any_answers()),
        ("weights", any_weights()),
        ("question-id", defined("id")),
        ("must-id", defined("id")),
        ("veto-id", defined("id")),
        ("advice-id", defined("id")),
    ];
    let shared = common().into_iter().chain([("id", id())]);
    let definitions = shared.chain(own).map(owned);
    document("Requirements", root, definitions)
}

/// The schema of requirements files for one rubric: its questions, choices and criteria by name.
pub fn requirements_for(rubric: &Rubric, bundled: &[Rubric]) -> Value {
    let title = format!("Requirements for {}", rubric.title);
    let root = root(&format!(
        "A requirements file for `{}` {}: what a team needs, scored by `trilemma decide`.",
        rubric.id, rubric.version
    ));
    let name = match rubric.origin() {
        RubricOrigin::Bundled => rubric_name([rubric]),
        RubricOrigin::Path(_) => rubric_name(bundled),
    };
    let questions = rubric.questions.iter().map(|question| &*question.id);
    let vetoes = rubric.vetoes.iter().map(|veto| &*veto.id);
    let advice = rubric.advice.iter().map(|advice| &*advice.id);
    let own = [
        ("rubric-name", name),
        ("answers", answers(rubric)),
        ("weights", weights(rubric)),
        ("question-id", one_of(questions)),
        ("must-id", must_id(rubric)),
        ("veto-id", one_of(vetoes)),
        ("advice-id", one_of(advice)),
        ("yes-no", yes_no()),
    ];
    let definitions = common().into_iter().chain([("id", id())]).chain(own);
    document(&title, root, definitions.map(owned).chain(values(rubric)))
}

fn owned((name, schema): (&str, Value)) -> (String, Value) {
    (name.to_owned(), schema)
}

/// What a requirements file for any rubric refers to.
fn common() -> Vec<(&'static str, Value)> {
    vec![
        ("text", text()),
        ("date", date()),
        ("version", version()),
        ("hash", hash()),
        ("url", url()),
        ("weight", weight()),
        ("alternative", alternative()),
        ("alternatives", alternatives(defined("alternative"))),
        ("component", component()),
        ("decision", decision()),
        ("finding", finding()),
        ("gate", gate()),
        ("waiver", waiver()),
        ("case", case()),
        ("expect", expect()),
    ]
}

fn root(description: &str) -> Value {
    let rubric =
        "The rubric to score against: a bundled id, or a `.yaml` file relative to this one.";
    let components =
        "Decide part by part: each component inherits answers and weights and may have its own.";
    Object::new(description)
        .required("rubric", describe(defined("rubric-name"), rubric))
        .required("title", described("text", "What is decided about."))
        .optional("answers", defined("answers"))
        .optional("weights", defined("weights"))
        .optional(
            "components",
            describe(
                some(defined("component"), Some(limits::MOST_COMPONENTS)),
                components,
            ),
        )
        .optional("decision", defined("decision"))
        .optional(
            "landscape",
            describe(
                list(json!({"type": "string", "pattern": "\\.ya?ml$"})),
                "Landscapes to put over that of the rubric: `.yaml` files relative to this one.",
            ),
        )
        .optional(
            "candidates",
            describe(
                list(defined("finding")),
                "What the team found out about candidates by itself.",
            ),
        )
        .optional(
            "scorecards",
            describe(
                with(
                    list(json!({"type": "string", "pattern": "\\.ya?ml$"})),
                    "maxItems",
                    limits::MOST_SCORECARDS.into(),
                ),
                "More of what the team found out: `.yaml` files relative to this one, as `trilemma plan` writes them.",
            ),
        )
        .optional("gate", defined("gate"))
        .optional(
            "waivers",
            describe(
                list(defined("waiver")),
                "Findings that are accepted for a time.",
            ),
        )
        .optional("case", defined("case"))
        .optional("expect", defined("expect"))
        .build()
}

fn described(name: &str, description: &str) -> Value {
    describe(defined(name), description)
}

fn component() -> Value {
    let title = "What it is called; its id if left out.";
    Object::new("A part that is decided like a file of its own.")
        .required("id", defined("id"))
        .optional("title", described("text", title))
        .optional("answers", defined("answers"))
        .optional("weights", defined("weights"))
        .optional("decision", defined("decision"))
        .build()
}

/// The musts of a rubric by name.
fn must_id(rubric: &Rubric) -> Value {
    if rubric.musts.is_empty() {
        return json!(false);
    }
    one_of(rubric.musts.iter().map(|must| &*must.id))
}

/// What a team found out about a candidate.
fn finding() -> Value {
    let evidence = Strength::OWN.map(Strength::id);
    Object::new("What the team found out about a candidate by itself.")
        .required("id", describe(defined("id"), "The candidate."))
        .required(
            "musts",
            describe(
                distinct(some(defined("must-id"), None)),
                "The musts of the rubric that it is about.",
            ),
        )
        .required("meets", describe(yes_no(), "Whether they are met."))
        .required(
            "evidence",
            describe(json!({"enum": evidence}), "How far that is known."),
        )
        .optional("date", describe(defined("date"), "When it was found out."))
        .optional("note", described("text", "What was found."))
        .optional("source", described("text", "What it rests on."))
        .build()
}

/// One alternative or a list of them.
fn one_or_several() -> Value {
    json!({"anyOf": [defined("alternative"), defined("alternatives")]})
}

fn decision() -> Value {
    Object::new("What the team decided.")
        .required(
            "chosen",
            describe(
                one_or_several(),
                "What was chosen: one alternative, or a list for a documented mix.",
            ),
        )
        .optional(
            "decided-on",
            described("date", "When, such as `2026-11-20`."),
        )
        .optional("deciders", describe(list(defined("text")), "Who decided."))
        .optional(
            "rubric-version",
            described("version", "The version of the rubric at the time."),
        )
        .optional(
            "rubric-hash",
            described(
                "hash",
                "What tells the rubric's content at the time from any other, as `trilemma check` prints it.",
            ),
        )
        .optional(
            "recommended",
            describe(
                one_or_several(),
                "What was recommended at the time: one alternative, or those too close to call.",
            ),
        )
        .optional(
            "because",
            described(
                "text",
                "Why; above all where it differs from what is recommended.",
            ),
        )
        .optional(
            "review-by",
            described("date", "When to look at it again; not before `decided-on`."),
        )
        .build()
}

fn gate() -> Value {
    let share = || number(Some(0.0), Some(1.0));
    Object::new("What the gate enforces for this file.")
        .optional(
            "required",
            describe(
                distinct(list(defined("question-id"))),
                "Questions that must be answered.",
            ),
        )
        .optional(
            "min-margin",
            describe(
                number(Some(0.0), Some(200.0)),
                "Least points between first and second.",
            ),
        )
        .optional(
            "min-coverage",
            describe(share(), "Least share of the weight answered, 0 to 1."),
        )
        .optional(
            "min-acceptability",
            describe(
                share(),
                "Least share of the weightings near the stated ones under which the leader stays first, 0 to 1.",
            ),
        )
        .build()
}

fn waiver() -> Value {
    let until = "The last day on which it counts.";
    let scope = "What part of the file it is limited to.";
    Object::new("A finding that is accepted for a time.")
        .required("code", described("id", "The finding's code."))
        .optional("scope", described("text", scope))
        .required("because", described("text", "Why it is accepted."))
        .required("owner", described("text", "Who answers for it."))
        .required("until", described("date", until))
        .build()
}

/// The years in which a decision can have been made.
const YEARS: (i64, i64) = (1950, 2100);

fn case() -> Value {
    let domain = "What it was about, in a word or two that several cases share.";
    let facts = "What was known at the time, from which the answers were derived.";
    let year = whole(YEARS.0, YEARS.1);
    Object::new("Where a decision comes from, so that a rubric can be tested on it.")
        .required("organisation", described("text", "Who decided."))
        .optional("year", describe(year, "In which year, if that is known."))
        .required("domain", described("text", domain))
        .optional(
            "component",
            described("text", "The part of it that was decided."),
        )
        .optional("facts", describe(list(defined("text")), facts))
        .optional(
            "sources",
            describe(list(defined("url")), "Addresses of what tells about it."),
        )
        .required("label", label())
        .optional("note", described("text", "What else to know about it."))
        .build()
}

fn label() -> Value {
    json!({
        "description": "How clearly what was chosen is one of the three alternatives.",
        "oneOf": [
            {"const": "clean", "description": "It is one of them."},
            {"const": "hybrid", "description": "It is a mix; the main part, or each part, is named."},
            {"const": "ambiguous", "description": "It could be read in more than one way."},
            {"const": "weak", "description": "It was told in hindsight."},
        ],
    })
}

fn expect() -> Value {
    let outcomes = [
        "recommended",
        "too-close",
        "inconclusive",
        "no-viable-alternative",
    ];
    let firmness = ["robust", "leaning", "fragile"];
    let described = |schema, says| describe(schema, says);
    let ids = |name| distinct(list(defined(name)));
    // Only a recommendation names an alternative and is firm.
    let other =
        json!({"properties": {"outcome": {"enum": &outcomes[1..]}}, "required": ["outcome"]});
    let neither = json!({"properties": {"recommended": false, "firmness": false}});
    let expect =
        Object::new("What the rubric is expected to say; what is left out may be anything.")
            .optional(
                "outcome",
                described(one_of(outcomes), "The kind of outcome."),
            )
            .optional(
                "recommended",
                described(
                    one_or_several(),
                    "The alternatives of which one is to be recommended.",
                ),
            )
            .optional(
                "firmness",
                described(one_of(firmness), "How firm the recommendation is to be."),
            )
            .optional(
                "vetoes",
                described(
                    ids("veto-id"),
                    "The vetoes that rule something out: exactly these.",
                ),
            )
            .optional(
                "advice",
                described(ids("advice-id"), "The advice that is given: exactly this."),
            )
            .keyword("if", other)
            .keyword("then", neither)
            .build();
    with(expect, "minProperties", 1.into())
}
