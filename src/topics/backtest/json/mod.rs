//! Version 1 of `rubric test --format json`.

pub mod baselines;
pub mod case;
pub mod counts;
pub mod cross_validation;
pub mod reach;

use crate::topics::backtest;
use crate::topics::backtest::Report;
use crate::topics::backtest::json::case::CaseEntry;
use crate::topics::backtest::json::counts::Counts;
use crate::topics::backtest::json::cross_validation::{CrossValidationEntry, TunedEntry};
use crate::topics::backtest::json::reach::Reach;
use schemars::JsonSchema;
use serde::Serialize;

/// What testing rubrics on their cases comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Backtest<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// The rubrics, in the order of the command line.
    rubrics: Vec<RubricEntry<'a>>,
    /// All of them together; null for a single rubric, and if two of them share a case.
    overall: Option<Overall<'a>>,
}

impl<'a> Backtest<'a> {
    /// The document for some reports.
    pub fn new(
        reports: &'a [Report],
        overall: Option<&'a backtest::Overall>,
        min_agreement: Option<u8>,
    ) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            rubrics: reports
                .iter()
                .map(|report| RubricEntry::new(report, min_agreement))
                .collect(),
            overall: overall.map(Overall::new),
        }
    }
}

/// A rubric on its cases.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Rubric")]
struct RubricEntry<'a> {
    /// Its id.
    rubric: &'a str,
    /// The version of its content.
    rubric_version: String,
    /// The agreement that was asked for; null if none was.
    min_agreement: Option<MinAgreement>,
    #[serde(flatten)]
    counts: Counts<'a>,
    /// What no case reaches.
    reach: Reach<'a>,
    /// How it does on cases that its weights were not tuned on; null if that was not asked for, or there are no cases.
    cross_validation: Option<CrossValidationEntry<'a>>,
    /// The cases, in the order of the files.
    cases: Vec<CaseEntry<'a>>,
}

impl<'a> RubricEntry<'a> {
    fn new(report: &'a Report, min_agreement: Option<u8>) -> Self {
        let cross_validation = report.cross_validation.as_ref();
        Self {
            rubric: &report.rubric,
            rubric_version: report.rubric_version.to_string(),
            min_agreement: min_agreement.map(|percent| MinAgreement {
                percent,
                reached: report.summary.tally.reaches(percent),
            }),
            counts: Counts::new(&report.summary),
            reach: Reach::new(&report.reach),
            cross_validation: cross_validation.map(CrossValidationEntry::new),
            cases: report.trials.iter().map(CaseEntry::new).collect(),
        }
    }
}

/// The agreement that was asked for.
#[derive(Debug, Serialize, JsonSchema)]
struct MinAgreement {
    /// The share of the cases where an alternative is recommended, in percent.
    percent: u8,
    /// Whether the rubric agrees with so many.
    reached: bool,
}

/// Several rubrics together, over the cases of all.
#[derive(Debug, Serialize, JsonSchema)]
struct Overall<'a> {
    #[serde(flatten)]
    counts: Counts<'a>,
    /// How they do on cases that their weights were not tuned on, the sums over the rubrics; null if that was not asked
    /// for, or there are no cases.
    cross_validation: Option<TunedEntry>,
}

impl<'a> Overall<'a> {
    fn new(overall: &'a backtest::Overall) -> Self {
        let cross_validation = overall.cross_validation.as_ref();
        Self {
            counts: Counts::new(&overall.summary),
            cross_validation: cross_validation.map(|(_, tuned)| tuned.into()),
        }
    }
}
