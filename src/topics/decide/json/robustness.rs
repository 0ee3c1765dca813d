//! Version 1: how firm the result is.

use super::shapes::{Each, ids, outcome};
use super::words::{AlternativeId, FirmnessWord, OutcomeWord};
use crate::engine::decision::{FlipResult, JointChangeResult, Robustness, WeightsResult};
use crate::engine::robustness::acceptability::{Acceptability, Error};
use crate::engine::robustness::{
    CentralWeights, Firmness, Share, Support, Switching, SwitchingWeight,
};
use crate::files::Alternative;
use schemars::JsonSchema;
use serde::Serialize;

/// How firm the recommendation is.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Firmness")]
pub(crate) struct FirmnessEntry {
    word: FirmnessWord,
    /// Share of the weightings near the stated ones under which it comes first.
    acceptability: f64,
    /// Share by which every weight may be off at once before another could be ahead.
    weight_error: f64,
    /// Share of the ways in which the open questions could turn out that leave it first.
    outlook: f64,
}

/// How firm the result is, and what would change it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Robustness")]
pub(crate) struct RobustnessEntry<'a> {
    /// How far it rests on the weights; null if fewer than two alternatives are viable.
    weights: Option<WeightsEntry<'a>>,
    /// Single answers that would change the outcome, the nearest first.
    flips: Vec<FlipEntry<'a>>,
    /// What could come first once everything is answered.
    outlook: OutlookEntry,
}

/// How far the order of the viable alternatives rests on the weights.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Weights")]
struct WeightsEntry<'a> {
    /// The viable alternatives, the leader first; the rows and columns below are in this order.
    alternatives: Vec<AlternativeId>,
    /// Over the weightings near the stated ones.
    near_stated: SharesEntry<'a>,
    /// Over all weightings.
    over_all: SharesEntry<'a>,
    /// How far the weight of each criterion can move.
    criteria: Vec<SwitchingEntry<'a>>,
    /// How far the joint weight of each group can move.
    groups: Vec<SwitchingEntry<'a>>,
    /// The smallest change of all weights together that makes each rival level with the leader.
    smallest_joint_changes: Vec<JointChangeEntry<'a>>,
    /// The share by which every weight may be off at once, 0 to 1.
    tolerated_error: f64,
}

/// How the alternatives rank over the weightings of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Shares")]
struct SharesEntry<'a> {
    /// For each alternative, the share of each rank.
    ranks: Vec<Vec<f64>>,
    /// For each alternative, the share with which it beats every other.
    pairwise: Vec<Vec<f64>>,
    /// For each alternative, the mean weights under which it comes first; null if there are none.
    central_weights: Vec<Option<Vec<CentralWeight<'a>>>>,
}

/// A share of all weight, and the criterion it belongs to.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CriterionWeight")]
struct CentralWeight<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// The share, 0 to 1.
    weight: f64,
}

/// How far a weight can move before the leader is overtaken, the other weights staying in proportion.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Switching")]
struct SwitchingEntry<'a> {
    /// The id of the criterion or group.
    id: &'a str,
    /// The normalised weight now, 0 to 1.
    weight: f64,
    /// The points now.
    points: f64,
    /// The weight below which another alternative comes first; null if the leader stays first down to 0.
    low: Option<SwitchingEnd>,
    /// The weight above which another alternative comes first; null if the leader stays first up to 1.
    high: Option<SwitchingEnd>,
}

/// A weight at which two alternatives are level.
#[derive(Debug, Serialize, JsonSchema)]
struct SwitchingEnd {
    /// The normalised weight, 0 to 1.
    weight: f64,
    /// The points that come to it while all other points stay as they are.
    points: f64,
    /// The alternative that comes first beyond it.
    rival: AlternativeId,
}

/// The smallest change of all weights together that makes a rival level with the leader.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "JointChange")]
struct JointChangeEntry<'a> {
    /// The rival.
    rival: AlternativeId,
    /// The share of all weight that has to move; null if no weights put the rival ahead.
    moved: Option<f64>,
    /// The criteria that lose weight, with what each loses.
    from: Vec<CentralWeight<'a>>,
    /// The id of the criterion that gains it.
    to: Option<&'a str>,
}

/// A different answer that would change the outcome.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Flip")]
struct FlipEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The answer in words, such as "20 ms or more".
    answer: &'a str,
    /// The answer given, in words; empty where the other one says it all.
    instead_of: &'a str,
    /// What to give to `--set` to try it.
    set: String,
    /// How far it is from the answer given: choices or bands away.
    steps: usize,
    /// The outcome it would lead to.
    outcome: OutcomeWord,
    /// The alternatives that would be recommended, or too close to call.
    recommended: Vec<AlternativeId>,
}

/// Which alternatives could come first once everything is answered.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Outlook")]
struct OutlookEntry {
    /// Whether the shares were counted out; if not, they are bounds.
    exact: bool,
    /// Share of the ways the open questions could turn out in which each alternative comes first.
    first: Each<ShareEntry>,
    /// The alternative that stays first whatever the answers.
    guaranteed: Option<AlternativeId>,
}

/// The bounds of a share, 0 to 1.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[schemars(rename = "Share")]
struct ShareEntry {
    low: f64,
    high: f64,
}

/// A share to nine decimals: what is computed beyond them may differ between machines.
pub(crate) fn share(share: f64) -> f64 {
    (share * 1e9).round() / 1e9 + 0.0
}

fn shares(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    rows.iter()
        .map(|row| row.iter().map(|&value| share(value)).collect())
        .collect()
}

impl FirmnessEntry {
    pub(crate) fn new((firmness, support): (Firmness, Support)) -> Self {
        Self {
            word: firmness.into(),
            acceptability: share(support.acceptability),
            weight_error: share(support.weight_error),
            outlook: share(support.outlook),
        }
    }
}

impl<'a> RobustnessEntry<'a> {
    pub(crate) fn new(robustness: &'a Robustness) -> Result<Self, Error> {
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
                guaranteed: outlook.guaranteed().map(AlternativeId::from),
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
            rival: end.rival.into(),
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
            rival: change.rival.into(),
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
