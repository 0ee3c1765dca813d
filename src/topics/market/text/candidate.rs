//! One candidate.

use crate::files::{Candidate, Landscape};
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::market::landscape;
use anstyle::Style;

/// How wide the names of facts are.
const WIDTH: usize = 12;

/// Everything that is known of a candidate, and what that rests on.
pub fn candidate(from: &Landscape, candidate: &Candidate, look: Look) -> String {
    let mut page = Page::new(look);
    page.paragraph(0, &format!("{} ({})", candidate.name, candidate.id), BOLD);
    page.gap();
    for (what, said) in landscape::facts(from, candidate) {
        page.hanging(2, &format!("{what:WIDTH$}"), &said, Style::new());
    }
    if !candidate.notes.is_empty() {
        page.heading("Worth knowing");
        for note in &candidate.notes {
            page.paragraph(4, note, Style::new());
        }
    }
    page.heading("What this rests on");
    if candidate.sources.is_empty() {
        page.paragraph(4, "Nothing is named.", Style::new());
    }
    for source in &candidate.sources {
        page.hanging(4, "-", &landscape::source(source), DIM);
    }
    page.gap();
    page.paragraph(
        0,
        &format!("From the landscape {} of {}.", from.id, from.days()),
        DIM,
    );
    page.finish()
}
