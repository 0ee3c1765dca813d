//! Trials counted together, of one rubric or of several.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::baseline::{Baseline, MarketRule};
use super::confusion::Confusion;
use super::tally::Tally;
use super::trial::Trial;
use crate::engine::robustness::Firmness;
use crate::files::{Alternative, CaseLabel};

/// Trials counted together.
#[derive(Debug)]
pub struct Summary {
    /// All cases.
    pub tally: Tally,
    /// How often what was chosen is in front, be it recommended or not.
    pub in_front: usize,
    /// The cases by what they have in common.
    pub groups: Groups,
    /// What was chosen against what is said.
    pub confusion: Confusion,
    /// Always naming what was chosen most often; none without cases.
    pub majority: Option<(Alternative, Baseline)>,
    /// A short rule on the market and the team.
    pub market_rule: MarketRule,
    /// How many files say what to expect.
    pub expectations: usize,
    /// How many of them expect something that is not so.
    pub unmet: usize,
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

impl Summary {
    pub(crate) fn of(trials: &[&Trial], market_rule: MarketRule) -> Self {
        let count = |is: fn(&Trial) -> bool| trials.iter().filter(|trial| is(trial)).count();
        Self {
            tally: Tally::of(trials.iter().copied()),
            in_front: count(Trial::is_in_front),
            groups: Groups::of(trials),
            confusion: Confusion::of(trials.iter().copied()),
            majority: Baseline::majority(trials),
            market_rule,
            expectations: count(|trial| trial.has_expectation),
            unmet: count(|trial| !trial.unmet.is_empty()),
        }
    }
}

impl Groups {
    fn of(trials: &[&Trial]) -> Self {
        let firmness = |trial: &Trial| trial.firmness().map(Reverse);
        let domain = |trial: &Trial| Some(trial.case.as_ref()?.domain.clone());
        let chosen = |trial: &Trial| Some((trial.chosen.len(), trial.chosen.clone()));
        let label = |trial: &Trial| Some(trial.case.as_ref()?.label);
        let rename = |groups: Vec<(Reverse<Firmness>, Tally)>| {
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
fn by<K: Ord + Clone>(trials: &[&Trial], key: impl Fn(&Trial) -> Option<K>) -> Vec<(K, Tally)> {
    let compared = || {
        let all = trials.iter().copied();
        all.filter(|trial| trial.comparison.is_some())
    };
    let keys: BTreeSet<K> = compared().filter_map(&key).collect();
    let tally = |wanted: &K| {
        let members = compared().filter(|trial| key(trial).as_ref() == Some(wanted));
        Tally::of(members)
    };
    keys.iter()
        .map(|wanted| (wanted.clone(), tally(wanted)))
        .collect()
}
