//! Rubric files.

use super::build::{defined, describe, distinct, document, list, some};
use super::words::{
    alternative, alternatives, answer_text, id, rubric_name, source_date, text, url, version,
    weight, yes_no,
};
use crate::files::Rubric;
use crate::files::rubric::read::{
    advice, condition, criterion, must, process, question, rubric, source,
};
use serde_json::Value;

/// The schema of rubric files; these rubrics are bundled.
pub fn rubric(bundled: &[Rubric]) -> Value {
    let definitions = [
        ("rubric-name", rubric_name(bundled)),
        ("text", text()),
        ("answer-text", answer_text()),
        ("id", id()),
        ("ids", distinct(list(defined("id")))),
        ("version", version()),
        ("url", url()),
        ("source-date", source_date()),
        ("yes-no", yes_no()),
        ("weight", weight()),
        ("rating", criterion::rating_schema()),
        ("alternative", alternative()),
        ("alternatives", alternatives(defined("alternative"))),
        ("condition", condition::condition_schema()),
        ("test", condition::test_schema()),
        ("source", source::SOURCE.schema()),
        ("source-ids", source_ids()),
        ("group", question::GROUP.schema()),
        ("choice", question::CHOICE.schema()),
        ("criterion", criterion::CRITERION.schema()),
        ("level", criterion::level_schema()),
        ("veto", criterion::VETO.schema()),
        ("must", must::MUST.schema()),
        ("need", must::NEED.schema()),
        ("demand", must::demand_schema()),
        ("words", must::words_schema()),
        ("advice", advice::ADVICE.schema()),
        ("step", advice::STEP.schema()),
        ("part", process::part_schema()),
    ];
    let definitions = definitions.map(|(name, schema)| (name.to_owned(), schema));
    let definitions = definitions.into_iter().chain(question::question_schemas());
    document("Rubric", rubric::rubric_schema(), definitions)
}

/// References to sources.
fn source_ids() -> Value {
    describe(
        distinct(some(defined("id"), None)),
        "Ids of the sources it rests on.",
    )
}
