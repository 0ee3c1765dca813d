//! Version 1: shapes that several entries share.

use serde::Serialize;

use crate::model::{Alternative, PerAlternative};
use crate::scoring::{Outcome, Range};

/// A value for each alternative.
#[derive(Debug, Serialize)]
pub(super) struct Each<T> {
    build: T,
    buy: T,
    #[serde(rename = "open-source")]
    open_source: T,
}

impl<T> Each<T> {
    pub(super) fn from_fn(mut of: impl FnMut(Alternative) -> T) -> Self {
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

#[derive(Debug, Serialize)]
pub(super) struct RangeEntry {
    low: f64,
    high: f64,
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

pub(super) fn outcome(outcome: &Outcome) -> (&'static str, Vec<&'static str>) {
    match outcome {
        Outcome::Recommended(alternative) => ("recommended", vec![alternative.id()]),
        Outcome::TooClose(tied) => ("too-close", ids(tied)),
        Outcome::Inconclusive => ("inconclusive", Vec::new()),
        Outcome::NoViableAlternative(_) => ("no-viable-alternative", Vec::new()),
    }
}

pub(super) fn ids(alternatives: &[Alternative]) -> Vec<&'static str> {
    alternatives
        .iter()
        .map(|alternative| alternative.id())
        .collect()
}
