//! Single changes, each with what it was, what it is and what it moved.

use crate::output::text::{DIM, Page};
use crate::output::wording;
use crate::topics::compare::words::Item;
use crate::topics::compare::{SubjectChange, words as changes};
use crate::topics::decide::text::Detail;
use anstyle::Style;

/// So many changes are shown before the rest is counted.
const SHORT: usize = 8;
/// Values longer than this stand on lines of their own.
const LONGEST: usize = 24;

/// What moved the lead, most first; those that are not shown are summed up.
pub(crate) fn movers(page: &mut Page, change: &SubjectChange, items: &[Item], detail: Detail) {
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
pub(crate) fn keys(page: &mut Page, heading: &str, items: &[Item], detail: Detail) {
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
