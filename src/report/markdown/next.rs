//! What is open, what to mind, and what to do next.

use super::Headings;
use super::sources::Citations;
use crate::engine::decision::{AdviceGiven, NextStepGiven};
use crate::files::{AdviceKind, StepKind};
use crate::output::markdown::{Page, lines, said};
use crate::output::wording;
use crate::report::document::section::Section;
use crate::topics::decide::phrases;
use crate::topics::rubric::reference;

/// How many open questions are told; the appendix has them all.
const QUESTIONS: usize = 8;

/// The open questions, the most pressing first.
pub(crate) fn open_questions(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let questions = &section.open_questions;
    if questions.is_empty() {
        return;
    }
    headings.part(page, "Find out next");
    if let Some(outlook) = &section.outlook {
        page.paragraph(&outlook.text);
    }
    let told: Vec<String> = questions
        .iter()
        .take(QUESTIONS)
        .map(|(question, consequences)| {
            let mut parts: Vec<String> = consequences.iter().map(|one| said(one)).collect();
            parts.extend(
                question
                    .note
                    .iter()
                    .map(|note| format!("note: {}", said(note))),
            );
            let id = format!("`{}`", question.question);
            let told = match parts.as_slice() {
                [] => id,
                parts => format!("{id}: {}", parts.join("; ")),
            };
            lines(&said(&question.ask), &told)
        })
        .collect();
    page.numbered(&told);
    if let rest @ 1.. = questions.len().saturating_sub(QUESTIONS) {
        page.paragraph(&format!(
            "And {}.",
            wording::count(rest, "more open question")
        ));
    }
}

/// What is said beside the recommendation, by kind.
pub(crate) fn advice(
    page: &mut Page,
    headings: &Headings,
    section: &Section<'_>,
    citations: &mut Citations,
) {
    for (kind, given) in [
        (AdviceKind::Defer, &section.deferrals),
        (AdviceKind::Contradiction, &section.contradictions),
        (AdviceKind::Hybrid, &section.hybrids),
        (AdviceKind::Caution, &section.cautions),
    ] {
        if !given.is_empty() {
            headings.part(page, reference::advice_heading(kind));
            let said: Vec<String> = given.iter().map(|one| say(one, citations)).collect();
            page.list(&said);
        }
    }
}

pub(crate) fn say(advice: &AdviceGiven, citations: &mut Citations) -> String {
    said(&advice.say) + &citations.marks(&advice.sources)
}

/// What to do next, by what it is for.
pub(crate) fn steps(
    page: &mut Page,
    headings: &Headings,
    section: &Section<'_>,
    citations: &mut Citations,
) {
    let Some(first) = section.steps.first() else {
        return;
    };
    headings.part(page, "Next steps");
    let is_mixed = section.stance.chosen.len() > 1;
    let mut alternative = None;
    for list in &section.steps {
        if is_mixed && alternative != Some(list.alternative) {
            alternative = Some(list.alternative);
            page.paragraph(&format!("When {}:", phrases::doing(list.alternative)));
        }
        if !list.heading.is_empty() {
            let of = if is_mixed && list.alternative != first.alternative {
                format!(", {}", phrases::name(list.alternative))
            } else {
                String::new()
            };
            headings.detail(page, &format!("{}{of}", list.heading));
        }
        let told: Vec<String> = list
            .steps
            .iter()
            .map(|step| one(step, list.kind, citations))
            .collect();
        match list.kind {
            StepKind::Step => page.numbered(&told),
            StepKind::Question | StepKind::PassMark | StepKind::Check => page.list(&told),
        }
    }
}

fn one(step: &NextStepGiven, kind: StepKind, citations: &mut Citations) -> String {
    let tick = match kind {
        StepKind::Step | StepKind::Question => "",
        StepKind::PassMark | StepKind::Check => "[ ] ",
    };
    let takes = step.takes.as_ref();
    let takes = takes.map(|takes| format!(" *({})*", said(takes)));
    format!(
        "{tick}{}{}{}",
        said(&step.say),
        citations.marks(&step.sources),
        takes.unwrap_or_default()
    )
}
