//! Candidates: what can be matched, every other fact, and what they rest on.

use super::vocabulary::{attributes, licence, words};
use crate::files::rubric::read::ids::{UniqueIds, own_id};
use crate::files::rubric::read::source::{source_date, url};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, list, prose, some_items, whole, yes_no};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    Attribute, Attributes, Candidate, CandidateKind, CandidateState, CandidateStatus, ChoiceSet,
    Evidence, FactSource, Field, FieldSet, Problem, ProblemCode, Release, Steward, Vocabulary,
};
use serde_json::json;

/// The word for a source without a date, or a thing nobody knows.
const UNDATED: &str = "undated";

/// The years in which something can have come out.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;

/// Reads a candidate. What it names no source of rests on `source`.
pub(crate) fn candidate(
    node: &Node,
    vocabulary: &Vocabulary,
    source: Option<&FactSource>,
    ids: &mut UniqueIds,
    problems: &mut Problems<'_>,
) -> Option<Candidate> {
    let mut fields = Fields::read(node, "a candidate", problems)?;
    let id = fields.required("id", problems, |node, problems| own_id(node, ids, problems));
    let name = fields.required("name", problems, prose);
    let kind = fields.required("kind", problems, kind);
    let (attributes, licence) = matched(&mut fields, vocabulary, problems);
    let place = fields.value_place("id").unwrap_or(node.place);
    let licence_note = fields.optional("licence-note", problems, prose);
    let attestation_scope = fields.optional("attestation-scope", problems, prose);
    let steward = fields.optional("steward", problems, steward);
    let managed_by = fields.optional("managed-by", problems, |node, problems| {
        texts(node, "`managed-by`", problems)
    });
    let status = fields.optional("status", problems, status);
    let first_release = fields.optional("first-release", problems, |node, problems| {
        whole(node, YEARS, problems)
    });
    let latest_release = fields.optional("latest-release", problems, release);
    let data_export = fields.optional("data-export", problems, prose);
    let price_model = fields.optional("price-model", problems, prose);
    let homepage = fields.optional("homepage", problems, url);
    let repository = fields.optional("repository", problems, url);
    let notes = fields.optional("notes", problems, |node, problems| {
        texts(node, "`notes`", problems)
    });
    let as_of = fields.optional("as-of", problems, as_of);
    let sources = fields.optional("sources", problems, sources);
    fields.finish(problems);
    let as_of = match as_of {
        Some(as_of) => as_of.0,
        None => source.and_then(|source| source.as_of.clone()),
    };
    let candidate = Candidate {
        id: id?,
        name: name?,
        kind: kind?,
        attributes: attributes?,
        licence,
        licence_note,
        attestation_scope,
        steward,
        managed_by: managed_by.unwrap_or_default(),
        status,
        first_release,
        latest_release,
        data_export,
        price_model,
        homepage,
        repository,
        notes: notes.unwrap_or_default(),
        as_of,
        sources: sources.unwrap_or_default(),
        place,
    };
    Some(match source {
        Some(source) => resting_on(candidate, source),
        None => candidate,
    })
}

/// The candidate, with this source for what it names none of.
fn resting_on(mut candidate: Candidate, source: &FactSource) -> Candidate {
    let fields = candidate.unsupported();
    if !fields.is_empty() {
        let source = source.clone();
        candidate.sources.push(FactSource { fields, ..source });
    }
    candidate
}

/// Reads whether something is bought or adopted.
pub(crate) fn kind(node: &Node, problems: &mut Problems<'_>) -> Option<CandidateKind> {
    let ids = CandidateKind::ALL.map(CandidateKind::id);
    Some(CandidateKind::ALL[known_id(node, "kind", ids, problems)?])
}

/// Reads what can be matched, and the licence by its name.
fn matched(
    fields: &mut Fields<'_>,
    vocabulary: &Vocabulary,
    problems: &mut Problems<'_>,
) -> (Option<Attributes>, Option<String>) {
    let mut read = Attributes::default();
    for attribute in Attribute::ALL {
        if vocabulary.is_complete(attribute) {
            read.set_complete(attribute);
        }
        if attribute == Attribute::Licence {
            continue;
        }
        let values = fields.optional(attribute.id(), problems, |node, problems| {
            words(node, attribute, vocabulary, problems)
        });
        if let Some(values) = values {
            read.set(attribute, values);
        }
    }
    let licence = fields.optional("licence", problems, |node, problems| {
        licence(node, vocabulary, problems)
    });
    if let Some((_, class)) = &licence {
        read.set(Attribute::Licence, ChoiceSet::from_iter([*class]));
    }
    // A thing has one licence, so the classes it is not in are known too.
    read.set_complete(Attribute::Licence);
    let complete = fields.optional("complete", problems, attributes);
    for attribute in complete.unwrap_or_default() {
        read.set_complete(attribute);
    }
    fields.optional("lacks", problems, |node, problems| {
        lacks(node, &mut read, vocabulary, problems);
        Some(())
    });
    (Some(read), licence.map(|(licence, _)| licence))
}

