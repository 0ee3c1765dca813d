//! The pros and cons of every option.

use super::body::option;
use crate::engine::decision::CriterionResult;
use crate::files::Alternative;
use crate::output::markdown::{Page, said};
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::report::markdown::sources::Citations;

/// How many arguments of either sort are listed for an option and a subject.
const MOST: usize = 5;

/// An argument as a record words it: "Good, because …".
pub(crate) fn because(word: &str, of: &str, clause: &str) -> String {
    format!("{word}{of}, because {}", said(clause))
}

/// Which component an argument is about: " for Serving"; empty for the whole.
pub(crate) fn of(section: &Section<'_>) -> String {
    section
        .id
        .map(|_| format!(" for {}", said(section.title)))
        .unwrap_or_default()
}

/// The pros and cons of every option.
pub(crate) fn options(page: &mut Page, report: &Report<'_>, citations: &mut Citations) {
    page.heading(2, "Pros and Cons of the Options");
    for alternative in Alternative::ALL {
        page.heading(3, &option(alternative));
        let sections = report.sections.iter();
        let arguments: Vec<String> = sections
            .flat_map(|section| arguments(section, alternative, citations))
            .collect();
        if arguments.is_empty() {
            page.list(&["Neutral, because no criterion rates it".to_owned()]);
        } else {
            page.list(&arguments);
        }
    }
}

fn arguments(
    section: &Section<'_>,
    alternative: Alternative,
    citations: &mut Citations,
) -> Vec<String> {
    let of = of(section);
    let fired = section.fired.iter();
    let mut arguments: Vec<String> = fired
        .filter(|veto| veto.excludes.contains(&alternative))
        .map(|veto| {
            let clause = format!("it is ruled out: {}", veto.because);
            because("Bad", &of, &clause) + &citations.marks(&veto.sources)
        })
        .collect();
    for (word, sign) in [("Good", 1.0), ("Bad", -1.0)] {
        let mut rated: Vec<(f64, &CriterionResult)> = section
            .recommendation
            .criteria
            .iter()
            .map(|criterion| (criterion.contributions[alternative] * sign, criterion))
            .filter(|(points, _)| *points > 0.0)
            .collect();
        rated.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        for (_, criterion) in rated.into_iter().take(MOST) {
            if let Some(level) = &criterion.level {
                let sources = crate::report::document::reasons::cited(&level.sources);
                arguments.push(because(word, &of, &level.because) + &citations.marks(sources));
            }
        }
    }
    arguments
}
