//! Facts about a candidate that are no lists of words, and what they rest on.

use crate::files::rubric::read::source::{source_date, url};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose, some_items, whole, yes_no};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    CandidateState, CandidateStatus, Evidence, FactSource, Field, FieldSet, Release, Steward,
};

/// The word for a source without a date, or a thing nobody knows.
const UNDATED: &str = "undated";

/// The years in which something can have come out.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// Reads who decides about a candidate.
pub(crate) fn steward(node: &Node, problems: &mut Problems<'_>) -> Option<Steward> {
    let mut fields = Fields::read(node, "a steward", problems)?;
    let name = fields.required("name", problems, prose);
    let neutral_foundation = fields.optional("neutral-foundation", problems, yes_no);
    fields.finish(problems);
    Some(Steward {
        name: name?,
        neutral_foundation,
    })
}

/// Reads how a candidate is doing.
pub(crate) fn status(node: &Node, problems: &mut Problems<'_>) -> Option<CandidateStatus> {
    let mut fields = Fields::read(node, "a status", problems)?;
    let state = fields.required("state", problems, |node, problems| {
        let ids = CandidateState::ALL.map(CandidateState::id);
        Some(CandidateState::ALL[known_id(node, "state", ids, problems)?])
    });
    let date = fields.optional("date", problems, source_date);
    let note = fields.optional("note", problems, prose);
    fields.finish(problems);
    Some(CandidateStatus {
        state: state?,
        date,
        note,
    })
}

/// Reads a release.
pub(crate) fn release(node: &Node, problems: &mut Problems<'_>) -> Option<Release> {
    let mut fields = Fields::read(node, "a release", problems)?;
    let version = fields.required("version", problems, prose);
    let date = fields.optional("date", problems, source_date);
    fields.finish(problems);
    Some(Release {
        version: version?,
        date,
    })
}

/// Reads a year.
pub(crate) fn year(node: &Node, problems: &mut Problems<'_>) -> Option<u16> {
    whole(node, YEARS, problems)
}

/// Reads a list of texts, or a text alone.
pub(crate) fn texts(node: &Node, what: &str, problems: &mut Problems<'_>) -> Option<Vec<String>> {
    match node.kind {
        NodeKind::Scalar { .. } => Some(vec![prose(node, problems)?]),
        _ => list(node, what, problems, prose),
    }
}

/// Reads an address.
pub(crate) fn address(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    url(node, problems)
}

/// Of when something is: a year, a month or a day, or stated to be undated.
pub(crate) struct AsOf(pub(crate) Option<String>);

/// Reads of when something is.
pub(crate) fn as_of(node: &Node, problems: &mut Problems<'_>) -> Option<AsOf> {
    if node.text() == Some(UNDATED) {
        return Some(AsOf(None));
    }
    source_date(node, problems).map(|date| AsOf(Some(date)))
}

/// Reads what facts rest on.
pub(crate) fn sources(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<FactSource>> {
    list(node, "`sources`", problems, source)
}

fn source(node: &Node, problems: &mut Problems<'_>) -> Option<FactSource> {
    let mut fields = Fields::read(node, "a source", problems)?;
    let supported = fields.required("fields", problems, facts);
    supports(fields, supported, problems)
}

/// Reads what every fact rests on of which nothing else is said.
pub(crate) fn common_source(node: &Node, problems: &mut Problems<'_>) -> Option<FactSource> {
    let fields = Fields::read(node, "`source`", problems)?;
    supports(fields, Some(FieldSet::default()), problems)
}

/// The source of these facts.
fn supports(
    mut fields: Fields<'_>,
    supported: Option<FieldSet>,
    problems: &mut Problems<'_>,
) -> Option<FactSource> {
    let source = fields.required("source", problems, prose);
    let evidence = fields.required("evidence", problems, |node, problems| {
        let ids = Evidence::ALL.map(Evidence::id);
        Some(Evidence::ALL[known_id(node, "kind of evidence", ids, problems)?])
    });
    let as_of = fields.required("as-of", problems, as_of);
    let place = fields.place();
    fields.finish(problems);
    Some(FactSource {
        fields: supported?,
        source: source?,
        evidence: evidence?,
        as_of: as_of?.0,
        place,
    })
}

/// Reads which facts are meant, by their keys.
fn facts(node: &Node, problems: &mut Problems<'_>) -> Option<FieldSet> {
    let known = Field::ALL.iter().map(|field| field.id());
    let items = some_items(node, "`fields`", problems)?.iter();
    let read = items.filter_map(|item| known_id(item, "fact", known.clone(), problems));
    Some(read.map(|at| Field::ALL[at]).collect())
}
