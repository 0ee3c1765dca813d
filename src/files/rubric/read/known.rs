//! Things a rubric defines and refers to, those included that could not be read.

use crate::files::rubric::read::removed::RemovedIds;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::known_id;
use crate::files::yaml::tree::{Node, NodeKind};

/// What was defined under some key. References to what could not be read pass in silence: its own problem is noted.
#[derive(Debug)]
pub(crate) struct Known<T> {
    /// What could be read.
    pub(crate) items: Vec<T>,
    broken: Vec<String>,
    unreadable: bool,
    removed: RemovedIds,
}

impl<T> Known<T> {
    /// The definitions, each either read or with its id if that much could be told.
    pub(crate) fn new(definitions: impl IntoIterator<Item = Result<T, Option<String>>>) -> Self {
        let mut known = Self {
            items: Vec::new(),
            broken: Vec::new(),
            unreadable: false,
            removed: RemovedIds::default(),
        };
        for definition in definitions {
            match definition {
                Ok(item) => known.items.push(item),
                Err(Some(id)) => known.broken.push(id),
                Err(None) => known.unreadable = true,
            }
        }
        known
    }

    /// Nothing could be read at all.
    pub(crate) fn unreadable() -> Self {
        Self {
            items: Vec::new(),
            broken: Vec::new(),
            unreadable: true,
            removed: RemovedIds::default(),
        }
    }

    /// Nothing is defined.
    pub(crate) fn none() -> Self {
        Self {
            items: Vec::new(),
            broken: Vec::new(),
            unreadable: false,
            removed: RemovedIds::default(),
        }
    }

    /// The same, knowing what was removed; unless it is complete, there may be more that could not be read.
    pub(crate) fn known_to_be(self, complete: bool, removed: RemovedIds) -> Self {
        Self {
            unreadable: self.unreadable || !complete,
            removed,
            ..self
        }
    }

    /// What could be read, and the ids of what could not.
    pub(crate) fn into_parts(self) -> (Vec<T>, Vec<String>) {
        (self.items, self.broken)
    }

    /// The position of what a value names.
    pub(crate) fn find(
        &self,
        node: &Node,
        what: &str,
        id: impl Fn(&T) -> &str,
        problems: &mut Problems<'_>,
    ) -> Option<usize> {
        let is_broken = |written: &str| {
            let is_known = self.items.iter().any(|item| id(item) == written);
            !is_known && (self.unreadable || self.broken.iter().any(|broken| broken == written))
        };
        if let NodeKind::Scalar { text, .. } = &node.kind {
            if is_broken(text) {
                return None;
            }
            if let Some(problem) = self.removed.still_needed(what, text, node.place) {
                problems.add(problem);
                return None;
            }
        }
        let ids: Vec<&str> = self.items.iter().map(id).collect();
        known_id(node, what, ids, problems)
    }
}
