//! What stands in both kinds of file: texts, ids, dates and the like.
//!
//! The files are YAML, which takes `2024` for a number and `true` for a truth value where the reader wants a text and
//! sees one. Texts and ids are therefore more than strings here.

use super::build::{any_of, describe, distinct, plain, some, whole, with};
use crate::files::{Alternative, Rubric, Weight};
use serde_json::{Value, json};

/// An id as a value, which white space may follow.
const ID: &str = r"^[a-z0-9]+(-[a-z0-9]+)*\s*$";

/// A day that some calendar has; February is given its 29th every year.
const DATE: &str = concat!(
    r"^[0-9]{4}-(",
    r"(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    r"|02-(0[1-9]|[12][0-9])",
    r")\s*$"
);

/// A year, a month or a day.
const SOURCE_DATE: &str = concat!(
    r"^[0-9]{4}(-(0[1-9]|1[0-2])|-(",
    r"(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    r"|02-(0[1-9]|[12][0-9])",
    r"))?\s*$"
);

/// The hash of a rubric's content, or its first digits.
const HASH: &str = r"^sha256:[0-9a-f]{8,64}\s*$";

/// A version as <https://semver.org> has it.
const VERSION: &str = concat!(
    r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)",
    r"(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?",
    r"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\s*$"
);

const URL: &str = r#"^https?://[^\s\u0000-\u001f\u007f-\u009f<>"]*\s*$"#;

/// A path that ends in `.yaml` or `.yml` and does not begin at the root.
const RUBRIC_PATH: &str = r"^([^/].*)?[^/]\.ya?ml$";

/// Yes or no in any mixture of capitals.
const YES_NO: &str = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$";
const YES: &str = "^([Yy][Ee][Ss]|[Tt][Rr][Uu][Ee])$";

/// A text in which `{question-id}` stands for an answer and braces are written twice; not blank.
const ANSWER_TEXT: &str = concat!(
    r"^\s*([^{}\s]|\{\{|\}\}|\{[a-z0-9]+(-[a-z0-9]+)*\})",
    r"([^{}]|\{\{|\}\}|\{[a-z0-9]+(-[a-z0-9]+)*\})*$"
);

/// A text that says something.
pub(crate) fn text() -> Value {
    json!({"type": ["string", "number", "boolean"], "pattern": r"\S"})
}

/// A text that names answers.
pub(crate) fn answer_text() -> Value {
    json!({
        "description": "A text; `{question-id}` in it stands for the answer. A literal brace is written twice.",
        "type": ["string", "number", "boolean"],
        "pattern": ANSWER_TEXT,
    })
}

pub(crate) fn id() -> Value {
    json!({
        "description": "Lower-case words joined by hyphens, such as `data-location`.",
        "type": ["string", "integer", "boolean"],
        "pattern": ID,
        "minimum": 0,
    })
}

pub(crate) fn date() -> Value {
    json!({"description": "A day, such as `2026-11-20`.", "type": "string", "pattern": DATE})
}

/// When something was published.
pub(crate) fn source_date() -> Value {
    json!({
        "description": "A year, a month or a day, such as `2024`, `2024-05` or `2024-05-31`.",
        "type": ["string", "integer"],
        "pattern": SOURCE_DATE,
        "minimum": 1000,
        "maximum": 9999,
    })
}

pub(crate) fn version() -> Value {
    json!({"description": "A version of three numbers, such as `1.2.0`.", "type": "string", "pattern": VERSION})
}

pub(crate) fn hash() -> Value {
    json!({"description": "The hash of a rubric, such as `sha256:9f1c2b3a4d5e`.", "type": "string", "pattern": HASH})
}

pub(crate) fn url() -> Value {
    json!({"description": "An address, `https://…`.", "type": "string", "pattern": URL})
}

/// Yes or no.
pub(crate) fn yes_no() -> Value {
    json!({"anyOf": [
        {"enum": ["yes", "no", true, false]},
        {"type": "string", "pattern": YES_NO},
    ]})
}

/// Yes, where no would say nothing.
pub(crate) fn yes() -> Value {
    json!({"anyOf": [
        {"enum": ["yes", true]},
        {"type": "string", "pattern": YES},
    ]})
}

pub(crate) fn weight() -> Value {
    let points = whole(Weight::MIN.into(), Weight::MAX.into());
    describe(
        points,
        "Whole points, 1 to 10: what the swing from the worst to the best rating counts.",
    )
}

/// One of the three alternatives.
pub(crate) fn alternative() -> Value {
    let says = |alternative| match alternative {
        Alternative::Build => "The team writes and owns it.",
        Alternative::Buy => "A supplier runs or licenses it, managed open source included.",
        Alternative::OpenSource => "The team runs or assembles open-source software.",
    };
    let alternatives = Alternative::ALL
        .map(|alternative| json!({"const": alternative.id(), "description": says(alternative)}));
    json!({"oneOf": alternatives})
}

/// Some of the alternatives.
pub(crate) fn alternatives(one: Value) -> Value {
    distinct(some(one, None))
}

/// What names a rubric: a bundled id, or a path.
pub(crate) fn rubric_name<'r>(bundled: impl IntoIterator<Item = &'r Rubric>) -> Value {
    let mut names: Vec<Value> = bundled
        .into_iter()
        .map(|rubric| {
            let about = rubric.about.as_deref().unwrap_or_default();
            json!({"const": rubric.id, "title": rubric.title, "description": about})
        })
        .collect();
    names.push(json!({
        "description": "A `.yaml` file, relative to this one.",
        "type": "string",
        "pattern": RUBRIC_PATH,
        "not": {"pattern": "://"},
    }));
    any_of(names)
}

/// An id as YAML may take it: `yes` and `true` for truth values, `10` for a number.
pub(crate) fn spellings(id: &str) -> Vec<Value> {
    let mut spellings = vec![Value::from(id)];
    match id {
        "yes" | "on" | "true" | "y" => spellings.push(true.into()),
        "no" | "off" | "false" | "n" => spellings.push(false.into()),
        _ => {}
    }
    let is_number = id.starts_with(|c: char| c.is_ascii_digit());
    let number = id.parse::<f64>().ok().filter(|number| number.is_finite());
    spellings.extend(number.filter(|_| is_number).map(plain));
    spellings
}

/// One of these ids; if there are none, nothing will do.
pub(crate) fn one_of<'i>(ids: impl IntoIterator<Item = &'i str>) -> Value {
    let mut known: Vec<Value> = Vec::new();
    for spelling in ids.into_iter().flat_map(spellings) {
        if !known.contains(&spelling) {
            known.push(spelling);
        }
    }
    if known.is_empty() {
        return json!({"not": {}});
    }
    with(json!({}), "enum", known.into())
}
