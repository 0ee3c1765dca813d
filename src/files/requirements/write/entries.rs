//! The entries of a map, to be changed where they stand.

use std::ops::Range;

use crate::files::yaml::tree::{Node, NodeKind};

/// A change of a text: what takes the place of a stretch of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) range: Range<usize>,
    pub(crate) with: String,
}

/// A map with the text it stands in.
pub(crate) struct Entries<'t> {
    text: &'t str,
    node: &'t Node,
    list: &'t [(Node, Node)],
}

impl<'t> Entries<'t> {
    /// The entries of a map that is not empty.
    pub(crate) fn of(text: &'t str, node: &'t Node) -> Option<Self> {
        match &node.kind {
            NodeKind::Mapping(entries) if !entries.is_empty() => Some(Self {
                text,
                node,
                list: entries,
            }),
            _ => None,
        }
    }

    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        self.list
            .iter()
            .position(|(name, _)| name.text() == Some(key))
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes entries out, but not all.
    pub(crate) fn remove_all(&self, removed: &[usize]) -> Vec<Change> {
        let leading = (0..self.len())
            .take_while(|at| removed.contains(at))
            .count();
        let is_lone = leading == 0 || leading == self.len() || !self.is_flow();
        let rest = removed.iter().filter(|at| is_lone || **at >= leading);
        let mut changes: Vec<Change> = rest.map(|&at| self.remove(at)).collect();
        if !is_lone {
            // What comes first has no comma before it.
            changes.push(change(self.start(0)..self.start(leading), ""));
        }
        changes
    }

    pub(crate) fn value(&self, at: usize) -> &'t Node {
        &self.list[at].1
    }

    /// Where the value of an entry stands, the sign of a folded or literal text included.
    pub(crate) fn value_range(&self, at: usize) -> Range<usize> {
        let (key, value) = &self.list[at];
        let (from, to) = (key.place.end, value.place.start);
        let between = self.text.get(from..to).unwrap_or_default();
        let after_colon = between.find(':').map_or(0, |colon| colon + 1);
        let sign = between[after_colon..].trim_start();
        if sign.starts_with(['>', '|']) {
            to - sign.len()..value.place.end
        } else {
            value.place.range()
        }
    }

    pub(crate) fn is_flow(&self) -> bool {
        self.text[self.node.place.start..].starts_with('{')
    }

    /// Adds an entry behind another, or before all of them.
    pub(crate) fn insert(&self, after: Option<usize>, entry: &str) -> Change {
        let separator = if self.is_flow() {
            ", ".to_owned()
        } else {
            format!("{}{}", newline(self.text), self.indent())
        };
        let Some(after) = after else {
            let start = self.start(0);
            return change(start..start, format!("{entry}{separator}"));
        };
        let mut end = self.end(after);
        if !self.is_flow() {
            end = line_end(self.text, end);
        }
        change(end..end, format!("{separator}{entry}"))
    }

    /// Takes an entry out, with the rest of its lines, or the comma before it.
    fn remove(&self, at: usize) -> Change {
        let (start, end) = (self.start(at), self.end(at));
        if self.is_flow() {
            let before = at.checked_sub(1);
            let start = before.map_or(start, |before| self.end(before));
            return change(start..end, "");
        }
        let line_start = line_start(self.text, start);
        // A map may begin on the line of what it belongs to, as in `- id: x`.
        let is_first = self.text[line_start..start].trim().is_empty();
        let start = if is_first { line_start } else { start };
        change(with_lines(self.text, start..end), "")
    }

    fn start(&self, at: usize) -> usize {
        self.list[at].0.place.start
    }

    fn end(&self, at: usize) -> usize {
        let (key, value) = &self.list[at];
        end_of(self.text, value).max(key.place.end)
    }

    /// The white space before the first key on its line.
    pub(crate) fn indent(&self) -> String {
        let start = self.start(0);
        let columns = self.text[line_start(self.text, start)..start]
            .chars()
            .count();
        " ".repeat(columns)
    }
}

/// Where the last that was written of a value ends; a map or list in lines is said to reach to what comes after it,
/// with the comments between.
pub(crate) fn end_of(text: &str, node: &Node) -> usize {
    let is_in_lines = !text[node.place.start..].starts_with(['{', '[']);
    let last = match &node.kind {
        NodeKind::Mapping(entries) if is_in_lines => entries.last().map(|(_, value)| value),
        NodeKind::Sequence(items) if is_in_lines => items.last(),
        _ => None,
    };
    last.map_or(node.place.end, |last| end_of(text, last))
}

pub(crate) fn change(range: Range<usize>, with: impl Into<String>) -> Change {
    Change {
        range,
        with: with.into(),
    }
}

/// The start of the line that a byte stands on.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// A range as far as its last line goes, with its line break.
pub(crate) fn with_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let end = line_end(text, range.end);
    let after = text[end..].find('\n').map_or(end, |at| end + at + 1);
    range.start..after
}

/// The end of the line that a byte stands on, before its line break.
pub(crate) fn line_end(text: &str, from: usize) -> usize {
    let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
    if text[from..end].ends_with('\r') {
        end - 1
    } else {
        end
    }
}

/// How the text breaks lines.
pub(crate) fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
