//! Changing the components of a requirements file, where they stand.

use std::fmt::Write;

use super::entries::{Change, Entries, change, end_of, line_end, newline};
use super::replies::{Home, answers};
use super::scalar::{reply, scalar};
use crate::files::yaml::tree::Node;
use crate::files::{ComponentReplies, Replies, Rubric};

/// The changes to the components of a file.
pub(crate) fn components(
    text: &str,
    tree: &Node,
    rubric: &Rubric,
    before: &[ComponentReplies],
    after: &[ComponentReplies],
) -> Option<Vec<Change>> {
    if before == after {
        return Some(Vec::new());
    }
    let find = |said: &[ComponentReplies], id: &str| said.iter().position(|one| one.id == id);
    let is_new = |one: &&ComponentReplies| find(before, &one.id).is_none();
    let new: Vec<&ComponentReplies> = after.iter().filter(is_new).collect();
    let Some(list) = tree.get("components") else {
        return Some(vec![anew(text, tree, rubric, &new)?]);
    };
    let (mut changes, mut last) = (Vec::new(), None);
    for item in list.items() {
        let id = item.id()?;
        let Some(now) = find(after, id).map(|at| &after[at]) else {
            changes.push(without(text, item)?);
            continue;
        };
        let was = &before[find(before, id)?].own;
        changes.extend(answers(text, item, Home::Component, rubric, was, &now.own)?);
        last = Some(item);
    }
    match last {
        Some(last) if !new.is_empty() => changes.push(behind(text, last, rubric, &new)?),
        Some(_) => {}
        None => return all_new(text, tree, list, rubric, &new),
    }
    Some(changes)
}

/// Components where none of those that were there is left.
fn all_new(
    text: &str,
    tree: &Node,
    list: &Node,
    rubric: &Rubric,
    new: &[&ComponentReplies],
) -> Option<Vec<Change>> {
    let entries = Entries::of(text, tree)?;
    let position = entries.position("components")?;
    if new.is_empty() {
        return Some(entries.remove_all(&[position]));
    }
    let start = line_start(text, list.items().first()?.place.start);
    let lines = written(rubric, new, "  ", newline(text));
    let lines = lines.trim_start_matches(['\r', '\n']);
    Some(vec![change(start..end_of(text, list), lines)])
}

/// Components in a file that has none: after its answers and weights.
fn anew(text: &str, tree: &Node, rubric: &Rubric, new: &[&ComponentReplies]) -> Option<Change> {
    let keys = ["title", "answers", "weights"];
    let ends = keys
        .iter()
        .filter_map(|key| Some(end_of(text, tree.get(key)?)));
    let end = line_end(text, ends.max()?);
    let newline = newline(text);
    let lines = written(rubric, new, "  ", newline);
    let after = if text[end..].trim().is_empty() {
        ""
    } else {
        newline
    };
    Some(change(
        end..end,
        format!("{newline}{newline}components:{lines}{after}"),
    ))
}

/// Components behind another.
fn behind(text: &str, last: &Node, rubric: &Rubric, new: &[&ComponentReplies]) -> Option<Change> {
    let dash = dash(text, last)?;
    let indent = " ".repeat(text[line_start(text, dash)..dash].chars().count());
    let end = line_end(text, end_of(text, last));
    Some(change(
        end..end,
        written(rubric, new, &indent, newline(text)),
    ))
}

/// The file without a component.
fn without(text: &str, item: &Node) -> Option<Change> {
    let start = line_start(text, dash(text, item)?);
    let end = line_end(text, end_of(text, item));
    let after = text[end..].find('\n').map_or(end, |at| end + at + 1);
    Some(change(start..after, ""))
}

/// Where the dash of an item of a list in lines stands.
fn dash(text: &str, item: &Node) -> Option<usize> {
    let before = text[..item.place.start].trim_end();
    let dash = before.strip_suffix('-')?.len();
    text[line_start(text, dash)..dash]
        .trim()
        .is_empty()
        .then_some(dash)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Components as items of a list, each on lines of its own.
pub(crate) fn written(
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
        if component.own == Replies::none(rubric.questions.len()) {
            continue;
        }
        let _ = write!(text, "{newline}{indent}  answers:");
        for (index, said) in component.own.iter() {
            let question = rubric.question(index);
            let said = reply(question, said);
            let _ = write!(text, "{newline}{indent}    {}: {said}", question.id);
        }
    }
    text
}
