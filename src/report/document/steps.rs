//! What to do next, by what it is for.

use super::decided::Stance;
use crate::engine::decision::{NextStepGiven, Recommendation};
use crate::files::{Alternative, StepKind};

/// Steps of a kind.
#[derive(Debug, Clone)]
pub struct StepList<'a> {
    /// What they are for.
    pub kind: StepKind,
    /// The alternative they are steps of.
    pub alternative: Alternative,
    /// What they are headed by; empty for plain steps, which stand right under the heading of the section.
    pub heading: &'static str,
    /// The steps, in the order of the rubric.
    pub steps: Vec<&'a NextStepGiven>,
}

/// The steps for what was decided, or for what is recommended if nothing was; none if nothing is.
pub(crate) fn step_lists<'a>(
    recommendation: &'a Recommendation,
    stance: &Stance,
) -> Vec<StepList<'a>> {
    let mut lists = Vec::new();
    for &alternative in &stance.chosen {
        for kind in StepKind::ALL {
            let steps = recommendation.next_steps_by[alternative].iter();
            let steps: Vec<_> = steps.filter(|step| step.kind == kind).collect();
            if !steps.is_empty() {
                lists.push(StepList {
                    kind,
                    alternative,
                    heading: heading(kind, alternative),
                    steps,
                });
            }
        }
    }
    lists
}

const fn heading(kind: StepKind, alternative: Alternative) -> &'static str {
    match (kind, alternative) {
        (StepKind::Step, _) => "",
        (StepKind::Question, Alternative::Buy) => "Questions to the suppliers",
        (StepKind::Question, Alternative::OpenSource) => "Questions to the maintainers",
        (StepKind::Question, Alternative::Build) => "Questions to settle first",
        (StepKind::PassMark, Alternative::Buy) => "Pass marks of the proof of concept",
        (StepKind::PassMark, Alternative::OpenSource) => "Pass marks of the trial",
        (StepKind::PassMark, Alternative::Build) => "Pass marks of the prototype",
        (StepKind::Check, _) => "Checklist",
    }
}
