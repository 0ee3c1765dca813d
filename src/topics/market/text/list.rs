//! Candidates in a list.

use crate::files::{Attribute, Candidate, Landscape};
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::output::wording;
use crate::topics::market::landscape;
use anstyle::Style;

/// The candidates that passed, and how many may or may not.
pub fn candidates(
    from: &Landscape,
    listed: &[&Candidate],
    not_documented: &[&Candidate],
    look: Look,
) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, &format!("{} {}", from.id, from.version), BOLD);
    page.paragraph(0, &landscape::caveat(from), Style::new());
    for candidate in listed {
        page.gap();
        page.paragraph(2, &candidate.id, BOLD);
        page.paragraph(4, &landscape::line(candidate), Style::new());
        if let Some(does) = landscape::attribute(from, candidate, Attribute::Components) {
            let does = does.replace(", and nothing else", "");
            page.paragraph(4, &does, DIM);
        }
    }
    page.gap();
    page.paragraph(0, &counted(listed, not_documented), Style::new());
    page.finish()
}

/// How many are listed, and of how many the facts asked for are not documented.
pub(crate) fn counted(listed: &[&Candidate], not_documented: &[&Candidate]) -> String {
    let mut said = format!("{} listed.", wording::count(listed.len(), "candidate"));
    if !not_documented.is_empty() {
        let ids: Vec<&str> = not_documented.iter().map(|it| it.id.as_str()).collect();
        said.extend([format!(
            " Of {} more it is not documented: {}.",
            not_documented.len(),
            wording::list(&ids)
        )]);
    }
    said
}

/// That a lint found nothing.
pub fn nothing_found_in(id: &str, version: &semver::Version, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, &format!("{id} {version}: nothing found"), Style::new());
    page.finish()
}
