//! Version 1 of `rubric test --format json`.

use serde::Serialize;

use super::shapes::{ids, outcome};
use crate::backtest::{
    self, Column, Comparison, CrossValidation, MarketRule, Report, Row, Tally, Trial, Unreached,
};
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
    chosen: Vec<&'static str>,
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

/// Simpler rules on the same cases.
#[derive(Debug, Serialize)]
struct Baselines {
    majority: Option<Majority>,
    market_rule: Option<BaselineEntry>,
    market_rule_lacks: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Majority {
    alternative: &'static str,
    #[serde(flatten)]
    baseline: BaselineEntry,
}

/// A rule that always names an alternative. `recommended` is where the rubric recommends something.
#[derive(Debug, Serialize)]
struct BaselineEntry {
    cases: usize,
    agree: usize,
    recommended: usize,
    recommended_agree: usize,
}

impl From<&backtest::Baseline> for BaselineEntry {
    fn from(baseline: &backtest::Baseline) -> Self {
        Self {
            cases: baseline.cases,
            agree: baseline.agree,
            recommended: baseline.committed,
            recommended_agree: baseline.committed_agree,
        }
    }
}

impl Baselines {
    fn new(report: &Report) -> Self {
        let (market_rule, market_rule_lacks) = match &report.market_rule {
            MarketRule::Applies(baseline) => (Some(baseline.into()), Vec::new()),
            MarketRule::Lacks(questions) => (None, questions.clone()),
        };
        Self {
            majority: report
                .majority
                .as_ref()
                .map(|(alternative, baseline)| Majority {
                    alternative: alternative.id(),
                    baseline: baseline.into(),
                }),
            market_rule,
            market_rule_lacks,
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

#[derive(Debug, Serialize)]
struct CrossValidationEntry<'a> {
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
    fn new(result: &'a CrossValidation) -> Self {
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

#[derive(Debug, Serialize)]
struct CaseEntry<'a> {
    id: &'a str,
    title: &'a str,
    organisation: Option<&'a str>,
    year: Option<u16>,
    domain: Option<&'a str>,
    component: Option<&'a str>,
    label: Option<&'static str>,
    chosen: Vec<&'static str>,
    outcome: &'static str,
    /// The recommended alternative, or those too close to call.
    alternatives: Vec<&'static str>,
    firmness: Option<&'static str>,
    margin: Option<f64>,
    comparison: Option<&'static str>,
    /// What speaks most for the alternative in front, next to the one behind it.
    reasons: Vec<ReasonEntry>,
    miss: Option<MissEntry>,
    expectations_unmet: Option<Vec<UnmetEntry<'a>>>,
}

/// How many reasons a case tells.
const REASONS: usize = 3;

impl<'a> CaseEntry<'a> {
    fn new(trial: &'a Trial) -> Self {
        let case = trial.case.as_ref();
        let (outcome, alternatives) = outcome(trial.outcome());
        let reasons = |reasons: Vec<backtest::MissReason>| {
            reasons.into_iter().map(ReasonEntry::new).collect()
        };
        Self {
            id: &trial.id,
            title: &trial.assessment.title,
            organisation: case.map(|case| case.organisation.as_str()),
            year: case.map(|case| case.year),
            domain: case.map(|case| case.domain.as_str()),
            component: case.and_then(|case| case.component.as_deref()),
            label: case.map(|case| case.label.id()),
            chosen: ids(&trial.chosen),
            outcome,
            alternatives,
            firmness: trial.firmness().map(words::firmness),
            margin: trial.recommendation().and_then(|whole| whole.margin),
            comparison: trial.comparison.map(|comparison| match comparison {
                Comparison::Agrees => "agrees",
                Comparison::Undecided => "undecided",
                Comparison::Differs => "differs",
            }),
            reasons: reasons(trial.main_reasons(REASONS)),
            miss: trial.miss().map(|miss| MissEntry {
                chosen: miss.chosen.id(),
                instead: miss.instead.map(crate::model::Alternative::id),
                vetoes: miss.vetoes,
                reasons: reasons(miss.reasons),
            }),
            expectations_unmet: trial.has_expectation.then(|| {
                let unmet = trial.unmet.iter().map(|unmet| UnmetEntry {
                    key: unmet.key,
                    expected: &unmet.expected,
                    found: &unmet.found,
                });
                unmet.collect()
            }),
        }
    }
}

#[derive(Debug, Serialize)]
struct ReasonEntry {
    criterion: String,
    points: f64,
    because: String,
}

impl ReasonEntry {
    fn new(reason: backtest::MissReason) -> Self {
        Self {
            criterion: reason.criterion,
            points: reason.points,
            because: reason.because,
        }
    }
}

#[derive(Debug, Serialize)]
struct MissEntry {
    chosen: &'static str,
    instead: Option<&'static str>,
    vetoes: Vec<String>,
    reasons: Vec<ReasonEntry>,
}

#[derive(Debug, Serialize)]
struct UnmetEntry<'a> {
    key: &'static str,
    expected: &'a str,
    found: &'a str,
}
