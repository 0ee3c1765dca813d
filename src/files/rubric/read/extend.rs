//! A rubric put over the one it extends, as trees: every value keeps its place in the file it stands in.

use std::collections::HashMap;

use crate::files::rubric::read::chain::EXTENDS;
use crate::files::rubric::read::removed::{NEXT_STEPS, Removed, ids, not_inherited, remove};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Entry, entries};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Problem, ProblemCode};

/// What a rubric says of itself alone.
const OWN: [&str; 6] = ["rubric", "version", "title", EXTENDS, "weights", "remove"];

/// The weights of inherited criteria that were given others: by id, as they stand where the criterion is defined.
#[derive(Debug, Default)]
pub(crate) struct Reweighted(HashMap<String, Node>);

impl Reweighted {
    /// The weight of a criterion where it is defined, if it was given another.
    pub(crate) fn get(&self, criterion: &str) -> Option<&Node> {
        self.0.get(criterion)
    }

    /// Forgets the criteria that a rubric defines itself.
    fn forget_defined(&mut self, own: &Node) {
        let defined = ids(own.get("criteria"));
        self.0.retain(|id, _| !defined.contains_key(id.as_str()));
    }
}

/// The rubric `own` over the rubric `base`, and what it removes; the weights that it changes go to `reweighted`.
///
/// Things with ids replace their namesakes where those stand, and others follow; next steps follow those of the same
/// alternative; of `firmness` each measure stands by itself; everything else is taken as a whole.
pub(crate) fn extend(
    base: Node,
    own: Node,
    reweighted: &mut Reweighted,
    problems: &mut Problems<'_>,
) -> (Node, Removed) {
    let place = own.place;
    let (NodeKind::Mapping(mut inherited), NodeKind::Mapping(_)) = (base.kind, &own.kind) else {
        return (own, Removed::default());
    };
    inherited.retain(|(key, _)| key.text().is_none_or(|key| !OWN.contains(&key)));
    let removed = remove(&mut inherited, &own, problems);
    reweighted.forget_defined(&own);
    reweight(&mut inherited, &own, &removed, reweighted, problems);
    let entries = match own.kind {
        NodeKind::Mapping(own) => over_entries(inherited, own, over_section),
        _ => inherited,
    };
    let kind = NodeKind::Mapping(entries);
    (Node { place, kind }, removed)
}

/// A value of a rubric over the one of the same key.
fn over_section(key: &str, base: Node, own: Node) -> Node {
    match key {
        "sources" | "evidence-counts" => over_map(base, own, |_, _, own| own),
        NEXT_STEPS => over_map(base, own, |_, base, own| append(base, own)),
        "firmness" => over_map(base, own, |_, base, own| {
            over_map(base, own, |_, _, own| own)
        }),
        "groups" | "questions" | "criteria" | "vetoes" | "musts" | "advice" | "process" => {
            over_list(base, own)
        }
        _ => own,
    }
}

/// Entries over others: a key that is there keeps its position and takes the new value. A key that is given twice is
/// kept twice, for the reader to report.
fn over_entries(
    base: Vec<(Node, Node)>,
    own: Vec<(Node, Node)>,
    over: impl Fn(&str, Node, Node) -> Node,
) -> Vec<(Node, Node)> {
    let mut inherited: HashMap<String, usize> = HashMap::new();
    for (at, (key, _)) in base.iter().enumerate() {
        inherited.extend(key.text().map(|key| (key.to_owned(), at)));
    }
    let mut entries = base;
    for (key, value) in own {
        let at = key.text().and_then(|key| inherited.remove_entry(key));
        match at {
            Some((name, at)) => {
                let base = entries[at].1.take();
                entries[at] = (key, over(&name, base, value));
            }
            None => entries.push((key, value)),
        }
    }
    entries
}

