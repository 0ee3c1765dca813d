//! Criteria, vetoes, advice and next steps as they stand in a file.

use super::condition::Condition;
use super::each;
use super::shapes::{sources, text};
use crate::files::{Alternative, Effect, Rubric, StepKind};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct Criterion<'r> {
    id: &'r str,
    group: &'r str,
    title: &'r str,
    weight: u8,
    why: &'r str,
    sources: Vec<&'r str>,
    levels: Vec<Level<'r>>,
}

impl<'r> Criterion<'r> {
    pub(crate) fn new(criterion: &'r crate::files::Criterion, rubric: &'r Rubric) -> Self {
        Self {
            id: &criterion.id,
            group: &rubric.groups[criterion.group.0].id,
            title: &criterion.title,
            weight: criterion.weight.points(),
            why: &criterion.why,
            sources: sources(&criterion.sources, rubric),
            levels: each(&criterion.levels, rubric, Level::new),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Level<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition<'r>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    otherwise: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    build: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    buy: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_source: Option<i8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_applicable: bool,
    because: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'r str>,
}

impl<'r> Level<'r> {
    fn new(level: &'r crate::files::Level, rubric: &'r Rubric) -> Self {
        // What is left out is neutral.
        let rating = |alternative| match level.effect {
            Effect::Rates(ratings) => Some(ratings[alternative]).filter(|rating| *rating != 0),
            Effect::NotApplicable => None,
        };
        Self {
            when: level.when.as_ref().map(|when| Condition::new(when, rubric)),
            otherwise: level.when.is_none(),
            build: rating(Alternative::Build),
            buy: rating(Alternative::Buy),
            open_source: rating(Alternative::OpenSource),
            not_applicable: level.effect == Effect::NotApplicable,
            because: text(&level.because, rubric),
            sources: sources(&level.sources, rubric),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Veto<'r> {
    id: &'r str,
    excludes: Vec<&'static str>,
    when: Condition<'r>,
    because: String,
    lifted_by: String,
    sources: Vec<&'r str>,
}

impl<'r> Veto<'r> {
    pub(crate) fn new(veto: &'r crate::files::Veto, rubric: &'r Rubric) -> Self {
        Self {
            id: &veto.id,
            excludes: ids(&veto.excludes),
            when: Condition::new(&veto.when, rubric),
            because: text(&veto.because, rubric),
            lifted_by: text(&veto.lifted_by, rubric),
            sources: sources(&veto.sources, rubric),
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct Advice<'r> {
    id: &'r str,
    kind: &'static str,
    when: Condition<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<&'static str>,
    say: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'r str>,
}

impl<'r> Advice<'r> {
    pub(crate) fn new(advice: &'r crate::files::Advice, rubric: &'r Rubric) -> Self {
        Self {
            id: &advice.id,
            kind: advice.kind.id(),
            when: Condition::new(&advice.when, rubric),
            beside: ids(&advice.beside),
            say: text(&advice.say, rubric),
            sources: sources(&advice.sources, rubric),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct NextSteps<'r> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    build: Vec<NextStep<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    buy: Vec<NextStep<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open_source: Vec<NextStep<'r>>,
}

impl<'r> NextSteps<'r> {
    pub(crate) fn new(rubric: &'r Rubric) -> Self {
        let steps = |alternative| each(&rubric.next_steps[alternative], rubric, NextStep::new);
        Self {
            build: steps(Alternative::Build),
            buy: steps(Alternative::Buy),
            open_source: steps(Alternative::OpenSource),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.build.is_empty() && self.buy.is_empty() && self.open_source.is_empty()
    }
}

#[derive(Debug, Serialize)]
struct NextStep<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    say: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    takes: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Condition<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'r str>,
}

impl<'r> NextStep<'r> {
    fn new(step: &'r crate::files::NextStep, rubric: &'r Rubric) -> Self {
        Self {
            kind: (step.kind != StepKind::Step).then(|| step.kind.id()),
            say: text(&step.say, rubric),
            takes: step.takes.as_deref(),
            when: step.when.as_ref().map(|when| Condition::new(when, rubric)),
            sources: sources(&step.sources, rubric),
        }
    }
}

fn ids(alternatives: &[Alternative]) -> Vec<&'static str> {
    alternatives
        .iter()
        .map(|alternative| alternative.id())
        .collect()
}
