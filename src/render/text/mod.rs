//! A decision for a terminal: the answer first, then why, what is open, and what to do next.

mod backtest;
mod changes;
mod check;
mod citations;
mod difference;
mod explained_case;
mod landscape;
mod page;
mod parts;
mod plan;
pub mod questionnaire;
mod rationale;
mod robustness;
mod rubric;
mod rubrics;
mod scoreboard;
mod whole;

use anstyle::Style;

use self::citations::Citations;
use self::page::{BOLD, Page};
use crate::decision::{Assessment, Subject};

pub use self::backtest::backtest;
pub use self::changes::changes;
pub use self::check::check;
pub use self::difference::comparison;
pub use self::explained_case::explained_case;
pub(in crate::render) use self::landscape::counted;
pub use self::landscape::{candidate, candidates, nothing_found_in, shortlist};
pub use self::page::Look;
pub use self::plan::plan;
pub use self::rubric::{explanation, rubric};
pub use self::rubrics::{nothing_found, rubrics};

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
fn head(page: &mut Page, title: &str, rubric: &str) {
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
