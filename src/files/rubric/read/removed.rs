//! What a rubric removes from the one it extends.

use std::collections::HashMap;

use crate::files::rubric::read::ids::{RemovedIds, UniqueIds, alternative};
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, items, known_id, shortened};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional};
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Alternative, Place, Problem, ProblemCode};

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
