//! What speaks for and against each alternative, and what rules one out.

use super::Headings;
use super::numbers::tenths;
use super::sources::Citations;
use crate::engine::decision::VetoResult;
use crate::output::markdown::{Page, lines, said, sentence};
use crate::output::wording;
use crate::report::document::reasons::ReasonSaid;
use crate::report::document::section::Section;
use crate::topics::decide::phrases;

/// How many reasons are told of the leader, and of another; the table and the appendix have them all.
const MOST: [usize; 2] = [6, 4];

/// The reasons for and against.
pub(crate) fn cases(
    page: &mut Page,
    headings: &Headings,
    section: &Section<'_>,
    citations: &mut Citations,
) {
    for (position, case) in section.cases.iter().enumerate() {
        // What speaks for the second is what speaks against the first.
        if position == 1 {
            continue;
        }
        let most = MOST[position.min(1)];
        let fors = (&case.heading_for, &case.reasons_for);
        let against = (&case.heading_against, &case.reasons_against);
        // What is behind is told by what speaks against it.
        let order = if position == 0 {
            [fors, against]
        } else {
            [against, fors]
        };
        for (heading, reasons) in order {
            if !reasons.is_empty() {
                headings.part(page, heading);
                page.list(&told(reasons, most, citations));
            }
        }
    }
}

fn told(reasons: &[ReasonSaid<'_>], most: usize, citations: &mut Citations) -> Vec<String> {
    // One left over takes as much room as saying so.
    let shown = if reasons.len() == most + 1 {
        reasons.len()
    } else {
        most.min(reasons.len())
    };
    let mut told: Vec<String> = reasons[..shown]
        .iter()
        .map(|reason| one(reason, citations))
        .collect();
    if shown < reasons.len() {
        let rest: f64 = reasons[shown..].iter().map(|reason| reason.points).sum();
        let count = wording::count(reasons.len() - shown, "smaller reason");
        told.push(format!("**{}** from {count}", tenths(rest)));
    }
    told
}

/// A reason with its points, sources and answers.
fn one(reason: &ReasonSaid<'_>, citations: &mut Citations) -> String {
    let first = format!(
        "**{}** {}{}",
        tenths(reason.points),
        said(&reason.sentence),
        citations.marks(reason.sources)
    );
    lines(&first, &answers(&reason.answers))
}

/// Answers as `id`: words.
pub(crate) fn answers(answers: &[(&str, &str)]) -> String {
    let answers: Vec<String> = answers
        .iter()
        .map(|(question, words)| format!("`{question}`: {}", said(words)))
        .collect();
    answers.join(" · ")
}

/// What is ruled out or still may be, and the ways out if everything is.
pub(crate) fn vetoes(
    page: &mut Page,
    headings: &Headings,
    section: &Section<'_>,
    citations: &mut Citations,
) {
    if !section.fired.is_empty() {
        headings.part(page, "Ruled out");
        let fired: Vec<String> = section
            .fired
            .iter()
            .map(|veto| fired(veto, citations))
            .collect();
        page.list(&fired);
    }
    ways_out(page, headings, section);
    if !section.possible.is_empty() {
        headings.part(page, "Could still be ruled out");
        let possible: Vec<String> = section.possible.iter().map(|veto| possible(veto)).collect();
        page.list(&possible);
    }
}

fn fired(veto: &VetoResult, citations: &mut Citations) -> String {
    let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
    let first = format!(
        "**{doing}**: {}{}",
        said(&veto.because),
        citations.marks(&veto.sources)
    );
    lines(&first, &format!("Lifted by: {}", sentence(&veto.lifted_by)))
}

fn possible(veto: &VetoResult) -> String {
    let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
    let hangs_on: Vec<String> = veto.hangs_on.iter().map(|id| format!("`{id}`")).collect();
    format!(
        "**{doing}**, if {}; this hangs on {}",
        said(&veto.because),
        wording::list(&hangs_on)
    )
}

fn ways_out(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let recommendation = section.recommendation;
    if recommendation.ways_out.is_empty() {
        return;
    }
    headings.part(page, "Shortest ways out");
    let ways: Vec<String> = recommendation
        .ways_out
        .iter()
        .map(|way| {
            let vetoes = recommendation.vetoes.iter();
            let vetoes = vetoes.filter(|veto| way.vetoes.contains(&veto.id));
            let lifted: Vec<String> = vetoes.map(|veto| said(&veto.lifted_by)).collect();
            let possible = phrases::becomes_possible(way.alternative);
            format!("{possible} {}", wording::list(&lifted))
        })
        .collect();
    page.list(&ways);
}
