//! Every way in which a rubric's questions could be answered.

use std::cell::Cell as Counter;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::view::{Bounds, Next, View};
use crate::engine::scoring::{Cell, Tests, cells};
use crate::files::{Condition, Predicate, QuestionIndex, Rubric, Truth, Value};

/// How many answers may be looked at for one search, and for all searches in a rubric.
const MOST_LOOKS: u64 = 1 << 21;
const MOST_LOOKS_IN_ALL: u64 = 1 << 25;
/// How many branches may be put off at once, which bounds the memory of a search.
const MOST_BRANCHES: usize = 1 << 12;

/// The combinations of answers to a rubric's questions, told apart as far as its conditions do.
///
/// A combination gives every question that applies one of its [`cells`]; a question whose `ask-when` is false does not
/// apply, and conditions on it are false. This is decided exactly, however many combinations there are: a search
/// branches only on tests on which something still hangs, and leaves a branch as soon as three-valued logic decides.
pub(crate) struct Space<'r> {
    pub(crate) rubric: &'r Rubric,
    pub(crate) cells: Vec<Vec<Cell>>,
    every: Vec<Domain>,
    looks: Counter<u64>,
}

/// The cells of a question that are still possible; never empty but for free text.
pub(crate) type Domain = Rc<[usize]>;

/// A condition that has to hold, or has to fail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Demand<'c> {
    pub(crate) condition: &'c Condition,
    holds: bool,
}

impl<'c> Demand<'c> {
    /// This has to hold.
    pub(crate) fn holds(condition: &'c Condition) -> Self {
        Self {
            condition,
            holds: true,
        }
    }

    /// This has to be false.
    pub(crate) fn fails(condition: &'c Condition) -> Self {
        Self {
            condition,
            holds: false,
        }
    }

    /// Whether it is met for certain, or cannot be met any more.
    pub(crate) fn outcome(self, bounds: Bounds) -> Option<bool> {
        let wanted = if self.holds { bounds } else { bounds.negate() };
        match wanted {
            Bounds {
                least: Truth::True, ..
            } => Some(true),
            Bounds {
                most: Truth::False | Truth::Unknown,
                ..
            } => Some(false),
            _ => None,
        }
    }
}

/// What came of a search.
#[derive(Debug)]
pub(crate) enum Search {
    /// Some answers meet every demand.
    Found(Answered),
    /// No answers do.
    Impossible,
    /// The work allowed did not suffice to tell.
    GivenUp,
}

/// Answers of which every combination meets the demands of a search.
#[derive(Debug)]
pub(crate) struct Answered {
    domains: Vec<Domain>,
    applies: Vec<Bounds>,
    /// The questions that the search looked at, in the order of asking.
    pub(crate) relevant: Vec<QuestionIndex>,
}

/// A state of a search: what each question can still be answered with.
pub(crate) type State = Vec<Domain>;

impl<'r> Space<'r> {
    /// The combinations of answers to a rubric's questions.
    pub(crate) fn new(rubric: &'r Rubric) -> Self {
        let tests = Tests::of(rubric);
        let cells: Vec<Vec<Cell>> = rubric
            .question_indices()
            .map(|index| cells(&tests, index))
            .collect();
        let every = cells.iter().map(|cells| (0..cells.len()).collect());
        Self {
            rubric,
            every: every.collect(),
            cells,
            looks: Counter::new(MOST_LOOKS_IN_ALL),
        }
    }

    /// Fully answered combinations that meet these demands.
    pub(crate) fn find(&self, demands: &[Demand<'_>]) -> Search {
        self.search(demands, None)
    }

    /// Combinations that meet these demands although nothing is known about one question, if it applies at all.
    pub(crate) fn find_without(&self, missing: QuestionIndex, demands: &[Demand<'_>]) -> Search {
        self.search(demands, Some(missing))
    }

    fn search(&self, demands: &[Demand<'_>], missing: Option<QuestionIndex>) -> Search {
        let relevant = self.relevant(demands);
        let most = self.looks.get().saturating_sub(MOST_LOOKS);
        let mut pending: Vec<State> = vec![self.every.clone()];
        while let Some(domains) = pending.pop() {
            if self.looks.get() <= most || pending.len() > MOST_BRANCHES {
                return Search::GivenUp;
            }
            let view = View::new(self, &domains, &relevant, missing);
            match view.next(demands) {
                Next::Failed => {}
                Next::Met => {
                    let applies = view.applies;
                    return Search::Found(Answered {
                        domains,
                        applies,
                        relevant,
                    });
                }
                Next::Branch(question, predicate) => {
                    pending.extend(self.split(&domains, question, predicate));
                }
            }
        }
        Search::Impossible
    }

    /// The questions that the demands read, and those that decide whether these apply, in the order of asking.
    fn relevant(&self, demands: &[Demand<'_>]) -> Vec<QuestionIndex> {
        let mut relevant = BTreeSet::new();
        let read = demands
            .iter()
            .flat_map(|demand| demand.condition.questions());
        let mut pending: Vec<QuestionIndex> = read.collect();
        while let Some(index) = pending.pop() {
            if relevant.insert(index) {
                let when = self.rubric.question(index).ask_when.as_ref();
                pending.extend(when.iter().flat_map(|when| when.questions()));
            }
        }
        relevant.into_iter().collect()
    }

    /// The two halves into which a test cuts the answers to its question; the half that passes it comes last.
    fn split(&self, domains: &State, question: QuestionIndex, predicate: &Predicate) -> [State; 2] {
        let (pass, fail): (Vec<usize>, Vec<usize>) = domains[question.0]
            .iter()
            .partition(|&&cell| predicate.is_satisfied_by(&self.cells[question.0][cell].value));
        [fail, pass].map(|half| {
            let mut domains = domains.clone();
            domains[question.0] = half.into();
            domains
        })
    }

    /// Notes that so many answers were looked at.
    pub(crate) fn look(&self, answers: u64) {
        self.looks.set(self.looks.get().saturating_sub(answers));
    }

    /// One answer to a question out of those found; `None` if any would do, or if it does not apply.
    pub(crate) fn value(&self, found: &Answered, question: QuestionIndex) -> Option<&Value> {
        let domain = &found.domains[question.0];
        let is_narrowed = domain.len() < self.every[question.0].len();
        let first = domain.first().filter(|_| is_narrowed)?;
        Some(&self.cells[question.0][*first].value)
    }
}

impl Answered {
    /// Whether a question that was looked at does not apply.
    pub(crate) fn is_not_applicable(&self, question: QuestionIndex) -> bool {
        self.relevant.contains(&question) && self.applies[question.0] == Bounds::just(Truth::False)
    }
}
