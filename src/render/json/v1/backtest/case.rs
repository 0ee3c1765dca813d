//! Version 1: a case with what the rubric says about it.

use serde::Serialize;

use super::super::shapes::{ids, outcome};
use super::super::words::{AlternativeId, OutcomeWord};
use crate::backtest::{MissReason, Trial};
use crate::model::Alternative;
use crate::render::backtest as words;

#[derive(Debug, Serialize)]
pub(super) struct CaseEntry<'a> {
    id: &'a str,
    title: &'a str,
    organisation: Option<&'a str>,
    year: Option<u16>,
    domain: Option<&'a str>,
    component: Option<&'a str>,
    label: Option<&'static str>,
    chosen: Vec<AlternativeId>,
    outcome: OutcomeWord,
    /// The recommended alternative, or those too close to call.
    alternatives: Vec<AlternativeId>,
    firmness: Option<&'static str>,
    margin: Option<f64>,
    comparison: Option<&'static str>,
    /// What speaks most for the alternative in front, next to the one behind it.
    reasons: Vec<ReasonEntry>,
    vetoes_fired: Vec<&'a str>,
    advice_given: Vec<&'a str>,
    miss: Option<MissEntry>,
    expectations_unmet: Option<Vec<UnmetEntry<'a>>>,
}

/// How many reasons a case tells.
const REASONS: usize = 3;

impl<'a> CaseEntry<'a> {
    pub(super) fn new(trial: &'a Trial) -> Self {
        let case = trial.case.as_ref();
        let (outcome, alternatives) = outcome(trial.outcome());
        let reasons =
            |reasons: Vec<MissReason>| reasons.into_iter().map(ReasonEntry::new).collect();
        Self {
            id: &trial.id,
            title: &trial.assessment.title,
            organisation: case.map(|case| case.organisation.as_str()),
            year: case.and_then(|case| case.year),
            domain: case.map(|case| case.domain.as_str()),
            component: case.and_then(|case| case.component.as_deref()),
            label: case.map(|case| case.label.id()),
            chosen: ids(&trial.chosen),
            outcome,
            alternatives,
            firmness: trial.firmness().map(words::firmness),
            margin: trial.recommendation().and_then(|whole| whole.margin),
            comparison: trial
                .comparison
                .map(|comparison| words::comparison(Some(comparison))),
            reasons: reasons(trial.main_reasons(REASONS)),
            vetoes_fired: trial.fired_vetoes().collect(),
            advice_given: trial.advice().collect(),
            miss: trial.miss().map(|miss| MissEntry {
                chosen: miss.chosen.id(),
                instead: miss.instead.map(Alternative::id),
                vetoes: miss.vetoes,
                reasons: reasons(miss.reasons),
            }),
            expectations_unmet: trial.has_expectation.then(|| {
                let unmet = trial.unmet.iter().map(|unmet| UnmetEntry {
                    key: unmet.key,
                    expected: &unmet.expected,
                    found: &unmet.found,
                });
                unmet.collect()
            }),
        }
    }
}

#[derive(Debug, Serialize)]
struct ReasonEntry {
    criterion: String,
    points: f64,
    because: String,
}

impl ReasonEntry {
    fn new(reason: MissReason) -> Self {
        Self {
            criterion: reason.criterion,
            points: reason.points,
            because: reason.because,
        }
    }
}

#[derive(Debug, Serialize)]
struct MissEntry {
    chosen: &'static str,
    instead: Option<&'static str>,
    vetoes: Vec<String>,
    reasons: Vec<ReasonEntry>,
}

#[derive(Debug, Serialize)]
struct UnmetEntry<'a> {
    key: &'static str,
    expected: &'a str,
    found: &'a str,
}
