//! What may stand under `answers` and `weights`.

use super::build::{
    Object, any_of, defined, describe, distinct, list, map_by_id, number, some, with,
};
use super::words::spellings;
use crate::files::{Choice, Criterion, Question, QuestionKind, Rubric};
use crate::output::wording;
use serde_json::{Map, Value, json};

/// Answers to any rubric's questions.
pub(crate) fn any_answers() -> Value {
    let value = json!({"anyOf": [defined("text"), distinct(list(defined("id")))]});
    describe(
        map_by_id(short_or_long(value)),
        "What is known: question ids with their answers; `unknown` is an answer too. A note and a source can be given as \
         `{value: …, note: …, source: …}`.",
    )
}

/// Weights of any rubric's criteria.
pub(crate) fn any_weights() -> Value {
    describe(map_by_id(defined("weight")), WEIGHTS)
}

const WEIGHTS: &str =
    "Criterion ids with weights that differ from the rubric's; shown as such wherever they count.";

/// Answers to the questions of a rubric.
pub(crate) fn answers(rubric: &Rubric) -> Value {
    let about = format!(
        "What is known: answers to the questions of `{}`; `unknown` is an answer too. A note and a source can be given as \
         `{{value: …, note: …, source: …}}`.",
        rubric.id
    );
    let questions = rubric.questions.iter();
    questions
        .fold(Object::new(&about), |answers, question| {
            let value = defined(&definition_of(question));
            let mut schema = with(short_or_long(value), "title", question.ask.clone().into());
            let help = help(question, rubric);
            if !help.is_empty() {
                schema = describe(schema, &help);
            }
            answers.optional(&question.id, schema)
        })
        .build()
}

/// Weights of the criteria of a rubric.
pub(crate) fn weights(rubric: &Rubric) -> Value {
    let criteria = rubric.criteria.iter();
    criteria
        .fold(Object::new(WEIGHTS), |weights, criterion| {
            weights.optional(&criterion.id, weight_of(criterion))
        })
        .build()
}

fn weight_of(criterion: &Criterion) -> Value {
    let points = criterion.weight.points();
    let about = format!("{}\n\nThe rubric's weight is {points}.", criterion.why);
    let schema = with(defined("weight"), "title", criterion.title.clone().into());
    with(describe(schema, &about), "default", points.into())
}

/// For each question, what its answer looks like.
pub(crate) fn values(rubric: &Rubric) -> impl Iterator<Item = (String, Value)> {
    let questions = rubric.questions.iter();
    questions.map(|question| (definition_of(question), value(question)))
}

fn definition_of(question: &Question) -> String {
    format!("answer-to-{}", question.id)
}

/// A value alone, or with a note and a source.
fn short_or_long(value: Value) -> Value {
    let long = Object::new("An answer with a note and where it comes from.")
        .required("value", value.clone())
        .optional(
            "note",
            describe(defined("text"), "Why, or who is finding out."),
        )
        .optional(
            "source",
            describe(defined("text"), "What the answer rests on."),
        )
        .build();
    any_of(vec![value, long])
}

/// How to answer, and whether the question always applies.
fn help(question: &Question, rubric: &Rubric) -> String {
    let mut parts: Vec<String> = question.help.iter().cloned().collect();
    if let Some(when) = &question.ask_when {
        let reads = when.questions().into_iter();
        let ids: Vec<String> = reads
            .map(|read| format!("`{}`", rubric.question(read).id))
            .collect();
        parts.push(format!(
            "Whether this applies depends on {}.",
            wording::list(&ids)
        ));
    }
    parts.join("\n\n")
}

/// The value of an answer, of the kind its question asks for.
fn value(question: &Question) -> Value {
    match &question.kind {
        QuestionKind::Choice(choices) => {
            let mut schemas = choice_schemas(choices);
            schemas.push(unknown());
            json!({"oneOf": schemas})
        }
        QuestionKind::Choices {
            choices,
            allow_none,
        } => several(choices, *allow_none),
        QuestionKind::Number {
            minimum, maximum, ..
        } => {
            let says = number_in_words(question);
            json!({"oneOf": [describe(number(*minimum, *maximum), &says), unknown()]})
        }
        QuestionKind::YesNo => json!({"anyOf": [defined("yes-no"), unknown()]}),
        QuestionKind::Text => describe(
            defined("text"),
            "A text, for the reader of the report; `unknown` if it is not known yet.",
        ),
    }
}

fn unknown() -> Value {
    json!({
        "const": "unknown",
        "description": "Not known yet. It counts neither as no nor as low: it is shown among what to find out.",
    })
}

fn choice_schemas(choices: &[Choice]) -> Vec<Value> {
    let mut taken: Vec<Value> = Vec::new();
    let mut schemas = Vec::new();
    for choice in choices {
        for spelling in spellings(&choice.id) {
            if taken.contains(&spelling) {
                continue;
            }
            let mut schema = Map::new();
            schema.insert("const".to_owned(), spelling.clone());
            schema.insert("title".to_owned(), choice.label.clone().into());
            let says = [Some(choice.label.as_str()), choice.help.as_deref()];
            let says: Vec<&str> = says.into_iter().flatten().collect();
            schema.insert("description".to_owned(), says.join("\n\n").into());
            schemas.push(schema.into());
            taken.push(spelling);
        }
    }
    schemas
}

fn several(choices: &[Choice], allow_none: bool) -> Value {
    let one = json!({"oneOf": choice_schemas(choices)});
    let chosen = if allow_none {
        list(one)
    } else {
        some(one, None)
    };
    let mut ways = vec![distinct(chosen)];
    if allow_none {
        ways.push(json!({"const": "none", "description": "None of them."}));
    }
    ways.push(unknown());
    json!({"oneOf": ways})
}

/// The range and unit of a number: "A number in ms, 0 or more."
fn number_in_words(question: &Question) -> String {
    let QuestionKind::Number {
        unit,
        minimum,
        maximum,
    } = &question.kind
    else {
        return String::new();
    };
    let unit = unit
        .as_ref()
        .map(|unit| format!(" in {}", unit.other))
        .unwrap_or_default();
    let words = |end: f64| wording::number(end);
    let range = match (*minimum, *maximum) {
        (Some(low), Some(high)) => format!(", from {} to {}", words(low), words(high)),
        (Some(low), None) => format!(", {} or more", words(low)),
        (None, Some(high)) => format!(", {} or less", words(high)),
        (None, None) => String::new(),
    };
    format!("A number{unit}{range}.")
}
