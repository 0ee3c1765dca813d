//! What would change the outcome.

use super::Headings;
use crate::output::markdown::{Page, lines, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::topics::decide::changes::{AnswerChange, NO_SINGLE_WEIGHT, flip};

/// How many questions are told whose answers would.
const QUESTIONS: usize = 6;
/// How many weights are told that would.
const WEIGHTS: usize = 6;

/// Answers and weights that would change the outcome.
pub(crate) fn changes(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let has_weights = section.recommendation.robustness.weights.is_some();
    if section.answer_changes.is_empty() && !has_weights {
        return;
    }
    headings.part(page, "What would change this");
    let questions = &section.answer_changes;
    let shown = questions.len().min(QUESTIONS);
    let told: Vec<String> = questions[..shown].iter().map(answer_change).collect();
    page.list(&told);
    if shown < questions.len() {
        let rest = wording::count(questions.len() - shown, "other question");
        page.paragraph(&format!("So would another answer to {rest}."));
    }
    if questions.is_empty() {
        page.paragraph("No other answer to a single question would.");
    }
    if section.weight_changes.is_empty() {
        if has_weights {
            page.paragraph(NO_SINGLE_WEIGHT);
        }
        return;
    }
    page.paragraph("So would another weight:");
    let weights = section.weight_changes.iter().take(WEIGHTS);
    page.list(&weights.map(|text| said(text)).collect::<Vec<_>>());
    if let rest @ 1.. = section.weight_changes.len().saturating_sub(WEIGHTS) {
        page.paragraph(&format!("And {}.", wording::count(rest, "other weight")));
    }
}

/// A question with the other answers.
fn answer_change(change: &AnswerChange<'_>) -> String {
    let flips: Vec<String> = change.flips.iter().map(|one| said(&flip(one))).collect();
    lines(&said(change.ask), &flips.join("\\\n"))
}
