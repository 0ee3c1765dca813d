//! A rubric put over the one it extends, as trees: every value keeps its place in the file it stands in.

use std::collections::HashMap;

use crate::files::rubric::read::chain::EXTENDS;
use crate::files::rubric::read::ids::{RemovedIds, UniqueIds, alternative};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Entry, Fields, entries, items, known_id, shortened};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Alternative, Place, Problem, ProblemCode};

/// What a rubric says of itself alone.
const OWN: [&str; 6] = ["rubric", "version", "title", EXTENDS, "weights", "remove"];

/// The weights of inherited criteria that were given others: by id, as they stand where the criterion is defined.
#[derive(Debug, Default)]
pub(crate) struct OriginalWeights(HashMap<String, Node>);

impl OriginalWeights {
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

/// The rubric `own` over the rubric `base`, and what it removes; the weights that it changes go to `original_weights`.
///
/// Things with ids replace their namesakes where those stand, and others follow; next steps follow those of the same
/// alternative; of `firmness` each measure stands by itself; everything else is taken as a whole.
pub(crate) fn extend(
    base: Node,
    own: Node,
    original_weights: &mut OriginalWeights,
    problems: &mut Problems<'_>,
) -> (Node, Removed) {
    let place = own.place;
    let (NodeKind::Mapping(mut inherited), NodeKind::Mapping(_)) = (base.kind, &own.kind) else {
        return (own, Removed::default());
    };
    inherited.retain(|(key, _)| key.text().is_none_or(|key| !OWN.contains(&key)));
    let removed = remove(&mut inherited, &own, problems);
    original_weights.forget_defined(&own);
    reweight(&mut inherited, &own, &removed, original_weights, problems);
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
    original_weights: &mut OriginalWeights,
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
            set_weight(criterion, &entry, original_weights, problems);
        } else {
            let id = Node::word(entry.key, entry.key_place);
            not_inherited(&id, "criterion", &known, problems);
        }
    }
}

fn set_weight(
    criterion: &mut Node,
    entry: &Entry<'_>,
    original_weights: &mut OriginalWeights,
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
        original_weights
            .0
            .entry(entry.key.to_owned())
            .or_insert(before);
    }
}

/// A part of a rubric that is made of things with ids.
#[derive(Clone, Copy)]
pub(crate) struct Section {
    /// Its key.
    pub(crate) key: &'static str,
    /// What one of its things is called.
    pub(crate) one: &'static str,
    /// Whether a rubric can do without.
    may_be_empty: bool,
}

const fn section(key: &'static str, one: &'static str, may_be_empty: bool) -> Section {
    Section {
        key,
        one,
        may_be_empty,
    }
}

/// Every such part.
pub(crate) const SECTIONS: [Section; 8] = [
    section("sources", "source", true),
    section("groups", "group", false),
    section("questions", "question", false),
    section("criteria", "criterion", false),
    section("vetoes", "veto", true),
    section("musts", "must", true),
    section("advice", "advice", true),
    section("process", "part of the process", true),
];

/// The key of what is to be done next, which has no ids.
pub(crate) const NEXT_STEPS: &str = "next-steps";

pub(crate) const REMOVE: Shape = Shape {
    name: "`remove`",
    about: "What not to take from the rubric that this one extends.",
    keys: &[
        optional("sources", Ref("ids"), ""),
        optional("groups", Ref("ids"), ""),
        optional("questions", Ref("ids"), ""),
        optional("criteria", Ref("ids"), ""),
        optional("vetoes", Ref("ids"), ""),
        optional("musts", Ref("ids"), ""),
        optional("advice", Ref("ids"), ""),
        optional("process", Ref("ids"), ""),
        optional(
            NEXT_STEPS,
            Like(|| schema::distinct(schema::list(schema::defined("alternative")))),
            "The alternatives whose steps are not taken.",
        ),
    ],
};

/// What was removed that other things may refer to.
#[derive(Debug, Default)]
pub(crate) struct Removed {
    pub(crate) sources: RemovedIds,
    pub(crate) groups: RemovedIds,
    pub(crate) questions: RemovedIds,
    pub(crate) criteria: RemovedIds,
    pub(crate) process: RemovedIds,
}

/// Takes what the `remove` of a rubric names out of the entries of the rubric that it extends.
pub(crate) fn remove(
    base: &mut [(Node, Node)],
    own: &Node,
    problems: &mut Problems<'_>,
) -> Removed {
    let mut removed = Removed::default();
    let Some(node) = own.get("remove").filter(|node| !node.is_null()) else {
        return removed;
    };
    let Some(mut fields) = Fields::of(node, &REMOVE, problems) else {
        problems.amend_last("say what each is, as in `remove: {criteria: [latency]}`".to_owned());
        return removed;
    };
    for section in SECTIONS {
        let own = own.get(section.key);
        let base = section_of(base, section.key);
        let ids = fields
            .get(section.key, problems, |node, problems| {
                remove_ids(node, section, base, own, problems)
            })
            .unwrap_or_default();
        match section.key {
            "sources" => removed.sources = ids,
            "groups" => removed.groups = ids,
            "questions" => removed.questions = ids,
            "criteria" => removed.criteria = ids,
            "process" => removed.process = ids,
            _ => {}
        }
    }
    fields.get(NEXT_STEPS, problems, |node, problems| {
        remove_steps(node, section_of(base, NEXT_STEPS), problems)
    });
    fields.finish(problems);
    removed
}

