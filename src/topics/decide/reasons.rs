//! Reasons, vetoes, open questions and what would change a result, as parts of a page.

use crate::engine::decision::{AnswerResult, AnswerState, OpenQuestion, Reason, Recommendation};
use crate::files::Source;
use crate::output::document::{Detail, Document, Mark, Rich, Tone};
use crate::output::wording;
use crate::topics::decide::{changes, phrases};
use crate::topics::rubric::reference;

/// How many sources are cited at one place, unless all are asked for: the first are the ones it rests on most.
const CITED: usize = 2;

/// The sources cited so far, numbered in the order in which they are first cited.
pub(crate) struct Citations {
    detail: Detail,
    cited: Vec<String>,
}

impl Citations {
    /// None yet.
    pub(crate) fn none(detail: Detail) -> Self {
        Self {
            detail,
            cited: Vec::new(),
        }
    }

    /// A text with the numbers of its sources behind it.
    pub(crate) fn cite(&mut self, text: &str, sources: &[String]) -> Rich {
        let most = match self.detail {
            Detail::All => sources.len(),
            Detail::Short => CITED,
        };
        let numbers = sources.iter().take(most).map(|id| {
            let known = self.cited.iter().position(|cited| cited == id);
            known.unwrap_or_else(|| {
                self.cited.push(id.clone());
                self.cited.len() - 1
            }) + 1
        });
        Rich::from(text).cite(numbers)
    }

    /// The list of what was cited; the address of a source and how far to trust it only if all is asked for.
    pub(crate) fn list(&self, page: &mut Document, sources: &[Source]) {
        if !self.cited.is_empty() {
            page.heading("Sources");
        }
        for (index, id) in self.cited.iter().enumerate() {
            if let Some(source) = sources.iter().find(|source| source.id == *id) {
                let text = match self.detail {
                    Detail::Short => reference::source_line(source).into(),
                    Detail::All => reference::source_in_full(source),
                };
                let mark = Mark::Source(index + 1, self.cited.len());
                page.line(4, mark, text, Tone::Quiet);
            }
        }
    }
}

/// Reasons under a heading, at most `most` of them; the rest is summed up in a line.
pub(crate) fn reasons(
    page: &mut Document,
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
    let points = |points: f64| format!("{:>5}", phrases::signed(&wording::signed_tenths(points)));
    let shown = wording::shown(reasons.len(), most);
    for reason in &reasons[..shown] {
        let Some(level) = &recommendation.criteria[reason.position].level else {
            continue;
        };
        let sentence = citations.cite(&wording::capitalised(&level.because), &level.sources);
        page.label(4, points(reason.points), sentence, Tone::Plain);
        answers(page, 11, &level.rests_on);
    }
    if shown < reasons.len() {
        let rest = reasons[shown..].iter().map(|reason| reason.points).sum();
        let count = wording::count(reasons.len() - shown, "smaller reason");
        page.label(4, points(rest), format!("from {count}"), Tone::Quiet);
    }
}

/// The answers that something rests on, as `id: words`.
fn answers(page: &mut Document, indent: usize, rests_on: &[AnswerResult]) {
    let stated: Vec<String> = rests_on
        .iter()
        .filter_map(|answer| match &answer.state {
            AnswerState::Known(words) => Some(format!("{}: {words}", answer.question)),
            _ => None,
        })
        .collect();
    if !stated.is_empty() {
        page.more(indent, stated.join(" · "), Tone::Quiet);
    }
}

/// The vetoes that have fired, and what would lift them.
pub(crate) fn fired_vetoes(
    page: &mut Document,
    recommendation: &Recommendation,
    citations: &mut Citations,
) {
    let vetoes = recommendation.vetoes.iter();
    let mut excluded = None;
    for veto in vetoes.filter(|veto| veto.fired) {
        if excluded.is_none() {
            page.heading("Ruled out");
        }
        if excluded.replace(&veto.excludes) != Some(&veto.excludes) {
            let doing = phrases::doing_either(&veto.excludes);
            page.entry(4, wording::capitalised(&doing));
        }
        let because = wording::capitalised(&veto.because);
        page.bullet(6, citations.cite(&because, &veto.sources));
        let lifted_by = format!("Lifted by: {}", veto.lifted_by);
        page.more(9, lifted_by, Tone::Plain);
        answers(page, 9, &veto.rests_on);
    }
}

/// The vetoes that hang on an open question.
pub(crate) fn possible_vetoes(page: &mut Document, recommendation: &Recommendation) {
    let vetoes = recommendation.vetoes.iter();
    for (position, veto) in vetoes.filter(|veto| !veto.fired).enumerate() {
        if position == 0 {
            page.heading("Could still be ruled out");
        }
        let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
        page.entry(4, format!("{doing}, if {}", veto.because));
        let hangs_on = format!("hangs on {}", wording::list(&veto.hangs_on));
        page.more(6, hangs_on, Tone::Quiet);
    }
}

/// The open questions with what they could do.
pub(crate) fn open_questions(page: &mut Document, recommendation: &Recommendation, most: usize) {
    let questions = &recommendation.open_questions;
    if questions.is_empty() {
        return;
    }
    page.heading("Find out next");
    if let Some(said) = changes::outlook(recommendation) {
        let tone = if said.is_certain {
            Tone::Strong
        } else {
            Tone::Plain
        };
        page.line(4, Mark::Paragraph, said.text, tone);
    }
    let shown = wording::shown(questions.len(), most);
    for question in &questions[..shown] {
        page.entry(4, &question.ask);
        let consequence = consequence(recommendation, question);
        let text = format!("{}: {consequence}", question.question);
        page.more(6, text, Tone::Quiet);
    }
    if shown < questions.len() {
        let rest = wording::count(questions.len() - shown, "more open question");
        page.quiet(4, format!("and {rest}; `--all` lists them"));
    }
}

fn consequence(recommendation: &Recommendation, question: &OpenQuestion) -> String {
    let mut parts = changes::consequence(recommendation, question);
    let note = question.note.as_ref();
    parts.extend(note.map(|note| format!("your note: {note}")));
    parts.join("; ")
}

/// What would change the outcome: single answers, then single weights.
pub(crate) fn what_would_change_this(
    page: &mut Document,
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
        page.entry(4, change.ask);
        for flip in &change.flips {
            page.more(6, changes::flip(flip), Tone::Quiet);
        }
    }
    if questions.len() > most {
        let rest = wording::count(questions.len() - most, "other question");
        let text = format!("so would another answer to {rest}; `--all` lists them");
        page.quiet(4, text);
    }
    for change in weights.iter().take(most) {
        page.entry(4, change.text());
    }
    if weights.is_empty() && robustness.weights.is_some() {
        page.say(4, changes::NO_SINGLE_WEIGHT);
    }
}
