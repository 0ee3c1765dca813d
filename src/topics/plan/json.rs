//! A plan as JSON: as it is made, with what is said of it in sentences.

use super::page;
use super::whole::{Plan, PlanPart};
use crate::files::{Rubric, Source};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// How to go about what is recommended.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
pub(crate) struct Printed<'a> {
    /// What is decided about.
    title: &'a str,
    /// The rubric whose process it follows.
    rubric: &'a Rubric,
    /// The day on which it begins; null if that is not stated.
    start: Option<Date>,
    /// How old the landscape is that candidates were taken from; null if there is none.
    caveat: Option<String>,
    /// The whole, or every component that is planned for.
    parts: &'a [PlanPart<'a>],
    /// Why other components are not planned for, in a sentence each.
    without: Vec<String>,
    /// What it rests on.
    sources: Vec<&'a Source>,
}

impl<'a> Printed<'a> {
    pub(crate) fn new(plan: &'a Plan<'a>) -> Self {
        Self {
            title: plan.title,
            rubric: plan.rubric,
            start: plan.start,
            caveat: page::caveat(plan),
            parts: &plan.parts,
            without: plan.without.iter().map(page::without).collect(),
            sources: plan.sources(),
        }
    }
}
