//! Texts of the rubric that apply, with the answers put in.

use crate::files::Facts;
use crate::files::{
    Alternative, Condition, NextStep, ProcessItem, ProcessKind, QuestionKind, Rubric, SourceIndex,
    StepKind, Text, Truth,
};

/// Something that the rubric says, with the answers put in.
#[derive(Debug, Clone)]
pub struct Said<'a> {
    /// What is said.
    pub text: String,
    /// What it rests on.
    pub sources: &'a [SourceIndex],
    /// Whether it names an answer that is a number.
    pub names_a_number: bool,
}

/// What the rubric says under these answers about going for an alternative.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub(crate) rubric: &'a Rubric,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) alternative: Alternative,
}

impl<'a> Telling<'a> {
    /// A text with the answers put in.
    pub(crate) fn fill(self, text: &Text) -> String {
        text.with_answers(self.rubric, self.facts)
    }

    fn said(self, text: &Text, sources: &'a [SourceIndex]) -> Said<'a> {
        let is_number = |question| {
            let kind = &self.rubric.question(question).kind;
            matches!(kind, QuestionKind::Number { .. })
        };
        Said {
            text: self.fill(text),
            sources,
            names_a_number: text.questions().any(is_number),
        }
    }

    /// What is known to apply: a condition that hangs on an open answer does not.
    fn holds(self, when: Option<&Condition>) -> bool {
        when.is_none_or(|when| when.holds(self.facts) == Truth::True)
    }

    /// Whether a part of the process is told.
    pub(crate) fn tells(self, item: &ProcessItem) -> bool {
        item.alternatives.contains(&self.alternative) && self.holds(item.when.as_ref())
    }

    /// The parts of the process of a kind, in the order of the rubric.
    pub(crate) fn parts(self, kind: ProcessKind) -> Vec<Said<'a>> {
        let items = self.rubric.process.iter();
        items
            .filter(|item| item.kind == kind && self.tells(item))
            .map(|item| self.said(&item.say, &item.sources))
            .collect()
    }

    /// The next steps of a kind that apply and that a filter lets through.
    pub(crate) fn next_steps(
        self,
        kind: StepKind,
        wanted: impl Fn(&NextStep) -> bool,
    ) -> Vec<Said<'a>> {
        let steps = self.rubric.next_steps[self.alternative].iter();
        steps
            .filter(|step| step.kind == kind && self.holds(step.when.as_ref()) && wanted(step))
            .map(|step| self.said(&step.say, &step.sources))
            .collect()
    }
}
