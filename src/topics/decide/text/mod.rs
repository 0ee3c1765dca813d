//! A decision for a terminal: the answer first, then why, what is open, and what to do next.

pub mod citations;
pub mod parts;
pub mod rationale;
pub mod robustness;
pub mod scoreboard;
pub mod whole;

use crate::engine::decision::{Assessment, Subject};
use crate::output::text::{BOLD, Page};
use crate::topics::decide::text::citations::Citations;
use anstyle::Style;

pub use crate::output::text::Look;
pub use crate::topics::backtest::explained_case::explained_case;
pub use crate::topics::backtest::text::backtest;
pub use crate::topics::compare::text::changes;
pub use crate::topics::gate::text::check;
pub use crate::topics::rubric::text::{explanation, rubric};
pub use crate::topics::rubric_diff::text::comparison;

/// How much is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What matters most of each.
    Short,
    /// Every reason and every open question.
    All,
}

/// What a requirements file comes to. With `only`, the component of that id in full instead of the overview.
pub fn assessment(
    assessment: &Assessment,
    look: Look,
    detail: Detail,
    only: Option<&str>,
) -> String {
    let mut page = Page::new(look);
    let rubric = &assessment.rubric;
    head(
        &mut page,
        &assessment.title,
        &format!("{} {}", rubric.id, rubric.version),
    );
    match &assessment.subject {
        Subject::Whole(recommendation) => {
            let mut citations = Citations::none(detail);
            whole::recommendation(&mut page, recommendation, &mut citations, detail);
            citations.list(&mut page, &recommendation.sources);
        }
        Subject::Parts {
            parts,
            mix,
            recorded,
        } => match parts.iter().find(|part| Some(part.id.as_str()) == only) {
            Some(part) => parts::one(&mut page, part, detail),
            None => parts::overview(&mut page, parts, mix, recorded.as_ref(), detail),
        },
    }
    page.finish()
}

/// The title on the left, the rubric on the right; below each other where there is no room.
pub(crate) fn head(page: &mut Page, title: &str, rubric: &str) {
    let title = page.draw(title);
    let rubric = page.draw(rubric);
    let used = textwrap::core::display_width(&title) + textwrap::core::display_width(&rubric);
    if used + 3 <= page.look.width {
        let space = " ".repeat(page.look.width - used);
        page.line(&format!("{title}{space}{rubric}"), BOLD);
    } else {
        page.paragraph(0, &title, BOLD);
        page.paragraph(0, &rubric, Style::new());
    }
    page.gap();
}
