//! What is said of candidates, in the words of every format.

use crate::files::{
    Attribute, Candidate, CandidateKind, CandidateState, Evidence, FactSource, Landscape,
};
use crate::output::wording;

/// Whether something is bought or adopted, in words.
pub(crate) const fn kind(kind: CandidateKind) -> &'static str {
    match kind {
        CandidateKind::Product => "product",
        CandidateKind::OpenSource => "open source",
    }
}

/// How a candidate is doing, in words.
pub(crate) const fn state(state: CandidateState) -> &'static str {
    match state {
        CandidateState::Active => "active",
        CandidateState::Maintenance => "in maintenance only",
        CandidateState::Stalled => "stalled",
        CandidateState::Acquired => "its maker was bought",
        CandidateState::Relicensed => "under another licence than before",
        CandidateState::Archived => "archived",
        CandidateState::Discontinued => "discontinued",
    }
}

/// A kind of evidence, in words.
pub(crate) const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::GeneralKnowledge => "from memory",
        Evidence::VendorClaim => "the supplier's claim",
        Evidence::ProjectDocs => "the project's documentation",
        Evidence::PackageRegistry => "a package registry",
        Evidence::Independent => "an independent source",
    }
}

/// That a landscape is of a day and leaves much out.
pub(crate) fn caveat(landscape: &Landscape) -> String {
    let count = wording::count(landscape.candidates.len(), "candidate");
    format!(
        "{count} as of {}. A starting point: much is left out, and what is not documented is no “no”.",
        landscape.days()
    )
}

/// A candidate in a line: what it is, its licence, how it is doing.
pub(crate) fn line(candidate: &Candidate) -> String {
    let mut parts = vec![candidate.name.clone(), kind(candidate.kind).to_owned()];
    parts.extend(candidate.licence.clone());
    parts.extend(candidate.state().map(|it| state(it).to_owned()));
    parts.join(" · ")
}

/// What a candidate has and lacks of an attribute, in words.
pub(crate) fn attribute(
    landscape: &Landscape,
    candidate: &Candidate,
    attribute: Attribute,
) -> Option<String> {
    let attributes = &candidate.attributes;
    let lacked = attributes.lacked(attribute);
    let values = attributes.values(attribute);
    if values.is_none() && lacked.is_empty() {
        return None;
    }
    let mut said = match values {
        Some(values) if values.is_empty() => "none".to_owned(),
        Some(values) => landscape.labels(attribute, values).join(", "),
        None => "not documented".to_owned(),
    };
    if values.is_some() && attributes.is_complete(attribute) && attribute != Attribute::Licence {
        said.push_str(", and nothing else");
    }
    if !lacked.is_empty() {
        let lacked = landscape.labels(attribute, lacked);
        said.extend([format!("; not {}", wording::either(&lacked))]);
    }
    Some(said)
}

/// Everything that is known of a candidate beside its name, as pairs of what it is and what is said.
pub(crate) fn facts(landscape: &Landscape, candidate: &Candidate) -> Vec<(&'static str, String)> {
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    let mut add = |what: &'static str, said: Option<String>| {
        facts.extend(said.map(|said| (what, said)));
    };
    add("Kind", Some(kind(candidate.kind).to_owned()));
    add("Licence", candidate.licence.clone());
    add("", candidate.licence_note.clone());
    for (what, it) in [
        ("Does", Attribute::Components),
        ("Runs on", Attribute::RunsOn),
        ("Hosting", Attribute::Hosting),
        ("Data", Attribute::DataRegions),
        ("Languages", Attribute::Languages),
        ("Frameworks", Attribute::Frameworks),
        ("Attestations", Attribute::Attestations),
    ] {
        add(what, attribute(landscape, candidate, it));
    }
    add("", candidate.attestation_scope.clone());
    add(
        "Support",
        attribute(landscape, candidate, Attribute::Support),
    );
    add("Steward", steward(candidate));
    let managed = (!candidate.managed_by.is_empty()).then(|| candidate.managed_by.join("; "));
    add("Managed by", managed);
    add("Status", status(candidate));
    add(
        "First out",
        candidate.first_release.map(|year| year.to_string()),
    );
    add("Latest", latest(candidate));
    add("Data export", candidate.data_export.clone());
    add("Price", candidate.price_model.clone());
    add("Page", candidate.homepage.clone());
    add("Source", candidate.repository.clone());
    add("Looked at", candidate.as_of.clone());
    facts
}

fn steward(candidate: &Candidate) -> Option<String> {
    let steward = candidate.steward.as_ref()?;
    Some(match steward.neutral_foundation {
        Some(true) => format!("{}, a foundation", steward.name),
        Some(false) | None => steward.name.clone(),
    })
}

/// How a candidate is doing, with when and why.
pub(crate) fn status(candidate: &Candidate) -> Option<String> {
    let status = candidate.status.as_ref()?;
    let mut said = state(status.state).to_owned();
    if let Some(date) = &status.date {
        said.extend([format!(" ({date})")]);
    }
    if let Some(note) = &status.note {
        said.extend([format!(": {note}")]);
    }
    Some(said)
}

fn latest(candidate: &Candidate) -> Option<String> {
    let release = candidate.latest_release.as_ref()?;
    Some(match &release.date {
        Some(date) => format!("{} ({date})", release.version),
        None => release.version.clone(),
    })
}

/// What a source supports and how well, in a line.
pub(crate) fn source(source: &FactSource) -> String {
    let fields: Vec<&str> = source.fields.iter().map(crate::files::Field::id).collect();
    let date = source.as_of.as_deref().unwrap_or("undated");
    format!(
        "{}: {} ({}, {date})",
        fields.join(", "),
        source.source,
        evidence(source.evidence)
    )
}
