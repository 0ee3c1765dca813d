//! A landscape file as a whole.

use std::collections::HashMap;

use super::candidate::{candidate, common_source};
use super::vocabulary::{attributes, vocabulary};
use crate::files::limits::MOST_CANDIDATES;
use crate::files::rubric::read::ids::UniqueIds;
use crate::files::schema::build as schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, at_most, date, id, items, known_id, list, prose, text, version, whole,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, required};
use crate::files::yaml::tree::Node;
use crate::files::{
    Candidate, Exclusion, FactSource, FileId, Landscape, LandscapePart, Vocabulary,
};

#[rustfmt::skip] // a table
pub(crate) const STALE: Shape = Shape {
    name: "`stale-after`",
    about: "When it should be looked at again; after 180 days if left out.",
    keys: &[required("days", Like(|| schema::whole(1, 3650)), "")],
};

#[rustfmt::skip] // a table
pub(crate) const EXCLUSION: Shape = Shape {
    name: "an exclusion",
    about: "A candidate that is not to be considered.",
    keys: &[required("id", Ref("id"), ""), required("because", Ref("text"), "Why.")],
};

/// The key under which a landscape names the one that it is put over.
pub(crate) const EXTENDS: &str = "extends";

/// After how many days a landscape that says nothing of it should be looked at again.
const STALE_AFTER: u16 = 180;

/// Reads a landscape and puts it over another.
pub(crate) fn landscape(
    node: &Node,
    file: FileId,
    base: Option<Landscape>,
    problems: &mut Problems<'_>,
) -> Option<Landscape> {
    let mut fields = Fields::read(node, "a landscape", problems)?;
    let id = fields.required("landscape", problems, id);
    let version = fields.required("version", problems, version);
    let title = fields.required("title", problems, prose);
    let about = fields.optional("about", problems, prose);
    fields.optional(EXTENDS, problems, text);
    let compiled = fields.required("compiled", problems, date);
    let place = fields.value_place("compiled").unwrap_or(node.place);
    let stale_after = fields
        .optional("stale-after", problems, stale_after)
        .unwrap_or(STALE_AFTER);
    let base = base.map(|base| {
        (
            base.vocabulary,
            base.candidates,
            base.parts,
            base.exclusions,
        )
    });
    let (mut words, mut over, mut parts, mut exclusions) = base.unwrap_or_default();
    fields.optional("vocabulary", problems, |node, problems| {
        vocabulary(node, &mut words, problems);
        Some(())
    });
    let complete = fields.optional("complete", problems, attributes);
    for attribute in complete.unwrap_or_default() {
        words.set_complete(attribute);
    }
    let own_exclusions = fields.optional("exclude", problems, |node, problems| {
        list(node, "`exclude`", problems, |node, problems| {
            exclusion(node, &over, problems)
        })
    });
    let source = fields.optional("source", problems, common_source);
    let candidates = fields.optional("candidates", problems, |node, problems| {
        candidates(node, &words, source.as_ref(), problems)
    });
    fields.finish(problems);
    exclusions.extend(own_exclusions.unwrap_or_default());
    over.retain(|candidate| {
        !exclusions
            .iter()
            .any(|exclusion| exclusion.id == candidate.id)
    });
    put_over(&mut over, candidates.unwrap_or_default());
    let (id, compiled) = (id?, compiled?);
    parts.push(LandscapePart {
        id: id.clone(),
        compiled,
        stale_after,
        file,
        place,
    });
    Some(Landscape {
        id,
        version: version?,
        title: title?,
        about,
        compiled,
        stale_after,
        vocabulary: words,
        candidates: over,
        exclusions,
        parts,
    })
}

/// Reads after how many days a landscape should be looked at again.
fn stale_after(node: &Node, problems: &mut Problems<'_>) -> Option<u16> {
    let mut fields = Fields::of(node, &STALE, problems)?;
    let days = fields.get("days", problems, |node, problems| {
        whole(node, 1..=3650, problems)
    });
    fields.finish(problems);
    days
}

fn candidates(
    node: &Node,
    words: &Vocabulary,
    source: Option<&FactSource>,
    problems: &mut Problems<'_>,
) -> Option<Vec<Candidate>> {
    let mut ids = UniqueIds::default();
    let items = items(node, "`candidates`", problems)?;
    if !at_most(MOST_CANDIDATES, items, "candidates", node, problems) {
        return None;
    }
    let read = items
        .iter()
        .filter_map(|item| candidate(item, words, source, &mut ids, problems));
    Some(read.collect())
}

fn exclusion(node: &Node, over: &[Candidate], problems: &mut Problems<'_>) -> Option<Exclusion> {
    let mut fields = Fields::of(node, &EXCLUSION, problems)?;
    let known = over.iter().map(|candidate| candidate.id.as_str());
    let id = fields.get("id", problems, |node, problems| {
        let at = known_id(node, "candidate", known, problems)?;
        Some(over[at].id.clone())
    });
    let because = fields.get("because", problems, prose);
    let place = fields.value_place("id").unwrap_or(node.place);
    fields.finish(problems);
    Some(Exclusion {
        id: id?,
        because: because?,
        place,
    })
}

/// Candidates over others: one of the same id takes the other's place, any other comes after.
fn put_over(over: &mut Vec<Candidate>, own: Vec<Candidate>) {
    if over.is_empty() {
        *over = own;
        return;
    }
    let at: HashMap<String, usize> = over
        .iter()
        .enumerate()
        .map(|(at, candidate)| (candidate.id.clone(), at))
        .collect();
    for candidate in own {
        match at.get(&candidate.id) {
            Some(&at) => over[at] = candidate,
            None => over.push(candidate),
        }
    }
}
