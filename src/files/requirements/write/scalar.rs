//! Values, answers and components as YAML, wherever they are written.

use std::fmt::Write;

use crate::files::{ComponentReplies, Question, Reply, Rubric, Value};

/// A text that can stand anywhere in YAML: plain where that is safe, else in double quotes.
pub(crate) fn scalar(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text in double quotes; what acts on a terminal or hides is written as its code.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) && u32::from(c) > 0xffff => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c if is_hidden(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "\""
}

/// Controls, line separators, marks that reorder what is around them, and what takes no room.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether every reader of YAML takes a text without quotes for this text.
fn is_plain(text: &str) -> bool {
    let mut chars = text.chars();
    let begins_well = chars.next().is_some_and(char::is_alphabetic);
    let goes_on_well =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '(' | ')');
    let is_word = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "unknown", "none", "inf",
        "nan",
    ];
    begins_well
        && text.chars().all(goes_on_well)
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !is_word.contains(&text.to_lowercase().as_str())
        && text.len() <= 100
}

/// The value of an answer.
pub(crate) fn value(question: &Question, value: Option<&Value>) -> String {
    let id = |choice: usize| {
        let id = &question.choices()[choice].id;
        // Choices are ids and may be called `yes`, which is read as it stands.
        if is_plain(id)
            || matches!(
                id.as_str(),
                "yes" | "no" | "none" | "on" | "off" | "true" | "false"
            )
        {
            id.clone()
        } else {
            quoted(id)
        }
    };
    match value {
        None => "unknown".to_owned(),
        Some(Value::Choice(choice)) => id(*choice),
        Some(Value::Choices(set)) => {
            format!("[{}]", set.iter().map(id).collect::<Vec<_>>().join(", "))
        }
        Some(Value::Text(text)) => quoted(text),
        Some(plain @ (Value::Number(_) | Value::YesNo(_))) => question.written(plain),
    }
}

/// An answer: its value, or a map of value, note and source.
pub(crate) fn reply(question: &Question, reply: &Reply) -> String {
    let value = value(question, reply.value.as_ref());
    if reply.note.is_none() && reply.source.is_none() {
        return value;
    }
    let more = [("note", &reply.note), ("source", &reply.source)];
    let more: String = more
        .into_iter()
        .filter_map(|(key, text)| Some(format!(", {key}: {}", quoted(text.as_ref()?))))
        .collect();
    format!("{{value: {value}{more}}}")
}

/// An answer with the question that it is for.
pub(crate) fn entry(question: &Question, said: &Reply) -> String {
    format!("{}: {}", question.id, reply(question, said))
}

/// Components as items of a list, each on lines of its own.
pub(crate) fn component_lines(
    rubric: &Rubric,
    components: &[&ComponentReplies],
    indent: &str,
    newline: &str,
) -> String {
    let mut text = String::new();
    for component in components {
        let _ = write!(
            text,
            "{newline}{indent}- id: {}{newline}{indent}  title: {}",
            component.id,
            scalar(&component.title)
        );
        for (position, (index, said)) in component.own.iter().enumerate() {
            if position == 0 {
                let _ = write!(text, "{newline}{indent}  answers:");
            }
            let entry = entry(rubric.question(index), said);
            let _ = write!(text, "{newline}{indent}    {entry}");
        }
    }
    text
}
