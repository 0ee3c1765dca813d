//! Every way the open questions could turn out, and what hangs on it.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::cells::{Cell, Tests, cells_between};
use super::eliminate::{for_each_assignment, table_size};
use super::level::LevelStatus;
use super::standing::{Standing, VetoIndex};
use crate::files::{Condition, CriterionIndex, QuestionIndex, Ratings, Rubric, Truth};
use crate::files::{Facts, Status};

/// The largest number of joint answers that are tried for one criterion or veto, and for all of them together: a
/// rubric may be written to take for ever.
const MOST_JOINT_ANSWERS: usize = 1 << 13;
const MOST_IN_ALL: usize = 1 << 16;

/// The open questions, and what each open criterion and possible veto comes to for every joint answer to those it
/// hangs on.
#[derive(Debug)]
pub struct Completions {
    /// The open questions on which something hangs, in the order of asking.
    pub variables: Vec<Variable>,
    /// The criteria whose row is not known.
    pub criteria: Vec<OpenCriterion>,
    /// The vetoes that have not fired but may.
    pub vetoes: Vec<OpenVeto>,
    /// What the other criteria add.
    pub(crate) known: Vec<Term>,
}

/// An open question with the answers that the rubric can tell apart.
#[derive(Debug)]
pub struct Variable {
    /// The question.
    pub question: QuestionIndex,
    /// The answers.
    pub cells: Vec<Cell>,
}

/// What a criterion adds to the scores.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// Its points.
    pub weight: i64,
    /// Its ratings.
    pub ratings: Ratings,
}

/// A criterion whose row is not known.
#[derive(Debug)]
pub struct OpenCriterion {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// Positions of the variables it hangs on, in order.
    pub scope: Vec<usize>,
    /// What it adds for each joint answer; nothing where it does not count.
    pub terms: Joint<Option<Term>>,
}

/// A veto that has not fired but may.
#[derive(Debug)]
pub struct OpenVeto {
    /// The veto.
    pub veto: VetoIndex,
    /// Positions of the variables it hangs on, in order.
    pub scope: Vec<usize>,
    /// Whether it fires, for each joint answer.
    pub fires: Joint<bool>,
}

/// A value for each joint answer to some questions.
#[derive(Debug)]
pub enum Joint<T> {
    /// One for each, the last question varying fastest.
    Listed(Vec<T>),
    /// There are too many joint answers to list; these are the values that occur.
    Tangled(Vec<T>),
}

impl Completions {
    /// The completions of the facts that a standing rests on.
    pub fn new(rubric: &Rubric, facts: &Facts<'_>, standing: &Standing) -> Self {
        let open_criteria: Vec<(CriterionIndex, BTreeSet<QuestionIndex>)> = rubric
            .criterion_indices()
            .filter(|index| standing.criteria[index.0].status.is_open())
            .map(|index| {
                (
                    index,
                    open_questions(rubric, facts, rubric.criterion(index).questions()),
                )
            })
            .collect();
        let open_vetoes: Vec<(usize, BTreeSet<QuestionIndex>)> = (0..rubric.vetoes.len())
            .filter(|&index| standing.vetoes[index] == Truth::Unknown)
            .map(|index| {
                (
                    index,
                    open_questions(rubric, facts, rubric.vetoes[index].when.questions()),
                )
            })
            .collect();
        let read = open_criteria.iter().map(|(_, scope)| scope);
        let read: BTreeSet<QuestionIndex> = read
            .chain(open_vetoes.iter().map(|(_, scope)| scope))
            .flatten()
            .copied()
            .collect();
        let tests = LazyCell::new(|| Tests::of(rubric));
        let variables: Vec<Variable> = read
            .into_iter()
            .map(|question| Variable {
                question,
                cells: cells_between(&tests, question, facts.span(question)),
            })
            .collect();
        let budget = std::cell::Cell::new(MOST_IN_ALL);
        let lister = Lister {
            rubric,
            facts,
            variables: &variables,
            budget,
        };
        let criteria = open_criteria
            .iter()
            .map(|(index, scope)| lister.criterion(standing, *index, scope))
            .collect();
        let vetoes = open_vetoes
            .iter()
            .map(|(index, scope)| lister.veto(*index, scope))
            .collect();
        let known = standing.criteria.iter().filter_map(|known| {
            Some(Term {
                weight: known.weight.into(),
                ratings: known.ratings?,
            })
        });
        Self {
            known: known.collect(),
            criteria,
            vetoes,
            variables,
        }
    }

