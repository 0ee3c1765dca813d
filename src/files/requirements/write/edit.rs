//! Changing a requirements file that somebody wrote: only what is different, where it stands.

use super::entries::{Change, Entries, change, end_of, line_end, line_start, newline, with_lines};
use super::scalar::{component_lines, entry, quoted, reply, scalar, value};
use crate::files::yaml::tree;
use crate::files::yaml::tree::Node;
use crate::files::{
    Component, ComponentReplies, Files, Origin, ParsedRequirements, Problem, Question, Replies,
    Reply, Requirements, RequirementsReplies, Rubric,
};

impl RequirementsReplies {
    /// What a requirements file says.
    pub fn of(requirements: &Requirements) -> Self {
        Self {
            shared: Replies::from(&requirements.answers),
            components: requirements.components.iter().map(of_component).collect(),
        }
    }
}

fn of_component(component: &Component) -> ComponentReplies {
    let mut own = Replies::from(&component.answers);
    for (question, answer) in component.answers.iter() {
        if answer.is_some_and(|answer| answer.origin == Origin::Shared) {
            own.remove(question);
        }
    }
    ComponentReplies {
        id: component.id.clone(),
        title: component.title.clone(),
        own,
    }
}

/// Why a file could not be changed.
#[derive(Debug)]
pub enum NotEdited {
    /// With the new answers the rest of the file does not hold any more.
    Problems(Vec<Problem>),
    /// The file is written in a way that cannot be changed in place.
    Unfit,
}

/// The text of a requirements file with other answers and components, and with another title if one is given. `before`
/// is what is said in it. Whatever was not said otherwise keeps its bytes.
///
/// # Errors
///
/// If the result would not say what it is to say.
pub fn edited(
    text: &str,
    name: &str,
    rubric: &Rubric,
    title: Option<&str>,
    before: &RequirementsReplies,
    after: &RequirementsReplies,
    files: &mut Files,
) -> Result<String, NotEdited> {
    let file = files.add(name, text);
    let tree = tree::parse(file, text).map_err(|_| NotEdited::Unfit)?;
    let mut edit = Edit {
        text,
        rubric,
        changes: Vec::new(),
    };
    edit.all(&tree, title, before, after)
        .ok_or(NotEdited::Unfit)?;
    let text = applied(text, edit.changes).ok_or(NotEdited::Unfit)?;
    let file = files.add(name, text.as_str());
    let read = ParsedRequirements::read(file, files).map_err(|_| NotEdited::Unfit)?;
    match read.resolve(rubric, files) {
        Ok(requirements) if RequirementsReplies::of(&requirements) == *after => Ok(text),
        Ok(_) => Err(NotEdited::Unfit),
        Err(problems) => Err(NotEdited::Problems(problems)),
    }
}

/// A file with what is to be changed in it. Whatever finds a change gives up with `None` where the file is written in a
/// way that cannot be changed in place.
struct Edit<'a> {
    text: &'a str,
    rubric: &'a Rubric,
    changes: Vec<Change>,
}

