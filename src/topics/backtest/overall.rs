//! Several rubrics tested together, each on its own cases.

use super::baseline::MarketRule;
use super::folds::Tuned;
use super::report::Report;
use super::summary::Summary;
use super::trial::Trial;

/// What testing several rubrics comes to, over all of their cases.
#[derive(Debug)]
pub struct Overall {
    /// The ids of the rubrics with their versions.
    pub rubrics: Vec<(String, semver::Version)>,
    /// All cases, each with what its own rubric says.
    pub summary: Summary,
    /// How weights do that were tuned on other cases of the same rubric, and in how many folds for each, if that was
    /// asked for.
    pub cross_validation: Option<(usize, Tuned)>,
}

impl Overall {
    /// The reports taken together. None for a single one, which says it all by itself, and none if two of them share a
    /// case, which would count twice.
    pub fn of(reports: &[Report]) -> Option<Self> {
        if reports.len() < 2 || share_a_case(reports) {
            return None;
        }
        let trials: Vec<&Trial> = reports.iter().flat_map(|report| &report.trials).collect();
        let rules = reports.iter().map(|report| &report.summary.market_rule);
        let named = |report: &Report| (report.rubric.clone(), report.rubric_version.clone());
        Some(Self {
            rubrics: reports.iter().map(named).collect(),
            summary: Summary::of(&trials, MarketRule::sum(rules)),
            cross_validation: cross_validation(reports),
        })
    }
}

/// Whether a case is in two reports, by its name and its title.
pub fn share_a_case(reports: &[Report]) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut trials = reports.iter().flat_map(|report| &report.trials);
    trials.any(|trial| !seen.insert((&trial.id, &trial.assessment.title)))
}

/// The sum over the rubrics; those without organisations to tune on have no cases to add.
fn cross_validation(reports: &[Report]) -> Option<(usize, Tuned)> {
    let results = reports
        .iter()
        .filter_map(|report| report.cross_validation.as_ref());
    results.fold(None, |sum, result| {
        let (_, tuned) = sum.unwrap_or_default();
        Some((result.folds.len(), tuned.plus(result.tuned)))
    })
}
