//! Version 1 of `landscape list --format json` and `landscape show --format json`.
//!
//! Keys are in snake case. A field may be added within a version, never changed or removed.

use std::collections::BTreeMap;

use crate::files::{Attribute, ChoiceSet};
use schemars::JsonSchema;
use serde::Serialize;

/// Candidates of a landscape.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// The landscape they stand in.
    landscape: Landscape<'a>,
    /// The candidates, as in the landscape.
    candidates: Vec<Candidate<'a>>,
}

impl<'a> Document<'a> {
    /// The document for these candidates.
    pub fn new(
        landscape: &'a crate::files::Landscape,
        candidates: &[&'a crate::files::Candidate],
    ) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            landscape: Landscape::new(landscape),
            candidates: candidates
                .iter()
                .map(|candidate| Candidate::new(landscape, candidate))
                .collect(),
        }
    }
}

/// A landscape, without its candidates.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Landscape<'a> {
    /// Its id.
    id: &'a str,
    /// The version of its content.
    version: String,
    /// What it is called.
    title: &'a str,
    /// The day on which it was put together.
    compiled: String,
    /// After how many days it should be looked at again.
    stale_after_days: u16,
    /// The files it was put together from, what it is put over before it.
    parts: Vec<Part<'a>>,
}

impl<'a> Landscape<'a> {
    pub(crate) fn new(landscape: &'a crate::files::Landscape) -> Self {
        Self {
            id: &landscape.id,
            version: landscape.version.to_string(),
            title: &landscape.title,
            compiled: landscape.compiled.to_string(),
            stale_after_days: landscape.stale_after,
            parts: landscape
                .parts
                .iter()
                .map(|part| Part {
                    id: &part.id,
                    compiled: part.compiled.to_string(),
                    stale_after_days: part.stale_after,
                })
                .collect(),
        }
    }
}

/// One of the files that a landscape was put together from.
#[derive(Debug, Serialize, JsonSchema)]
struct Part<'a> {
    /// The id of the landscape in it.
    id: &'a str,
    /// The day on which it was put together.
    compiled: String,
    /// After how many days it should be looked at again.
    stale_after_days: u16,
}

/// A product or a project, with everything that is known of it. What is null or missing is not documented.
#[derive(Debug, Serialize, JsonSchema)]
struct Candidate<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    name: &'a str,
    /// Whether it is bought or adopted: `product` or `open-source`.
    kind: &'static str,
    /// What it is documented to have, by attribute; an attribute that is not documented is missing.
    has: BTreeMap<&'static str, Vec<&'a str>>,
    /// What it is documented not to have, by attribute.
    lacks: BTreeMap<&'static str, Vec<&'a str>>,
    /// The attributes of which `has` leaves nothing out.
    complete: Vec<&'static str>,
    /// Its licence by name.
    licence: Option<&'a str>,
    /// What the licence does not say by its name.
    licence_note: Option<&'a str>,
    /// What its attestations are for.
    attestation_scope: Option<&'a str>,
    /// Who decides about it.
    steward: Option<Steward<'a>>,
    /// Who runs it for others.
    managed_by: Vec<&'a str>,
    /// How it is doing.
    status: Option<Status<'a>>,
    /// The year in which it first came out.
    first_release: Option<u16>,
    /// The newest release that was seen.
    latest_release: Option<Release<'a>>,
    /// How to get one's data out again.
    data_export: Option<&'a str>,
    /// What is paid for.
    price_model: Option<&'a str>,
    /// Its page.
    homepage: Option<&'a str>,
    /// Where its source is.
    repository: Option<&'a str>,
    /// What else is worth knowing.
    notes: Vec<&'a str>,
    /// When it was last looked at: a year, a month or a day.
    as_of: Option<&'a str>,
    /// What its facts rest on.
    sources: Vec<Source<'a>>,
}

impl<'a> Candidate<'a> {
    fn new(landscape: &'a crate::files::Landscape, candidate: &'a crate::files::Candidate) -> Self {
        let words = |attribute: Attribute, values: ChoiceSet| -> Vec<&'a str> {
            let terms = landscape.vocabulary.terms(attribute);
            let terms = values.iter().filter_map(|value| terms.get(value));
            terms.map(|term| term.id.as_str()).collect()
        };
        let attributes = &candidate.attributes;
        let has = Attribute::ALL.into_iter().filter_map(|attribute| {
            let values = attributes.values(attribute)?;
            Some((attribute.id(), words(attribute, values)))
        });
        let lacks = Attribute::ALL.into_iter().filter_map(|attribute| {
            let values = attributes.lacked(attribute);
            (!values.is_empty()).then(|| (attribute.id(), words(attribute, values)))
        });
        let complete = Attribute::ALL.into_iter().filter(|attribute| {
            attributes.is_complete(*attribute) && attributes.values(*attribute).is_some()
        });
        Self {
            id: &candidate.id,
            name: &candidate.name,
            kind: candidate.kind.id(),
            has: has.collect(),
            lacks: lacks.collect(),
            complete: complete.map(Attribute::id).collect(),
            licence: candidate.licence.as_deref(),
            licence_note: candidate.licence_note.as_deref(),
            attestation_scope: candidate.attestation_scope.as_deref(),
            steward: candidate.steward.as_ref().map(|steward| Steward {
                name: &steward.name,
                neutral_foundation: steward.neutral_foundation,
            }),
            managed_by: candidate.managed_by.iter().map(String::as_str).collect(),
            status: candidate.status.as_ref().map(|status| Status {
                state: status.state.id(),
                date: status.date.as_deref(),
                note: status.note.as_deref(),
            }),
            first_release: candidate.first_release,
            latest_release: candidate.latest_release.as_ref().map(|release| Release {
                version: &release.version,
                date: release.date.as_deref(),
            }),
            data_export: candidate.data_export.as_deref(),
            price_model: candidate.price_model.as_deref(),
            homepage: candidate.homepage.as_deref(),
            repository: candidate.repository.as_deref(),
            notes: candidate.notes.iter().map(String::as_str).collect(),
            as_of: candidate.as_of.as_deref(),
            sources: candidate
                .sources
                .iter()
                .map(|source| Source {
                    fields: source.fields.iter().map(crate::files::Field::id).collect(),
                    source: &source.source,
                    evidence: source.evidence.id(),
                    as_of: source.as_of.as_deref(),
                })
                .collect(),
        }
    }
}

/// Who decides about a candidate.
#[derive(Debug, Serialize, JsonSchema)]
struct Steward<'a> {
    /// Its name.
    name: &'a str,
    /// Whether it is a foundation in which no single company decides; null if that is not documented.
    neutral_foundation: Option<bool>,
}

/// How a candidate is doing.
#[derive(Debug, Serialize, JsonSchema)]
struct Status<'a> {
    /// In a word: active, maintenance, stalled, acquired, relicensed, archived or discontinued.
    state: &'static str,
    /// Since when.
    date: Option<&'a str>,
    /// What happened.
    note: Option<&'a str>,
}

/// A release.
#[derive(Debug, Serialize, JsonSchema)]
struct Release<'a> {
    /// Its version.
    version: &'a str,
    /// When.
    date: Option<&'a str>,
}

/// What some facts rest on.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // the key in the file
struct Source<'a> {
    /// The facts, by the key in the landscape file.
    fields: Vec<&'static str>,
    /// Where they were read.
    source: &'a str,
    /// Of what kind that is, from weak to strong: general-knowledge, vendor-claim, project-docs, package-registry,
    /// independent.
    evidence: &'static str,
    /// Of when it is; null if it is undated.
    as_of: Option<&'a str>,
}
