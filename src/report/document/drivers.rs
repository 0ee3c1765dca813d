//! What the decision turns on: the criteria that count, with their weights and who set them.

use crate::engine::decision::{CriterionResult, Recommendation};
use crate::files::Origin;

/// A criterion that counts, with what it weighs.
#[derive(Debug, Clone)]
pub struct Driver<'a> {
    /// The criterion.
    pub criterion: &'a CriterionResult,
    /// Its share of all the weight that counts, 0 to 1.
    pub share: f64,
    /// Who set its weight.
    pub set_by: SetBy<'a>,
}

/// Who set a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetBy<'a> {
    /// The rubric with this id.
    Rubric(&'a str),
    /// The team, there, against the rubric's points.
    Team(Origin, u8),
}

impl SetBy<'_> {
    /// It in words: "rubric `id`", "this file; the rubric says 4". Ids are written by `code`.
    pub fn words(&self, code: impl Fn(&str) -> String) -> String {
        match self {
            Self::Rubric(id) => format!("rubric {}", code(id)),
            Self::Team(origin, points) => {
                let place = match origin {
                    Origin::Shared => "this file",
                    Origin::Component => "this file, for this component",
                    Origin::CommandLine => "the command line",
                    // A landscape weighs nothing.
                    Origin::Landscape => "the landscape",
                };
                format!("{place}; the rubric says {points}")
            }
        }
    }
}

/// The criteria whose row is known and which count, the heaviest first.
pub(crate) fn drivers(recommendation: &Recommendation) -> Vec<Driver<'_>> {
    let counting: Vec<&CriterionResult> = recommendation
        .criteria
        .iter()
        .filter(|criterion| counts(criterion))
        .collect();
    let total: f64 = counting
        .iter()
        .map(|criterion| f64::from(criterion.weight))
        .sum();
    let mut drivers: Vec<Driver<'_>> = counting
        .into_iter()
        .map(|criterion| Driver {
            criterion,
            share: f64::from(criterion.weight) / total,
            set_by: set_by(criterion),
        })
        .collect();
    // Stable, so that equal weights stay in the rubric's order.
    drivers.sort_by_key(|driver| std::cmp::Reverse(driver.criterion.weight));
    drivers
}

/// Whether a criterion's row is known and rates the alternatives.
pub(crate) fn counts(criterion: &CriterionResult) -> bool {
    let level = criterion.level.as_ref();
    level.is_some_and(|level| level.ratings.is_some())
}

pub(crate) fn set_by(criterion: &CriterionResult) -> SetBy<'_> {
    match criterion.weight_origin {
        Some(origin) => SetBy::Team(origin, criterion.rubric_weight),
        None => SetBy::Rubric(&criterion.weight_defined_in),
    }
}
