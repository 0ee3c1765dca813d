//! Maps and lists.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::scalar::{shortened, wrong_type};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::shape::{Key, Shape};
use crate::files::yaml::suggest::{expect_known, nearest};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Place, Problem, ProblemCode};

/// Up to so many keys, looking through them is quicker than hashing.
const FEW: usize = 32;

/// A map whose keys are known beforehand. What is not asked for by the time of [`finish`](Fields::finish) is an
/// unknown key.
pub(crate) struct Fields<'n> {
    what: &'static str,
    place: Place,
    entries: Vec<Entry<'n>>,
    /// The keys of its shape, if it has one.
    shape: Vec<&'static Key>,
    /// The keys that were asked for.
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

/// A key of a map with its value.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'n> {
    pub(crate) key: &'n str,
    pub(crate) key_place: Place,
    pub(crate) value: &'n Node,
}

impl<'n> Fields<'n> {
    /// The fields of a map; `what` names it in messages ("a question").
    pub(crate) fn read(
        node: &'n Node,
        what: &'static str,
        problems: &mut Problems<'_>,
    ) -> Option<Self> {
        let entries = entries(node, what, problems)?;
        Some(Self {
            what,
            place: node.place,
            entries,
            shape: Vec::new(),
            known: Vec::new(),
            missing: Vec::new(),
        })
    }

    /// The fields of a map of some shape.
    pub(crate) fn of(
        node: &'n Node,
        shape: &'static Shape,
        problems: &mut Problems<'_>,
    ) -> Option<Self> {
        let mut fields = Self::read(node, shape.name, problems)?;
        fields.also(shape.keys);
        Some(fields)
    }

    /// Takes more keys.
    pub(crate) fn also(&mut self, keys: &'static [Key]) {
        self.shape.extend(keys);
    }

    /// The value of a key of its shape.
    pub(crate) fn get<T>(
        &mut self,
        key: &'static str,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&'n Node, &mut Problems<'_>) -> Option<T>,
    ) -> Option<T> {
        let described = self.shape.iter().find(|described| described.name == key);
        debug_assert!(described.is_some(), "{} has no `{key}`", self.what);
        if described.is_some_and(|key| key.is_required) {
            self.required(key, problems, read)
        } else {
            self.optional(key, problems, read)
        }
    }

    /// Where the map stands.
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Whether a key is there at all.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// Whether a key is missing and was most likely meant by another.
    pub(crate) fn misspells(&self, key: &str) -> bool {
        let is_near = |entry: &Entry<'_>| nearest(entry.key, [key]).is_some();
        !self.has(key) && self.entries.iter().any(is_near)
    }

    /// A value that must be there if a condition holds, and may be left out otherwise.
    pub(crate) fn required_if<T>(
        &mut self,
        needed: bool,
        key: &'static str,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&'n Node, &mut Problems<'_>) -> Option<T>,
    ) -> Option<T> {
        if needed {
            self.required(key, problems, read)
        } else {
            self.optional(key, problems, read)
        }
    }

    /// Where a key stands, if it is there.
    pub(crate) fn key_place(&self, key: &str) -> Option<Place> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.key_place)
    }

    /// Where a value stands, if it is there.
    pub(crate) fn value_place(&self, key: &str) -> Option<Place> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.value.place)
    }

    /// A value that may be left out.
    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&'n Node, &mut Problems<'_>) -> Option<T>,
    ) -> Option<T> {
        self.value(key, "give it a value, or remove the line", problems, read)
    }

    /// A value that must be there.
    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&'n Node, &mut Problems<'_>) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            self.missing.push(key);
        }
        self.value(key, "give it a value", problems, read)
    }

    fn value<T>(
        &mut self,
        key: &'static str,
        help: &str,
        problems: &mut Problems<'_>,
        read: impl FnOnce(&'n Node, &mut Problems<'_>) -> Option<T>,
    ) -> Option<T> {
        self.known.push(key);
        let entry = *self.entries.iter().find(|entry| entry.key == key)?;
        if entry.value.is_null() {
            let found = format!("`{key}` has no value");
            problems
                .add(Problem::new(ProblemCode::MissingValue, entry.key_place, found).help(help));
            return None;
        }
        read(entry.value, problems)
    }

    /// Reports every key that was not asked for, and every key that is missing and not merely misspelt.
    pub(crate) fn finish(mut self, problems: &mut Problems<'_>) {
        let shape = std::mem::take(&mut self.shape);
        if !shape.is_empty() {
            let is_read = |key: &&Key| self.known.contains(&key.name);
            debug_assert!(
                shape.iter().copied().all(|key| is_read(&key)),
                "{}",
                self.what
            );
            self.known = shape.iter().map(|key| key.name).collect();
        }
        let unknown = || {
            self.entries
                .iter()
                .filter(|entry| !self.known.contains(&entry.key))
        };
        for entry in unknown() {
            problems.add(unknown_key(entry, self.what, self.known.iter().copied()));
        }
        let is_misspelt = |key: &str| {
            unknown().any(|entry| nearest(entry.key, self.known.iter().copied()) == Some(key))
        };
        for key in self.missing.iter().filter(|key| !is_misspelt(key)) {
            let place = problems.first_line(self.place);
            let found = format!("{} without `{key}`", self.what);
            problems.add(
                Problem::new(ProblemCode::MissingKey, place, found)
                    .expected(format!("`{key}: …` in here")),
            );
        }
    }
}

