//! Changing a requirements file that somebody wrote: only what is different, where it stands.

use super::components::components;
use super::entries::{Change, Entries, change};
use super::replies::{Home, answers};
use super::scalar;
use crate::files::yaml::tree;
use crate::files::{
    Component, ComponentReplies, Files, Origin, ParsedRequirements, Problem, Replies, Requirements,
    RequirementsReplies, Rubric,
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
    let mut changes = Vec::new();
    if let Some(title) = title {
        let entries = Entries::of(text, &tree).ok_or(NotEdited::Unfit)?;
        let at = entries.position("title").ok_or(NotEdited::Unfit)?;
        changes.push(change(entries.value_range(at), scalar::scalar(title)));
    }
    let said = answers(
        text,
        &tree,
        Home::File,
        rubric,
        &before.shared,
        &after.shared,
    );
    changes.extend(said.ok_or(NotEdited::Unfit)?);
    let parts = components(text, &tree, rubric, &before.components, &after.components);
    changes.extend(parts.ok_or(NotEdited::Unfit)?);
    let text = applied(text, changes).ok_or(NotEdited::Unfit)?;
    check(&text, name, rubric, after, files)?;
    Ok(text)
}

/// Whether the text says what it is to say.
fn check(
    text: &str,
    name: &str,
    rubric: &Rubric,
    after: &RequirementsReplies,
    files: &mut Files,
) -> Result<(), NotEdited> {
    let file = files.add(name, text);
    let read = ParsedRequirements::read(file, files).map_err(|_| NotEdited::Unfit)?;
    match read.resolve(rubric, files) {
        Ok(requirements) if RequirementsReplies::of(&requirements) == *after => Ok(()),
        Ok(_) => Err(NotEdited::Unfit),
        Err(problems) => Err(NotEdited::Problems(problems)),
    }
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
