//! What a line means that was typed: as the answer to a question, as a title or a name, or at the review.

use std::collections::BTreeSet;

use super::quantity::{expected, quantity};
use super::stages::{DifferencesResponse, Interview, NameResponse, Response, ReviewResponse};
use super::walk::{Step, Walk};
use crate::files::limits::MOST_COMPONENTS;
use crate::files::{Choice, ChoiceSet, Question, QuestionIndex, QuestionKind, Value};
use crate::output::wording;

/// What was typed as the answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Typed {
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
pub(crate) fn answer(question: &Question, line: &str) -> Result<Typed, String> {
    let line = line.trim();
    if let Some(typed) = sign(line) {
        return Ok(typed);
    }
    // What is a choice is never a command.
    let named = question.choices().iter().any(|choice| choice.id == line);
    if !named && let Some(typed) = command(question, line) {
        return Ok(typed);
    }
    value(question, line).map(Typed::Value)
}

fn sign(line: &str) -> Option<Typed> {
    match line {
        "" => Some(Typed::Accept),
        "?" => Some(Typed::Help),
        "<" => Some(Typed::Back),
        _ => None,
    }
}

fn command(question: &Question, line: &str) -> Option<Typed> {
    let (word, rest) = line
        .split_once(char::is_whitespace)
        .map_or((line, ""), |(word, rest)| (word, rest.trim()));
    let rest = (!rest.is_empty()).then(|| rest.to_owned());
    // A text may well begin with one of these words.
    let is_text = matches!(question.kind, QuestionKind::Text);
    match (word.trim_end_matches(':').to_lowercase().as_str(), &rest) {
        ("help", None) => Some(Typed::Help),
        ("back", None) => Some(Typed::Back),
        ("skip" | "s", None) => Some(Typed::Skip),
        ("review" | "r", None) => Some(Typed::Finish),
        ("unknown" | "u", None) => Some(Typed::Unknown(None)),
        ("unknown" | "u", Some(_)) if !is_text => Some(Typed::Unknown(rest)),
        ("note", _) if !is_text => Some(Typed::Note(rest.filter(|note| note != "-"))),
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
pub(crate) fn expectation(question: &Question) -> String {
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

/// Reads a line that was typed as the title.
///
/// # Errors
///
/// Why it is none, in words for the user.
pub(crate) fn title(walk: &Walk<'_>, line: &str) -> Result<Response, String> {
    let title = one_line(line);
    match (title.as_str(), walk.title()) {
        ("", Some(before)) => Ok(Response::Title(before.to_owned())),
        ("", None) => {
            Err("a title is needed: a few words, such as `Feature store for ads`".to_owned())
        }
        ("?", _) => {
            Err("it stands above the recommendation and in the file; it moves nothing".to_owned())
        }
        ("<", _) if walk.can_go_back() => Ok(Response::Back),
        ("<", _) => Err("this is the first question".to_owned()),
        _ => Ok(Response::Title(title)),
    }
}

/// Reads a line that was typed as the name of a part.
///
/// # Errors
///
/// Why it is none, in words for the user.
pub(crate) fn part_name(interview: &Interview<'_>, line: &str) -> Result<NameResponse, String> {
    let title = one_line(line);
    match title.as_str() {
        "" => Ok(NameResponse::Enough),
        "<" => Ok(NameResponse::Back),
        "?" => Err(
            "a part is decided like a file of its own; it shares every answer that is not said to differ"
                .to_owned(),
        ),
        _ if interview.parts().len() >= MOST_COMPONENTS => {
            Err(format!("there are {MOST_COMPONENTS} parts, which is as many as a file takes"))
        }
        _ if interview.parts().iter().any(|part| part.title == title) => {
            Err(format!("there is a part called `{title}` already"))
        }
        _ => Ok(NameResponse::Name(title)),
    }
}

fn one_line(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a line that was typed to say which of the answers to `asked` differ for a part. `before` is what was said of
/// that before.
///
/// # Errors
///
/// Why it says none, in words for the user.
pub(crate) fn differences(
    walk: &Walk<'_>,
    asked: &[QuestionIndex],
    before: &BTreeSet<QuestionIndex>,
    line: &str,
) -> Result<DifferencesResponse, String> {
    let chosen = match line.trim() {
        "" => before.clone(),
        "none" => BTreeSet::new(),
        "all" => asked.iter().copied().collect(),
        "<" | "back" => return Ok(DifferencesResponse::Back),
        "r" | "review" => return Ok(DifferencesResponse::Finish),
        "?" => {
            return Err(
                "for what you name here, you are asked again for this part alone; the rest stays as for all"
                    .to_owned(),
            );
        }
        _ => {
            let mut chosen = BTreeSet::new();
            let words = line.split([',', ' ']).map(str::trim);
            for word in words.filter(|word| !word.is_empty()) {
                chosen.extend(named_questions(walk, asked, word)?);
            }
            chosen
        }
    };
    Ok(DifferencesResponse::Differ(chosen))
}

/// The questions that a number, a range of numbers or an id stands for.
fn named_questions(
    walk: &Walk<'_>,
    asked: &[QuestionIndex],
    word: &str,
) -> Result<Vec<QuestionIndex>, String> {
    let named = walk.rubric().find_question(word);
    if let Some(question) = named.filter(|question| asked.contains(question)) {
        return Ok(vec![question]);
    }
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    match (from.parse::<usize>(), to.parse::<usize>()) {
        (Ok(from), Ok(to)) if 1 <= from && from <= to && to <= asked.len() => {
            Ok(asked[from - 1..to].to_vec())
        }
        _ => Err(format!(
            "`{word}` is not among them; expected numbers from 1 to {}, as in `2, 5-7`",
            asked.len()
        )),
    }
}

/// Reads a line that was typed at the review of the answers to `asked`. `gaps` says whether some of them are missing.
///
/// # Errors
///
/// Why it means nothing, in words for the user.
pub(crate) fn review(
    line: &str,
    asked: &[QuestionIndex],
    gaps: bool,
    parts: usize,
) -> Result<ReviewResponse, String> {
    let part = |word: &str| {
        let number = word.trim().strip_prefix('p')?.parse::<usize>().ok()?;
        number.checked_sub(1).filter(|part| *part < parts)
    };
    let line = line.to_lowercase();
    if let Some(part) = line.strip_prefix("drop ").and_then(part) {
        return Ok(ReviewResponse::DropPart(part));
    }
    if let Some(part) = part(&line) {
        return Ok(ReviewResponse::ChangePart(part));
    }
    match (line.as_str(), line.parse::<usize>()) {
        ("save", _) => Ok(ReviewResponse::Save),
        ("rest", _) if gaps => Ok(ReviewResponse::AskTheRest),
        ("parts", _) => Ok(ReviewResponse::AddParts),
        (_, Ok(0)) => Ok(ReviewResponse::Edit(Step::Title)),
        (_, Ok(number)) if number <= asked.len() => {
            Ok(ReviewResponse::Edit(Step::Question(asked[number - 1])))
        }
        _ => Err(format!(
            "`{line}` is no answer; expected `save` or a number from 0 to {}",
            asked.len()
        )),
    }
}
