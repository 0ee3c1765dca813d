//! Version 1: how weights do that were tuned on other cases.

use serde::Serialize;

use super::TallyEntry;
use crate::backtest::CrossValidation;

#[derive(Debug, Serialize)]
pub(super) struct CrossValidationEntry<'a> {
    as_written: TallyEntry,
    tuned_on_all: TallyEntry,
    held_out: TallyEntry,
    folds: Vec<FoldEntry>,
    weights_tuned_on_all: Vec<WeightEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct FoldEntry {
    organisations: usize,
    held_out: TallyEntry,
    weights_changed: usize,
}

#[derive(Debug, Serialize)]
struct WeightEntry<'a> {
    criterion: &'a str,
    written: u8,
    tuned: u8,
}

impl<'a> CrossValidationEntry<'a> {
    pub(super) fn new(result: &'a CrossValidation) -> Self {
        Self {
            as_written: (&result.as_written).into(),
            tuned_on_all: (&result.as_tuned).into(),
            held_out: (&result.held_out).into(),
            folds: result
                .folds
                .iter()
                .map(|fold| FoldEntry {
                    organisations: fold.organisations,
                    held_out: (&fold.held_out).into(),
                    weights_changed: fold.weights_changed,
                })
                .collect(),
            weights_tuned_on_all: result
                .changes
                .iter()
                .map(|(criterion, written, tuned)| WeightEntry {
                    criterion,
                    written: *written,
                    tuned: *tuned,
                })
                .collect(),
        }
    }
}
