//! What speaks for and against each alternative.

use super::recommendation::CriterionResult;
use crate::files::Alternative;

/// The reasons for and against an alternative, in comparison with its rival.
///
/// The leader is compared with the runner-up, every other alternative with the leader: only what tells them apart is
/// a reason.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone, Copy)]
pub struct Reason {
    /// Position of the criterion in [`Recommendation::criteria`](super::Recommendation::criteria).
    pub criterion: usize,
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
    let mut reasons: Vec<Reason> = criteria
        .iter()
        .enumerate()
        .map(|(criterion, result)| Reason {
            criterion,
            points: result.contributions[alternative] - result.contributions[rival],
        })
        .filter(|reason| reason.points != 0.0)
        .collect();
    // Stable, so that equal reasons stay in the rubric's order.
    reasons.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let (reasons_for, reasons_against) =
        reasons.into_iter().partition(|reason| reason.points > 0.0);
    Argument {
        alternative,
        rival,
        reasons_for,
        reasons_against,
    }
}
