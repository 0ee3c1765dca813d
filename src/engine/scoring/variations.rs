//! The standing under other answers, of which only a few are other than before.

use super::standing::{CriterionStanding, Standing};
use crate::files::Facts;
use crate::files::Followed;
use crate::files::{QuestionIndex, Rubric, Truth, Value, Weights};

/// Tries one other answer after another. Rows and vetoes that do not read what changes are not looked up again, which
/// is most of them.
#[derive(Debug)]
pub struct Variations<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// What is known.
    pub facts: &'a Facts<'a>,
    weights: &'a Weights,
    /// The standing that is varied.
    pub standing: &'a Standing,
    /// What each criterion reads.
    criteria: Vec<Vec<QuestionIndex>>,
    /// What each veto reads.
    vetoes: Vec<Vec<QuestionIndex>>,
}

impl<'a> Variations<'a> {
    /// Variations of the standing under these facts and weights.
    pub fn of(
        rubric: &'a Rubric,
        facts: &'a Facts<'a>,
        weights: &'a Weights,
        standing: &'a Standing,
    ) -> Self {
        let criteria = rubric.criteria.iter();
        let vetoes = rubric.vetoes.iter();
        Self {
            rubric,
            facts,
            weights,
            standing,
            criteria: criteria
                .map(|one| one.questions().into_iter().collect())
                .collect(),
            vetoes: vetoes
                .map(|one| one.when.questions().into_iter().collect())
                .collect(),
        }
    }

    /// The standing if this question had this answer, and all else stayed as it is; `None` if that makes no
    /// difference to any criterion or veto.
    pub fn with(&self, question: QuestionIndex, value: &Value) -> Option<Standing> {
        self.under(&self.facts.with(self.rubric, [(question, value)]))
    }

    /// The same, with what follows from the answer.
    pub fn with_followed(
        &self,
        question: QuestionIndex,
        value: &Value,
        followed: &[Followed],
    ) -> Option<Standing> {
        let facts = self.facts;
        self.under(&facts.with_followed(self.rubric, question, value, followed))
    }

    fn under(&self, facts: &Facts<'_>) -> Option<Standing> {
        let changes = facts.differences(self.facts);
        let reads_a_change = |reads: &[QuestionIndex]| reads.iter().any(|read| changes[read.0]);
        let criteria = self.standing.criteria.iter().zip(&self.criteria);
        let criteria = criteria.filter(|(_, reads)| reads_a_change(reads));
        let criteria = criteria.filter_map(|(standing, _)| {
            let index = standing.criterion;
            let new = CriterionStanding::new(self.rubric, index, facts, self.weights);
            (new.status != standing.status).then_some(new)
        });
        let criteria: Vec<CriterionStanding> = criteria.collect();
        let vetoes = self.vetoes.iter().enumerate();
        let vetoes = vetoes.filter(|(_, reads)| reads_a_change(reads));
        let vetoes = vetoes.filter_map(|(at, _)| {
            let new = self.rubric.vetoes[at].when.holds(facts);
            (new != self.standing.vetoes[at]).then_some((at, new))
        });
        let vetoes: Vec<(usize, Truth)> = vetoes.collect();
        if criteria.is_empty() && vetoes.is_empty() {
            return None;
        }
        Some(self.standing.with(self.rubric, criteria, vetoes))
    }
}