impl Edit<'_> {
    fn all(
        &mut self,
        tree: &Node,
        title: Option<&str>,
        before: &RequirementsReplies,
        after: &RequirementsReplies,
    ) -> Option<()> {
        if let Some(title) = title {
            let entries = Entries::of(self.text, tree)?;
            let range = entries.value_range(entries.position("title")?);
            self.changes.push(change(range, scalar(title)));
        }
        let behind = tree.get("title").map(|title| title.place.end);
        self.answers(tree, behind, &before.shared, &after.shared)?;
        if before.components != after.components {
            self.components(tree, &before.components, &after.components)?;
        }
        Some(())
    }

    /// Changes the `answers` of a map; they come behind a byte of it where there were none.
    fn answers(
        &mut self,
        tree: &Node,
        behind: Option<usize>,
        before: &Replies,
        after: &Replies,
    ) -> Option<()> {
        let node = tree.get("answers");
        let Some(entries) = node.and_then(|node| Entries::of(self.text, node)) else {
            return self.first_answers(tree, behind, after);
        };
        let (mut last, mut removed) = (None, Vec::new());
        let mut left = entries.len();
        for index in self.rubric.question_indices() {
            let question = self.rubric.question(index);
            let (old, new) = (before.get(index), after.get(index));
            let position = entries.position(&question.id);
            match (position, new) {
                (Some(at), Some(new)) if old != Some(new) => {
                    self.answer(&entries, at, question, old, new);
                }
                (Some(at), None) => {
                    removed.push(at);
                    left -= 1;
                }
                (None, Some(new)) => {
                    let inserted = entries.insert(last, &entry(question, new));
                    self.changes.push(inserted);
                    left += 1;
                }
                _ => {}
            }
            last = position.filter(|_| new.is_some()).or(last);
        }
        if left == 0 {
            self.changes.push(change(node?.place.range(), "{}"));
        } else {
            self.changes.extend(entries.remove_all(&removed));
        }
        Some(())
    }

    /// Answers where there were none.
    fn first_answers(&mut self, tree: &Node, behind: Option<usize>, said: &Replies) -> Option<()> {
        let line = |(index, said)| entry(self.rubric.question(index), said);
        let said: Vec<String> = said.iter().map(line).collect();
        if said.is_empty() {
            return Some(());
        }
        let map = Entries::of(self.text, tree)?;
        let (newline, indent) = (newline(self.text), map.indent());
        let lines = said.iter().map(|line| format!("{newline}{indent}  {line}"));
        let lines: String = lines.collect();
        let flow = format!("{{{}}}", said.join(", "));
        self.changes.push(match tree.get("answers") {
            Some(node) if node.place.start >= node.place.end => return None,
            Some(node) if map.is_flow() => change(node.place.range(), flow),
            Some(node) => {
                let start = self.text[..node.place.start].trim_end_matches(' ').len();
                change(start..node.place.end, lines)
            }
            None if map.is_flow() => map.insert(Some(map.len() - 1), &format!("answers: {flow}")),
            None => {
                let end = line_end(self.text, behind?);
                change(end..end, format!("{newline}{indent}answers:{lines}"))
            }
        });
        Some(())
    }

    /// An answer in place of another: the value, the note and the source each where it stands.
    fn answer(
        &mut self,
        answers: &Entries<'_>,
        at: usize,
        question: &Question,
        old: Option<&Reply>,
        new: &Reply,
    ) {
        let entries = Entries::of(self.text, answers.value(at));
        let in_parts =
            entries.and_then(|entries| Some((entries.position("value")?, entries, old?)));
        let Some((at_value, entries, old)) = in_parts else {
            let whole = change(answers.value_range(at), reply(question, new));
            self.changes.push(whole);
            return;
        };
        if old.value != new.value {
            let written = value(question, new.value.as_ref());
            let range = entries.value_range(at_value);
            self.changes.push(change(range, written));
        }
        let (mut last, mut removed) = (at_value, Vec::new());
        let texts = [
            ("note", &old.note, &new.note),
            ("source", &old.source, &new.source),
        ];
        for (key, old, new) in texts {
            let position = entries.position(key);
            match (position, new) {
                _ if old == new => {}
                (Some(at), Some(new)) => {
                    let range = entries.value_range(at);
                    self.changes.push(change(range, quoted(new)));
                }
                (Some(at), None) => removed.push(at),
                (None, Some(new)) => {
                    let written = format!("{key}: {}", quoted(new));
                    self.changes.push(entries.insert(Some(last), &written));
                }
                (None, None) => {}
            }
            last = position.unwrap_or(last).max(last);
        }
        self.changes.extend(entries.remove_all(&removed));
    }

    fn components(
        &mut self,
        tree: &Node,
        before: &[ComponentReplies],
        after: &[ComponentReplies],
    ) -> Option<()> {
        let (text, rubric) = (self.text, self.rubric);
        let find = |said: &[ComponentReplies], id: &str| said.iter().position(|one| one.id == id);
        let is_new = |one: &&ComponentReplies| find(before, &one.id).is_none();
        let new: Vec<&ComponentReplies> = after.iter().filter(is_new).collect();
        let lines = |indent: &str| component_lines(rubric, &new, indent, newline(text));
        let Some(list) = tree.get("components") else {
            let change = first_components(text, tree, &lines("  "))?;
            self.changes.push(change);
            return Some(());
        };
        let mut last = None;
        let mut taken_out = Vec::new();
        for item in list.items() {
            let id = item.id()?;
            let Some(now) = find(after, id).map(|at| &after[at]) else {
                let range = line_start(text, dash(text, item)?)..end_of(text, item);
                taken_out.push(change(with_lines(text, range), ""));
                continue;
            };
            let was = &before[find(before, id)?].own;
            self.answers(item, Some(end_of(text, item)), was, &now.own)?;
            last = Some(item);
        }
        if let Some(last) = last {
            self.changes.extend(taken_out);
            if !new.is_empty() {
                let dash = dash(text, last)?;
                let columns = text[line_start(text, dash)..dash].chars().count();
                let end = line_end(text, end_of(text, last));
                self.changes
                    .push(change(end..end, lines(&" ".repeat(columns))));
            }
        } else if new.is_empty() {
            let entries = Entries::of(text, tree)?;
            let position = entries.position("components")?;
            self.changes.extend(entries.remove_all(&[position]));
        } else {
            let start = line_start(text, list.items().first()?.place.start);
            let lines = lines("  ");
            let lines = lines.trim_start_matches(['\r', '\n']);
            self.changes.push(change(start..end_of(text, list), lines));
        }
        Some(())
    }
}

/// Components in a file that has none: after its answers and weights.
fn first_components(text: &str, tree: &Node, lines: &str) -> Option<Change> {
    let keys = ["title", "answers", "weights"].into_iter();
    let ends = keys.filter_map(|key| Some(end_of(text, tree.get(key)?)));
    let end = line_end(text, ends.max()?);
    let newline = newline(text);
    let is_last = text[end..].trim().is_empty();
    let after = if is_last { "" } else { newline };
    let written = format!("{newline}{newline}components:{lines}{after}");
    Some(change(end..end, written))
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
