//! New requirements files.

use std::fmt::Write;

use super::scalar::{component_lines, entry, quoted, scalar};
use crate::files::{
    ComponentReplies, GroupIndex, Question, QuestionIndex, QuestionKind, RequirementsReplies,
    Rubric,
};
use crate::output::wording;

/// What stands at the head of a requirements file.
#[derive(Debug, Clone)]
pub struct Heading<'a> {
    /// The rubric as the file names it: a bundled id, or a path relative to the file.
    pub rubric: &'a str,
    /// What is decided about.
    pub title: &'a str,
}

/// A requirements file with these answers, by group, in the order of asking, and these components.
pub fn document(rubric: &Rubric, heading: &Heading<'_>, said: &RequirementsReplies) -> String {
    let mut text = head(heading);
    text.push_str("\nanswers:");
    let mut group = None;
    for (index, said) in said.shared.iter() {
        let question = rubric.question(index);
        group_line(&mut text, rubric, question.group, &mut group);
        let _ = writeln!(text, "  {}", entry(question, said));
    }
    if group.is_none() {
        text.push_str(" {}\n");
    }
    let components: Vec<&ComponentReplies> = said.components.iter().collect();
    if !components.is_empty() {
        let components = component_lines(rubric, &components, "  ", "\n");
        let _ = writeln!(text, "\ncomponents:{components}");
    }
    text
}

/// A requirements file to fill in by hand: every question with its choices, all of them unknown.
pub fn blank(
    rubric: &Rubric,
    heading: &Heading<'_>,
    why: impl Fn(QuestionIndex) -> String,
) -> String {
    let mut text = head(heading);
    text.push_str(
        "\n# Write the answer in place of `unknown`, or leave it where you don't know. A note may stand beside it:\n\
         #   some-question: {value: unknown, note: \"who finds out, and by when\"}\n\
         # A question whose \"asked if\" does not hold has to stay unknown.\nanswers:",
    );
    let mut group = None;
    for index in rubric.question_indices() {
        let question = rubric.question(index);
        group_line(&mut text, rubric, question.group, &mut group);
        comment(&mut text, &question.ask);
        if let Some(help) = &question.help {
            comment(&mut text, help);
        }
        for line in why(index).lines() {
            comment(&mut text, line);
        }
        answers(&mut text, question);
        let _ = writeln!(text, "  {}: unknown\n", question.id);
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn head(heading: &Heading<'_>) -> String {
    format!(
        "# yaml-language-server: $schema=requirements.schema.json\n\
         # trilemma schema requirements --rubric {} > requirements.schema.json\n\
         rubric: {}\ntitle: {}\n",
        shown(heading.rubric),
        scalar(heading.rubric),
        scalar(heading.title)
    )
}

/// A path in a comment, on one line whatever is in it.
fn shown(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        quoted(path)
    }
}

fn group_line(
    text: &mut String,
    rubric: &Rubric,
    group: GroupIndex,
    last: &mut Option<GroupIndex>,
) {
    if *last != Some(group) {
        text.push('\n');
        let is_first = last.replace(group).is_none();
        if !is_first && !text.ends_with("\n\n") {
            text.push('\n');
        }
        let title = one_line(&rubric.groups[group.0].title);
        let _ = writeln!(text, "  # {title}");
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
}

/// Words on one line.
fn one_line(words: &str) -> String {
    words
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A comment, wrapped.
fn comment(text: &mut String, words: &str) {
    for line in textwrap::wrap(&one_line(words), 110) {
        let _ = writeln!(text, "  # {line}");
    }
}

/// What can be answered, as comments.
fn answers(text: &mut String, question: &Question) {
    match &question.kind {
        QuestionKind::Choice(choices) | QuestionKind::Choices { choices, .. } => {
            let several = matches!(question.kind, QuestionKind::Choices { .. });
            let width = choices.iter().map(|choice| choice.id.len()).max();
            let width = width.unwrap_or(0).min(24);
            if several {
                let ids: Vec<&str> = choices.iter().take(2).map(|c| c.id.as_str()).collect();
                comment(
                    text,
                    &format!("Several of these, as in [{}]:", ids.join(", ")),
                );
            }
            for choice in choices {
                let label = one_line(&choice.label);
                let _ = writeln!(text, "  #   {:<width$}  {label}", choice.id);
            }
            if matches!(
                question.kind,
                QuestionKind::Choices {
                    allow_none: true,
                    ..
                }
            ) {
                let _ = writeln!(text, "  #   {:<width$}  none of these", "[]");
            }
        }
        QuestionKind::Number {
            unit,
            minimum,
            maximum,
        } => {
            let unit = unit.as_ref();
            let of = unit.map_or(String::new(), |unit| format!(" of {}", unit.other));
            let range = match (minimum, maximum) {
                (Some(low), Some(high)) => {
                    format!(", {} to {}", wording::number(*low), wording::number(*high))
                }
                (Some(low), None) => format!(", {} or more", wording::number(*low)),
                (None, Some(high)) => format!(", {} or less", wording::number(*high)),
                (None, None) => String::new(),
            };
            comment(text, &format!("A number{of}{range}, without its unit."));
        }
        QuestionKind::YesNo => comment(text, "yes or no"),
        QuestionKind::Text => comment(text, "A text in quotes."),
    }
}