/// A problem for a key that means nothing here.
pub(crate) fn unknown_key<'a>(
    entry: &Entry<'_>,
    what: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Problem {
    if entry.key == "<<" {
        return Problem::new(
            ProblemCode::UnsupportedYaml,
            entry.key_place,
            "a merge key is not supported here",
        )
        .help("write the keys out where they are used");
    }
    let found = format!("unknown key `{}` in {what}", shortened(entry.key));
    expect_known(
        Problem::new(ProblemCode::UnknownKey, entry.key_place, found),
        entry.key,
        known,
    )
}

/// The entries of a map, duplicates reported and left out.
pub(crate) fn entries<'n>(
    node: &'n Node,
    what: &str,
    problems: &mut Problems<'_>,
) -> Option<Vec<Entry<'n>>> {
    let NodeKind::Mapping(pairs) = &node.kind else {
        problems.add(wrong_type(node, what, "a map of keys and values", problems));
        return None;
    };
    let mut hashed = (pairs.len() > FEW).then(HashMap::new);
    let mut entries: Vec<Entry<'n>> = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let NodeKind::Scalar { text, .. } = &key.kind else {
            problems.add(Problem::new(
                ProblemCode::UnsupportedYaml,
                key.place,
                "a key must be a plain word",
            ));
            continue;
        };
        let earlier = match &mut hashed {
            Some(hashed) => match hashed.entry(&**text) {
                Slot::Occupied(earlier) => Some(*earlier.get()),
                Slot::Vacant(free) => {
                    free.insert(key.place);
                    None
                }
            },
            None => entries
                .iter()
                .find(|entry| entry.key == text)
                .map(|entry| entry.key_place),
        };
        if let Some(earlier) = earlier {
            let found = format!("`{text}` stands here a second time");
            problems.add(
                Problem::new(ProblemCode::DuplicateKey, key.place, found)
                    .related(earlier, "first here"),
            );
            continue;
        }
        entries.push(Entry {
            key: text,
            key_place: key.place,
            value,
        });
    }
    Some(entries)
}

/// The items of a list.
pub(crate) fn items<'n>(
    node: &'n Node,
    what: &str,
    problems: &mut Problems<'_>,
) -> Option<&'n [Node]> {
    if let NodeKind::Sequence(items) = &node.kind {
        return Some(items);
    }
    let problem = wrong_type(node, what, "a list", problems);
    problems.add(match &node.kind {
        NodeKind::Scalar { text, .. } if !text.is_empty() => {
            problem.help(format!("write `[{text}]`"))
        }
        _ => problem,
    });
    None
}

/// The items of a list that must not be empty.
pub(crate) fn some_items<'n>(
    node: &'n Node,
    what: &str,
    problems: &mut Problems<'_>,
) -> Option<&'n [Node]> {
    let items = items(node, what, problems)?;
    if items.is_empty() {
        let found = format!("{what} is an empty list");
        problems.add(
            Problem::new(ProblemCode::OutOfRange, node.place, found).expected("at least one item"),
        );
        return None;
    }
    Some(items)
}

/// Items read one by one, to report the problems of all; `None` if one of them could not be read.
pub(crate) fn every<'n, T>(
    items: &'n [Node],
    problems: &mut Problems<'_>,
    mut read: impl FnMut(&'n Node, &mut Problems<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = items.iter().map(|item| read(item, problems)).collect();
    read.into_iter().collect()
}

/// Whether a list has no more items than it may; if it has, a problem says so.
pub(crate) fn at_most(
    most: usize,
    items: &[Node],
    what: &str,
    list: &Node,
    problems: &mut Problems<'_>,
) -> bool {
    if items.len() > most {
        let found = format!("{} {what}", items.len());
        let place = problems.first_line(list.place);
        let problem = Problem::new(ProblemCode::OutOfRange, place, found);
        problems.add(problem.expected(format!("at most {most}")));
    }
    items.len() <= most
}

/// A list read item by item; what cannot be read is left out.
pub(crate) fn list<'n, T>(
    node: &'n Node,
    what: &str,
    problems: &mut Problems<'_>,
    mut read: impl FnMut(&'n Node, &mut Problems<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    Some(
        items(node, what, problems)?
            .iter()
            .filter_map(|item| read(item, problems))
            .collect(),
    )
}
