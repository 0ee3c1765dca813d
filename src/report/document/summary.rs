//! What a reader in a hurry has to know, in under 150 words.

use super::decided::Stance;
use super::reasons::Case;
use super::statement::{because, uncapitalised};
use crate::engine::decision::{Agreement, Recommendation};
use crate::files::AdviceKind;
use crate::output::wording;
use crate::topics::decide::{changes, phrases};

/// A summary has fewer words than this.
pub const MOST_WORDS: usize = 150;

/// Sentences put together as long as they fit.
struct Summary {
    text: String,
    words: usize,
}

impl Summary {
    fn add(&mut self, sentence: &str) {
        let words = sentence.split_whitespace().count();
        if words == 0 || self.words + words >= MOST_WORDS {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(sentence);
        self.words += words;
    }
}

/// The summary of a recommendation: what matters most first, and what does not fit left out.
pub(crate) fn summary(
    recommendation: &Recommendation,
    stance: &Stance,
    cases: &[Case<'_>],
) -> String {
    let mut summary = Summary {
        text: String::new(),
        words: 0,
    };
    summary.add(&headline(recommendation, stance));
    for result in &recommendation.alternatives {
        let ruled_out = phrases::ruled_out(recommendation, result.alternative);
        summary.add(&ruled_out.unwrap_or_default());
    }
    for sentence in reasons(stance, cases) {
        summary.add(&sentence);
    }
    summary.add(&deferral(recommendation));
    summary.add(&change(recommendation));
    summary.add(&open(recommendation));
    summary.add(&contradictions(recommendation));
    summary.text
}

/// What is recommended; where something else was decided, that it is only what the answers say.
fn headline(recommendation: &Recommendation, stance: &Stance) -> String {
    let headline = phrases::headline(recommendation);
    let recorded = recommendation.recorded.as_ref();
    match recorded.map(|recorded| recorded.agreement) {
        Some(Agreement::Differs | Agreement::RuledOut) if stance.is_decided => {
            format!("By the answers alone, {}", uncapitalised(&headline))
        }
        _ => headline,
    }
}

/// The strongest reasons for and against what is chosen, or what leads if nothing is.
fn reasons(stance: &Stance, cases: &[Case<'_>]) -> Vec<String> {
    let chosen = |case: &&Case<'_>| stance.chosen.contains(&case.alternative);
    let Some(case) = cases.iter().find(chosen).or_else(|| cases.first()) else {
        return Vec::new();
    };
    let doing = phrases::doing(case.alternative);
    let clauses = |reasons: &[crate::report::document::reasons::ReasonSaid<'_>], most| {
        let clauses: Vec<String> = reasons
            .iter()
            .take(most)
            .map(|r| because(r).to_owned())
            .collect();
        clauses.join("; ")
    };
    let mut sentences = Vec::new();
    if !case.reasons_for.is_empty() {
        let clauses = clauses(&case.reasons_for, 2);
        sentences.push(format!("Most speaks for {doing}: {clauses}."));
    }
    if !case.reasons_against.is_empty() {
        let clauses = clauses(&case.reasons_against, 1);
        sentences.push(format!("Against it: {clauses}."));
    }
    sentences
}

fn deferral(recommendation: &Recommendation) -> String {
    let mut advice = recommendation.advice.iter();
    let defer = advice.find(|advice| advice.kind == AdviceKind::Defer);
    defer.map_or_else(String::new, |advice| format!("Or wait: {}", advice.say))
}

/// The nearest answer, or else the nearest weight, that would change the outcome.
fn change(recommendation: &Recommendation) -> String {
    let robustness = &recommendation.robustness;
    if let Some(flip) = robustness.flips.first() {
        let questions = changes::answer_changes(&robustness.flips, false).len();
        let others = wording::count(questions, "question");
        return format!(
            "Another answer to {others} would change this, the nearest: {} {}.",
            flip.ask,
            changes::flip(flip)
        );
    }
    let weights = robustness.weights.as_ref();
    let nearest = weights.map(changes::weight_changes).unwrap_or_default();
    match nearest.first() {
        Some(change) => format!("The nearest change: {}.", change.text()),
        None => String::new(),
    }
}

fn open(recommendation: &Recommendation) -> String {
    let open = &recommendation.open_questions;
    match open.first() {
        Some(first) => format!(
            "{} open, first of all: {}",
            match open.len() {
                1 => "1 question is".to_owned(),
                many => format!("{} are", wording::count(many, "question")),
            },
            first.ask
        ),
        None => String::new(),
    }
}

fn contradictions(recommendation: &Recommendation) -> String {
    let found = recommendation.advice.iter();
    let found = found.filter(|advice| advice.kind == AdviceKind::Contradiction);
    match found.count() {
        0 => String::new(),
        1 => "Two answers hardly go together.".to_owned(),
        many => format!("In {many} places answers hardly go together."),
    }
}
