//! What was decided, what is accepted with it, when to look again, and where the report comes from.

use super::Headings;
use super::next::say;
use super::sources::Citations;
use crate::engine::decision::Recorded;
use crate::output::markdown::{Align, Page, said};
use crate::output::wording;
use crate::report::document::provenance::Provenance;
use crate::report::document::revisit::Risk;
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::topics::decide::changes::other_answer;
use crate::topics::decide::phrases;

/// What the team decided for the section.
pub(crate) fn recorded(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    if let Some(recorded) = &section.recommendation.recorded {
        headings.part(page, "The decision");
        decision(page, recorded);
    }
}

/// A decision in a sentence, with why and until when.
pub(crate) fn decision(page: &mut Page, recorded: &Recorded) {
    page.paragraph(&said(&phrases::decided(recorded)));
    if let Some(because) = &recorded.because {
        page.paragraph(&format!("Because: {}", said(because)));
    }
    if let Some(day) = recorded.review_by {
        page.paragraph(&format!("To be reviewed by {day}."));
    }
}

/// What is accepted with the choice.
pub(crate) fn risks(
    page: &mut Page,
    headings: &Headings,
    section: &Section<'_>,
    citations: &mut Citations,
) {
    if section.risks.is_empty() {
        return;
    }
    let title = if section.stance.is_decided {
        "Risks accepted"
    } else {
        "Risks to accept"
    };
    headings.part(page, title);
    let risks: Vec<String> = section
        .risks
        .iter()
        .map(|one| risk(one, citations))
        .collect();
    page.list(&risks);
}

/// A risk in a sentence.
fn risk(risk: &Risk<'_>, citations: &mut Citations) -> String {
    match risk {
        Risk::Veto(veto) => format!(
            "It is ruled out: {}{}",
            said(&veto.because),
            citations.marks(&veto.sources)
        ),
        // What it rests on stands with the reasons.
        Risk::Reason(reason) => said(&reason.sentence),
        Risk::Caution(advice) => say(advice, citations),
    }
}

/// What would be a reason to look again.
pub(crate) fn revisit(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let revisit = revisit_if(section);
    if revisit.is_empty() {
        return;
    }
    headings.part(page, "Revisit if");
    page.list(&revisit);
}

/// What would be a reason to look again, an entry each.
pub(crate) fn revisit_if(section: &Section<'_>) -> Vec<String> {
    let revisit = &section.revisit;
    let mut entries: Vec<String> = revisit
        .review_by
        .iter()
        .map(|day| format!("{day} has come"))
        .collect();
    entries.extend(revisit.answers.iter().filter_map(|change| {
        let nearest = change.flips.first()?;
        let answer = said(&other_answer(nearest));
        Some(format!("`{}`: {answer}", change.question))
    }));
    entries.extend(revisit.lifted.iter().map(|(alternative, lifted_by)| {
        let possible = phrases::becomes_possible(*alternative);
        format!("{possible} {}", said(lifted_by))
    }));
    entries.extend(revisit.weights.iter().map(|text| said(text)));
    entries
}

/// Where the report comes from.
pub(crate) fn provenance(page: &mut Page, report: &Report<'_>) {
    page.heading(2, "Provenance");
    page.table(
        [("What", Align::Left), ("Which", Align::Left)],
        provenance_rows(report),
    );
}

fn provenance_rows(report: &Report<'_>) -> Vec<[String; 2]> {
    let provenance = &report.provenance;
    let hash = |hash: &str| format!("`sha256:{}`", Provenance::short(hash));
    let rubric = report.rubric;
    let from = provenance.rubric_path.as_ref();
    let from = from
        .map(|path| format!(" from {}", said(path)))
        .unwrap_or_default();
    let extends: Vec<String> = rubric
        .extends
        .iter()
        .map(|above| format!("`{}` {}", above.id, above.version))
        .collect();
    let extends = if extends.is_empty() {
        String::new()
    } else {
        format!(", which extends {}", wording::list(&extends))
    };
    let mut rows = vec![
        [
            "Requirements".to_owned(),
            format!(
                "{}, {}",
                said(&provenance.input),
                hash(&provenance.input_hash)
            ),
        ],
        [
            "Rubric".to_owned(),
            format!(
                "`{}` {}, {}{from}{extends}",
                rubric.id,
                rubric.version,
                hash(&provenance.rubric_hash)
            ),
        ],
        [
            "Program".to_owned(),
            format!("trilemma {}", provenance.tool_version),
        ],
    ];
    rows.extend(
        provenance
            .today
            .map(|day| ["Day".to_owned(), day.to_string()]),
    );
    rows
}

/// Where the report comes from, an entry each.
pub(crate) fn provenance_entries(report: &Report<'_>) -> Vec<String> {
    let rows = provenance_rows(report).into_iter();
    rows.map(|[what, which]| format!("{what}: {which}"))
        .collect()
}