/// Reads what a candidate is documented not to have.
fn lacks(node: &Node, read: &mut Attributes, vocabulary: &Vocabulary, problems: &mut Problems<'_>) {
    let Some(mut fields) = Fields::read(node, "`lacks`", problems) else {
        return;
    };
    for attribute in Attribute::ALL {
        if attribute == Attribute::Licence {
            continue;
        }
        let lacked = fields.optional(attribute.id(), problems, |node, problems| {
            let lacked = words(node, attribute, vocabulary, problems)?;
            if read
                .values(attribute)
                .is_some_and(|has| has.intersects(lacked))
            {
                let found = format!("`{}` is said to be both there and lacking", attribute.id());
                let place = problems.first_line(node.place);
                problems.add(Problem::new(ProblemCode::ConflictingChange, place, found));
            }
            Some(lacked)
        });
        if let Some(lacked) = lacked {
            read.set_lacked(attribute, lacked);
        }
    }
    fields.finish(problems);
}

#[rustfmt::skip] // a table
pub(crate) const STEWARD: Shape = Shape {
    name: "a steward",
    about: "Who decides about it.",
    keys: &[
        required("name", Ref("text"), ""),
        optional("neutral-foundation", Ref("yes-no"), "Whether it is a foundation in which no single company decides."),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const STATUS: Shape = Shape {
    name: "a status",
    about: "How it is doing.",
    keys: &[
        required("state", Like(|| json!({"enum": CandidateState::ALL.map(CandidateState::id)})), ""),
        optional("date", Ref("source-date"), "Since when."),
        optional("note", Ref("text"), "What happened."),
    ],
};

#[rustfmt::skip] // a table
pub(crate) const RELEASE: Shape = Shape {
    name: "a release",
    about: "The newest release that was seen.",
    keys: &[required("version", Ref("text"), ""), optional("date", Ref("source-date"), "")],
};

/// Reads who decides about a candidate.
fn steward(node: &Node, problems: &mut Problems<'_>) -> Option<Steward> {
    let mut fields = Fields::of(node, &STEWARD, problems)?;
    let name = fields.get("name", problems, prose);
    let neutral_foundation = fields.get("neutral-foundation", problems, yes_no);
    fields.finish(problems);
    Some(Steward {
        name: name?,
        neutral_foundation,
    })
}

/// Reads how a candidate is doing.
fn status(node: &Node, problems: &mut Problems<'_>) -> Option<CandidateStatus> {
    let mut fields = Fields::of(node, &STATUS, problems)?;
    let state = fields.get("state", problems, |node, problems| {
        let ids = CandidateState::ALL.map(CandidateState::id);
        Some(CandidateState::ALL[known_id(node, "state", ids, problems)?])
    });
    let date = fields.get("date", problems, source_date);
    let note = fields.get("note", problems, prose);
    fields.finish(problems);
    Some(CandidateStatus {
        state: state?,
        date,
        note,
    })
}

/// Reads a release.
fn release(node: &Node, problems: &mut Problems<'_>) -> Option<Release> {
    let mut fields = Fields::of(node, &RELEASE, problems)?;
    let version = fields.get("version", problems, prose);
    let date = fields.get("date", problems, source_date);
    fields.finish(problems);
    Some(Release {
        version: version?,
        date,
    })
}

/// Reads a list of texts, or a text alone.
fn texts(node: &Node, what: &str, problems: &mut Problems<'_>) -> Option<Vec<String>> {
    match node.kind {
        NodeKind::Scalar { .. } => Some(vec![prose(node, problems)?]),
        _ => list(node, what, problems, prose),
    }
}

/// Of when something is: a year, a month or a day, or stated to be undated.
struct AsOf(Option<String>);

/// Reads of when something is.
fn as_of(node: &Node, problems: &mut Problems<'_>) -> Option<AsOf> {
    if node.text() == Some(UNDATED) {
        return Some(AsOf(None));
    }
    source_date(node, problems).map(|date| AsOf(Some(date)))
}

/// Reads what facts rest on.
fn sources(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<FactSource>> {
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
