//! What could be bought or adopted.

use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Column, Part, cell, head, paragraph, table};
use crate::topics::market::candidates::Remark;
use crate::topics::market::candidates::{Candidates, CandidatesOfKind};
use crate::topics::market::{candidates as said, shortlist};

/// The candidates that fit or may, and what would have to give where none does.
pub(crate) fn candidates(part: &Part<'_>) -> Option<Element> {
    let candidates = part.section.candidates.as_ref()?;
    let mut content: Vec<Element> = said::nothing(candidates, str::to_owned)
        .map_or_else(|| opening(candidates), |nothing| vec![paragraph(nothing)]);
    for kind in &candidates.kinds {
        let heading = shortlist::heading(kind.list.kind);
        content.push(part.heading(1).text(heading));
        content.extend(of_kind(candidates, kind));
    }
    for (title, remarks) in [
        ("To ask", said::to_ask(candidates)),
        ("Left out", said::left_out(candidates)),
    ] {
        if !remarks.is_empty() {
            content.push(part.heading(1).text(title));
            content.push(told(remarks));
        }
    }
    part.section("candidates", said::HEADING, content)
}

/// Where the candidates come from, and what is demanded of them.
fn opening(candidates: &Candidates<'_>) -> Vec<Element> {
    let caveat = paragraph(said::caveat(candidates)).class("soft");
    let demands = said::demands(candidates, str::to_owned);
    let demands = demands.into_iter().flatten().map(paragraph);
    [caveat].into_iter().chain(demands).collect()
}

fn of_kind(candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) -> Vec<Element> {
    let mut out = vec![paragraph(shortlist::counts(candidates.part, kind.list))];
    let near_misses = said::near_misses(candidates, kind);
    if !near_misses.is_empty() {
        let items = near_misses.into_iter().map(|one| element("li").text(one));
        out.push(element("ul").children(items));
    }
    if !kind.named.is_empty() {
        out.push(named(candidates, kind));
    }
    out.extend(said::others(kind).map(|others| {
        let command = element("code").text(said::COMMAND);
        paragraph(others).child(command).text(".")
    }));
    out.extend(said::may_be(candidates, kind).map(paragraph));
    for (title, remarks) in [
        (
            "By what you found out yourselves:",
            said::found_to_miss(candidates, kind),
        ),
        ("To mind:", said::cautions(kind)),
    ] {
        if !remarks.is_empty() {
            out.push(paragraph(title));
            out.push(told(remarks));
        }
    }
    out
}

fn named(candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) -> Element {
    let [licence, day, standing, met, open] = said::COLUMNS;
    let columns: &[Column] = &[
        ("Candidate", false),
        (licence, false),
        (day, true),
        (standing, false),
        (met, false),
        (open, false),
    ];
    let rows = said::rows(candidates, kind).into_iter();
    let rows = rows.map(|row| {
        [head(row.name)]
            .into_iter()
            .chain(
                [
                    row.licence,
                    row.as_of,
                    row.standing.to_owned(),
                    row.meets.join("; "),
                    row.open.join("; "),
                ]
                .map(cell),
            )
            .collect()
    });
    table(
        "Those that fit or may, the best first",
        columns,
        rows.collect(),
    )
}

fn told(remarks: Vec<Remark>) -> Element {
    let items = remarks.into_iter().map(|remark| {
        element("li")
            .child(element("b").text(remark.of))
            .text(format!(": {}", remark.text))
    });
    element("ul").children(items)
}