    /// The criteria that hang on a question.
    pub fn waiting_for(&self, question: QuestionIndex) -> Vec<CriterionIndex> {
        let hangs_on = |scope: &[usize]| {
            scope
                .iter()
                .any(|&at| self.variables[at].question == question)
        };
        let waiting = self.criteria.iter().filter(|open| hangs_on(&open.scope));
        waiting.map(|open| open.criterion).collect()
    }

    /// How many answers each variable has.
    pub fn sizes(&self) -> Vec<usize> {
        self.variables
            .iter()
            .map(|variable| variable.cells.len())
            .collect()
    }
}

/// Works out what hangs on joint answers by trying each.
struct Lister<'a> {
    rubric: &'a Rubric,
    facts: &'a Facts<'a>,
    variables: &'a [Variable],
    /// How many joint answers may still be tried.
    budget: std::cell::Cell<usize>,
}

impl Lister<'_> {
    fn criterion(
        &self,
        standing: &Standing,
        index: CriterionIndex,
        questions: &BTreeSet<QuestionIndex>,
    ) -> OpenCriterion {
        let criterion = self.rubric.criterion(index);
        let weight = standing.criteria[index.0].weight.into();
        let term = |status: &LevelStatus| {
            Some(Term {
                weight,
                ratings: status.ratings(criterion)?,
            })
        };
        let scope = self.scope(questions);
        let every = (0..criterion.levels.len())
            .map(|row| term(&LevelStatus::Known(row)))
            .chain([None]);
        let terms = self.joint(&scope, every.collect(), |facts| {
            term(&LevelStatus::of(criterion, facts))
        });
        OpenCriterion {
            criterion: index,
            scope,
            terms,
        }
    }

    fn veto(&self, index: usize, questions: &BTreeSet<QuestionIndex>) -> OpenVeto {
        let scope = self.scope(questions);
        let when = &self.rubric.vetoes[index].when;
        let fires = self.joint(&scope, vec![false, true], |facts| {
            when.holds(facts) == Truth::True
        });
        OpenVeto {
            veto: VetoIndex(index),
            scope,
            fires,
        }
    }

    fn scope(&self, questions: &BTreeSet<QuestionIndex>) -> Vec<usize> {
        let is_read = |variable: &Variable| questions.contains(&variable.question);
        (0..self.variables.len())
            .filter(|&at| is_read(&self.variables[at]))
            .collect()
    }

    fn joint<T>(
        &self,
        scope: &[usize],
        every: Vec<T>,
        mut of: impl FnMut(&Facts<'_>) -> T,
    ) -> Joint<T> {
        let sizes: Vec<usize> = self
            .variables
            .iter()
            .map(|variable| variable.cells.len())
            .collect();
        let most = self.budget.get().min(MOST_JOINT_ANSWERS);
        let Some(size) = table_size(scope, &sizes).filter(|&size| size <= most) else {
            return Joint::Tangled(every);
        };
        self.budget.set(self.budget.get() - size);
        let mut values = Vec::new();
        for_each_assignment(scope, &sizes, |assignment| {
            let chosen = scope.iter().zip(assignment).map(|(&at, &cell)| {
                let variable = &self.variables[at];
                (variable.question, &variable.cells[cell].value)
            });
            values.push(of(&self.facts.with(self.rubric, chosen)));
        });
        Joint::Listed(values)
    }
}

/// The unanswered questions that tests of these questions hang on: themselves, and those that decide whether they apply.
pub(crate) fn open_questions(
    rubric: &Rubric,
    facts: &Facts<'_>,
    questions: impl IntoIterator<Item = QuestionIndex>,
) -> BTreeSet<QuestionIndex> {
    let mut open = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut pending: Vec<QuestionIndex> = questions.into_iter().collect();
    while let Some(question) = pending.pop() {
        if !seen.insert(question) || facts.status(question) != Status::Open {
            continue;
        }
        if facts.value(question).is_none() {
            open.insert(question);
        }
        if facts.applies(question) == Truth::Unknown {
            pending.extend(
                rubric
                    .question(question)
                    .ask_when
                    .iter()
                    .flat_map(Condition::questions),
            );
        }
    }
    open
}
