//! Robust, leaning or fragile.

use super::outlook::Outlook;
use super::weights::WeightRobustness;
use crate::files::{Alternative, Firmness, FirmnessThresholds, Threshold};
use crate::output::json::nine;
use schemars::JsonSchema;
use serde::Serialize;

/// What firmness is read from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Support {
    /// Share of the weightings near the stated ones under which it comes first, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub acceptability: f64,
    /// Share by which every weight may be off at once before it could be overtaken, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub weight_error: f64,
    /// Share of the ways in which the open questions could turn out that leave it first, at least, among those that
    /// do not exclude it: 0 to 1. What could exclude it is told by itself.
    #[serde(serialize_with = "nine")]
    pub outlook: f64,
}

/// How firm a recommendation is, and what that is read from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct HowFirm {
    /// In a word.
    pub word: Firmness,
    /// What that is read from.
    #[serde(flatten)]
    pub support: Support,
}

impl Support {
    /// The support of the leader. Where nothing else is viable, weights cannot overturn it.
    pub fn of(leader: Alternative, weights: Option<&WeightRobustness>, outlook: &Outlook) -> Self {
        Self {
            acceptability: weights.map_or(1.0, WeightRobustness::leader_acceptability),
            weight_error: weights.map_or(1.0, |weights| weights.tolerated_error),
            outlook: outlook.first_if_viable(leader),
        }
    }

    /// The firmest word whose thresholds it reaches.
    pub fn firmness(&self, thresholds: &FirmnessThresholds) -> Firmness {
        if self.reaches(&thresholds.robust) {
            Firmness::Robust
        } else if self.reaches(&thresholds.leaning) {
            Firmness::Leaning
        } else {
            Firmness::Fragile
        }
    }

    fn reaches(&self, threshold: &Threshold) -> bool {
        self.acceptability >= threshold.acceptability
            && self.weight_error >= threshold.weight_error
            && self.outlook >= threshold.outlook
    }
}
