//! Requirements files.

use super::answers::{answers, any_answers, any_weights, values, weights};
use super::build::{at_most, defined, document, list, some};
use super::words::{
    alternative, alternatives, date, hash, id, one_of, rubric_name, text, url, version, weight,
    yes_no,
};
use crate::files::requirements::read::case::{CASE, expect_schema};
use crate::files::requirements::read::finding::FINDING;
use crate::files::requirements::read::gate::{GATE, WAIVER};
use crate::files::requirements::read::requirements::{COMPONENT, DECISION};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Key, object, optional, required};
use crate::files::{Rubric, RubricOrigin, limits};
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
        ("component", COMPONENT.schema()),
        ("decision", DECISION.schema()),
        ("finding", FINDING.schema()),
        ("gate", GATE.schema()),
        ("waiver", WAIVER.schema()),
        ("case", CASE.schema()),
        ("expect", expect_schema()),
    ]
}

#[rustfmt::skip] // a table
const ROOT: &[Key] = &[
    required(
        "rubric",
        Ref("rubric-name"),
        "The rubric to score against: a bundled id, or a `.yaml` file relative to this one.",
    ),
    required("title", Ref("text"), "What is decided about."),
    optional("answers", Ref("answers"), ""),
    optional("weights", Ref("weights"), ""),
    optional(
        "components",
        Like(|| some(defined("component"), Some(limits::MOST_COMPONENTS))),
        "Decide part by part: each component inherits answers and weights and may have its own.",
    ),
    optional("decision", Ref("decision"), ""),
    optional(
        "landscape",
        Like(yaml_files),
        "Landscapes to put over that of the rubric: `.yaml` files relative to this one.",
    ),
    optional(
        "candidates",
        Like(|| list(defined("finding"))),
        "What the team found out about candidates by itself.",
    ),
    optional(
        "scorecards",
        Like(|| at_most(yaml_files(), limits::MOST_SCORECARDS)),
        "More of what the team found out: `.yaml` files relative to this one, as `trilemma plan` writes them.",
    ),
    optional("gate", Ref("gate"), ""),
    optional("waivers", Like(|| list(defined("waiver"))), "Findings that are accepted for a time."),
    optional("case", Ref("case"), ""),
    optional("expect", Ref("expect"), ""),
];

fn root(description: &str) -> Value {
    object(description, ROOT).build()
}

fn yaml_files() -> Value {
    list(json!({"type": "string", "pattern": "\\.ya?ml$"}))
}

/// The musts of a rubric by name.
fn must_id(rubric: &Rubric) -> Value {
    if rubric.musts.is_empty() {
        return json!(false);
    }
    one_of(rubric.musts.iter().map(|must| &*must.id))
}
