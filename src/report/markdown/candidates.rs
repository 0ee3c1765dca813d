//! What could be bought or adopted.

use super::Headings;
use crate::output::markdown::{Align, Page, said as escaped};
use crate::report::document::section::Section;
use crate::topics::market::candidates::Remark;
use crate::topics::market::candidates::{Candidates, CandidatesOfKind};
use crate::topics::market::{candidates as said, shortlist};

/// The candidates that fit or may, and what would have to give where none does.
pub(crate) fn candidates(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let Some(candidates) = &section.candidates else {
        return;
    };
    headings.part(page, said::HEADING);
    if let Some(nothing) = said::nothing(candidates, quoted) {
        page.paragraph(&nothing);
    } else {
        page.paragraph(&escaped(&said::caveat(candidates)));
        let [musts, to_answer] = said::demands(candidates, quoted);
        let musts = musts.map(|musts| escaped(&musts));
        let demands: Vec<String> = musts.into_iter().chain(to_answer).collect();
        page.paragraph(&demands.join(" "));
    }
    for kind in &candidates.kinds {
        headings.detail(page, shortlist::heading(kind.list.kind));
        of_kind(page, candidates, kind);
    }
    for (title, remarks) in [
        ("To ask", said::to_ask(candidates)),
        ("Left out", said::left_out(candidates)),
    ] {
        if !remarks.is_empty() {
            headings.detail(page, title);
            page.list(&told(remarks));
        }
    }
}

fn of_kind(page: &mut Page, candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) {
    page.paragraph(&escaped(&shortlist::counts(candidates.part, kind.list)));
    let near_misses = said::near_misses(candidates, kind);
    let near_misses: Vec<String> = near_misses.iter().map(|one| escaped(one)).collect();
    page.list(&near_misses);
    table(page, candidates, kind);
    if let Some(others) = said::others(kind) {
        page.paragraph(&format!("{others}{}.", quoted(said::COMMAND)));
    }
    page.paragraph(&said::may_be(candidates, kind).unwrap_or_default());
    let found = told(said::found_to_miss(candidates, kind));
    if !found.is_empty() {
        page.paragraph("By what you found out yourselves:");
        page.list(&found);
    }
    let cautions = told(said::cautions(kind));
    if !cautions.is_empty() {
        page.paragraph("To mind:");
        page.list(&cautions);
    }
}

fn table(page: &mut Page, candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) {
    let rows = said::rows(candidates, kind).into_iter();
    let rows = rows.map(|row| {
        let [licence, day, standing, met, open] = row.cells.map(|cell| match cell.as_str() {
            "" => "–".to_owned(),
            text => escaped(text),
        });
        let name = format!("**{}**", escaped(row.name));
        [name, licence, day, standing, met, open]
    });
    let [licence, day, standing, met, open] = said::COLUMNS.map(|title| (title, Align::Left));
    let name = ("Candidate", Align::Left);
    page.table([name, licence, day, standing, met, open], rows.collect());
}

fn told(remarks: Vec<Remark>) -> Vec<String> {
    let remarks = remarks.into_iter();
    remarks
        .map(|remark| format!("**{}**: {}", escaped(&remark.of), escaped(&remark.text)))
        .collect()
}

/// An id or a command, as code.
fn quoted(id: &str) -> String {
    format!("`{id}`")
}