fn section_of<'n>(entries: &'n mut [(Node, Node)], key: &str) -> Option<&'n mut Node> {
    entries
        .iter_mut()
        .find(|(name, _)| name.text() == Some(key))
        .map(|(_, section)| section)
}

/// The ids in a section, with where each is defined.
pub(crate) fn ids(section: Option<&Node>) -> HashMap<&str, Place> {
    let mut ids = HashMap::new();
    match section.map(|node| &node.kind) {
        Some(NodeKind::Sequence(items)) => ids.extend(
            items
                .iter()
                .filter_map(|item| Some((item.id()?, item.get("id")?.place))),
        ),
        Some(NodeKind::Mapping(entries)) => ids.extend(
            entries
                .iter()
                .filter_map(|(key, _)| Some((key.text()?, key.place))),
        ),
        _ => {}
    }
    ids
}

/// Removes things with ids; tells which.
fn remove_ids(
    node: &Node,
    section: Section,
    base: Option<&mut Node>,
    own: Option<&Node>,
    problems: &mut Problems<'_>,
) -> Option<RemovedIds> {
    let mut once = UniqueIds::default();
    let mut removed = RemovedIds::default();
    let inherited = ids(base.as_deref());
    let known = sorted(&inherited);
    let defined = ids(own);
    for item in items(node, &format!("`{}`", section.key), problems)? {
        let Some(id) = item.text().filter(|_| !item.is_null()) else {
            known_id(item, "id", known.iter().copied(), problems);
            continue;
        };
        if let Some(definition) = defined.get(id) {
            problems.add(removed_and_defined(item, section, id, *definition));
        } else if inherited.contains_key(id) {
            once.claim(id, item.place, problems);
            removed.0.entry(id.to_owned()).or_insert(item.place);
        } else {
            not_inherited(item, section.one, &known, problems);
        }
    }
    if !section.may_be_empty && removed.0.len() == inherited.len() && defined.is_empty() {
        let found = format!("this leaves nothing of `{}`", section.key);
        problems.add(
            Problem::new(
                ProblemCode::OutOfRange,
                problems.first_line(node.place),
                found,
            )
            .expected(format!("at least one {} to be left", section.one)),
        );
        return None;
    }
    if let Some(base) = base {
        base.retain(|id| id.is_none_or(|id| removed.place(id).is_none()));
    }
    Some(removed)
}

fn removed_and_defined(item: &Node, section: Section, id: &str, definition: Place) -> Problem {
    let found = format!("{} `{id}` is removed and defined in one file", section.one);
    Problem::new(ProblemCode::ConflictingChange, item.place, found)
        .related(definition, "defined here")
        .help("leave it out of `remove`; what is defined here takes its place")
}

/// Ids in the order of their definitions.
fn sorted<'n>(ids: &HashMap<&'n str, Place>) -> Vec<&'n str> {
    let mut sorted: Vec<_> = ids.iter().map(|(id, place)| (*place, *id)).collect();
    sorted.sort_unstable();
    sorted.into_iter().map(|(_, id)| id).collect()
}

/// Notes an id that the rubric extended does not have.
pub(crate) fn not_inherited(node: &Node, what: &str, known: &[&str], problems: &mut Problems<'_>) {
    let id = node.text().unwrap_or_default();
    let found = format!("no {what} `{}` is inherited", shortened(id));
    let problem = Problem::new(ProblemCode::UnknownId, node.place, found);
    problems.add(if problems.are_many() {
        problem
    } else {
        expect_known(problem, id, known.iter().copied())
    });
}

/// Removes the next steps for some alternatives.
fn remove_steps(node: &Node, base: Option<&mut Node>, problems: &mut Problems<'_>) -> Option<()> {
    let mut once = UniqueIds::default();
    let mut gone: Vec<Alternative> = Vec::new();
    let inherited = ids(base.as_deref());
    for item in items(node, "`next-steps`", problems)? {
        let Some(alternative) = alternative(item, problems) else {
            continue;
        };
        once.claim(alternative.id(), item.place, problems);
        if inherited.contains_key(alternative.id()) {
            gone.push(alternative);
        } else {
            let found = format!("no next steps for `{}` are inherited", alternative.id());
            problems.add(Problem::new(ProblemCode::UnknownId, item.place, found));
        }
    }
    base?.retain(|id| !gone.iter().any(|alternative| Some(alternative.id()) == id));
    Some(())
}
