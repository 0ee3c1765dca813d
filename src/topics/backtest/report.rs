//! What testing rubrics on their cases comes to: each by itself, and all of them together.

use std::collections::BTreeSet;

use super::counts::{Baselines, Summary};
use super::trial::Trial;
use crate::engine::decision::Recommendation;
use crate::engine::robustness::acceptability::Error;
use crate::files::{CaseFile, Rubric, TextPart};
use schemars::JsonSchema;
use serde::Serialize;

/// What testing rubrics on their cases comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Backtest {
    /// The rubrics, in the order of the command line.
    pub rubrics: Vec<Report>,
    /// All of them together; null for a single rubric, and if two of them share a case.
    pub overall: Option<Overall>,
}

impl Backtest {
    /// The reports, each by itself and together.
    pub(crate) fn new(rubrics: Vec<Report>) -> Self {
        Self {
            overall: Overall::of(&rubrics),
            rubrics,
        }
    }
}

/// A rubric on its cases.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report {
    /// The id of the rubric.
    pub rubric: String,
    /// The version of its content.
    pub rubric_version: semver::Version,
    /// The agreement that was asked for; null if none was.
    pub min_agreement: Option<MinAgreement>,
    /// The cases counted.
    #[serde(flatten)]
    pub summary: Summary,
    /// Which parts of the rubric the cases reach.
    pub reach: Reach,
    /// The cases, in the order of the files.
    #[serde(rename = "cases")]
    pub trials: Vec<Trial>,
}

/// The agreement that was asked for.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct MinAgreement {
    /// The share of the cases where an alternative is recommended, in percent.
    pub percent: u8,
    /// Whether the rubric agrees with so many.
    pub reached: bool,
}

impl Report {
    /// The report of a rubric on some cases.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn new(
        rubric: &Rubric,
        files: &[CaseFile],
        min_agreement: Option<u8>,
    ) -> Result<Self, Error> {
        let mut trials = Vec::new();
        for file in files {
            trials.extend(Trial::of(rubric, file)?);
        }
        let counted: Vec<&Trial> = trials.iter().collect();
        let summary = Summary::of(&counted, Baselines::of(rubric, &counted));
        Ok(Self {
            rubric: rubric.id.clone(),
            rubric_version: rubric.version.clone(),
            min_agreement: min_agreement.map(|percent| MinAgreement {
                percent,
                reached: summary.tally.reaches(percent),
            }),
            summary,
            reach: Reach::of(rubric, &trials),
            trials,
        })
    }

    /// The rubric and its version.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", self.rubric, self.rubric_version)
    }

    /// The trials whose expectations are not met.
    pub(crate) fn unmet(&self) -> impl Iterator<Item = &Trial> {
        let trials = self.trials.iter();
        trials.filter(|trial| !trial.unmet().is_empty())
    }
}

/// What testing several rubrics comes to, over all of their cases.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Overall {
    /// The rubrics with their versions.
    pub rubrics: Vec<String>,
    /// All cases, each with what its own rubric says.
    #[serde(flatten)]
    pub summary: Summary,
}

impl Overall {
    /// The reports taken together. None for a single one, which says it all by itself, and none if two of them share a
    /// case, which would count twice.
    pub fn of(reports: &[Report]) -> Option<Self> {
        if reports.len() < 2 || share_a_case(reports) {
            return None;
        }
        let trials: Vec<&Trial> = reports.iter().flat_map(|report| &report.trials).collect();
        let baselines = reports.iter().map(|report| &report.summary.baselines);
        let baselines: Vec<&Baselines> = baselines.collect();
        Some(Self {
            rubrics: reports.iter().map(Report::title).collect(),
            summary: Summary::of(&trials, Baselines::sum(&trials, &baselines)),
        })
    }
}

/// Whether a case is in two reports, by its name and its title.
pub(crate) fn share_a_case(reports: &[Report]) -> bool {
    let mut seen = BTreeSet::new();
    let mut trials = reports.iter().flat_map(|report| &report.trials);
    trials.any(|trial| !seen.insert((&trial.id, &trial.title)))
}

/// How much of a rubric at least one case reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reach {
    /// Rows of the decision tables.
    pub rows: Unreached<UnreachedRow>,
    /// Vetoes, by id.
    pub vetoes: Unreached<String>,
    /// Advice, by id.
    pub advice: Unreached<String>,
}

/// What no case reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unreached<T> {
    /// How many there are in all.
    pub of: usize,
    /// Those that no case reaches, as in the rubric.
    pub unreached: Vec<T>,
}

/// A row of a decision table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnreachedRow {
    /// The id of the criterion.
    pub criterion: String,
    /// The position of the row, from 1.
    pub row: usize,
    /// What it says, answers named as in the rubric.
    pub because: String,
}

impl Reach {
    /// Whether the cases reach everything.
    pub(crate) fn is_full(&self) -> bool {
        self.rows.unreached.is_empty()
            && self.vetoes.unreached.is_empty()
            && self.advice.unreached.is_empty()
    }

    /// What some trials reach of a rubric.
    pub(crate) fn of(rubric: &Rubric, trials: &[Trial]) -> Self {
        let results: Vec<&Recommendation> =
            trials.iter().filter_map(Trial::recommendation).collect();
        let fired: BTreeSet<&String> = trials
            .iter()
            .flat_map(|trial| &trial.vetoes_fired)
            .collect();
        let given: BTreeSet<&String> = trials
            .iter()
            .flat_map(|trial| &trial.advice_given)
            .collect();
        let vetoes = rubric.vetoes.iter().map(|veto| &veto.id);
        let advice = rubric.advice.iter().map(|advice| &advice.id);
        Self {
            rows: rows(rubric, &results),
            vetoes: Unreached {
                of: rubric.vetoes.len(),
                unreached: vetoes.filter(|id| !fired.contains(id)).cloned().collect(),
            },
            advice: Unreached {
                of: rubric.advice.len(),
                unreached: advice.filter(|id| !given.contains(id)).cloned().collect(),
            },
        }
    }
}

fn rows(rubric: &Rubric, results: &[&Recommendation]) -> Unreached<UnreachedRow> {
    let mut unreached = Unreached {
        of: 0,
        unreached: Vec::new(),
    };
    for (index, criterion) in rubric.criteria.iter().enumerate() {
        for (position, level) in criterion.levels.iter().enumerate() {
            let row = position + 1;
            let applies = |result: &&Recommendation| {
                let known = result.criteria[index].level.as_ref();
                known.is_some_and(|known| known.row == row)
            };
            unreached.of += 1;
            if !results.iter().any(applies) {
                unreached.unreached.push(UnreachedRow {
                    criterion: criterion.id.clone(),
                    row,
                    because: level
                        .because
                        .0
                        .iter()
                        .map(|part| words(rubric, part))
                        .collect(),
                });
            }
        }
    }
    unreached
}

fn words(rubric: &Rubric, part: &TextPart) -> String {
    match part {
        TextPart::Words(words) => words.clone(),
        TextPart::Answer(question) => format!("{{{}}}", rubric.question(*question).id),
    }
}
