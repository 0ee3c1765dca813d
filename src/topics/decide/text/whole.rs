//! One recommendation in full.

use std::collections::BTreeSet;

use super::citations::Citations;
use super::scoreboard::scoreboard;
use super::{Detail, rationale, robustness};
use crate::engine::decision::{AnswerState, Recommendation, Recorded};
use crate::engine::scoring::Outcome;
use crate::files::{AdviceKind, Origin, StepKind};
use crate::output::text::{BOLD, DIM, Page};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::rubric::reference;
use anstyle::Style;

/// A recommendation with its rationale.
pub(crate) fn recommendation(
    page: &mut Page,
    recommendation: &Recommendation,
    citations: &mut Citations,
    detail: Detail,
) {
    opening(page, recommendation);
    ways_out(page, recommendation);
    arguments(page, recommendation, citations, detail);
    rationale::fired_vetoes(page, recommendation, citations);
    if detail == Detail::All {
        rationale::possible_vetoes(page, recommendation);
    }
    robustness::what_would_change_this(page, recommendation, detail);
    rationale::open_questions(
        page,
        recommendation,
        if detail == Detail::All {
            usize::MAX - 1
        } else {
            5
        },
    );
    for kind in [
        AdviceKind::Contradiction,
        AdviceKind::Hybrid,
        AdviceKind::Caution,
    ] {
        advice(page, recommendation, kind, citations);
    }
    from_landscape(page, recommendation, detail);
    next_steps(page, recommendation, citations);
    changed_weights(page, recommendation);
    notes(page, recommendation);
    if let Some(recorded) = &recommendation.recorded {
        record(page, recorded);
    }
}

/// The answer: sentence, vetoes, whether to wait, and scores.
pub(crate) fn opening(page: &mut Page, recommendation: &Recommendation) {
    page.paragraph(2, &phrases::headline(recommendation), BOLD);
    for result in &recommendation.alternatives {
        if let Some(sentence) = phrases::ruled_out(recommendation, result.alternative) {
            page.paragraph(2, &sentence, Style::new());
        }
    }
    if let Some(sentence) = phrases::vetoed_leader(recommendation) {
        page.paragraph(2, &sentence, Style::new());
    }
    for advice in recommendation
        .advice
        .iter()
        .filter(|advice| advice.kind == AdviceKind::Defer)
    {
        page.gap();
        page.paragraph(2, &format!("Or wait: {}", advice.say), Style::new());
    }
    page.gap();
    scoreboard(page, recommendation);
    if recommendation.coverage < 1.0 && recommendation.outcome != Outcome::Inconclusive {
        let known = wording::percent(recommendation.coverage);
        let text = format!(
            "{known} of the weight is answered. The ranges are where each score could end once the rest is."
        );
        page.paragraph(2, &text, DIM);
    }
    robustness::firmness(page, recommendation);
}

/// What it would take for an alternative to become possible again.
fn ways_out(page: &mut Page, recommendation: &Recommendation) {
    if recommendation.ways_out.is_empty() {
        return;
    }
    page.heading("Shortest ways out");
    for way in &recommendation.ways_out {
        let possible = phrases::becomes_possible(way.alternative);
        let lifted = recommendation
            .vetoes
            .iter()
            .filter(|veto| way.vetoes.contains(&veto.id));
        let lifted: Vec<&str> = lifted.map(|veto| veto.lifted_by.as_str()).collect();
        if let [only] = lifted.as_slice() {
            page.paragraph(4, &format!("{possible} {only}"), Style::new());
            continue;
        }
        page.paragraph(4, &format!("{possible} all of these:"), Style::new());
        for lift in lifted {
            page.hanging(6, "-", lift, Style::new());
        }
    }
}

fn arguments(
    page: &mut Page,
    recommendation: &Recommendation,
    citations: &mut Citations,
    detail: Detail,
) {
    for (position, argument) in recommendation.arguments.iter().enumerate() {
        let most = match (detail, position) {
            // What speaks for the second is what speaks against the first.
            (_, 1) => continue,
            (Detail::All, _) => (usize::MAX - 1, usize::MAX - 1),
            (Detail::Short, 0) => (4, 3),
            (Detail::Short, _) => (1, 3),
        };
        let headings = phrases::argument_headings(recommendation, argument);
        let fors = (&headings.0, &argument.reasons_for, most.0);
        let against = (&headings.1, &argument.reasons_against, most.1);
        // What is behind is told by what speaks against it.
        let order = if position == 0 {
            [fors, against]
        } else {
            [against, fors]
        };
        for (heading, reasons, most) in order {
            rationale::reasons(page, recommendation, heading, reasons, most, citations);
        }
    }
}

