//! Rubrics in a list.

use crate::files::Rubric;
use crate::output::text::{BOLD, DIM, Look, Page};
use crate::topics::rubric::reference;

/// Each rubric with its version, its size and what it is for.
pub fn rubrics(rubrics: &[Rubric], look: Look) -> String {
    let mut page = Page::new(look);
    for rubric in rubrics {
        page.gap();
        page.paragraph(0, &format!("{} {}", rubric.id, rubric.version), BOLD);
        let about = rubric.about.as_ref().unwrap_or(&rubric.title);
        page.paragraph(2, about, anstyle::Style::new());
        page.paragraph(2, &reference::size(rubric), DIM);
    }
    page.finish()
}
