//! Why a rubric says what it says about a case, and what a case that it gets wrong turned on.

use super::trial::{Comparison, Trial};
use crate::engine::decision::Recommendation;
use crate::files::Alternative;

/// What a case that a rubric gets wrong turned on.
#[derive(Debug, Clone, PartialEq)]
pub struct Miss {
    /// What was chosen; of a mix, the part that comes first in the ranking.
    pub chosen: Alternative,
    /// What is in front instead; none if every alternative is ruled out.
    pub instead: Option<Alternative>,
    /// The ids of the vetoes that rule out what was chosen.
    pub vetoes: Vec<String>,
    /// What moves the other one ahead, the most first.
    pub reasons: Vec<MissReason>,
}

/// A criterion that speaks for one alternative against another.
#[derive(Debug, Clone, PartialEq)]
pub struct MissReason {
    /// The id of the criterion.
    pub criterion: String,
    /// Why.
    pub because: String,
    /// By how many points it moves the margin.
    pub points: f64,
}

impl Trial {
    /// What speaks most for the alternative in front, next to the one behind it, at most `most` reasons.
    pub fn main_reasons(&self, most: usize) -> Vec<MissReason> {
        let Some(whole) = self.recommendation() else {
            return Vec::new();
        };
        let leader = whole.arguments.first();
        let reasons = leader
            .into_iter()
            .flat_map(|argument| &argument.reasons_for);
        let points = |reason: &crate::engine::decision::Reason| (reason.criterion, reason.points);
        named(whole, reasons.map(points).take(most))
    }

    /// What it turned on, if the rubric gets this case wrong.
    pub fn miss(&self) -> Option<Miss> {
        let whole = self.recommendation()?;
        if self.comparison != Some(Comparison::Differs) {
            return None;
        }
        let ranked = whole.alternatives.iter().map(|result| result.alternative);
        let chosen = ranked
            .into_iter()
            .find(|alternative| self.chosen.contains(alternative))?;
        let instead = whole
            .alternatives
            .iter()
            .find(|result| result.rank.is_some());
        let instead = instead.map(|result| result.alternative);
        let fired = whole
            .vetoes
            .iter()
            .filter(|veto| veto.fired && veto.excludes.contains(&chosen));
        Some(Miss {
            chosen,
            instead,
            vetoes: fired.map(|veto| veto.id.clone()).collect(),
            reasons: instead.map_or(Vec::new(), |instead| against(whole, chosen, instead)),
        })
    }
}

/// How many reasons a miss tells.
const MISS_REASONS: usize = 3;

/// What speaks most for one alternative against another.
fn against(whole: &Recommendation, other: Alternative, one: Alternative) -> Vec<MissReason> {
    let mut points: Vec<(usize, f64)> = whole
        .criteria
        .iter()
        .map(|criterion| criterion.contributions[one] - criterion.contributions[other])
        .enumerate()
        .filter(|(_, points)| *points > 0.0)
        .collect();
    // Stable, so that equal reasons stay in the rubric's order.
    points.sort_by(|a, b| b.1.total_cmp(&a.1));
    named(whole, points.into_iter().take(MISS_REASONS))
}

fn named(whole: &Recommendation, reasons: impl Iterator<Item = (usize, f64)>) -> Vec<MissReason> {
    let reason = |(criterion, points): (usize, f64)| {
        let criterion = &whole.criteria[criterion];
        Some(MissReason {
            criterion: criterion.id.clone(),
            because: criterion.level.as_ref()?.because.clone(),
            points,
        })
    };
    reasons.filter_map(reason).collect()
}
