//! Version 1: how weights do that were tuned on other cases.

use super::counts::TallyEntry;
use crate::topics::backtest::{CrossValidation, FoldResult, Tuned};
use schemars::JsonSchema;
use serde::Serialize;

/// All cases, with weights that were come by in different ways.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Tuned")]
pub(crate) struct TunedEntry {
    /// With the weights as written.
    as_written: TallyEntry,
    /// With weights tuned on all of them: what looking twice at the same cases makes of it.
    tuned_on_all: TallyEntry,
    /// Each with weights tuned without it and the other cases of its fold.
    held_out: TallyEntry,
}

impl From<&Tuned> for TunedEntry {
    fn from(tuned: &Tuned) -> Self {
        Self {
            as_written: (&tuned.as_written).into(),
            tuned_on_all: (&tuned.on_all).into(),
            held_out: (&tuned.held_out).into(),
        }
    }
}

/// How the rubric does on cases that its weights were not tuned on.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CrossValidation")]
pub(crate) struct CrossValidationEntry<'a> {
    #[serde(flatten)]
    tuned: TunedEntry,
    /// The folds.
    folds: Vec<FoldEntry>,
    /// The weights that tuning on all cases changes.
    weights_tuned_on_all: Vec<WeightEntry<'a>>,
}

/// One fold.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Fold")]
struct FoldEntry {
    /// How many organisations are in it.
    organisations: usize,
    /// Its cases, with weights tuned on the other folds.
    held_out: TallyEntry,
    /// How many weights that tuning changes.
    weights_changed: usize,
}

impl From<&FoldResult> for FoldEntry {
    fn from(fold: &FoldResult) -> Self {
        Self {
            organisations: fold.organisations,
            held_out: (&fold.held_out).into(),
            weights_changed: fold.weights_changed,
        }
    }
}

/// A weight that tuning changes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "TunedWeight")]
struct WeightEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// Its points as written.
    written: u8,
    /// Its points as tuned.
    tuned: u8,
}

impl<'a> CrossValidationEntry<'a> {
    pub(crate) fn new(result: &'a CrossValidation) -> Self {
        let changes = result.changes.iter();
        let weight = |(criterion, written, tuned): &'a (String, u8, u8)| WeightEntry {
            criterion,
            written: *written,
            tuned: *tuned,
        };
        Self {
            tuned: (&result.tuned).into(),
            folds: result.folds.iter().map(FoldEntry::from).collect(),
            weights_tuned_on_all: changes.map(weight).collect(),
        }
    }
}
