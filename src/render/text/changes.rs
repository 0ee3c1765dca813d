//! What differs between two decisions.

use anstyle::Style;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

use super::page::{BOLD, DIM, Look, Page};
use super::{Detail, difference, head};
use crate::comparison::decisions::{DecisionComparison, Presence, SubjectChange, SubjectOf};
use crate::model::wording;
use crate::render::changes::{self, Item, Names, SHARED};
use crate::render::difference as rubrics;

/// So many changes are shown before the rest is counted.
const SHORT: usize = 8;
/// Values longer than this stand on lines of their own.
const LONGEST: usize = 24;

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

/// What moved the lead, most first; those that are not shown are summed up.
fn movers(page: &mut Page, change: &SubjectChange, items: &[Item], detail: Detail) {
    if items.is_empty() {
        return;
    }
    page.heading(&Page::signed(&changes::lead_heading(&change.lead)));
    let shown = shown(items.len(), detail);
    let written = |points: f64| Page::signed(&wording::signed_tenths(points));
    let moved = items.iter().filter_map(|item| item.points);
    let lengths = moved
        .chain([change.lead.moved()])
        .map(|points| written(points).chars().count());
    let longest = lengths.max().unwrap_or_default().max(5);
    let points = |page: &Page, points: f64| page.draw(&format!("{:>longest$}", written(points)));
    for item in &items[..shown] {
        let marker = points(page, item.points.unwrap_or_default());
        described(page, 4, &marker, item);
    }
    if shown < items.len() {
        let rest = items[shown..].iter().filter_map(|item| item.points).sum();
        let count = wording::count(items.len() - shown, "smaller change");
        let marker = points(page, rest);
        page.hanging(
            4,
            &marker,
            &format!("from {count}; `--all` lists them"),
            DIM,
        );
    }
    if items.len() > 1 {
        let marker = points(page, change.lead.moved());
        page.hanging(4, &marker, "in all", Style::new());
    }
    if !change.exact {
        let text = "With so many changes, each one's part is the mean over evenly spread orders of making them; together they add up all the same.";
        page.paragraph(4, text, DIM);
    }
}

/// Changes without points under a heading.
fn keys(page: &mut Page, heading: &str, items: &[Item], detail: Detail) {
    if items.is_empty() {
        return;
    }
    page.heading(heading);
    let shown = shown(items.len(), detail);
    for item in &items[..shown] {
        described(page, 4, "", item);
    }
    if shown < items.len() {
        let text = format!("and {} more; `--all` lists them", items.len() - shown);
        page.paragraph(4, &text, DIM);
    }
}

/// One left over takes as much room as saying so.
fn shown(all: usize, detail: Detail) -> usize {
    match detail {
        Detail::Short if all > SHORT + 1 => SHORT,
        Detail::Short | Detail::All => all,
    }
}

/// A change: what it was and what it is, on one line if both are short.
fn described(page: &mut Page, indent: usize, marker: &str, item: &Item) {
    let is_short = |text: &String| text.chars().count() <= LONGEST;
    let inner = if marker.is_empty() {
        indent + 2
    } else {
        indent + textwrap::core::display_width(marker) + 2
    };
    match &item.values {
        None => page.hanging(indent, marker, &item.what, Style::new()),
        Some([before, after]) if is_short(before) && is_short(after) => {
            let text = format!("{}: {before} → {after}", item.what);
            page.hanging(indent, marker, &text, Style::new());
        }
        Some([before, after]) => {
            page.hanging(indent, marker, &item.what, Style::new());
            page.hanging(inner, "was", before, DIM);
            page.hanging(inner, "now", after, Style::new());
        }
    }
    if !item.about.is_empty() {
        page.paragraph(inner, &item.about, DIM);
    }
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
