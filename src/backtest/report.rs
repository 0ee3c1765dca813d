//! What testing a rubric on its cases comes to.

use super::baseline::{Baseline, MarketRule};
use super::confusion::Confusion;
use super::folds::CrossValidation;
use super::reach::Reach;
use super::tally::Tally;
use super::trial::Trial;
use crate::model::{Alternative, CaseFile, CaseLabel, Rubric};
use crate::robustness::Firmness;
use crate::robustness::acceptability::Error;

/// What testing a rubric on its cases comes to.
#[derive(Debug)]
pub struct Report {
    /// The id of the rubric.
    pub rubric: String,
    /// Its version.
    pub rubric_version: semver::Version,
    /// Every case with what the rubric says, in the order of the files.
    pub trials: Vec<Trial>,
    /// All cases.
    pub tally: Tally,
    /// The cases by what they have in common.
    pub groups: Groups,
    /// What was chosen against what the rubric says.
    pub confusion: Confusion,
    /// Always naming what was chosen most often; none without cases.
    pub majority: Option<(Alternative, Baseline)>,
    /// A short rule on the market and the team.
    pub market_rule: MarketRule,
    /// Which parts of the rubric the cases reach.
    pub reach: Reach,
    /// How weights that were tuned on other cases do, if that was asked for.
    pub cross_validation: Option<CrossValidation>,
}

/// The cases by what they have in common; no group is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// By how firm the recommendation is, the firmest first.
    pub by_firmness: Vec<(Firmness, Tally)>,
    /// By what they are about, in the order of the alphabet.
    pub by_domain: Vec<(String, Tally)>,
    /// By what was chosen; mixes come last.
    pub by_chosen: Vec<(Vec<Alternative>, Tally)>,
    /// By how clearly what was chosen is one of the alternatives.
    pub by_label: Vec<(CaseLabel, Tally)>,
}

impl Report {
    /// The report of a rubric on some cases.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn new(rubric: &Rubric, files: &[CaseFile], folds: Option<usize>) -> Result<Self, Error> {
        let mut trials = Vec::new();
        for file in files {
            trials.extend(Trial::of(rubric, file)?);
        }
        Ok(Self {
            rubric: rubric.id.clone(),
            rubric_version: rubric.version.clone(),
            tally: Tally::of(&trials),
            groups: Groups::of(&trials),
            confusion: Confusion::of(&trials),
            majority: Baseline::majority(&trials),
            market_rule: MarketRule::of(rubric, &trials),
            reach: Reach::of(rubric, &trials),
            cross_validation: folds.and_then(|folds| CrossValidation::new(rubric, files, folds)),
            trials,
        })
    }

    /// The trials whose expectations are not met.
    pub fn unmet(&self) -> impl Iterator<Item = &Trial> {
        self.trials.iter().filter(|trial| !trial.unmet.is_empty())
    }

    /// How many files say what to expect.
    pub fn expectations(&self) -> usize {
        let expecting = self.trials.iter().filter(|trial| trial.has_expectation);
        expecting.count()
    }
}

impl Groups {
    fn of(trials: &[Trial]) -> Self {
        let firmness = |trial: &Trial| trial.firmness().map(std::cmp::Reverse);
        let domain = |trial: &Trial| Some(trial.case.as_ref()?.domain.clone());
        let chosen = |trial: &Trial| Some((trial.chosen.len(), trial.chosen.clone()));
        let label = |trial: &Trial| Some(trial.case.as_ref()?.label);
        let rename = |groups: Vec<(std::cmp::Reverse<Firmness>, Tally)>| {
            groups
                .into_iter()
                .map(|(firmness, tally)| (firmness.0, tally))
        };
        let parts = |groups: Vec<((usize, Vec<Alternative>), Tally)>| {
            groups
                .into_iter()
                .map(|((_, chosen), tally)| (chosen, tally))
        };
        Self {
            by_firmness: rename(by(trials, firmness)).collect(),
            by_domain: by(trials, domain),
            by_chosen: parts(by(trials, chosen)).collect(),
            by_label: by(trials, label),
        }
    }
}

/// The tally of each group of trials with a case, in the order of the keys.
fn by<K: Ord + Clone>(trials: &[Trial], key: impl Fn(&Trial) -> Option<K>) -> Vec<(K, Tally)> {
    let compared = || trials.iter().filter(|trial| trial.comparison.is_some());
    let keys: std::collections::BTreeSet<K> = compared().filter_map(&key).collect();
    let tally = |wanted: &K| {
        let members = compared().filter(|trial| key(trial).as_ref() == Some(wanted));
        Tally::of(members)
    };
    keys.iter()
        .map(|wanted| (wanted.clone(), tally(wanted)))
        .collect()
}
