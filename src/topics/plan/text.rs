//! A plan for a terminal.

use crate::files::SourceIndex;
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::decide::text::head;
use crate::topics::plan::words::{Mark, Section};
use crate::topics::plan::{Plan, PlanPart, words as said};
use crate::topics::rubric::reference;
use anstyle::Style;

/// A plan with all of its sections.
pub fn plan(plan: &Plan<'_>, look: Look) -> String {
    let mut page = Page::new(look);
    let rubric = format!("{} {}", plan.rubric.id, plan.rubric.version);
    head(&mut page, plan.title, &rubric);
    if let Some(caveat) = said::caveat(plan) {
        page.paragraph(2, &caveat, Style::new());
    }
    for part in &plan.parts {
        whole_part(&mut page, plan, part);
    }
    for one in &plan.without {
        page.gap();
        page.paragraph(2, &format!("note: {}", said::without(one)), Style::new());
    }
    sources(&mut page, plan);
    page.finish()
}

fn whole_part(page: &mut Page, plan: &Plan<'_>, part: &PlanPart<'_>) {
    page.gap();
    if part.id.is_some() {
        page.paragraph(0, part.title, BOLD);
    }
    page.paragraph(2, &said::opening(part), BOLD);
    for section in said::sections(plan, part) {
        one_section(page, plan, &section);
    }
}

fn one_section(page: &mut Page, plan: &Plan<'_>, section: &Section<'_>) {
    page.heading(&section.heading);
    if !section.intro.is_empty() {
        page.paragraph(4, &section.intro, Style::new());
    }
    for (index, entry) in section.entries.iter().enumerate() {
        let marker = match section.mark {
            Mark::Task => "[ ]".to_owned(),
            Mark::Number => format!("{}.", index + 1),
            Mark::Bullet => "-".to_owned(),
        };
        let text = format!("{}{}", entry.text, marks(plan, entry.sources));
        page.hanging(4, &marker, &text, Style::new());
        for detail in &entry.details {
            page.hanging(9, "-", detail, Style::new());
        }
    }
}

/// The numbers of sources, as in the list at the end.
fn marks(plan: &Plan<'_>, sources: &[SourceIndex]) -> String {
    let cited = plan.sources();
    let number = |index: &SourceIndex| cited.iter().position(|(one, _)| one == index);
    let marks = sources.iter().filter_map(number);
    let marks: Vec<String> = marks.map(|at| format!("[{}]", at + 1)).collect();
    if marks.is_empty() {
        String::new()
    } else {
        format!(" {}", marks.concat())
    }
}

fn sources(page: &mut Page, plan: &Plan<'_>) {
    let cited = plan.sources();
    if cited.is_empty() {
        return;
    }
    page.heading("Sources");
    let width = format!("[{}]", cited.len()).len();
    for (position, (_, source)) in cited.iter().enumerate() {
        let marker = format!("{:>width$}", format!("[{}]", position + 1));
        page.hanging(4, &marker, &reference::source_in_full(source), DIM);
    }
}
