//! What follows from the answers beside scores: vetoes and advice.

use crate::engine::decision::{AdviceGiven, Recommendation, VetoResult};
use crate::files::{AdviceKind, Alternative};
use schemars::JsonSchema;
use serde::Serialize;

/// How a veto stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VetoState {
    /// It rules something out.
    Fired,
    /// It may, depending on an open question.
    Possible,
    /// It does not, or there is none.
    Quiet,
}

/// A veto that stands otherwise than it did.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VetoChange {
    /// Its id.
    pub id: String,
    /// What it excludes.
    pub excludes: Vec<Alternative>,
    /// Why.
    pub because: String,
    /// How it stood.
    pub before: VetoState,
    /// How it stands.
    pub after: VetoState,
}

/// Advice that is given in one of the files only.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AdviceChange {
    /// Its id.
    pub id: String,
    /// What kind it is.
    pub kind: AdviceKind,
    /// What is said.
    pub say: String,
    /// Whether it is given now; if not, it was.
    pub given: bool,
}

/// The vetoes that stand otherwise: as in the rubric after, then what is gone.
pub(crate) fn vetoes([before, after]: [&Recommendation; 2]) -> Vec<VetoChange> {
    let find = |result: &Recommendation, id: &str| -> Option<VetoResult> {
        let mut all = result.vetoes.iter();
        all.find(|veto| veto.id == id).cloned()
    };
    let state = |veto: Option<&VetoResult>| match veto {
        Some(veto) if veto.fired => VetoState::Fired,
        Some(_) => VetoState::Possible,
        None => VetoState::Quiet,
    };
    let gone = before
        .vetoes
        .iter()
        .filter(|veto| find(after, &veto.id).is_none());
    let all = after.vetoes.iter().chain(gone);
    let changes = all.filter_map(|veto| {
        let [was, is] = [before, after].map(|result| state(find(result, &veto.id).as_ref()));
        (was != is).then(|| VetoChange {
            id: veto.id.clone(),
            excludes: veto.excludes.clone(),
            because: veto.because.clone(),
            before: was,
            after: is,
        })
    });
    changes.collect()
}

/// The advice that came or went.
pub(crate) fn advice([before, after]: [&Recommendation; 2]) -> Vec<AdviceChange> {
    let has = |result: &Recommendation, id: &str| result.advice.iter().any(|one| one.id == id);
    let change = |advice: &AdviceGiven, given: bool| AdviceChange {
        id: advice.id.clone(),
        kind: advice.kind,
        say: advice.say.clone(),
        given,
    };
    let came = after.advice.iter().filter(|one| !has(before, &one.id));
    let went = before.advice.iter().filter(|one| !has(after, &one.id));
    let came = came.map(|advice| change(advice, true));
    came.chain(went.map(|advice| change(advice, false)))
        .collect()
}
