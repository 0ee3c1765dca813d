//! Requirements that were written for another rubric, as far as they fit this one.

use crate::files::requirements::read::answer::{answer, answers, inapplicable};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Answers, ComponentReplies, Files, Origin, ParsedRequirements, Replies, RequirementsReplies,
    Rubric,
};

impl ParsedRequirements {
    /// The same file without what this rubric has no use for, and how many answers that left out: those to questions
    /// it does not ask, or not like that, or not given the others. What the other rubric was expected to say, and the
    /// weights and the gate that were set for it, are left out too.
    pub(crate) fn fitted(&self, rubric: &Rubric, files: &Files) -> (Self, usize) {
        let mut tree = self.tree.clone();
        let mut left_out = 0;
        remove(&mut tree, |key, _| {
            ["expect", "weights", "gate"].contains(&key)
        });
        if let NodeKind::Mapping(entries) = &mut tree.kind {
            for (_, value) in entries
                .iter_mut()
                .filter(|(key, _)| key.text() == Some("answers"))
            {
                left_out += fit(value, rubric, files);
            }
        }
        let fitted = Self {
            tree,
            rubric: self.rubric.clone(),
        };
        (fitted, left_out)
    }

    /// The answers that fit the rubric, whether they apply or not, and the ids of the questions whose answers do not fit:
    /// the rubric does not ask them, or not like that.
    pub fn replies(&self, rubric: &Rubric, files: &Files) -> (RequirementsReplies, Vec<String>) {
        let mut unfit = Vec::new();
        let mut own = |node: &Node| match node.get("answers") {
            Some(answers) => {
                let mut answers = answers.clone();
                unfit.extend(remove_unfit(&mut answers, rubric, files));
                Replies::from(&read(&answers, Origin::Shared, rubric, files))
            }
            None => Replies::none(rubric.questions.len()),
        };
        let shared = own(&self.tree);
        let items = self.tree.get("components").map_or(&[][..], Node::items);
        let component = |item: &Node| {
            let id = item.id()?.to_owned();
            let title = item.get("title").and_then(Node::text);
            Some(ComponentReplies {
                title: title.unwrap_or(&id).to_owned(),
                own: own(item),
                id,
            })
        };
        let components = items.iter().filter_map(component).collect();
        (RequirementsReplies { shared, components }, unfit)
    }

    /// What is decided about, if the file says so.
    pub fn title(&self) -> Option<&str> {
        self.tree.get("title").and_then(Node::text)
    }
}

/// Removes the answers that do not fit, or do not apply, and counts them.
fn fit(node: &mut Node, rubric: &Rubric, files: &Files) -> usize {
    let unfit = remove_unfit(node, rubric, files).len();
    let given = read(node, Origin::Shared, rubric, files);
    let idle = inapplicable(rubric, &given);
    let is_idle = |key: &str| idle.iter().any(|&index| rubric.question(index).id == key);
    unfit + remove(node, |key, _| is_idle(key)).len()
}

/// Removes the answers to questions that the rubric does not ask, or not like that; returns the ids of the questions.
fn remove_unfit(node: &mut Node, rubric: &Rubric, files: &Files) -> Vec<String> {
    remove(node, |key, value| {
        let question = rubric.find_question(key);
        question.is_none_or(|index| {
            let mut problems = Problems::none(files);
            let read = answer(value, Origin::Shared, rubric.question(index), &mut problems);
            read.is_none() || problems.count() > 0
        })
    })
}

/// Answers that fit.
fn read(node: &Node, origin: Origin, rubric: &Rubric, files: &Files) -> Answers {
    let mut given = Answers::none(rubric.questions.len());
    let mut problems = Problems::none(files);
    answers(node, origin, rubric, &mut given, &mut problems);
    given
}

fn remove(node: &mut Node, mut unwanted: impl FnMut(&str, &Node) -> bool) -> Vec<String> {
    let mut removed = Vec::new();
    if let NodeKind::Mapping(entries) = &mut node.kind {
        entries.retain(|(key, value)| {
            let key = key.text().unwrap_or_default();
            let is_unwanted = unwanted(key, value);
            if is_unwanted {
                removed.push(key.to_owned());
            }
            !is_unwanted
        });
    }
    removed
}
