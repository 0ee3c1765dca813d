//! A plan as a page with lists to tick off.

use crate::files::SourceIndex;
use crate::output::markdown::{Page, said};
use crate::topics::plan::words::{Entry, Mark, Section};
use crate::topics::plan::{Plan, PlanPart, words};
use crate::topics::rubric::source_markdown::described;

/// A plan with all of its sections.
pub fn plan(plan: &Plan<'_>) -> String {
    let mut page = Page::new('-');
    page.heading(1, &format!("Plan: {}", said(plan.title)));
    if let Some(caveat) = words::caveat(plan) {
        page.paragraph(&said(&caveat));
    }
    for part in &plan.parts {
        whole_part(&mut page, plan, part);
    }
    let without = plan.without.iter();
    let without: Vec<String> = without.map(|one| said(&words::without(one))).collect();
    page.list(&without);
    let cited = plan.sources();
    if !cited.is_empty() {
        page.heading(2, "Sources");
        let sources: Vec<String> = cited.iter().map(|(_, source)| described(source)).collect();
        page.numbered(&sources);
    }
    page.finish()
}

fn whole_part(page: &mut Page, plan: &Plan<'_>, part: &PlanPart<'_>) {
    let level = if part.id.is_some() {
        page.heading(2, &said(part.title));
        3
    } else {
        2
    };
    page.paragraph(&format!("**{}**", said(&words::opening(part))));
    for section in words::sections(plan, part) {
        one_section(page, plan, &section, level);
    }
}

fn one_section(page: &mut Page, plan: &Plan<'_>, section: &Section<'_>, level: usize) {
    page.heading(level, &said(&section.heading));
    page.paragraph(&said(&section.intro));
    let entries = section.entries.iter();
    let entries: Vec<String> = entries
        .map(|entry| one_entry(plan, entry, section.mark))
        .collect();
    match section.mark {
        Mark::Number => page.numbered(&entries),
        Mark::Task | Mark::Bullet => page.list(&entries),
    }
}

fn one_entry(plan: &Plan<'_>, entry: &Entry<'_>, mark: Mark) -> String {
    let tick = if mark == Mark::Task { "[ ] " } else { "" };
    let text = format!("{tick}{}{}", said(&entry.text), marks(plan, entry.sources));
    let details = entry.details.iter();
    let details: Vec<String> = details.map(|detail| said(detail)).collect();
    [vec![text], details].concat().join("\n- ")
}

/// The numbers of sources, as in the list at the end.
fn marks(plan: &Plan<'_>, sources: &[SourceIndex]) -> String {
    let cited = plan.sources();
    let number = |index: &SourceIndex| cited.iter().position(|(one, _)| one == index);
    let marks = sources.iter().filter_map(number);
    let marks: Vec<String> = marks.map(|at| format!(" \\[{}\\]", at + 1)).collect();
    marks.concat()
}
