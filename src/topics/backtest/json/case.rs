//! Version 1: a case with what the rubric says about it.

use crate::topics::backtest::{Miss, MissReason, Trial, Unmet};
use crate::topics::decide::json::shapes::{ids, outcome};
use crate::topics::decide::json::words::{
    AlternativeId, ComparisonWord, ExpectationWord, FirmnessWord, LabelWord, OutcomeWord,
};
use schemars::JsonSchema;
use serde::Serialize;

/// A case with what the rubric says about it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub(crate) struct CaseEntry<'a> {
    /// Its id: the name of the file without its ending.
    id: &'a str,
    /// What is decided about.
    title: &'a str,
    /// Who decided; null if the file only says what to expect.
    organisation: Option<&'a str>,
    /// In which year, if that is known.
    year: Option<u16>,
    /// What it was about, in a word or two that several cases share; null if the file only says what to expect.
    domain: Option<&'a str>,
    /// The part of it that was decided, if it was a part.
    component: Option<&'a str>,
    /// How clearly what was chosen is one of the alternatives; null if the file only says what to expect.
    label: Option<LabelWord>,
    /// What was chosen: one, or several for a mix; none if the file only says what to expect.
    chosen: Vec<AlternativeId>,
    /// What it comes to.
    outcome: OutcomeWord,
    /// The recommended alternative, or those too close to call.
    alternatives: Vec<AlternativeId>,
    /// How firm the recommendation is; null if there is none.
    firmness: Option<FirmnessWord>,
    /// The points between the first and the second; null if fewer than two are not ruled out.
    margin: Option<f64>,
    /// How that compares with what was chosen; null if the file only says what to expect.
    comparison: Option<ComparisonWord>,
    /// What speaks most for the alternative in front, next to the one behind it.
    reasons: Vec<ReasonEntry>,
    /// The ids of the vetoes that have fired.
    vetoes_fired: Vec<&'a str>,
    /// The ids of the advice that is given.
    advice_given: Vec<&'a str>,
    /// What it turned on, if the rubric gets it wrong; else null.
    miss: Option<MissEntry>,
    /// What is expected and not so; null if nothing is expected.
    expectations_unmet: Option<Vec<UnmetEntry<'a>>>,
}

/// How many reasons a case tells.
const REASONS: usize = 3;

impl<'a> CaseEntry<'a> {
    pub(crate) fn new(trial: &'a Trial) -> Self {
        let case = trial.case.as_ref();
        let (outcome, alternatives) = outcome(trial.outcome());
        let unmet = || trial.unmet.iter().map(UnmetEntry::new).collect();
        Self {
            id: &trial.id,
            title: &trial.assessment.title,
            organisation: case.map(|case| case.organisation.as_str()),
            year: case.and_then(|case| case.year),
            domain: case.map(|case| case.domain.as_str()),
            component: case.and_then(|case| case.component.as_deref()),
            label: case.map(|case| case.label.into()),
            chosen: ids(&trial.chosen),
            outcome,
            alternatives,
            firmness: trial.firmness().map(FirmnessWord::from),
            margin: trial.recommendation().and_then(|whole| whole.margin),
            comparison: trial.comparison.map(ComparisonWord::from),
            reasons: reasons(trial.main_reasons(REASONS)),
            vetoes_fired: trial.fired_vetoes().collect(),
            advice_given: trial.advice().collect(),
            miss: trial.miss().map(MissEntry::new),
            expectations_unmet: trial.has_expectation.then(unmet),
        }
    }
}

/// A criterion that speaks for one alternative against another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CaseReason")]
struct ReasonEntry {
    /// The criterion's id.
    criterion: String,
    /// By how many points it moves the margin.
    points: f64,
    /// Why.
    because: String,
}

fn reasons(reasons: Vec<MissReason>) -> Vec<ReasonEntry> {
    let entry = |reason: MissReason| ReasonEntry {
        criterion: reason.criterion,
        points: reason.points,
        because: reason.because,
    };
    reasons.into_iter().map(entry).collect()
}

/// What a case that the rubric gets wrong turned on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Miss")]
struct MissEntry {
    /// What was chosen; of a mix, the part that comes first in the ranking.
    chosen: AlternativeId,
    /// What is in front instead; null if every alternative is ruled out.
    instead: Option<AlternativeId>,
    /// The ids of the vetoes that rule out what was chosen.
    vetoes: Vec<String>,
    /// What moves the other one ahead, the most first.
    reasons: Vec<ReasonEntry>,
}

impl MissEntry {
    fn new(miss: Miss) -> Self {
        Self {
            chosen: miss.chosen.into(),
            instead: miss.instead.map(AlternativeId::from),
            vetoes: miss.vetoes,
            reasons: reasons(miss.reasons),
        }
    }
}

/// Something that is expected and not so. Both sides are written as in a case file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unmet")]
struct UnmetEntry<'a> {
    /// What it is about.
    key: ExpectationWord,
    /// What is expected.
    expected: &'a str,
    /// What is so.
    found: &'a str,
}

impl<'a> UnmetEntry<'a> {
    fn new(unmet: &'a Unmet) -> Self {
        Self {
            key: unmet.key.into(),
            expected: &unmet.expected,
            found: &unmet.found,
        }
    }
}
