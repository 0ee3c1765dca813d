//! What is wrong with a landscape although it can be read.

use std::collections::HashMap;

use super::findings::Findings;
use super::tidy::last_day;
use crate::files::{
    Attribute, Candidate, Evidence, Field, FieldSet, Files, Landscape, Place, Problem, ProblemCode,
};
use crate::output::wording;
use jiff::ToSpan;
use jiff::civil::Date;

/// The codes of what can be found about a landscape.
pub(crate) const LANDSCAPE_CODES: &[ProblemCode] = &[
    ProblemCode::UnsourcedFact,
    ProblemCode::FactFromMemory,
    ProblemCode::SourceForNothing,
    ProblemCode::SameCandidateTwice,
    ProblemCode::UnusedWord,
    ProblemCode::OldLandscape,
    ProblemCode::OldCandidate,
];

/// Every finding about the candidates of a landscape's own file, in the order of its text. What has grown old is looked
/// for only if it is known which day it is.
pub(crate) fn lint_landscape(
    landscape: &Landscape,
    files: &Files,
    today: Option<Date>,
) -> Vec<Problem> {
    let mut findings = Findings::none(files);
    let Some(own) = landscape.parts.last() else {
        return Vec::new();
    };
    let candidates: Vec<&Candidate> = landscape
        .candidates
        .iter()
        .filter(|candidate| candidate.place.file == own.file)
        .collect();
    for candidate in &candidates {
        facts(candidate, &mut findings);
        if let Some(today) = today {
            age(candidate, own.stale_after, today, &mut findings);
        }
    }
    twice(&candidates, &mut findings);
    if landscape.parts.len() == 1 {
        words(landscape, own.place, &mut findings);
    }
    if let Some(today) = today {
        whole(
            own.compiled,
            own.stale_after,
            own.place,
            today,
            &mut findings,
        );
    }
    findings.into_sorted()
}

/// Facts and what they rest on.
fn facts(candidate: &Candidate, findings: &mut Findings<'_>) {
    let stated = candidate.stated();
    if let Some(fields) = words_of(candidate.unsupported().iter()) {
        let found = format!("nothing supports {fields} of `{}`", candidate.id);
        findings.add(
            Problem::new(ProblemCode::UnsourcedFact, candidate.place, found)
                .help("name the source under `sources`, or leave the fact out"),
        );
    }
    let remembered: FieldSet = stated
        .iter()
        .filter(|field| candidate.evidence(*field) == Some(Evidence::GeneralKnowledge))
        .collect();
    if let Some(fields) = words_of(remembered.iter()) {
        let several = remembered.iter().nth(1).is_some();
        let rest = if several { "rest" } else { "rests" };
        let found = format!("{fields} of `{}` {rest} on memory alone", candidate.id);
        findings.add(
            Problem::new(ProblemCode::FactFromMemory, candidate.place, found)
                .help("look it up, and add the source"),
        );
    }
    for source in &candidate.sources {
        let for_nothing = source
            .fields
            .iter()
            .filter(|field| !stated.contains(*field) && *field != Field::Complete);
        if let Some(fields) = words_of(for_nothing) {
            let found = format!(
                "a source of `{}` supports {fields}, which is not stated",
                candidate.id
            );
            findings.add(
                Problem::new(ProblemCode::SourceForNothing, source.place, found)
                    .help("state the fact, or take it out of `fields`"),
            );
        }
    }
}

/// Facts in a sentence; nothing if there is none.
fn words_of(fields: impl Iterator<Item = Field>) -> Option<String> {
    let fields: Vec<String> = fields.map(|field| format!("`{}`", field.id())).collect();
    (!fields.is_empty()).then(|| wording::list(&fields))
}

/// Whether a candidate was last looked at too long ago.
fn age(candidate: &Candidate, days: u16, today: Date, findings: &mut Findings<'_>) {
    let Some(written) = &candidate.as_of else {
        let found = format!("`{}` does not say when it was last looked at", candidate.id);
        findings.add(
            Problem::new(ProblemCode::OldCandidate, candidate.place, found)
                .help("add `as-of`: a year, a month or a day"),
        );
        return;
    };
    let oldest = today.checked_sub(i64::from(days).days());
    if let (Some(last), Ok(oldest)) = (last_day(written), oldest)
        && last < oldest
    {
        let found = format!("`{}` was last looked at on {written}", candidate.id);
        findings.add(
            Problem::new(ProblemCode::OldCandidate, candidate.place, found)
                .expected(format!(
                    "{oldest} or later: {} may pass",
                    wording::count(days.into(), "day")
                ))
                .help("see whether it still holds, and change `as-of`"),
        );
    }
}

/// Whether the whole was put together too long ago.
fn whole(compiled: Date, days: u16, place: Place, today: Date, findings: &mut Findings<'_>) {
    let Ok(oldest) = today.checked_sub(i64::from(days).days()) else {
        return;
    };
    if compiled < oldest {
        let found = format!("the landscape is from {compiled}");
        findings.add(
            Problem::new(ProblemCode::OldLandscape, place, found)
                .expected(format!(
                    "{oldest} or later: {} may pass",
                    wording::count(days.into(), "day")
                ))
                .help("go through it again, and change `compiled`"),
        );
    }
}

/// Candidates that are most likely one.
fn twice(candidates: &[&Candidate], findings: &mut Findings<'_>) {
    let mut names: HashMap<String, &Candidate> = HashMap::new();
    let mut repositories: HashMap<&str, &Candidate> = HashMap::new();
    for candidate in candidates {
        let same_name = names.get(&candidate.name.to_lowercase()).copied();
        let same_repository = candidate
            .repository
            .as_deref()
            .and_then(|repository| repositories.get(repository).copied());
        if let Some(other) = same_name.or(same_repository) {
            let what = if same_name.is_some() {
                "name"
            } else {
                "repository"
            };
            let found = format!("`{}` has the {what} of `{}`", candidate.id, other.id);
            findings.add(
                Problem::new(ProblemCode::SameCandidateTwice, candidate.place, found)
                    .related(other.place, "also here")
                    .help("make one of the two, or tell them apart"),
            );
        }
        names
            .entry(candidate.name.to_lowercase())
            .or_insert(candidate);
        if let Some(repository) = candidate.repository.as_deref() {
            repositories.entry(repository).or_insert(candidate);
        }
    }
}

/// Words of the vocabulary that describe no candidate.
fn words(landscape: &Landscape, place: Place, findings: &mut Findings<'_>) {
    for attribute in Attribute::ALL {
        let terms = landscape.vocabulary.terms(attribute).iter().enumerate();
        let unused = terms.filter(|(value, _)| {
            !landscape.candidates.iter().any(|candidate| {
                let has = candidate.attributes.values(attribute);
                has.is_some_and(|has| has.contains(*value))
                    || candidate.attributes.lacked(attribute).contains(*value)
            })
        });
        let unused: Vec<String> = unused.map(|(_, term)| format!("`{}`", term.id)).collect();
        if !unused.is_empty() {
            let found = format!(
                "no candidate is described by {} of `{}`",
                wording::either(&unused),
                attribute.id()
            );
            findings.add(
                Problem::new(ProblemCode::UnusedWord, place, found)
                    .help("describe a candidate by it, or take it out of the vocabulary"),
            );
        }
    }
}
