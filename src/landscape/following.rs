//! What a landscape would answer if something else had been answered.

use std::collections::BTreeSet;

use super::bind::Bound;
use super::derive::derive_what;
use crate::model::{
    Answer, Answers, Condition, Following, Landscape, Origin, OwnFinding, Place, QuestionIndex,
    QuestionKind, Rubric, Value,
};

/// The answers that a landscape gives, to be asked for under other answers.
#[derive(Debug)]
pub struct FromLandscape<'a> {
    rubric: &'a Rubric,
    bound: &'a Bound<'a>,
    landscape: &'a Landscape,
    findings: &'a [OwnFinding],
    place: Place,
    reads: BTreeSet<QuestionIndex>,
}

impl<'a> FromLandscape<'a> {
    /// What follows from this landscape, and from what the team found out by itself. `place` is where derived answers are
    /// said to stand.
    pub fn new(
        rubric: &'a Rubric,
        bound: &'a Bound<'a>,
        landscape: &'a Landscape,
        findings: &'a [OwnFinding],
        place: Place,
    ) -> Self {
        let reads = read_by_musts(rubric);
        Self {
            rubric,
            bound,
            landscape,
            findings,
            place,
            reads,
        }
    }
}

impl Following for FromLandscape<'_> {
    fn hangs_on(&self, question: QuestionIndex) -> bool {
        self.reads.contains(&question)
    }

    fn with(&self, answers: &Answers, question: QuestionIndex, value: &Value) -> Answers {
        let mut answers = answers.clone();
        for index in self.rubric.question_indices() {
            let answer = answers.get(index);
            if answer.is_some_and(|answer| answer.origin == Origin::Landscape) {
                answers.remove(index);
            }
        }
        let other = Answer {
            value: Some(value.clone()),
            note: None,
            source: None,
            origin: Origin::CommandLine,
            place: self.place,
            derived: None,
        };
        answers.set(question, other);
        // No condition reads a text.
        let is_read = |index| !matches!(self.rubric.question(index).kind, QuestionKind::Text);
        derive_what(
            self.rubric,
            self.bound,
            self.landscape,
            self.findings,
            &mut answers,
            self.place,
            is_read,
        );
        answers
    }
}

/// The questions on which it hangs what candidates have to meet, with those on which it hangs whether these apply.
fn read_by_musts(rubric: &Rubric) -> BTreeSet<QuestionIndex> {
    let needs = rubric.musts.iter().flat_map(|must| &must.needs);
    let conditions = needs.filter_map(|need| need.when.as_ref());
    let mut left: Vec<QuestionIndex> = conditions.flat_map(Condition::questions).collect();
    let mut read = BTreeSet::new();
    while let Some(question) = left.pop() {
        if read.insert(question) {
            let when = rubric.question(question).ask_when.as_ref();
            left.extend(when.map(Condition::questions).unwrap_or_default());
        }
    }
    read
}
