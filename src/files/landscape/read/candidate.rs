//! Candidates.

use super::facts::{address, as_of, release, sources, status, steward, texts, year};
use super::vocabulary::{attributes, licence, words};
use crate::files::rubric::read::ids::{UniqueIds, own_id};
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, known_id, prose};
use crate::files::yaml::tree::Node;
use crate::files::{
    Attribute, Attributes, Candidate, CandidateKind, ChoiceSet, FactSource, Problem, ProblemCode,
    Vocabulary,
};

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
    let first_release = fields.optional("first-release", problems, year);
    let latest_release = fields.optional("latest-release", problems, release);
    let data_export = fields.optional("data-export", problems, prose);
    let price_model = fields.optional("price-model", problems, prose);
    let homepage = fields.optional("homepage", problems, address);
    let repository = fields.optional("repository", problems, address);
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
