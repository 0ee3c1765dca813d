//! What the answers demand of every candidate.

use std::collections::BTreeSet;

use super::bind::{BoundDemand, BoundMust};
use super::known::{Known, known};
use super::verdict::{Missing, OnMust, Verdict};
use crate::files::Facts;
use crate::files::{Candidate, Must, OwnFinding, QuestionIndex, Truth};

/// What the answers demand by one must, worked out once for all candidates.
#[derive(Debug, Clone)]
pub struct Demanded<'a> {
    /// The must.
    pub must: &'a Must,
    /// Its position in the rubric.
    pub position: usize,
    /// Its needs that may hold.
    needs: Vec<DemandedNeed<'a>>,
}

/// A need that holds, or may.
#[derive(Debug, Clone)]
struct DemandedNeed<'a> {
    demand: &'a BoundDemand,
    holds: Truth,
    /// The answers on which it hangs whether it does.
    unanswered: Vec<QuestionIndex>,
}

impl<'a> Demanded<'a> {
    /// What is demanded by a must under these answers.
    pub(crate) fn new(bound: &'a BoundMust<'_>, position: usize, facts: &Facts<'_>) -> Self {
        let needs = bound.must.needs.iter().zip(&bound.needs);
        let needs = needs.map(|(need, bound)| {
            let when = need.when.as_ref();
            let holds = when.map_or(Truth::True, |when| when.holds(facts));
            let reads = bound.reads.iter().filter(|_| holds == Truth::Unknown);
            let unanswered = reads.filter(|&&question| facts.value(question).is_none());
            DemandedNeed {
                demand: &bound.demand,
                holds,
                unanswered: unanswered.copied().collect(),
            }
        });
        Self {
            must: bound.must,
            position,
            needs: needs.filter(|need| need.holds.is_possible()).collect(),
        }
    }

    /// Whether anything is demanded.
    pub fn applies(&self) -> Truth {
        let needs = self.needs.iter();
        needs.fold(Truth::False, |any, need| any.or(need.holds))
    }

    /// Whether it demands something that no landscape says.
    pub(crate) fn is_beyond_landscapes(&self) -> bool {
        let mut needs = self.needs.iter();
        needs.any(|need| {
            need.holds == Truth::True && matches!(need.demand, BoundDemand::NotDocumented)
        })
    }

    /// The questions without an answer on which it hangs what is demanded.
    pub fn unanswered(&self) -> BTreeSet<QuestionIndex> {
        let needs = self.needs.iter();
        needs.flat_map(|need| &need.unanswered).copied().collect()
    }

    /// How a candidate stands to it. What the team found out counts for more than what the landscape says.
    pub(crate) fn judge(&self, candidate: &Candidate, own: Option<&'a OwnFinding>) -> OnMust<'a> {
        let applies = self.applies();
        let by_landscape = self.by_landscape(candidate);
        let (verdict, own) = match own {
            _ if applies == Truth::False => (Verdict::NotDemanded, None),
            None => (by_landscape, None),
            Some(own) if own.meets => {
                let strength = by_landscape.strength().max(Some(own.evidence));
                (Verdict::Met(strength.unwrap_or(own.evidence)), Some(own))
            }
            Some(own) if applies == Truth::True => (Verdict::Missed, Some(own)),
            // Whether it matters hangs on an answer.
            Some(own) => (
                Verdict::Open(Missing {
                    unanswered: self.unanswered(),
                    is_documented: true,
                    ..Missing::default()
                }),
                Some(own),
            ),
        };
        OnMust {
            must: self.position,
            verdict,
            applies,
            own,
        }
    }

    fn by_landscape(&self, candidate: &Candidate) -> Verdict {
        let mut weakest = None;
        let mut missing: Option<Missing> = None;
        for need in &self.needs {
            let is_certain = need.holds == Truth::True;
            match known(need.demand, candidate) {
                Known::Yes(strength) => {
                    weakest = Some(weakest.map_or(strength, |weakest| strength.min(weakest)));
                }
                Known::No if is_certain => return Verdict::Missed,
                Known::NotDocumented(attributes) if is_certain => {
                    let missing = missing.get_or_insert_with(Missing::of_answers);
                    missing.is_documented = false;
                    missing.undocumented = missing.undocumented.union(attributes);
                }
                // Whether it is needed at all is to be answered first.
                Known::No | Known::NotDocumented(_) => {
                    let missing = missing.get_or_insert_with(Missing::of_answers);
                    missing.unanswered.extend(&need.unanswered);
                }
            }
        }
        match (missing, weakest) {
            (Some(missing), _) => Verdict::Open(missing),
            (None, Some(strength)) => Verdict::Met(strength),
            (None, None) => Verdict::NotDemanded,
        }
    }
}

impl Missing {
    /// Nothing but answers is missing.
    fn of_answers() -> Self {
        Self {
            is_documented: true,
            ..Self::default()
        }
    }
}
