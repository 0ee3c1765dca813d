//! Version 1: how firm the result is.

use serde::Serialize;

use super::shapes::{Each, ids, outcome};
use crate::decision::{FlipResult, JointChangeResult, Robustness, WeightsResult};
use crate::model::Alternative;
use crate::robustness::acceptability::{Acceptability, Error};
use crate::robustness::{CentralWeights, Firmness, Share, Support, Switching, SwitchingWeight};

/// How firm the recommendation is.
#[derive(Debug, Serialize)]
pub(super) struct FirmnessEntry {
    /// `robust`, `leaning` or `fragile`.
    word: &'static str,
    acceptability: f64,
    weight_error: f64,
    outlook: f64,
}

/// How firm the result is, and what would change it.
#[derive(Debug, Serialize)]
pub(super) struct RobustnessEntry<'a> {
    weights: Option<WeightsEntry<'a>>,
    flips: Vec<FlipEntry<'a>>,
    outlook: OutlookEntry,
}

#[derive(Debug, Serialize)]
struct WeightsEntry<'a> {
    /// The viable alternatives, the leader first; the rows and columns below are in this order.
    alternatives: Vec<&'static str>,
    near_stated: SharesEntry<'a>,
    over_all: SharesEntry<'a>,
    criteria: Vec<SwitchingEntry<'a>>,
    groups: Vec<SwitchingEntry<'a>>,
    smallest_joint_changes: Vec<JointChangeEntry<'a>>,
    tolerated_error: f64,
}

#[derive(Debug, Serialize)]
struct SharesEntry<'a> {
    /// For each alternative, the share of each rank.
    ranks: Vec<Vec<f64>>,
    /// For each alternative, the share with which it beats every other.
    pairwise: Vec<Vec<f64>>,
    /// For each alternative, the mean weights under which it comes first; null if there are none.
    central_weights: Vec<Option<Vec<CentralWeight<'a>>>>,
}

#[derive(Debug, Serialize)]
struct CentralWeight<'a> {
    criterion: &'a str,
    weight: f64,
}

#[derive(Debug, Serialize)]
struct SwitchingEntry<'a> {
    id: &'a str,
    weight: f64,
    points: f64,
    low: Option<SwitchingEnd>,
    high: Option<SwitchingEnd>,
}

#[derive(Debug, Serialize)]
struct SwitchingEnd {
    weight: f64,
    points: f64,
    rival: &'static str,
}

#[derive(Debug, Serialize)]
struct JointChangeEntry<'a> {
    rival: &'static str,
    /// The share of all weight that has to move; null if no weights put the rival ahead.
    moved: Option<f64>,
    from: Vec<CentralWeight<'a>>,
    to: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct FlipEntry<'a> {
    question: &'a str,
    answer: &'a str,
    instead_of: &'a str,
    /// What to give to `--set` to try it.
    set: String,
    steps: usize,
    outcome: &'static str,
    recommended: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct OutlookEntry {
    /// Whether the shares were counted out; if not, they are bounds.
    exact: bool,
    /// Share of the ways the open questions could turn out in which each alternative comes first.
    first: Each<ShareEntry>,
    /// The alternative that stays first whatever the answers.
    guaranteed: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, Serialize)]
struct ShareEntry {
    low: f64,
    high: f64,
}

/// A share to nine decimals: what is computed beyond them may differ between machines.
pub(super) fn share(share: f64) -> f64 {
    (share * 1e9).round() / 1e9 + 0.0
}

fn shares(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    rows.iter()
        .map(|row| row.iter().map(|&value| share(value)).collect())
        .collect()
}

impl FirmnessEntry {
    pub(super) fn new((firmness, support): (Firmness, Support)) -> Self {
        Self {
            word: match firmness {
                Firmness::Robust => "robust",
                Firmness::Leaning => "leaning",
                Firmness::Fragile => "fragile",
            },
            acceptability: share(support.acceptability),
            weight_error: share(support.weight_error),
            outlook: share(support.outlook),
        }
    }
}

impl<'a> RobustnessEntry<'a> {
    pub(super) fn new(robustness: &'a Robustness) -> Result<Self, Error> {
        let outlook = &robustness.outlook;
        let bounds = |alternative: Alternative| {
            let Share { low, high } = outlook.first[alternative];
            ShareEntry {
                low: share(low),
                high: share(high),
            }
        };
        Ok(Self {
            weights: robustness
                .weights
                .as_ref()
                .map(WeightsEntry::new)
                .transpose()?,
            flips: robustness.flips.iter().map(FlipEntry::new).collect(),
            outlook: OutlookEntry {
                exact: outlook.exact,
                first: Each::from_fn(bounds),
                guaranteed: outlook.guaranteed().map(Alternative::id),
            },
        })
    }
}

impl<'a> WeightsEntry<'a> {
    fn new(weights: &'a WeightsResult) -> Result<Self, Error> {
        let (near_stated, over_all) = weights.central_weights()?;
        let criteria = &weights.criteria;
        Ok(Self {
            alternatives: ids(&weights.alternatives),
            near_stated: SharesEntry::new(&weights.near_stated, near_stated, criteria),
            over_all: SharesEntry::new(&weights.over_all, over_all, criteria),
            criteria: weights
                .criterion_weights
                .iter()
                .map(SwitchingEntry::new)
                .collect(),
            groups: weights
                .group_weights
                .iter()
                .map(SwitchingEntry::new)
                .collect(),
            smallest_joint_changes: weights
                .joint_changes
                .iter()
                .map(JointChangeEntry::new)
                .collect(),
            tolerated_error: share(weights.tolerated_error),
        })
    }
}

impl<'a> SharesEntry<'a> {
    fn new(acceptability: &Acceptability, central: CentralWeights, criteria: &'a [String]) -> Self {
        let named = |means: Vec<f64>| {
            let named = criteria.iter().zip(means);
            named
                .map(|(criterion, weight)| CentralWeight {
                    criterion,
                    weight: share(weight),
                })
                .collect()
        };
        Self {
            ranks: shares(&acceptability.ranks),
            pairwise: shares(&acceptability.pairwise),
            central_weights: central.into_iter().map(|means| means.map(named)).collect(),
        }
    }
}

impl<'a> SwitchingEntry<'a> {
    fn new(switching: &'a Switching<String>) -> Self {
        let end = |end: SwitchingWeight| SwitchingEnd {
            weight: share(end.weight),
            points: share(end.points),
            rival: end.rival.id(),
        };
        Self {
            id: &switching.of,
            weight: share(switching.weight),
            points: share(switching.points),
            low: switching.low.map(end),
            high: switching.high.map(end),
        }
    }
}

impl<'a> JointChangeEntry<'a> {
    fn new(change: &'a JointChangeResult) -> Self {
        let from = change.from.iter();
        Self {
            rival: change.rival.id(),
            moved: change.moved.map(share),
            from: from
                .map(|(criterion, weight)| CentralWeight {
                    criterion,
                    weight: share(*weight),
                })
                .collect(),
            to: change.to.as_deref(),
        }
    }
}

impl<'a> FlipEntry<'a> {
    fn new(flip: &'a FlipResult) -> Self {
        let (outcome, recommended) = outcome(&flip.outcome);
        Self {
            question: &flip.question,
            answer: &flip.answer,
            instead_of: &flip.instead_of,
            set: format!("{}={}", flip.question, flip.value),
            steps: flip.steps,
            outcome,
            recommended,
        }
    }
}
