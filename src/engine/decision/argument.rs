//! What speaks for and against each alternative.

use super::recommendation::CriterionResult;
use crate::files::Alternative;
use schemars::JsonSchema;
use serde::Serialize;

/// The reasons for and against an alternative, in comparison with its rival.
///
/// The leader is compared with the runner-up, every other alternative with the leader: only what tells them apart is
/// a reason.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Argument {
    /// The alternative.
    pub alternative: Alternative,
    /// What it is compared with.
    pub rival: Alternative,
    /// What moves it ahead of its rival, the most first.
    pub reasons_for: Vec<Reason>,
    /// What moves it behind its rival, the most first.
    pub reasons_against: Vec<Reason>,
}

/// A criterion that tells an alternative from its rival.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Reason {
    /// Position of the criterion in [`Recommendation::criteria`](super::Recommendation::criteria).
    #[serde(skip)]
    pub position: usize,
    /// The criterion's id.
    pub criterion: String,
    /// Why.
    pub because: Option<String>,
    /// By how many points it moves the margin: contribution to the alternative minus contribution to its rival.
    pub points: f64,
}

/// The argument for each alternative, in the order of `by_score`, the leader first.
pub(crate) fn arguments(criteria: &[CriterionResult], by_score: &[Alternative]) -> Vec<Argument> {
    let [leader, runner_up, ..] = *by_score else {
        return Vec::new();
    };
    let rival = |alternative| {
        if alternative == leader {
            runner_up
        } else {
            leader
        }
    };
    by_score
        .iter()
        .map(|&alternative| argument(criteria, alternative, rival(alternative)))
        .collect()
}

fn argument(
    criteria: &[CriterionResult],
    alternative: Alternative,
    rival: Alternative,
) -> Argument {
    let reasons = reasons(criteria, alternative, rival);
    let (reasons_for, reasons_against) =
        reasons.into_iter().partition(|reason| reason.points > 0.0);
    Argument {
        alternative,
        rival,
        reasons_for,
        reasons_against,
    }
}

/// What tells an alternative from its rival, the most first.
pub(crate) fn reasons(
    criteria: &[CriterionResult],
    alternative: Alternative,
    rival: Alternative,
) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = criteria
        .iter()
        .enumerate()
        .map(|(position, result)| Reason {
            position,
            criterion: result.id.clone(),
            because: result.level.as_ref().map(|level| level.because.clone()),
            points: result.contributions[alternative] - result.contributions[rival],
        })
        .filter(|reason| reason.points != 0.0)
        .collect();
    // Stable, so that equal reasons stay in the rubric's order.
    reasons.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    reasons
}
