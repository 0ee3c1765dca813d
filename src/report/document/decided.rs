//! What is decided, or proposed as long as nothing is.

use crate::engine::decision::{Agreement, Recommendation, Recorded};
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::files::Firmness;
use crate::output::wording;
use crate::topics::decide::phrases;

/// What is decided, or proposed as long as nothing is.
#[derive(Debug, Clone)]
pub struct Stance {
    /// What was chosen, or is recommended: one alternative, several for a documented mix, none if nothing is.
    pub chosen: Vec<Alternative>,
    /// Whether the team has decided.
    pub is_decided: bool,
}

/// What is decided for a recommendation, or proposed.
pub fn stance(recommendation: &Recommendation) -> Stance {
    match (&recommendation.recorded, &recommendation.outcome) {
        (Some(recorded), _) => Stance {
            chosen: recorded.chosen.clone(),
            is_decided: true,
        },
        (None, Outcome::Recommended(alternative)) => Stance {
            chosen: vec![*alternative],
            is_decided: false,
        },
        (None, _) => Stance {
            chosen: Vec::new(),
            is_decided: false,
        },
    }
}

/// The answer in one plain sentence.
pub(crate) fn answer(recommendation: &Recommendation) -> String {
    if let Some(recorded) = &recommendation.recorded {
        return decided(recorded, Some(recommendation));
    }
    match (&recommendation.outcome, recommendation.margin) {
        (Outcome::Recommended(alternative), Some(margin)) => {
            recommended(recommendation, *alternative, margin)
        }
        _ => phrases::headline(recommendation),
    }
}

fn recommended(recommendation: &Recommendation, alternative: Alternative, margin: f64) -> String {
    let second = recommendation
        .alternatives
        .iter()
        .find(|result| result.rank.is_some() && result.alternative != alternative);
    let rival = second.map_or("the next", |second| phrases::noun(second.alternative));
    let firmness = match recommendation.firmness.map(|it| it.word) {
        Some(Firmness::Robust) => "which is robust",
        Some(Firmness::Leaning) => "a leaning rather than a landslide",
        Some(Firmness::Fragile) | None => "but that is fragile",
    };
    let ahead = phrases::points_apart(margin);
    let imperative = phrases::imperative(alternative);
    format!("{imperative}: it is {ahead} ahead of {rival}, {firmness}.")
}

/// What the team decided, next to what is recommended, in one plain sentence.
pub(crate) fn decided(recorded: &Recorded, recommendation: Option<&Recommendation>) -> String {
    let chosen = match recorded.chosen.as_slice() {
        [only] => imperative(*only),
        several => format!("a mix of {}", wording::list(&doing(several))),
    };
    let outcome = recommendation.map(|recommendation| &recommendation.outcome);
    let next_to = match (recorded.agreement, outcome) {
        (Agreement::Agrees, _) => ", as the answers recommend".to_owned(),
        (Agreement::AmongTied, Some(Outcome::TooClose(tied))) => {
            let tied = wording::list(&tied.iter().copied().map(phrases::noun).collect::<Vec<_>>());
            format!("; the answers find {tied} too close to call")
        }
        (Agreement::AmongTied, _) => "; the answers find it too close to call".to_owned(),
        (Agreement::Differs, Some(Outcome::Recommended(other))) => {
            let other = phrases::doing(*other);
            format!(", although the answers recommend {other}")
        }
        (Agreement::Differs, _) => ", although the answers recommend otherwise".to_owned(),
        (Agreement::RuledOut, _) => ", although the answers rule that out".to_owned(),
        (Agreement::NothingToCompare, _) => {
            ", before enough was known to recommend anything".to_owned()
        }
    };
    format!("Decided: {chosen}{next_to}.")
}

/// The alternative as something to do, in the middle of a sentence: "adopt open source".
pub(crate) fn imperative(alternative: Alternative) -> String {
    phrases::imperative(alternative).to_lowercase()
}

pub(crate) fn doing(alternatives: &[Alternative]) -> Vec<&'static str> {
    alternatives.iter().copied().map(phrases::doing).collect()
}
