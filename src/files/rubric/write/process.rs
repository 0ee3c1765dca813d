//! The process as it stands in a file.

use super::condition::Condition;
use super::shapes::{sources, text};
use crate::files::{Alternative, Rubric};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct Part<'r> {
    id: &'r str,
    kind: &'static str,
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    of: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition<'r>>,
    #[serde(flatten)]
    step: Option<Step<'r>>,
    say: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'r str>,
}

#[derive(Debug, Serialize)]
struct Step<'r> {
    title: &'r str,
    takes: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    needs: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    gives: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<&'r str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    after: Vec<&'r str>,
}

impl<'r> Part<'r> {
    pub(crate) fn new(item: &'r crate::files::ProcessItem, rubric: &'r Rubric) -> Self {
        let of = item.alternatives.iter().map(|alternative| alternative.id());
        let is_for_all = item.alternatives.as_slice() == Alternative::ALL;
        Self {
            id: &item.id,
            kind: item.kind.id(),
            of: of.filter(|_| !is_for_all).collect(),
            when: item.when.as_ref().map(|when| Condition::new(when, rubric)),
            step: item.step.as_ref().map(|step| Step::new(step, rubric)),
            say: text(&item.say, rubric),
            sources: sources(&item.sources, rubric),
        }
    }
}

impl<'r> Step<'r> {
    fn new(step: &'r crate::files::ProcessStep, rubric: &'r Rubric) -> Self {
        let after = step.after.iter().map(|at| rubric.process[*at].id.as_str());
        Self {
            title: &step.title,
            takes: step.takes.written(),
            needs: &step.needs,
            gives: step.gives.as_deref(),
            gate: step.gate.as_deref(),
            after: after.collect(),
        }
    }
}
