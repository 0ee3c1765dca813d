//! What the parts of a whole come to together.

use super::assessment::Part;
use super::trace::{AnswerResult, AnswerState};
use crate::engine::scoring::Outcome;
use crate::files::{Alternative, Origin};
use schemars::JsonSchema;
use serde::Serialize;

/// How many of the strongest reasons of a part are looked at for shared answers.
const STRONGEST: usize = 4;

/// What the parts come to together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mix {
    /// The recommended alternatives with the ids of the parts they are recommended for; in order, none empty.
    #[serde(rename = "mix")]
    pub recommended: Vec<MixPart>,
    /// The ids of the parts for which nothing is recommended.
    pub undecided: Vec<String>,
    /// Shared answers behind the strongest reasons of more than one part, the most widespread first.
    #[serde(rename = "shared_drivers")]
    pub drivers: Vec<SharedDriver>,
}

/// An alternative with the parts it is recommended for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MixPart {
    /// The alternative.
    pub alternative: Alternative,
    /// The ids of the parts.
    pub components: Vec<String>,
}

/// A shared answer that stands behind a strong reason of several parts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SharedDriver {
    /// The answer.
    #[serde(flatten)]
    pub answer: AnswerResult,
    /// The ids of the parts.
    #[serde(rename = "components")]
    pub parts: Vec<String>,
}

impl Mix {
    pub(crate) fn of(parts: &[Part]) -> Self {
        let for_alternative = |alternative: Alternative| -> Vec<String> {
            let chosen = parts
                .iter()
                .filter(|part| part.recommendation.outcome == Outcome::Recommended(alternative));
            chosen.map(|part| part.id.clone()).collect()
        };
        let undecided = parts
            .iter()
            .filter(|part| !matches!(part.recommendation.outcome, Outcome::Recommended(_)));
        Self {
            recommended: Alternative::ALL
                .into_iter()
                .map(|alternative| MixPart {
                    alternative,
                    components: for_alternative(alternative),
                })
                .filter(|part| !part.components.is_empty())
                .collect(),
            undecided: undecided.map(|part| part.id.clone()).collect(),
            drivers: drivers(parts),
        }
    }
}

fn drivers(parts: &[Part]) -> Vec<SharedDriver> {
    let mut drivers: Vec<SharedDriver> = Vec::new();
    for part in parts {
        for answer in strong_shared_answers(part) {
            match drivers
                .iter_mut()
                .find(|driver| driver.answer.question == answer.question)
            {
                Some(driver) if driver.parts.contains(&part.id) => {}
                Some(driver) => driver.parts.push(part.id.clone()),
                None => drivers.push(SharedDriver {
                    answer: answer.clone(),
                    parts: vec![part.id.clone()],
                }),
            }
        }
    }
    drivers.retain(|driver| driver.parts.len() > 1);
    drivers.sort_by_key(|driver| std::cmp::Reverse(driver.parts.len()));
    drivers
}

fn strong_shared_answers(part: &Part) -> impl Iterator<Item = &AnswerResult> {
    let recommendation = &part.recommendation;
    let leader = recommendation.arguments.first();
    let for_leader = leader
        .into_iter()
        .flat_map(|argument| argument.reasons_for.iter().take(STRONGEST));
    for_leader
        .filter_map(|reason| recommendation.criteria[reason.position].level.as_ref())
        .flat_map(|level| &level.rests_on)
        .filter(|answer| {
            answer.origin == Some(Origin::Shared) && matches!(answer.state, AnswerState::Known(_))
        })
}
