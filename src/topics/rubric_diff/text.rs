//! What differs between two rubrics.

use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::rubric_diff::words::Told;
use crate::topics::rubric_diff::{
    Change, Comparison, Difference, FieldChange, words as difference,
};
use anstyle::Style;

/// What differs, by kind: what was added, removed and changed.
pub fn comparison(comparison: &Comparison<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    let name = |rubric: &crate::files::Rubric| format!("{} {}", rubric.id, rubric.version);
    let names = [comparison.before, comparison.after].map(name);
    page.paragraph(0, &names.join(" → "), BOLD);
    page.gap();
    page.paragraph(2, &difference::summary(comparison), Style::new());
    if let Some(reordered) = difference::reordered(comparison) {
        page.paragraph(2, &reordered, Style::new());
    }
    sections(&mut page, comparison);
    page.finish()
}

/// What differs, by kind, without what stands above it.
pub(crate) fn sections(page: &mut Page, comparison: &Comparison<'_>) {
    if !comparison.whole.is_empty() {
        page.heading("The rubric itself");
        fields(page, &comparison.whole, 4);
    }
    for (kind, differences) in difference::by_kind(comparison) {
        page.heading(&difference::heading(kind));
        for difference in differences {
            one(page, difference);
        }
    }
}

fn one(page: &mut Page, difference: &Difference<'_>) {
    match &difference.change {
        Change::Added => page.hanging(4, "+", &difference.id, Style::new()),
        Change::Removed => page.hanging(4, "-", &difference.id, Style::new()),
        Change::Changed(changes) => {
            page.hanging(4, "~", &difference.id, Style::new());
            fields(page, changes, 7);
        }
    }
}

/// Changed fields, those of one part under its name.
fn fields(page: &mut Page, changes: &[FieldChange<'_>], indent: usize) {
    for (index, change) in changes.iter().enumerate() {
        let part = difference::part(&change.part);
        let is_new = index == 0 || changes[index - 1].part != change.part;
        if let Some(part) = part.as_ref().filter(|_| is_new) {
            page.paragraph(indent, part, Style::new());
        }
        let indent = if part.is_some() { indent + 2 } else { indent };
        field(page, change, indent);
    }
}

/// One field that differs.
pub(crate) fn field(page: &mut Page, change: &FieldChange<'_>, indent: usize) {
    let key = change.field;
    match difference::told(change) {
        Told::Added(after) => {
            page.paragraph(indent, &format!("{key} added: {after}"), Style::new());
        }
        Told::Removed(before) => {
            page.paragraph(indent, &format!("{key} removed: {before}"), Style::new());
        }
        Told::Short(before, after) => {
            let text = format!("{key}: {before} → {after}");
            page.paragraph(indent, &text, Style::new());
        }
        Told::Long(before, after) => {
            page.paragraph(indent, key, Style::new());
            page.hanging(indent + 2, "was", &before, DIM);
            page.hanging(indent + 2, "now", &after, Style::new());
        }
    }
}
