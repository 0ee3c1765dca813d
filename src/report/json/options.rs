//! Version 1: how the alternatives stand, and what that turns on.

use crate::engine::decision::{AlternativeResult, CriterionResult};
use crate::files::PerAlternative;
use crate::output::json::nine;
use crate::report::document::contributions::Contributions;
use crate::report::document::drivers::{Driver, SetBy};
use crate::report::document::section::OptionRow;
use crate::topics::decide::phrases;
use schemars::JsonSchema;
use serde::Serialize;

/// How an alternative stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Option")]
pub(crate) struct OptionEntry<'a> {
    /// What it is called.
    name: &'static str,
    #[serde(flatten)]
    result: &'a AlternativeResult,
    /// Share of the weightings near the stated ones under which it comes first; null if it is ruled out or alone.
    #[serde(serialize_with = "nine")]
    near_stated: Option<f64>,
    /// The same over all weightings.
    #[serde(serialize_with = "nine")]
    over_all: Option<f64>,
    /// Whether it is recommended.
    is_recommended: bool,
    /// Whether the team chose it.
    is_chosen: bool,
}

/// A criterion that counts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Driver")]
pub(crate) struct DriverEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// What it is called.
    title: &'a str,
    /// Its weight, 1 to 10.
    weight: u8,
    /// Its share of all weight that counts, 0 to 1.
    #[serde(serialize_with = "nine")]
    share: f64,
    /// Who set the weight, in words.
    set_by: String,
    /// The id of the rubric that set it; null if the team did.
    rubric: Option<&'a str>,
}

/// What the criteria add to each score.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contributions")]
pub(crate) struct ContributionsEntry<'a> {
    /// Those that tell the alternatives apart the most.
    rows: Vec<ContributionEntry<'a>>,
    /// How many others count.
    others: usize,
    /// What those add together.
    rest: PerAlternative<f64>,
    /// The scores.
    scores: PerAlternative<f64>,
    /// The largest number in `rows`, without its sign.
    largest: f64,
}

/// What a criterion adds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contribution")]
struct ContributionEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// What it is called.
    title: &'a str,
    /// Its weight, 1 to 10.
    weight: u8,
    /// Points.
    points: PerAlternative<f64>,
}

impl<'a> OptionEntry<'a> {
    pub(crate) fn new(option: &'a OptionRow<'a>) -> Self {
        Self {
            name: phrases::name(option.result.alternative),
            result: option.result,
            near_stated: option.near_stated,
            over_all: option.over_all,
            is_recommended: option.is_recommended,
            is_chosen: option.is_chosen,
        }
    }
}

impl<'a> DriverEntry<'a> {
    pub(crate) fn new(driver: &'a Driver<'a>) -> Self {
        Self {
            criterion: &driver.criterion.id,
            title: &driver.criterion.title,
            weight: driver.criterion.weight,
            share: driver.share,
            set_by: driver.set_by.words(str::to_owned),
            rubric: match driver.set_by {
                SetBy::Rubric(id) => Some(id),
                SetBy::Team(..) => None,
            },
        }
    }
}

impl<'a> ContributionsEntry<'a> {
    pub(crate) fn new(contributions: &'a Contributions<'a>) -> Self {
        let row = |criterion: &&'a CriterionResult| ContributionEntry {
            criterion: &criterion.id,
            title: &criterion.title,
            weight: criterion.weight,
            points: criterion.contributions,
        };
        let (others, rest) = contributions.rest.unwrap_or_default();
        Self {
            rows: contributions.rows.iter().map(row).collect(),
            others,
            rest,
            scores: contributions.scores,
            largest: contributions.largest,
        }
    }
}
