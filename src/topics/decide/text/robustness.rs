//! How firm the result is and what would change it.

use super::Detail;
use crate::engine::decision::Recommendation;
use crate::output::text::{BOLD, DIM, Page};
use crate::output::wording;
use crate::topics::decide::{changes, open};
use anstyle::Style;

/// How firm a recommendation is, in a sentence or two.
pub(crate) fn firmness(page: &mut Page, recommendation: &Recommendation) {
    if let Some(text) = changes::firmness(recommendation) {
        page.paragraph(2, &text, DIM);
    }
}

/// What would change the outcome: single answers, then single weights.
pub(crate) fn what_would_change_this(
    page: &mut Page,
    recommendation: &Recommendation,
    detail: Detail,
) {
    let robustness = &recommendation.robustness;
    let weights = robustness
        .weights
        .as_ref()
        .map(changes::weight_changes)
        .unwrap_or_default();
    if robustness.flips.is_empty() && weights.is_empty() {
        return;
    }
    page.heading("What would change this");
    let most = if detail == Detail::All { usize::MAX } else { 5 };
    let questions = changes::answer_changes(&robustness.flips, detail == Detail::All);
    for change in questions.iter().take(most) {
        page.paragraph(4, change.ask, Style::new());
        for flip in &change.flips {
            page.paragraph(6, &changes::flip(flip), DIM);
        }
    }
    if questions.len() > most {
        let rest = wording::count(questions.len() - most, "other question");
        page.paragraph(
            4,
            &format!("so would another answer to {rest}; `--all` lists them"),
            DIM,
        );
    }
    for change in weights.iter().take(most) {
        page.paragraph(4, &change.text(), Style::new());
    }
    if weights.is_empty() && robustness.weights.is_some() {
        page.paragraph(4, changes::NO_SINGLE_WEIGHT, Style::new());
    }
}

/// Which alternatives could still come first, if the open questions could change that.
pub(crate) fn outlook(page: &mut Page, recommendation: &Recommendation) {
    if let Some(said) = open::outlook(recommendation) {
        let style = if said.is_certain { BOLD } else { Style::new() };
        page.paragraph(4, &said.text, style);
    }
}