pub(crate) fn advice(
    page: &mut Page,
    recommendation: &Recommendation,
    kind: AdviceKind,
    citations: &mut Citations,
) {
    let of_kind: Vec<_> = recommendation
        .advice
        .iter()
        .filter(|advice| advice.kind == kind)
        .collect();
    if of_kind.is_empty() {
        return;
    }
    page.heading(reference::advice_heading(kind));
    for advice in of_kind {
        page.paragraph(
            4,
            &citations.cite(&advice.say, &advice.sources),
            Style::new(),
        );
    }
}

/// What the landscape answers; of what is said briefly, only where it speaks against an answer or rules something out.
fn from_landscape(page: &mut Page, recommendation: &Recommendation, detail: Detail) {
    let vetoes = recommendation.vetoes.iter();
    let rules_out: BTreeSet<&str> = vetoes
        .filter(|veto| veto.fired)
        .flat_map(|veto| &veto.rests_on)
        .filter(|answer| answer.origin == Some(Origin::Landscape))
        .map(|answer| answer.question.as_str())
        .collect();
    let answers = recommendation.answers.iter();
    let mut said = answers
        .filter_map(|answer| Some((answer, answer.derived.as_ref()?)))
        .filter(|(answer, derived)| {
            detail == Detail::All || derived.differs || rules_out.contains(answer.question.as_str())
        })
        .peekable();
    let Some((_, first)) = said.peek() else {
        return;
    };
    page.heading(&format!(
        "From the landscape of {}, a starting point",
        first.as_of
    ));
    for (answer, derived) in said {
        let mut text = format!("{} {}", answer.ask, derived.says);
        if let (true, AnswerState::Known(given)) = (derived.differs, &answer.state) {
            text = format!("{text}; you say {given}, and that counts");
        }
        page.paragraph(4, &text, Style::new());
    }
}

/// What to do; what to ask, to prove and to check is left to a report.
fn next_steps(page: &mut Page, recommendation: &Recommendation, citations: &mut Citations) {
    let steps = recommendation.next_steps().iter();
    let steps: Vec<_> = steps.filter(|step| step.kind == StepKind::Step).collect();
    if steps.is_empty() {
        return;
    }
    page.heading("Next");
    for (index, step) in steps.into_iter().enumerate() {
        let marker = format!("{}.", index + 1);
        let say = citations.cite(&step.say, &step.sources);
        page.hanging(4, &marker, &say, Style::new());
    }
}

fn changed_weights(page: &mut Page, recommendation: &Recommendation) {
    let changed: Vec<_> = recommendation
        .criteria
        .iter()
        .filter_map(|criterion| Some((criterion, criterion.weight_origin?)))
        .collect();
    if changed.is_empty() {
        return;
    }
    page.heading("Weights set by you");
    for (criterion, origin) in changed {
        let (weight, rubric) = (criterion.weight, criterion.rubric_weight);
        let text = format!(
            "{}: {weight} instead of {rubric}, {}",
            criterion.id,
            phrases::origin(origin)
        );
        page.paragraph(4, &text, Style::new());
    }
}

fn notes(page: &mut Page, recommendation: &Recommendation) {
    // A note on what is open stands with the open question.
    let is_open = |id: &str| {
        recommendation
            .open_questions
            .iter()
            .any(|open| open.question == id)
    };
    let noted: Vec<_> = recommendation
        .answers
        .iter()
        .filter(|answer| answer.note.is_some() || answer.source.is_some())
        .filter(|answer| !is_open(&answer.question))
        .collect();
    if noted.is_empty() {
        return;
    }
    page.heading("Notes on the answers");
    for answer in noted {
        let words = match &answer.state {
            AnswerState::Known(words) | AnswerState::MayNotApply(words) => words.as_str(),
            _ => "unknown",
        };
        let note = answer.note.as_ref().map(|note| format!(" - \"{note}\""));
        let note = note.unwrap_or_default();
        let source = answer
            .source
            .as_ref()
            .map(|source| format!(" ({source})"))
            .unwrap_or_default();
        page.paragraph(
            4,
            &format!("{}: {words}{note}{source}", answer.question),
            Style::new(),
        );
    }
}

/// What the team decided, beside what is recommended.
pub(crate) fn record(page: &mut Page, recorded: &Recorded) {
    page.heading("Your decision");
    page.paragraph(4, &phrases::decided(recorded), Style::new());
    if let Some(because) = &recorded.because {
        page.paragraph(4, &format!("Because: {because}"), Style::new());
    }
    if let Some(day) = recorded.review_by {
        page.paragraph(4, &format!("To be reviewed by {day}."), Style::new());
    }
}
