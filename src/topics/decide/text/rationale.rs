//! Reasons, vetoes and open questions as sentences.

use super::citations::Citations;
use super::robustness;
use crate::engine::decision::{AnswerResult, AnswerState, OpenQuestion, Reason, Recommendation};
use crate::output::text::{DIM, Page};
use crate::output::wording;
use crate::topics::decide::{open, phrases};
use anstyle::Style;

/// Reasons under a heading, at most `most` of them; the rest is summed up in a line.
pub(crate) fn reasons(
    page: &mut Page,
    recommendation: &Recommendation,
    heading: &str,
    reasons: &[Reason],
    most: usize,
    citations: &mut Citations,
) {
    if reasons.is_empty() {
        return;
    }
    page.heading(heading);
    // One left over takes as much room as saying so.
    let shown = if reasons.len() == most + 1 {
        reasons.len()
    } else {
        most.min(reasons.len())
    };
    for reason in &reasons[..shown] {
        let Some(level) = &recommendation.criteria[reason.criterion].level else {
            continue;
        };
        let points = format!(
            "{:>5}",
            Page::signed(&wording::signed_tenths(reason.points))
        );
        let sentence = citations.cite(&wording::capitalised(&level.because), &level.sources);
        let points = page.draw(&points);
        page.hanging(4, &points, &sentence, Style::new());
        answers(page, 11, &level.rests_on);
    }
    let rest: f64 = reasons[shown..].iter().map(|reason| reason.points).sum();
    if shown < reasons.len() {
        let points = page.draw(&format!(
            "{:>5}",
            Page::signed(&wording::signed_tenths(rest))
        ));
        let text = format!(
            "from {}",
            wording::count(reasons.len() - shown, "smaller reason")
        );
        page.hanging(4, &points, &text, DIM);
    }
}

/// The answers that something rests on, as `id: words`.
pub(crate) fn answers(page: &mut Page, indent: usize, rests_on: &[AnswerResult]) {
    let stated: Vec<String> = rests_on
        .iter()
        .filter_map(|answer| match &answer.state {
            AnswerState::Known(words) => Some(format!("{}: {words}", answer.question)),
            _ => None,
        })
        .collect();
    if !stated.is_empty() {
        page.paragraph(indent, &stated.join(" · "), DIM);
    }
}

/// The vetoes that have fired, and what would lift them.
pub(crate) fn fired_vetoes(
    page: &mut Page,
    recommendation: &Recommendation,
    citations: &mut Citations,
) {
    let fired: Vec<_> = recommendation
        .vetoes
        .iter()
        .filter(|veto| veto.fired)
        .collect();
    if fired.is_empty() {
        return;
    }
    page.heading("Ruled out");
    for (position, veto) in fired.iter().enumerate() {
        if position == 0 || fired[position - 1].excludes != veto.excludes {
            page.paragraph(
                4,
                &wording::capitalised(&phrases::doing_either(&veto.excludes)),
                Style::new(),
            );
        }
        let because = wording::capitalised(&veto.because);
        page.hanging(
            6,
            "-",
            &citations.cite(&because, &veto.sources),
            Style::new(),
        );
        page.paragraph(9, &format!("Lifted by: {}", veto.lifted_by), Style::new());
        answers(page, 9, &veto.rests_on);
    }
}

/// The vetoes that hang on an open question.
pub(crate) fn possible_vetoes(page: &mut Page, recommendation: &Recommendation) {
    let possible: Vec<_> = recommendation
        .vetoes
        .iter()
        .filter(|veto| !veto.fired)
        .collect();
    if possible.is_empty() {
        return;
    }
    page.heading("Could still be ruled out");
    for veto in possible {
        let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
        page.paragraph(4, &format!("{doing}, if {}", veto.because), Style::new());
        page.paragraph(
            6,
            &format!("hangs on {}", wording::list(&veto.hangs_on)),
            DIM,
        );
    }
}

/// The open questions with what they could do.
pub(crate) fn open_questions(page: &mut Page, recommendation: &Recommendation, most: usize) {
    let questions = &recommendation.open_questions;
    if questions.is_empty() {
        return;
    }
    page.heading("Find out next");
    robustness::outlook(page, recommendation);
    let shown = if questions.len() == most + 1 {
        questions.len()
    } else {
        most.min(questions.len())
    };
    for question in &questions[..shown] {
        page.paragraph(4, &question.ask, Style::new());
        page.paragraph(
            6,
            &format!(
                "{}: {}",
                question.question,
                consequence(recommendation, question)
            ),
            DIM,
        );
    }
    if shown < questions.len() {
        let rest = wording::count(questions.len() - shown, "more open question");
        page.paragraph(4, &format!("and {rest}; `--all` lists them"), DIM);
    }
}

fn consequence(recommendation: &Recommendation, question: &OpenQuestion) -> String {
    let mut parts = open::consequence(recommendation, question);
    parts.extend(
        question
            .note
            .as_ref()
            .map(|note| format!("your note: {note}")),
    );
    parts.join("; ")
}
