//! Version 1: the steps of a plan, and what is sent out.

use super::{Told, ids};
use crate::topics::plan::{MustAsked, Plan, PlanPart, PlannedStep};
use schemars::JsonSchema;
use serde::Serialize;

/// A step.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Step<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// Whether it is the trial.
    is_trial: bool,
    /// What is done in it.
    say: &'a str,
    /// The least working days that it takes.
    least_days: u32,
    /// The most working days that it takes.
    most_days: u32,
    /// The working day on which it begins if every step takes its longest; 1 is the first of the plan.
    first_day: u32,
    /// The working day on which it then ends.
    last_day: u32,
    /// The date on which it then begins; null if the start of the plan is not stated.
    from: Option<String>,
    /// The date on which it then ends.
    to: Option<String>,
    /// The ids of the steps right before it.
    after: Vec<&'a str>,
    /// Who is needed.
    needs: &'a [String],
    /// What comes out of it.
    gives: Option<&'a str>,
    /// What must hold to go on.
    gate: Option<&'a str>,
    /// The ids of what it rests on.
    sources: Vec<&'a str>,
}

impl<'a> Step<'a> {
    pub(crate) fn new(
        step: &'a PlannedStep<'a>,
        part: &'a PlanPart<'a>,
        plan: &'a Plan<'a>,
    ) -> Self {
        let dates = plan.start.map(|start| step.window.days(start));
        let after = step.after.iter().filter_map(|at| part.steps.get(*at));
        Self {
            id: step.id,
            title: &step.step.title,
            is_trial: step.is_trial,
            say: &step.say,
            least_days: step.step.takes.least_days(),
            most_days: step.step.takes.most_days(),
            first_day: step.window.first.saturating_add(1),
            last_day: step.window.end,
            from: dates.map(|(from, _)| from.to_string()),
            to: dates.map(|(_, to)| to.to_string()),
            after: after.map(|step| step.id).collect(),
            needs: &step.step.needs,
            gives: step.step.gives.as_deref(),
            gate: step.step.gate.as_deref(),
            sources: ids(step.sources, plan.rubric),
        }
    }
}

/// What is sent out.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Brief<'a> {
    /// What every candidate has to meet.
    pub(crate) musts: Vec<Must<'a>>,
    /// What is asked for beside that.
    pub(crate) wants: Vec<Told<'a>>,
    /// The ids of the questions without an answer on which further musts hang.
    pub(crate) unanswered: &'a [&'a str],
}

/// A must as it is sent out.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Must<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// The question that it comes to.
    ask: &'a str,
}

impl<'a> Must<'a> {
    pub(crate) fn new(must: &'a MustAsked<'a>) -> Self {
        Self {
            id: must.id,
            title: must.title,
            ask: must.ask,
        }
    }
}

/// The trial.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Trial<'a> {
    /// The least working days that it has; null if the process has no trial.
    pub(crate) least_days: Option<u32>,
    /// The most working days that it has; null if the process has no trial.
    pub(crate) most_days: Option<u32>,
    /// What it has to show.
    pub(crate) pass_marks: Vec<Told<'a>>,
    /// What it runs on.
    pub(crate) data: Vec<Told<'a>>,
}
