//! Version 1: shapes that several entries share.

use super::words::{AlternativeId, OutcomeWord};
use crate::engine::scoring::{Outcome, Range};
use crate::files::{Alternative, PerAlternative};
use schemars::JsonSchema;
use serde::Serialize;

/// A value for each alternative.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Each<T> {
    build: T,
    buy: T,
    #[serde(rename = "open-source")]
    open_source: T,
}

impl<T> Each<T> {
    pub(crate) fn from_fn(mut of: impl FnMut(Alternative) -> T) -> Self {
        Self {
            build: of(Alternative::Build),
            buy: of(Alternative::Buy),
            open_source: of(Alternative::OpenSource),
        }
    }
}

impl<T: Copy> From<PerAlternative<T>> for Each<T> {
    fn from(values: PerAlternative<T>) -> Self {
        Self::from_fn(|alternative| values[alternative])
    }
}

/// The values between which something lies, whatever the open questions turn out to be.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Range")]
pub(crate) struct RangeEntry {
    /// The lowest.
    low: f64,
    /// The highest.
    high: f64,
    /// Whether both ends are reached by some answers; if not, the range is drawn wider than need be.
    exact: bool,
}

impl From<Range> for RangeEntry {
    fn from(range: Range) -> Self {
        Self {
            low: range.low,
            high: range.high,
            exact: range.exact,
        }
    }
}

pub(crate) fn outcome(outcome: &Outcome) -> (OutcomeWord, Vec<AlternativeId>) {
    let recommended = match outcome {
        Outcome::Recommended(alternative) => vec![(*alternative).into()],
        Outcome::TooClose(tied) => ids(tied),
        Outcome::Inconclusive | Outcome::NoViableAlternative(_) => Vec::new(),
    };
    (outcome.into(), recommended)
}

pub(crate) fn ids(alternatives: &[Alternative]) -> Vec<AlternativeId> {
    let alternatives = alternatives.iter().copied();
    alternatives.map(AlternativeId::from).collect()
}