fn over_map(base: Node, own: Node, over: impl Fn(&str, Node, Node) -> Node) -> Node {
    match (base.kind, own.kind) {
        (NodeKind::Mapping(base), NodeKind::Mapping(entries)) => Node {
            place: own.place,
            kind: NodeKind::Mapping(over_entries(base, entries, over)),
        },
        // Whatever it is instead, the reader says so.
        (_, kind) => Node {
            place: own.place,
            kind,
        },
    }
}

/// Things with ids over others.
fn over_list(base: Node, own: Node) -> Node {
    let place = own.place;
    match (base.kind, own.kind) {
        (NodeKind::Sequence(mut items), NodeKind::Sequence(own)) => {
            let mut inherited: HashMap<String, usize> = HashMap::new();
            for (at, item) in items.iter().enumerate() {
                inherited.extend(item.id().map(|id| (id.to_owned(), at)));
            }
            for item in own {
                match item.id().and_then(|id| inherited.remove(id)) {
                    Some(at) => items[at] = item,
                    None => items.push(item),
                }
            }
            let kind = NodeKind::Sequence(items);
            Node { place, kind }
        }
        (_, kind) => Node { place, kind },
    }
}

fn append(base: Node, own: Node) -> Node {
    let place = own.place;
    match (base.kind, own.kind) {
        (NodeKind::Sequence(mut items), NodeKind::Sequence(own)) => {
            items.extend(own);
            let kind = NodeKind::Sequence(items);
            Node { place, kind }
        }
        (_, kind) => Node { place, kind },
    }
}

/// Gives inherited criteria the weights that the rubric states for them.
fn reweight(
    base: &mut [(Node, Node)],
    own: &Node,
    removed: &Removed,
    reweighted: &mut Reweighted,
    problems: &mut Problems<'_>,
) {
    let Some(weights) = own.get("weights").filter(|node| !node.is_null()) else {
        return;
    };
    let defined = ids(own.get("criteria"));
    let criteria = base.iter_mut().find_map(|(key, section)| {
        let is_it = key.text() == Some("criteria");
        is_it.then_some(&mut section.kind)
    });
    let criteria: &mut [Node] = match criteria {
        Some(NodeKind::Sequence(items)) => items,
        _ => &mut [],
    };
    let at: HashMap<String, usize> = criteria
        .iter()
        .enumerate()
        .filter_map(|(at, criterion)| Some((criterion.id()?.to_owned(), at)))
        .collect();
    let mut known: Vec<&str> = at.keys().map(String::as_str).collect();
    known.sort_unstable_by_key(|id| at.get(*id));
    for entry in entries(weights, "`weights`", problems).unwrap_or_default() {
        let conflict = |how: &str| {
            let found = format!(
                "criterion `{}` is weighted and {how} in one file",
                entry.key
            );
            Problem::new(ProblemCode::ConflictingChange, entry.key_place, found)
        };
        if let Some(definition) = defined.get(entry.key) {
            let problem = conflict("defined").related(*definition, "defined here");
            problems.add(problem.help("give it its weight where it is defined"));
        } else if let Some(removal) = removed.criteria.place(entry.key) {
            let problem = conflict("removed").related(removal, "removed here");
            problems.add(problem.help("take it out of `weights`, or of `remove`"));
        } else if let Some(criterion) = at.get(entry.key).map(|at| &mut criteria[*at]) {
            set_weight(criterion, &entry, reweighted, problems);
        } else {
            let id = Node::word(entry.key, entry.key_place);
            not_inherited(&id, "criterion", &known, problems);
        }
    }
}

fn set_weight(
    criterion: &mut Node,
    entry: &Entry<'_>,
    reweighted: &mut Reweighted,
    problems: &mut Problems<'_>,
) {
    if entry.value.is_null() {
        let found = format!("`{}` has no value", entry.key);
        problems.add(
            Problem::new(ProblemCode::MissingValue, entry.key_place, found)
                .help("give it a value, or remove the line"),
        );
        return;
    }
    if let Some(weight) = criterion.get_mut("weight") {
        let before = std::mem::replace(weight, entry.value.clone());
        reweighted.0.entry(entry.key.to_owned()).or_insert(before);
    }
}
