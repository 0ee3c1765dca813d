//! Version 1 of `rubric test --format json`.

mod baselines;
mod case;
mod cross_validation;

use serde::Serialize;

use self::baselines::Baselines;
use self::case::CaseEntry;
use self::cross_validation::CrossValidationEntry;
use super::shapes::ids;
use super::words::AlternativeId;
use crate::backtest::{self, Column, Report, Row, Tally, Unreached};
use crate::render::backtest as words;

/// What testing rubrics on their cases comes to.
#[derive(Debug, Serialize)]
pub struct Backtest<'a> {
    version: u32,
    trilemma: &'static str,
    rubrics: Vec<RubricEntry<'a>>,
}

impl<'a> Backtest<'a> {
    /// The document for some reports.
    pub fn new(reports: &'a [Report], min_agreement: Option<u8>) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            rubrics: reports
                .iter()
                .map(|report| RubricEntry::new(report, min_agreement))
                .collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct RubricEntry<'a> {
    rubric: &'a str,
    rubric_version: String,
    agreement: TallyEntry,
    min_agreement: Option<MinAgreement>,
    by_firmness: Vec<Named<'static>>,
    by_domain: Vec<Named<'a>>,
    by_chosen: Vec<Chosen>,
    by_label: Vec<Named<'static>>,
    confusion: Vec<ConfusionRow>,
    baselines: Baselines,
    reach: Reach<'a>,
    cross_validation: Option<CrossValidationEntry<'a>>,
    cases: Vec<CaseEntry<'a>>,
}

impl<'a> RubricEntry<'a> {
    fn new(report: &'a Report, min_agreement: Option<u8>) -> Self {
        let groups = &report.groups;
        let firmness = groups.by_firmness.iter();
        let domain = groups.by_domain.iter();
        let label = groups.by_label.iter();
        let chosen = groups.by_chosen.iter().map(|(chosen, tally)| Chosen {
            chosen: ids(chosen),
            agreement: tally.into(),
        });
        Self {
            rubric: &report.rubric,
            rubric_version: report.rubric_version.to_string(),
            agreement: (&report.tally).into(),
            min_agreement: min_agreement.map(|percent| MinAgreement {
                percent,
                reached: report.tally.reaches(percent),
            }),
            by_firmness: firmness
                .map(|(word, tally)| named(words::firmness(*word), tally))
                .collect(),
            by_domain: domain.map(|(name, tally)| named(name, tally)).collect(),
            by_chosen: chosen.collect(),
            by_label: label
                .map(|(label, tally)| named(label.id(), tally))
                .collect(),
            confusion: report.confusion.rows().map(ConfusionRow::new).collect(),
            baselines: Baselines::new(report),
            reach: Reach::new(&report.reach),
            cross_validation: report
                .cross_validation
                .as_ref()
                .map(CrossValidationEntry::new),
            cases: report.trials.iter().map(CaseEntry::new).collect(),
        }
    }
}

/// Shares are from 0 to 1; null where there is nothing to share.
#[derive(Debug, Serialize)]
struct TallyEntry {
    cases: usize,
    agree: usize,
    share: Option<f64>,
    recommended: usize,
    recommended_agree: usize,
    recommended_share: Option<f64>,
    undecided: usize,
    undecided_share: Option<f64>,
}

impl From<&Tally> for TallyEntry {
    fn from(tally: &Tally) -> Self {
        Self {
            cases: tally.cases,
            agree: tally.agree,
            share: tally.agreement(),
            recommended: tally.committed,
            recommended_agree: tally.committed_agree,
            recommended_share: tally.committed_agreement(),
            undecided: tally.undecided(),
            undecided_share: tally.undecided_share(),
        }
    }
}

#[derive(Debug, Serialize)]
struct MinAgreement {
    percent: u8,
    reached: bool,
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    name: &'a str,
    agreement: TallyEntry,
}

fn named<'n>(name: &'n str, tally: &Tally) -> Named<'n> {
    Named {
        name,
        agreement: tally.into(),
    }
}

#[derive(Debug, Serialize)]
struct Chosen {
    chosen: Vec<AlternativeId>,
    agreement: TallyEntry,
}

#[derive(Debug, Serialize)]
struct ConfusionRow {
    chosen: &'static str,
    build: usize,
    buy: usize,
    #[serde(rename = "open-source")]
    open_source: usize,
    #[serde(rename = "too-close")]
    too_close: usize,
    inconclusive: usize,
    #[serde(rename = "no-viable-alternative")]
    no_viable_alternative: usize,
}

impl ConfusionRow {
    fn new(
        (row, [build, buy, open_source, too_close, inconclusive, none]): (
            Row,
            [usize; Column::ALL.len()],
        ),
    ) -> Self {
        Self {
            chosen: match row {
                Row::Chosen(alternative) => alternative.id(),
                Row::Mix => "mix",
            },
            build,
            buy,
            open_source,
            too_close,
            inconclusive,
            no_viable_alternative: none,
        }
    }
}

/// What no case reaches.
#[derive(Debug, Serialize)]
struct Reach<'a> {
    rows: usize,
    rows_unreached: Vec<RowEntry<'a>>,
    vetoes: usize,
    vetoes_unreached: &'a [String],
    advice: usize,
    advice_unreached: &'a [String],
}

#[derive(Debug, Serialize)]
struct RowEntry<'a> {
    criterion: &'a str,
    row: usize,
    because: &'a str,
}

impl<'a> Reach<'a> {
    fn new(reach: &'a backtest::Reach) -> Self {
        let Unreached { of, items } = &reach.rows;
        Self {
            rows: *of,
            rows_unreached: items
                .iter()
                .map(|row| RowEntry {
                    criterion: &row.criterion,
                    row: row.row,
                    because: &row.because,
                })
                .collect(),
            vetoes: reach.vetoes.of,
            vetoes_unreached: &reach.vetoes.items,
            advice: reach.advice.of,
            advice_unreached: &reach.advice.items,
        }
    }
}
