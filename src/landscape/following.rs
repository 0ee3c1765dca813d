//! What a landscape would answer if something else had been answered.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::bind::Bound;
use super::demanded::Demanded;
use super::derive::{derived, give};
use super::lineup::{Lineup, demanded};
use crate::model::{
    Answer, Answers, Candidate, Condition, Facts, Following, Landscape, Origin, OwnFinding, Place,
    Question, QuestionIndex, QuestionKind, Rubric, Truth, Value,
};

/// The needs that select which candidates are looked at: the must, the need's position in it, and whether it holds.
type Selecting = Vec<(usize, usize, Truth)>;

/// The answers that a landscape gives, to be asked for under other answers.
#[derive(Debug)]
pub struct FromLandscape<'a> {
    rubric: &'a Rubric,
    bound: &'a Bound<'a>,
    landscape: &'a Landscape,
    findings: &'a [OwnFinding],
    place: Place,
    reads: BTreeSet<QuestionIndex>,
    /// The candidates looked at, by the needs that select them: most other answers select the same.
    looked_at: RefCell<Vec<(Selecting, Vec<&'a Candidate>)>>,
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
            looked_at: RefCell::default(),
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
        let facts = Facts::new(self.rubric, &answers);
        let lineup = self.lineup(&facts);
        // No condition reads a text.
        let is_read = |question: &Question| !matches!(question.kind, QuestionKind::Text);
        let said = derived(self.rubric, &facts, &lineup, self.landscape, is_read);
        drop(facts);
        give(said, self.rubric, self.landscape, &mut answers, self.place);
        answers
    }
}

impl<'a> FromLandscape<'a> {
    /// The candidates that are looked at under these answers.
    fn lineup(&self, facts: &Facts<'_>) -> Lineup<'a> {
        let demanded = demanded(self.bound, facts);
        let selecting = demanded.iter().filter(|one| one.must.selects);
        let selecting: Selecting = selecting.flat_map(Demanded::needed).collect();
        let mut looked_at = self.looked_at.borrow_mut();
        let known = looked_at.iter().position(|(known, _)| *known == selecting);
        let at = known.unwrap_or_else(|| {
            let all = Lineup::new(self.bound, self.landscape, facts, self.findings);
            let judged = all.judged.iter();
            let selected = judged.filter(|judged| judged.looked_at.is_possible());
            let selected = selected.map(|judged| judged.candidate).collect();
            looked_at.push((selecting, selected));
            looked_at.len() - 1
        });
        let candidates = looked_at[at].1.iter().copied();
        Lineup::among(candidates, demanded, self.bound, self.findings)
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
