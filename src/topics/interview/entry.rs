//! What a line means that was typed as the answer to a question.

use super::quantity::{expected, quantity};
use crate::files::{Choice, ChoiceSet, Question, QuestionKind, Value};
use crate::output::wording;

/// What a line means.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// An answer.
    Value(Value),
    /// "I don't know", with a note on who will find out.
    Unknown(Option<String>),
    /// Nothing: what was said before holds.
    Accept,
    /// A note for the answer to come; none takes the note away.
    Note(Option<String>),
    /// Why is this asked?
    Help,
    /// Back to the question before.
    Back,
    /// No answer for now.
    Skip,
    /// No more questions.
    Finish,
}

/// Reads a line that was typed as the answer to a question.
///
/// # Errors
///
/// Why it is none, in words for the user.
pub fn read_entry(question: &Question, line: &str) -> Result<Entry, String> {
    let line = line.trim();
    if let Some(entry) = sign(line) {
        return Ok(entry);
    }
    // What is a choice is never a command.
    let named = question.choices().iter().any(|choice| choice.id == line);
    if !named && let Some(entry) = command(question, line) {
        return Ok(entry);
    }
    value(question, line).map(Entry::Value)
}

fn sign(line: &str) -> Option<Entry> {
    match line {
        "" => Some(Entry::Accept),
        "?" => Some(Entry::Help),
        "<" => Some(Entry::Back),
        _ => None,
    }
}

fn command(question: &Question, line: &str) -> Option<Entry> {
    let (word, rest) = line
        .split_once(char::is_whitespace)
        .map_or((line, ""), |(word, rest)| (word, rest.trim()));
    let rest = (!rest.is_empty()).then(|| rest.to_owned());
    // A text may well begin with one of these words.
    let is_text = matches!(question.kind, QuestionKind::Text);
    match (word.trim_end_matches(':').to_lowercase().as_str(), &rest) {
        ("help", None) => Some(Entry::Help),
        ("back", None) => Some(Entry::Back),
        ("skip" | "s", None) => Some(Entry::Skip),
        ("review" | "r", None) => Some(Entry::Finish),
        ("unknown" | "u", None) => Some(Entry::Unknown(None)),
        ("unknown" | "u", Some(_)) if !is_text => Some(Entry::Unknown(rest)),
        ("note", _) if !is_text => Some(Entry::Note(rest.filter(|note| note != "-"))),
        _ => None,
    }
}

fn value(question: &Question, line: &str) -> Result<Value, String> {
    match &question.kind {
        QuestionKind::Choice(choices) => pick(choices, line).map(Value::Choice),
        QuestionKind::Choices {
            choices,
            allow_none,
        } => several(choices, *allow_none, line).map(Value::Choices),
        QuestionKind::Number { .. } => quantity(question, line).map(Value::Number),
        QuestionKind::YesNo => yes_or_no(line).map(Value::YesNo),
        QuestionKind::Text => Ok(Value::Text(line.to_owned())),
    }
}

fn yes_or_no(line: &str) -> Result<bool, String> {
    match line.to_lowercase().as_str() {
        "y" | "yes" | "1" | "true" => Ok(true),
        "n" | "no" | "2" | "false" => Ok(false),
        _ => Err(format!(
            "`{line}` is no answer; expected `yes` or `no`, or 1 or 2"
        )),
    }
}

/// The choice that a line names: by id, by number, by label, or by how one of the two begins.
fn pick(choices: &[Choice], line: &str) -> Result<usize, String> {
    let lower = line.to_lowercase();
    if let Some(at) = choices.iter().position(|choice| choice.id == lower) {
        return Ok(at);
    }
    if let Ok(number) = lower.trim_end_matches([')', '.']).parse::<usize>() {
        return match number {
            1.. if number <= choices.len() => Ok(number - 1),
            _ => Err(not_a_choice(line, choices)),
        };
    }
    let label = |choice: &Choice| choice.label.to_lowercase();
    if let Some(at) = choices.iter().position(|choice| label(choice) == lower) {
        return Ok(at);
    }
    let begins =
        |choice: &Choice| choice.id.starts_with(&lower) || label(choice).starts_with(&lower);
    let near: Vec<usize> = (0..choices.len())
        .filter(|&at| begins(&choices[at]))
        .collect();
    match near.as_slice() {
        [one] => Ok(*one),
        [] => Err(not_a_choice(line, choices)),
        several => {
            let numbers: Vec<String> = several.iter().map(|at| (at + 1).to_string()).collect();
            Err(format!(
                "`{line}` may be {}; type the number",
                wording::either(&numbers)
            ))
        }
    }
}

fn not_a_choice(line: &str, choices: &[Choice]) -> String {
    format!(
        "`{line}` is not among the choices; expected a number from 1 to {}",
        choices.len()
    )
}

fn several(choices: &[Choice], allow_none: bool, line: &str) -> Result<ChoiceSet, String> {
    let is_none = matches!(line.to_lowercase().as_str(), "none" | "0" | "[]");
    if is_none && !choices.iter().any(|choice| choice.id == line) {
        return if allow_none {
            Ok(ChoiceSet::default())
        } else {
            Err("none of them is no answer here; type `u` if you don't know".to_owned())
        };
    }
    // A label may have spaces and commas in it.
    if let Ok(one) = pick(choices, line) {
        return Ok([one].into_iter().collect());
    }
    let parts: Vec<&str> = if line.contains([',', ';']) {
        line.split([',', ';']).collect()
    } else {
        line.split_whitespace().collect()
    };
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| pick(choices, part))
        .collect()
}

/// What is expected as an answer, in words.
pub fn expectation(question: &Question) -> String {
    match &question.kind {
        QuestionKind::Choice(choices) => format!("a number from 1 to {}", choices.len()),
        QuestionKind::Choices {
            allow_none: true, ..
        } => "numbers such as 1,3; 0 for none".to_owned(),
        QuestionKind::Choices { .. } => "numbers such as 1,3".to_owned(),
        QuestionKind::Number {
            unit,
            minimum,
            maximum,
        } => expected(unit.as_ref(), *minimum, *maximum),
        QuestionKind::YesNo => "yes or no".to_owned(),
        QuestionKind::Text => "a line of text".to_owned(),
    }
}
