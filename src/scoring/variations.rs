//! The standing under other answers, of which only a few are other than before.

use super::standing::{CriterionStanding, Standing, contribute};
use crate::model::{Facts, QuestionIndex, Rubric, Truth, Value, Weights};

/// Tries one other answer after another. Rows and vetoes that do not read what changes are not looked up again, which
/// is most of them.
#[derive(Debug)]
pub struct Variations<'a> {
    rubric: &'a Rubric,
    facts: &'a Facts<'a>,
    weights: &'a Weights,
    standing: &'a Standing,
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

    /// The standing if this question had this answer, and all else stayed as it is.
    pub fn with(&self, question: QuestionIndex, value: &Value) -> Standing {
        let facts = self.facts.with(self.rubric, [(question, value)]);
        // A question that begins or ceases to apply changes as well.
        let changes = |&read: &QuestionIndex| {
            read == question || facts.applies(read) != self.facts.applies(read)
        };
        let mut criteria: Vec<CriterionStanding> = self.standing.criteria.clone();
        for (standing, reads) in criteria.iter_mut().zip(&self.criteria) {
            if reads.iter().any(changes) {
                let index = standing.criterion;
                *standing = CriterionStanding::new(self.rubric, index, &facts, self.weights);
            }
        }
        contribute(&mut criteria);
        let mut vetoes: Vec<Truth> = self.standing.vetoes.clone();
        for (at, holds) in vetoes.iter_mut().enumerate() {
            if self.vetoes[at].iter().any(changes) {
                *holds = self.rubric.vetoes[at].when.holds(&facts);
            }
        }
        Standing::from_parts(self.rubric, criteria, vetoes)
    }
}
