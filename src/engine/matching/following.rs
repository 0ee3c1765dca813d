//! What a landscape would answer if something else had been answered.

use std::collections::BTreeSet;

use super::bind::Bound;
use super::derive::derived;
use super::facts::fact;
use super::lineup::Lineup;
use crate::files::Facts;
use crate::files::{
    Answers, Condition, Landscape, Origin, OwnFinding, QuestionIndex, QuestionKind, Rubric, Value,
};
use crate::files::{Followed, Following};

/// The answers that a landscape gives, to be asked for under other answers.
#[derive(Debug)]
pub struct FromLandscape<'a> {
    rubric: &'a Rubric,
    reads: BTreeSet<QuestionIndex>,
    bound: &'a Bound<'a>,
    landscape: &'a Landscape,
    findings: &'a [OwnFinding],
}

impl<'a> FromLandscape<'a> {
    /// What follows from this landscape, and from what the team found out by itself.
    pub fn new(
        rubric: &'a Rubric,
        bound: &'a Bound<'a>,
        landscape: &'a Landscape,
        findings: &'a [OwnFinding],
    ) -> Self {
        Self {
            rubric,
            reads: read_by_musts(rubric),
            bound,
            landscape,
            findings,
        }
    }
}

impl Following for FromLandscape<'_> {
    fn hangs_on(&self, question: QuestionIndex) -> bool {
        self.reads.contains(&question)
    }

    fn with(
        &self,
        answers: &Answers,
        facts: &Facts<'_>,
        question: QuestionIndex,
        value: &Value,
    ) -> Vec<Followed> {
        let rubric = self.rubric;
        let follows = |index: QuestionIndex| {
            let is_read = !matches!(rubric.question(index).kind, QuestionKind::Text);
            let given = answers.get(index);
            let is_free = given
                .is_none_or(|given| given.value.is_none() || given.origin == Origin::Landscape);
            index != question && is_read && is_free
        };
        let is_said = |index: &QuestionIndex| {
            let answer = answers.get(*index);
            answer.is_some_and(|answer| answer.origin == Origin::Landscape)
        };
        let said_so_far = rubric.question_indices().filter(is_said);
        let mut followed: Vec<Followed> = said_so_far
            .filter(|&index| follows(index))
            .map(|question| Followed {
                question,
                said: None,
            })
            .collect();
        let said = {
            let facts = facts.with_followed(rubric, question, value, &followed);
            let lineup = Lineup::new(self.bound, self.landscape, &facts, self.findings);
            derived(rubric, &facts, follows, |wanted| {
                fact(wanted, &lineup, self.landscape)
            })
        };
        for (question, said) in said {
            let said = Some(said);
            match followed.iter_mut().find(|one| one.question == question) {
                Some(one) => one.said = said,
                None => followed.push(Followed { question, said }),
            }
        }
        followed
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
