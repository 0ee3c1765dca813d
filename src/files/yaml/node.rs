//! Values of a tree, each with its place.

use std::borrow::Cow;

use crate::files::Place;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) kind: NodeKind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NodeKind {
    /// A text; `plain` if it was not quoted, so that it may stand for a number or nothing.
    Scalar {
        text: Cow<'static, str>,
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// A map, as written: duplicates and order kept.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// Whether nothing was written: an empty plain scalar, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true }
            if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// A word that was not quoted.
    pub(crate) fn word(text: &str, place: Place) -> Self {
        let kind = NodeKind::Scalar {
            text: Cow::Owned(text.to_owned()),
            plain: true,
        };
        Self { place, kind }
    }

    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The value of a key of a map, the first if it stands there twice.
    pub(crate) fn get(&self, wanted: &str) -> Option<&Node> {
        let NodeKind::Mapping(entries) = &self.kind else {
            return None;
        };
        entries
            .iter()
            .find(|(key, _)| key.text() == Some(wanted))
            .map(|(_, value)| value)
    }

    /// The `id` of a map.
    pub(crate) fn id(&self) -> Option<&str> {
        self.get("id")?.text()
    }

    /// The value of a key of a map, to be changed.
    pub(crate) fn get_mut(&mut self, wanted: &str) -> Option<&mut Node> {
        let NodeKind::Mapping(entries) = &mut self.kind else {
            return None;
        };
        entries
            .iter_mut()
            .find(|(key, _)| key.text() == Some(wanted))
            .map(|(_, value)| value)
    }

    /// Keeps the items of a list by their `id`, or the entries of a map by their key.
    pub(crate) fn retain(&mut self, keep: impl Fn(Option<&str>) -> bool) {
        match &mut self.kind {
            NodeKind::Sequence(items) => items.retain(|item| keep(item.id())),
            NodeKind::Mapping(entries) => entries.retain(|(key, _)| keep(key.text())),
            NodeKind::Scalar { .. } => {}
        }
    }

    /// The value, with nothing left in its place.
    pub(crate) fn take(&mut self) -> Self {
        let nothing = Self {
            place: self.place,
            kind: NodeKind::Sequence(Vec::new()),
        };
        std::mem::replace(self, nothing)
    }

    /// How many keys and values it has, itself included.
    pub(crate) fn count(&self) -> usize {
        1 + match &self.kind {
            NodeKind::Scalar { .. } => 0,
            NodeKind::Sequence(items) => items.iter().map(Self::count).sum(),
            NodeKind::Mapping(entries) => entries
                .iter()
                .map(|(key, value)| key.count() + value.count())
                .sum(),
        }
    }
}
