//! The share of the musts that a candidate meets.

use super::verdict::{OnMust, Verdict};
use crate::files::{EvidenceCounts, Truth};
use schemars::JsonSchema;
use serde::Serialize;

/// A share, 0 to 1, of which is known what it lies between.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Share {
    /// What it is at least.
    #[serde(rename = "share_low")]
    pub low: f64,
    /// What it is at most.
    #[serde(rename = "share_high")]
    pub high: f64,
}

/// The share of the musts demanded that are met, each counting as far as it is known. With nothing demanded it is 1.
pub(crate) fn share(verdicts: &[OnMust<'_>], counts: &EvidenceCounts) -> Share {
    let count = |open: f64| {
        verdicts.iter().map(move |on| {
            let counts = match &on.verdict {
                Verdict::Met(strength) => counts.of(*strength),
                Verdict::Missed => 0.0,
                Verdict::Open(_) => open,
                Verdict::NotDemanded => 1.0,
            };
            (counts, on.applies == Truth::True)
        })
    };
    Share {
        low: extreme(count(0.0), f64::lt),
        high: extreme(count(1.0), f64::gt),
    }
}

/// The least (or greatest) mean of these counts, where those that need not be demanded may be left out.
fn extreme(counts: impl Iterator<Item = (f64, bool)>, better: fn(&f64, &f64) -> bool) -> f64 {
    let (mut sum, mut number) = (0.0, 0.0);
    let mut maybe: Vec<f64> = Vec::new();
    for (count, is_certain) in counts {
        if is_certain {
            sum += count;
            number += 1.0;
        } else {
            maybe.push(count);
        }
    }
    maybe.sort_by(f64::total_cmp);
    if better(&1.0, &0.0) {
        maybe.reverse();
    }
    let mean = |sum: f64, number: f64| if number == 0.0 { 1.0 } else { sum / number };
    for count in maybe {
        if better(&count, &mean(sum, number)) {
            sum += count;
            number += 1.0;
        }
    }
    mean(sum, number)
}

#[cfg(test)]
mod tests {
    use super::extreme;

    #[test]
    fn what_need_not_be_demanded_can_only_widen_the_share() {
        let counts = [(1.0, true), (0.0, true), (0.2, false), (0.9, false)];
        let low = extreme(counts.into_iter(), f64::lt);
        let high = extreme(counts.into_iter(), f64::gt);
        assert!((low - 0.4).abs() < 1e-9);
        assert!((high - 1.9 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_demanded_is_met() {
        assert!((extreme(std::iter::empty(), f64::lt) - 1.0).abs() < 1e-9);
    }
}
