//! What would have to give where nothing fits.

use std::collections::{BTreeMap, BTreeSet};

use super::lineup::{Judged, Lineup};
use crate::files::{CandidateKind, Truth};

/// How many ways out are told.
const MOST: usize = 5;

/// Musts without which some candidates would fit, or might.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The musts, by position in the rubric; as few as possible.
    pub musts: Vec<usize>,
    /// The ids of the candidates that would then meet every must.
    pub fit: Vec<String>,
    /// The ids of those that would then miss none, and of which something is not known.
    pub may_fit: Vec<String>,
}

/// The smallest sets of musts to give up so that some candidate of a kind might fit; none if one may already. Those
/// that help most come first.
pub fn relaxations(lineup: &Lineup<'_>, kind: CandidateKind) -> Vec<Relaxation> {
    let usable: Vec<&Judged<'_>> = lineup.of(kind).filter(|judged| !judged.is_gone()).collect();
    if usable.iter().any(|judged| judged.fits().is_possible()) {
        return Vec::new();
    }
    let mut by_musts: BTreeMap<BTreeSet<usize>, Relaxation> = BTreeMap::new();
    for judged in usable {
        let musts: BTreeSet<usize> = judged.missed().map(|on| on.must).collect();
        let relaxation = by_musts.entry(musts.clone()).or_insert_with(|| Relaxation {
            musts: musts.into_iter().collect(),
            fit: Vec::new(),
            may_fit: Vec::new(),
        });
        let is_open = judged.open().next().is_some() || judged.looked_at == Truth::Unknown;
        let list = if is_open {
            &mut relaxation.may_fit
        } else {
            &mut relaxation.fit
        };
        list.push(judged.candidate.id.clone());
    }
    let mut all: Vec<Relaxation> = by_musts.into_values().collect();
    let least = all.iter().map(|one| one.musts.len()).min();
    all.retain(|one| Some(one.musts.len()) == least);
    for one in &mut all {
        one.fit.sort_unstable();
        one.may_fit.sort_unstable();
    }
    all.sort_by_key(|one| {
        (
            std::cmp::Reverse((one.fit.len(), one.may_fit.len())),
            one.musts.clone(),
        )
    });
    all.truncate(MOST);
    all
}
