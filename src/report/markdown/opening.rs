//! What is read first.

use super::Headings;
use crate::engine::decision::AnswerState;
use crate::output::markdown::{Align, Page, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::report::document::whole::MixReport;

/// The decision in one long sentence.
pub(crate) fn statement(page: &mut Page, section: &Section<'_>) {
    page.paragraph(&format!("> {}", said(&section.y_statement)));
}

/// What a reader in a hurry has to know.
pub(crate) fn summary(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    headings.part(page, "Summary");
    page.paragraph(&said(&section.summary));
}

/// Each component with its result, and what they have in common.
pub(crate) fn components(page: &mut Page, mix: &MixReport<'_>) {
    page.heading(2, "Components");
    let rows = mix.results.iter();
    let rows = rows.map(|(part, result)| [said(&part.title), said(result)]);
    page.table(
        [("Component", Align::Left), ("Result", Align::Left)],
        rows.collect(),
    );
    let shared: Vec<String> = mix
        .drivers
        .iter()
        .filter_map(|(driver, titles)| {
            let AnswerState::Known(words) = &driver.answer.state else {
                return None;
            };
            Some(format!(
                "`{}`: {}, in {}",
                driver.answer.question,
                said(words),
                said(&wording::list(titles))
            ))
        })
        .collect();
    if !shared.is_empty() {
        page.paragraph("Shared answers behind the strongest reasons of several of these:");
        page.list(&shared);
    }
}
