//! What the page needs to try a change: the rubric, and what the team stated.

pub mod condition;
pub mod rubric;

use self::rubric::RubricData;
use crate::files::{Alternative, Answers, Requirements, Rubric, Value, Weights};
use crate::output::escape;
use crate::topics::decide::phrases;
use serde::Serialize;

/// Everything that is recomputed in the page.
#[derive(Debug, Serialize)]
pub(crate) struct PageData<'r> {
    /// The command that scores the file, without any change tried.
    command: &'r [String],
    rubric: RubricData<'r>,
    words: Words,
    /// The whole, or every component, as in the file.
    parts: Vec<PartData<'r>>,
}

/// How the alternatives are spoken of, each by position.
#[derive(Debug, Serialize)]
struct Words {
    names: [&'static str; 3],
    nouns: [&'static str; 3],
    doing: [&'static str; 3],
    imperatives: [&'static str; 3],
}

/// What was stated for the whole or a component.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PartData<'r> {
    /// Null if it is the whole.
    id: Option<&'r str>,
    title: &'r str,
    /// By question; null where it is not known.
    answers: Vec<Option<ValueData>>,
    /// By criterion, 1 to 10.
    weights: Vec<u8>,
}

/// The value of an answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ValueData {
    /// The position of the choice.
    Choice(usize),
    /// The positions of the choices.
    Choices(Vec<usize>),
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// There is a text; nothing hangs on what it says.
    Text(&'static str),
}

impl<'r> PageData<'r> {
    /// What the page of a requirements file needs; `command` prints what the page begins with.
    pub(crate) fn new(
        rubric: &'r Rubric,
        requirements: &'r Requirements,
        command: &'r [String],
    ) -> Self {
        let components = requirements.components.iter();
        let mut parts: Vec<PartData<'r>> = components
            .map(|part| {
                let stated = (&part.answers, &part.weights);
                PartData::new(rubric, Some(&part.id), &part.title, stated)
            })
            .collect();
        if parts.is_empty() {
            let stated = (&requirements.answers, &requirements.weights);
            parts.push(PartData::new(rubric, None, &requirements.title, stated));
        }
        Self {
            command,
            rubric: rubric.into(),
            words: Words {
                names: Alternative::ALL.map(phrases::name),
                nouns: Alternative::ALL.map(phrases::noun),
                doing: Alternative::ALL.map(phrases::doing),
                imperatives: Alternative::ALL.map(phrases::imperative),
            },
            parts,
        }
    }

    /// The same as JSON that may stand in a `script` element.
    ///
    /// # Errors
    ///
    /// If it cannot be written as JSON.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        Ok(escape::json_in_html(&serde_json::to_string(self)?))
    }
}

impl<'r> PartData<'r> {
    fn new(
        rubric: &Rubric,
        id: Option<&'r str>,
        title: &'r str,
        (answers, weights): (&Answers, &Weights),
    ) -> Self {
        Self {
            id,
            title,
            answers: rubric
                .question_indices()
                .map(|index| answers.value(index).map(ValueData::from))
                .collect(),
            weights: rubric
                .criterion_indices()
                .map(|index| weights.weight(rubric, index).points())
                .collect(),
        }
    }
}

impl From<&Value> for ValueData {
    fn from(value: &Value) -> Self {
        match value {
            Value::Choice(choice) => Self::Choice(*choice),
            Value::Choices(set) => Self::Choices(set.iter().collect()),
            Value::Number(number) => Self::Number(*number),
            Value::YesNo(yes) => Self::YesNo(*yes),
            Value::Text(_) => Self::Text(""),
        }
    }
}
