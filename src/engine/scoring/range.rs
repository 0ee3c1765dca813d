//! What a score could come to, whatever the open questions turn out to be.

use super::completions::{Completions, Joint, OpenCriterion, Term};
use super::eliminate::{Table, maximise, offset};
use crate::files::{CriterionIndex, PerAlternative, Ratings};
use schemars::JsonSchema;
use serde::Serialize;

/// The values between which something lies, whatever the open questions turn out to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Range {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// Whether both ends are reached by some answers. If not, the open questions are too entangled to try them all,
    /// and the range is drawn wider than need be.
    pub exact: bool,
}

impl Completions {
    /// What the score of each alternative could come to.
    pub fn scores(&self) -> PerAlternative<Range> {
        PerAlternative::from_fn(|alternative| {
            self.range(|ratings| ratings[alternative].into(), None)
        })
    }

    /// The range of the score `100 · Σ w·objective(r) / (2 · Σ w)` over every completion. With `only`, the other open
    /// criteria stay out of account, as they do in a score.
    pub fn range(
        &self,
        objective: impl Fn(&Ratings) -> i64,
        only: Option<&[CriterionIndex]>,
    ) -> Range {
        let counts = |open: &&OpenCriterion| only.is_none_or(|only| only.contains(&open.criterion));
        let open: Vec<&OpenCriterion> = self.criteria.iter().filter(counts).collect();
        let sizes = self.sizes();
        let highest = self.highest(&open, &sizes, &objective);
        let lowest = self.highest(&open, &sizes, &|ratings| -objective(ratings));
        Range {
            low: 0.0 - lowest.value(),
            high: highest.value(),
            exact: lowest.exact && highest.exact,
        }
    }

    fn highest(
        &self,
        open: &[&OpenCriterion],
        sizes: &[usize],
        objective: &impl Fn(&Ratings) -> i64,
    ) -> Ratio {
        let exact = self.exact_highest(open, sizes, objective);
        let highest = exact.unwrap_or_else(|| self.outer_highest(open, objective));
        if highest.points < 0 && self.may_rate_nothing(open, sizes) {
            return Ratio {
                exact: highest.exact,
                ..Ratio::NONE
            };
        }
        highest
    }

    /// Whether some completion leaves no criterion that counts, which makes the score 0. To the method above such a
    /// completion looks like any other, as nothing over nothing equals every ratio.
    fn may_rate_nothing(&self, open: &[&OpenCriterion], sizes: &[usize]) -> bool {
        if !self.known.is_empty() {
            return false;
        }
        let tables: Option<Vec<Table>> = open
            .iter()
            .map(|criterion| match &criterion.terms {
                Joint::Listed(terms) => Some(Table {
                    scope: criterion.scope.clone(),
                    values: terms
                        .iter()
                        .map(|term| -i64::from(term.is_some()))
                        .collect(),
                }),
                Joint::Tangled(_) => None,
            })
            .collect();
        let fewest = tables.and_then(|tables| {
            let at = maximise(tables, sizes)?;
            self.ratio(open, sizes, &at, &|_| 0)
        });
        // Where it cannot be told, the range is drawn wider.
        fewest.is_none_or(|fewest| fewest.weight == 0)
    }

    /// The highest ratio of points to weight; `None` if the open questions are too entangled.
    ///
    /// Dinkelbach's method (W. Dinkelbach, "On nonlinear fractional programming", *Management Science* 13, 1967):
    /// while some completion beats the ratio found so far, take its ratio. In whole numbers, hence exact.
    fn exact_highest(
        &self,
        open: &[&OpenCriterion],
        sizes: &[usize],
        objective: &impl Fn(&Ratings) -> i64,
    ) -> Option<Ratio> {
        let mut best = self.ratio(open, sizes, &vec![0; sizes.len()], objective)?;
        loop {
            let tables = open
                .iter()
                .map(|criterion| criterion.table(best, objective))
                .collect::<Option<_>>()?;
            let found = self.ratio(open, sizes, &maximise(tables, sizes)?, objective)?;
            if !found.beats(best) {
                return Some(best);
            }
            best = found;
        }
    }

    fn ratio(
        &self,
        open: &[&OpenCriterion],
        sizes: &[usize],
        at: &[usize],
        objective: &impl Fn(&Ratings) -> i64,
    ) -> Option<Ratio> {
        open.iter()
            .try_fold(self.known_ratio(objective), |sum, criterion| {
                let Joint::Listed(terms) = &criterion.terms else {
                    return None;
                };
                Some(sum.plus(
                    terms[offset(&criterion.scope, sizes, |variable| at[variable])],
                    objective,
                ))
            })
    }

    fn known_ratio(&self, objective: &impl Fn(&Ratings) -> i64) -> Ratio {
        self.known
            .iter()
            .fold(Ratio::NONE, |sum, term| sum.plus(Some(*term), objective))
    }

    /// A bound that lets every criterion take its best row by itself, as if no two read the same question.
    fn outer_highest(
        &self,
        open: &[&OpenCriterion],
        objective: &impl Fn(&Ratings) -> i64,
    ) -> Ratio {
        let take_best = |against: Ratio| {
            open.iter()
                .fold(self.known_ratio(objective), |sum, criterion| {
                    let (Joint::Listed(terms) | Joint::Tangled(terms)) = &criterion.terms;
                    let best = terms
                        .iter()
                        .max_by_key(|term| against.gain(**term, objective));
                    sum.plus(best.copied().flatten(), objective)
                })
        };
        let mut best = Ratio {
            points: -2,
            weight: 1,
            exact: false,
        };
        loop {
            let found = take_best(best);
            if !found.beats(best) {
                return best;
            }
            best = Ratio {
                exact: false,
                ..found
            };
        }
    }
}

impl OpenCriterion {
    fn table(&self, against: Ratio, objective: &impl Fn(&Ratings) -> i64) -> Option<Table> {
        let Joint::Listed(terms) = &self.terms else {
            return None;
        };
        let values = terms
            .iter()
            .map(|term| against.gain(*term, objective))
            .collect();
        Some(Table {
            scope: self.scope.clone(),
            values,
        })
    }
}

/// Points over weight, kept as whole numbers.
#[derive(Debug, Clone, Copy)]
struct Ratio {
    points: i64,
    weight: i64,
    exact: bool,
}

impl Ratio {
    /// Nothing rated yet; stands for the score 0.
    const NONE: Self = Self {
        points: 0,
        weight: 0,
        exact: true,
    };

    fn plus(self, term: Option<Term>, objective: &impl Fn(&Ratings) -> i64) -> Self {
        term.map_or(self, |term| Self {
            points: self.points + term.weight * objective(&term.ratings),
            weight: self.weight + term.weight,
            ..self
        })
    }

    /// How much a term lifts a sum above this ratio, times a positive constant.
    fn gain(self, term: Option<Term>, objective: &impl Fn(&Ratings) -> i64) -> i64 {
        term.map_or(0, |term| {
            term.weight * (objective(&term.ratings) * self.weight.max(1) - self.points)
        })
    }

    fn beats(self, other: Self) -> bool {
        self.points * other.weight.max(1) > other.points * self.weight.max(1)
    }

    fn value(self) -> f64 {
        50.0 * self.points as f64 / self.weight.max(1) as f64
    }
}
