//! Requirements that were written for another rubric, as far as they fit this one.

use crate::files::requirements::read::answer::{answer, answers, inapplicable};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Answers, Draft, Files, Origin, Rubric};

impl Draft {
    /// The same file without what this rubric has no use for, and how many answers that left out: those to questions
    /// it does not ask, or not like that, or not given the others. What the other rubric was expected to say, and the
    /// weights and the gate that were set for it, are left out too.
    pub(crate) fn fitted(&self, rubric: &Rubric, files: &Files) -> (Self, usize) {
        let mut tree = self.tree.clone();
        let mut left_out = 0;
        if let NodeKind::Mapping(entries) = &mut tree.kind {
            entries.retain(|(key, _)| !["expect", "weights", "gate"].contains(&word(key)));
            for (_, value) in entries.iter_mut().filter(|(key, _)| word(key) == "answers") {
                left_out += fit(value, rubric, files);
            }
        }
        let fitted = Self {
            tree,
            rubric: self.rubric.clone(),
        };
        (fitted, left_out)
    }
}

/// Removes the answers that do not fit, and counts them.
fn fit(node: &mut Node, rubric: &Rubric, files: &Files) -> usize {
    let before = length(node);
    keep(node, |key, value| {
        let question = rubric.find_question(key);
        question.is_some_and(|index| {
            let mut problems = Problems::none(files);
            let read = answer(value, Origin::Shared, rubric.question(index), &mut problems);
            read.is_some() && problems.count() == 0
        })
    });
    let mut given = Answers::none(rubric.questions.len());
    answers(
        node,
        Origin::Shared,
        rubric,
        &mut given,
        &mut Problems::none(files),
    );
    let idle = inapplicable(rubric, &given);
    let is_idle = |key: &str| idle.iter().any(|&index| rubric.question(index).id == key);
    keep(node, |key, _| !is_idle(key));
    before - length(node)
}

fn keep(node: &mut Node, mut wanted: impl FnMut(&str, &Node) -> bool) {
    if let NodeKind::Mapping(entries) = &mut node.kind {
        entries.retain(|(key, value)| wanted(word(key), value));
    }
}

fn length(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Mapping(entries) => entries.len(),
        NodeKind::Sequence(_) | NodeKind::Scalar { .. } => 0,
    }
}

/// The text of a key; empty if it is none.
fn word(key: &Node) -> &str {
    match &key.kind {
        NodeKind::Scalar { text, .. } => text,
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => "",
    }
}
