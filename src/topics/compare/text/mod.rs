//! What differs between two decisions.

pub mod items;

use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::compare::text::items::{keys, movers};
use crate::topics::compare::words::{Item, Names, SHARED};
use crate::topics::compare::{
    DecisionComparison, Presence, SubjectChange, SubjectOf, words as changes,
};
use crate::topics::decide::text::{Detail, head};
use crate::topics::rubric_diff::{text as difference, words as rubrics};
use anstyle::Style;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

/// What differs: the outcome first, then what moved it, then everything else.
pub fn changes(
    comparison: &DecisionComparison<'_>,
    names: Names<'_>,
    look: Look,
    detail: Detail,
) -> String {
    let mut page = Page::new(look);
    let rubric = comparison.rubric.after;
    let name = format!("{} {}", rubric.id, rubric.version);
    head(&mut page, comparison.titles[1], &name);
    page.paragraph(2, &changes::summary(comparison), BOLD);
    if let [
        SubjectOf {
            presence: Presence::Both(change),
            ..
        },
    ] = comparison.subjects.as_slice()
    {
        one(&mut page, change, detail);
    } else {
        several(&mut page, comparison, detail);
    }
    let shared = changes::texts(&comparison.shared);
    keys(&mut page, SHARED, &shared, detail);
    if let Some(sentence) = changes::agreement(&comparison.record) {
        page.gap();
        page.paragraph(2, &sentence, Style::new());
    }
    keys(
        &mut page,
        "Recorded decision",
        &changes::texts(&comparison.record.keys),
        detail,
    );
    keys(
        &mut page,
        "Demands of the gate",
        &changes::texts(&comparison.gate),
        detail,
    );
    keys(
        &mut page,
        "Waivers",
        &changes::texts(&comparison.waivers),
        detail,
    );
    title(&mut page, comparison);
    of_rubric(&mut page, comparison, detail);
    page.gap();
    page.paragraph(2, &format!("{} → {}", names.before, names.after), DIM);
    page.finish()
}

fn title(page: &mut Page, comparison: &DecisionComparison<'_>) {
    let [before, after] = comparison.titles;
    if before != after {
        page.heading("Title");
        page.hanging(4, "was", before, DIM);
        page.hanging(4, "now", after, Style::new());
    }
}

fn several(page: &mut Page, comparison: &DecisionComparison<'_>, detail: Detail) {
    page.gap();
    let mut table = table(page);
    for subject in &comparison.subjects {
        let cells = [&subject.title, &changes::brief(subject)];
        table.add_row(cells.map(|cell| Cell::new(page.draw(cell))));
    }
    print(page, &table);
    for subject in &comparison.subjects {
        if let Presence::Both(change) = &subject.presence
            && !change.is_same()
        {
            page.gap();
            page.paragraph(0, &subject.title, BOLD);
            page.gap();
            page.paragraph(2, &changes::headline(change), BOLD);
            one(page, change, detail);
        }
    }
}

/// Everything about one decision but its first sentence.
fn one(page: &mut Page, change: &SubjectChange, detail: Detail) {
    if change.is_same() {
        return;
    }
    for sentence in changes::opening(change) {
        page.paragraph(2, &sentence, Style::new());
    }
    page.gap();
    scoreboard(page, change);
    let (moved, others): (Vec<Item>, Vec<Item>) = changes::items(change)
        .into_iter()
        .partition(|item| item.points.is_some());
    movers(page, change, &moved, detail);
    let heading = changes::others_heading(change, !moved.is_empty());
    keys(page, &heading, &others, detail);
    sentences(page, "Vetoes", &changes::other_vetoes(change));
    let advice = change.advice.iter().map(changes::verdict_change);
    sentences(page, "Advice", &advice.collect::<Vec<_>>());
    keys(
        page,
        "Recorded decision",
        &changes::texts(&change.record.keys),
        detail,
    );
}

fn sentences(page: &mut Page, heading: &str, sentences: &[String]) {
    if !sentences.is_empty() {
        page.heading(heading);
    }
    for sentence in sentences {
        page.paragraph(4, sentence, Style::new());
    }
}

fn scoreboard(page: &mut Page, change: &SubjectChange) {
    let mut table = table(page);
    let right = |page: &Page, text: &str| {
        Cell::new(page.draw(&Page::signed(text))).set_alignment(CellAlignment::Right)
    };
    for row in changes::standings(change) {
        table.add_row(vec![
            Cell::new(&row.name),
            right(page, &row.before),
            Cell::new(page.draw("→")),
            right(page, &row.after),
            right(page, &row.moved),
            Cell::new(row.remark),
        ]);
    }
    print(page, &table);
}

/// What differs between the rubrics: ids alone, or everything.
fn of_rubric(page: &mut Page, comparison: &DecisionComparison<'_>, detail: Detail) {
    let rubric = &comparison.rubric;
    if rubric.is_same() {
        return;
    }
    let [before, after] =
        [rubric.before, rubric.after].map(|one| format!("{} {}", one.id, one.version));
    page.heading(&format!("Rubric: {before} → {after}"));
    if !comparison.related {
        let text = "These are two rubrics that have nothing to do with each other, so their difference counts as one change.";
        page.paragraph(4, text, Style::new());
        return;
    }
    page.paragraph(4, &rubrics::summary(rubric), Style::new());
    if detail == Detail::All {
        difference::sections(page, rubric);
        return;
    }
    for change in rubrics::thresholds(rubric) {
        difference::field(page, change, 4);
    }
    for (kind, differences) in rubrics::by_kind(rubric) {
        let text = format!("{}: {}", rubrics::heading(kind), rubrics::ids(&differences));
        page.hanging(4, "-", &text, Style::new());
    }
}

fn table(page: &Page) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(page.look.width - 1).unwrap_or(u16::MAX));
    table
}

fn print(page: &mut Page, table: &Table) {
    for line in table.to_string().lines() {
        page.line(&format!(" {line}"), Style::new());
    }
}
