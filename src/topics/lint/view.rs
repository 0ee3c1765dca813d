//! What conditions come to while a search goes on.

use std::collections::BTreeSet;

use super::space::{Demand, Space, State};
use crate::files::{Condition, Predicate, QuestionIndex, Test, Truth};

/// What to do with a state.
pub(crate) enum Next<'c> {
    /// Every demand is met.
    Met,
    /// Some demand cannot be met.
    Failed,
    /// It hangs on this test.
    Branch(QuestionIndex, &'c Predicate),
}

/// What the conditions come to in a state.
pub(crate) struct View<'s> {
    space: &'s Space<'s>,
    domains: &'s State,
    pub(crate) applies: Vec<Bounds>,
    missing: Option<QuestionIndex>,
}

impl<'s> View<'s> {
    /// The conditions of these questions, in a state; nothing is known about the one that is missing.
    pub(crate) fn new(
        space: &'s Space<'_>,
        domains: &'s State,
        relevant: &[QuestionIndex],
        missing: Option<QuestionIndex>,
    ) -> Self {
        let mut view = Self {
            space,
            domains,
            applies: vec![Bounds::OPEN; domains.len()],
            missing,
        };
        // An `ask-when` reads earlier questions only, so one pass is enough.
        for &index in relevant {
            view.applies[index.0] = match &space.rubric.question(index).ask_when {
                Some(when) => view.bounds(when),
                None => Bounds::just(Truth::True),
            };
        }
        view
    }

    /// What the demands come to.
    pub(crate) fn next<'c>(&self, demands: &[Demand<'c>]) -> Next<'c>
    where
        's: 'c,
    {
        let mut open: Option<(usize, &'c Test)> = None;
        for demand in demands {
            match demand.outcome(self.bounds(demand.condition)) {
                Some(true) => {}
                Some(false) => return Next::Failed,
                None => {
                    let mut tests = Vec::new();
                    self.undecided(demand.condition, &mut BTreeSet::new(), &mut tests);
                    // What hangs on the fewest tests is most likely to fail, or to force the others.
                    if let Some(&first) = tests.first()
                        && open.is_none_or(|(fewest, _)| tests.len() < fewest)
                    {
                        open = Some((tests.len(), first));
                    }
                }
            }
        }
        open.map_or(Next::Met, |(_, test)| {
            Next::Branch(test.question, &test.predicate)
        })
    }

    fn bounds(&self, condition: &Condition) -> Bounds {
        match condition {
            Condition::AllOf(parts) => parts.iter().fold(Bounds::just(Truth::True), |all, part| {
                all.and(self.bounds(part))
            }),
            Condition::AnyOf(parts) => {
                parts.iter().fold(Bounds::just(Truth::False), |any, part| {
                    any.or(self.bounds(part))
                })
            }
            Condition::Not(part) => self.bounds(part).negate(),
            Condition::Test(test) => self.test(test),
        }
    }

    fn test(&self, test: &Test) -> Bounds {
        self.space.look(1);
        let applies = self.applies[test.question.0];
        if applies == Bounds::just(Truth::False) {
            return applies;
        }
        applies.and(self.satisfied(test))
    }

    /// Whether the answer passes a test, leaving aside whether the question applies.
    fn satisfied(&self, test: &Test) -> Bounds {
        if self.missing == Some(test.question) {
            return Bounds::just(Truth::Unknown);
        }
        let domain = &self.domains[test.question.0];
        let passes = |cell: &usize| {
            let cell = &self.space.cells[test.question.0][*cell];
            test.predicate.is_satisfied_by(&cell.value)
        };
        let Some(first) = domain.first().map(passes) else {
            return Bounds::OPEN;
        };
        let same = domain
            .iter()
            .take_while(|cell| passes(cell) == first)
            .count();
        self.space.look(same as u64);
        if same == domain.len() {
            Bounds::just(first.into())
        } else {
            Bounds::OPEN
        }
    }

    /// The tests on which an undecided condition hangs; where it hangs on whether a question applies, those that decide
    /// that. Each `ask-when` is entered once.
    fn undecided<'c>(
        &self,
        condition: &'c Condition,
        entered: &mut BTreeSet<QuestionIndex>,
        tests: &mut Vec<&'c Test>,
    ) where
        's: 'c,
    {
        if self.bounds(condition).is_decided() {
            return;
        }
        match condition {
            Condition::AllOf(parts) | Condition::AnyOf(parts) => {
                for part in parts {
                    self.undecided(part, entered, tests);
                }
            }
            Condition::Not(part) => self.undecided(part, entered, tests),
            Condition::Test(test) if self.applies[test.question.0].is_decided() => tests.push(test),
            Condition::Test(test) => {
                let question = self.space.rubric.question(test.question);
                if let Some(when) = &question.ask_when
                    && entered.insert(test.question)
                {
                    self.undecided(when, entered, tests);
                }
            }
        }
    }
}

/// The truth values between which a condition lies, in the order false, unknown, true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) least: Truth,
    pub(crate) most: Truth,
}

impl Bounds {
    /// Nothing is known about it.
    pub(crate) const OPEN: Self = Self {
        least: Truth::False,
        most: Truth::True,
    };

    /// It is just this.
    pub(crate) const fn just(truth: Truth) -> Self {
        Self {
            least: truth,
            most: truth,
        }
    }

    /// Whether only one truth value is left.
    pub(crate) fn is_decided(self) -> bool {
        self.least == self.most
    }

    // Kleene's connectives are the minimum, the maximum and the reversal of that order, so the ends suffice.

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            least: self.least.and(other.least),
            most: self.most.and(other.most),
        }
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            least: self.least.or(other.least),
            most: self.most.or(other.most),
        }
    }

    pub(crate) fn negate(self) -> Self {
        Self {
            least: self.most.negate(),
            most: self.least.negate(),
        }
    }
}
