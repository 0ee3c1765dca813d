//! Changing the answers of a map, where they stand.

use super::entries::{Change, Entries, change, end_of, line_end, newline};
use super::scalar;
use crate::files::yaml::tree::Node;
use crate::files::{Question, Replies, Reply, Rubric};

/// What the answers belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// The whole file: they come after its title.
    File,
    /// A component: they come at its end.
    Component,
}

/// The changes to the `answers` of a map.
pub(crate) fn answers(
    text: &str,
    tree: &Node,
    home: Home,
    rubric: &Rubric,
    before: &Replies,
    after: &Replies,
) -> Option<Vec<Change>> {
    let node = tree.get("answers");
    let Some(entries) = node.and_then(|node| Entries::of(text, node)) else {
        return anew(text, tree, home, rubric, after);
    };
    let mut changes = Vec::new();
    let mut last = None;
    let mut left = entries.len();
    let mut removed = Vec::new();
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
                removed.push(at);
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
    changes.extend(entries.remove_all(&removed));
    Some(changes)
}

/// Answers where there were none.
fn anew(
    text: &str,
    tree: &Node,
    home: Home,
    rubric: &Rubric,
    after: &Replies,
) -> Option<Vec<Change>> {
    let said: Vec<(&str, String)> = after
        .iter()
        .map(|(index, said)| {
            let question = rubric.question(index);
            (question.id.as_str(), scalar::reply(question, said))
        })
        .collect();
    if said.is_empty() {
        return Some(Vec::new());
    }
    let map = Entries::of(text, tree)?;
    let lines = || {
        let newline = newline(text);
        let indent = map.indent();
        let line = |(id, written): &(&str, String)| format!("{newline}{indent}  {id}: {written}");
        said.iter().map(line).collect::<String>()
    };
    let flow = || {
        let entry = |(id, written): &(&str, String)| format!("{id}: {written}");
        format!(
            "{{{}}}",
            said.iter().map(entry).collect::<Vec<_>>().join(", ")
        )
    };
    match tree.get("answers") {
        Some(node) if node.place.start < node.place.end && map.is_flow() => {
            Some(vec![change(node.place.range(), flow())])
        }
        Some(node) if node.place.start < node.place.end => {
            let start = text[..node.place.start].trim_end_matches(' ').len();
            Some(vec![change(start..node.place.end, lines())])
        }
        Some(_) => None,
        None if map.is_flow() => Some(vec![map.insert(Some(map.len() - 1), "answers", &flow())]),
        None => {
            let before = match home {
                Home::File => tree.get("title")?.place.end,
                Home::Component => end_of(text, tree),
            };
            let end = line_end(text, before);
            let (newline, indent) = (newline(text), map.indent());
            let lines = lines();
            Some(vec![change(
                end..end,
                format!("{newline}{indent}answers:{lines}"),
            )])
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
    let mut removed = Vec::new();
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
            (Some(at), None) => removed.push(at),
            (None, Some(new)) => {
                changes.push(entries.insert(Some(last), key, &scalar::quoted(new)));
            }
            (None, None) => {}
        }
        last = position.unwrap_or(last).max(last);
    }
    changes.extend(entries.remove_all(&removed));
    changes
}
