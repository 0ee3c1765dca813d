//! Changing a requirements file that somebody wrote: only what is different, where it stands.

use super::entries::{Change, Entries, change, line_end, newline};
use super::scalar;
use crate::input::requirements::Draft;
use crate::input::tree::{self, Node};
use crate::model::{Files, Problem, Question, Replies, Reply, Rubric};

/// Why a file could not be changed.
#[derive(Debug)]
pub enum NotEdited {
    /// With the new answers the rest of the file does not hold any more.
    Problems(Vec<Problem>, Files),
    /// The file is written in a way that cannot be changed in place.
    Unfit,
}

/// The text of a requirements file with other answers, and with another title if one is given. `before` is what is said
/// in it. Whatever was not said otherwise keeps its bytes.
///
/// # Errors
///
/// If the result would not say what it is to say.
pub fn edited(
    text: &str,
    name: &str,
    rubric: &Rubric,
    title: Option<&str>,
    before: &Replies,
    after: &Replies,
) -> Result<String, NotEdited> {
    let mut files = Files::default();
    let file = files.add(name, text);
    let tree = tree::parse(file, text).map_err(|_| NotEdited::Unfit)?;
    let mut changes = Vec::new();
    if let Some(title) = title {
        let entries = Entries::of(text, &tree).ok_or(NotEdited::Unfit)?;
        let at = entries.position("title").ok_or(NotEdited::Unfit)?;
        changes.push(change(entries.value_range(at), scalar::scalar(title)));
    }
    changes.extend(answers(text, &tree, rubric, before, after).ok_or(NotEdited::Unfit)?);
    let text = applied(text, changes).ok_or(NotEdited::Unfit)?;
    check(&text, name, rubric, after)?;
    Ok(text)
}

/// Whether the text says what it is to say.
fn check(text: &str, name: &str, rubric: &Rubric, after: &Replies) -> Result<(), NotEdited> {
    let mut files = Files::default();
    let file = files.add(name, text);
    let read = Draft::read(file, &files).map_err(|_| NotEdited::Unfit)?;
    match read.resolve(rubric, &files) {
        Ok(requirements) if Replies::from(&requirements.answers) == *after => Ok(()),
        Ok(_) => Err(NotEdited::Unfit),
        Err(problems) => Err(NotEdited::Problems(problems, files)),
    }
}

fn answers(
    text: &str,
    tree: &Node,
    rubric: &Rubric,
    before: &Replies,
    after: &Replies,
) -> Option<Vec<Change>> {
    let node = tree.get("answers");
    let Some(entries) = node.and_then(|node| Entries::of(text, node)) else {
        return anew(text, tree, rubric, after);
    };
    let mut changes = Vec::new();
    let mut last = None;
    let mut left = entries.len();
    for index in rubric.question_indices() {
        let question = rubric.question(index);
        let position = entries.position(&question.id);
        match (position, after.get(index)) {
            (Some(at), Some(said)) if before.get(index) != Some(said) => {
                let old = before.get(index);
                changes.extend(replaced(
                    text,
                    &entries,
                    at,
                    rubric.question(index),
                    old,
                    said,
                ));
            }
            (Some(at), None) => {
                changes.push(entries.remove(at));
                left -= 1;
            }
            (None, Some(said)) => {
                let value = scalar::reply(question, said);
                changes.push(entries.insert(last, &question.id, &value));
                left += 1;
            }
            _ => {}
        }
        last = position.filter(|_| after.get(index).is_some()).or(last);
    }
    if left == 0 {
        return Some(vec![change(node?.place.range(), "{}")]);
    }
    Some(changes)
}

/// Answers where there were none.
fn anew(text: &str, tree: &Node, rubric: &Rubric, after: &Replies) -> Option<Vec<Change>> {
    let newline = newline(text);
    let mut lines = String::new();
    for (index, said) in after.iter() {
        let question = rubric.question(index);
        let written = scalar::reply(question, said);
        lines.extend([newline, "  ", &question.id, ": ", &written]);
    }
    if lines.is_empty() {
        return Some(Vec::new());
    }
    match tree.get("answers") {
        Some(node) if node.place.start < node.place.end => {
            let start = text[..node.place.start].trim_end_matches(' ').len();
            Some(vec![change(start..node.place.end, lines)])
        }
        Some(_) => None,
        None => {
            let title = tree.get("title")?;
            let end = line_end(text, title.place.end);
            Some(vec![change(end..end, format!("{newline}answers:{lines}"))])
        }
    }
}

/// An answer in place of another: the value, the note and the source each where it stands.
fn replaced(
    text: &str,
    answers: &Entries<'_>,
    at: usize,
    question: &Question,
    old: Option<&Reply>,
    new: &Reply,
) -> Vec<Change> {
    let whole = || {
        vec![change(
            answers.value_range(at),
            scalar::reply(question, new),
        )]
    };
    let (Some(entries), Some(old)) = (Entries::of(text, answers.value(at)), old) else {
        return whole();
    };
    let Some(value) = entries.position("value") else {
        return whole();
    };
    let mut changes = Vec::new();
    if old.value != new.value {
        let written = scalar::value(question, new.value.as_ref());
        changes.push(change(entries.value_range(value), written));
    }
    let mut last = value;
    let texts = [
        ("note", &old.note, &new.note),
        ("source", &old.source, &new.source),
    ];
    for (key, old, new) in texts {
        let position = entries.position(key);
        match (position, new) {
            _ if old == new => {}
            (Some(at), Some(new)) => {
                changes.push(change(entries.value_range(at), scalar::quoted(new)));
            }
            (Some(at), None) => changes.push(entries.remove(at)),
            (None, Some(new)) => {
                changes.push(entries.insert(Some(last), key, &scalar::quoted(new)));
            }
            (None, None) => {}
        }
        last = position.unwrap_or(last).max(last);
    }
    changes
}

/// The text with all changes made; none if they overlap.
fn applied(text: &str, mut changes: Vec<Change>) -> Option<String> {
    // Insertions at the same place stay in the order in which they were found.
    changes.sort_by_key(|change| (change.range.start, change.range.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for change in changes {
        out.push_str(text.get(at..change.range.start)?);
        out.push_str(&change.with);
        at = change.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
