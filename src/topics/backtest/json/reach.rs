//! Version 1: which parts of a rubric no case reaches.

use crate::topics::backtest;
use schemars::JsonSchema;
use serde::Serialize;

/// What no case reaches.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reach<'a> {
    /// The rows of all decision tables.
    rows: usize,
    /// Those that apply in no case.
    rows_unreached: Vec<RowEntry<'a>>,
    /// The vetoes.
    vetoes: usize,
    /// The ids of those that fire in no case.
    vetoes_unreached: &'a [String],
    /// The pieces of advice.
    advice: usize,
    /// The ids of those that are given in no case.
    advice_unreached: &'a [String],
}

/// A row of a decision table.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Row")]
struct RowEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// The position of the row, from 1.
    row: usize,
    /// What it says, answers named as in the rubric.
    because: &'a str,
}

impl<'a> Reach<'a> {
    pub(crate) fn new(reach: &'a backtest::Reach) -> Self {
        let row = |row: &'a backtest::UnreachedRow| RowEntry {
            criterion: &row.criterion,
            row: row.row,
            because: &row.because,
        };
        Self {
            rows: reach.rows.of,
            rows_unreached: reach.rows.items.iter().map(row).collect(),
            vetoes: reach.vetoes.of,
            vetoes_unreached: &reach.vetoes.items,
            advice: reach.advice.of,
            advice_unreached: &reach.advice.items,
        }
    }
}
