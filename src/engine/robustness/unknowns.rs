//! What the unanswered questions could still do.

use super::information::{PossibleAnswer, probability_of_change, value_of_information};
use super::outlook::{Outlook, outlook};
use crate::engine::scoring::{
    Baseline, Cell, Completions, CriterionStanding, Joint, OpenCriterion, Outcome, Standing,
    Variable, for_each_assignment,
};
use crate::files::{Alternative, PerAlternative, QuestionIndex};

/// What the unanswered questions could still do.
#[derive(Debug)]
pub struct Unknowns {
    /// Which alternatives could come first once everything is answered, and how often.
    pub outlook: Outlook,
    /// What each open question is worth, in the order of asking.
    pub questions: Vec<OpenQuestionValue>,
}

/// What the answer to an open question is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenQuestionValue {
    /// The question.
    pub question: QuestionIndex,
    /// By how many points knowing the answer before choosing would raise the score of what is chosen, on average over
    /// its possible answers, each equally likely; vetoes apart.
    pub value: f64,
    /// The share of its answers, each equally likely, that change which alternative has the highest expected score.
    pub changes: f64,
    /// Whether some answer to it alone changes the outcome, vetoes and coverage included.
    pub decides: bool,
}

impl Unknowns {
    /// What the unanswered questions could still do to the standing that is varied. `completions` are those of that standing.
    pub fn of(baseline: &Baseline<'_>, completions: &Completions) -> Self {
        let standing = baseline.standing;
        let expectation = Expectation::new(standing, completions);
        let questions = completions
            .variables
            .iter()
            .enumerate()
            .map(|(position, variable)| {
                let answers = expectation.answers(completions, position);
                OpenQuestionValue {
                    question: variable.question,
                    value: value_of_information(&expectation.scores, &answers),
                    changes: probability_of_change(&expectation.scores, &answers),
                    decides: decides(baseline, &standing.outcome, variable),
                }
            });
        Self {
            questions: questions.collect(),
            outlook: outlook(baseline.rubric, standing, completions),
        }
    }
}

fn decides(baseline: &Baseline<'_>, outcome: &Outcome, variable: &Variable) -> bool {
    variable.cells.iter().any(|cell| {
        let answered = baseline.with(variable.question, &cell.value);
        answered.is_some_and(|answered| !answered.outcome.is_same_as(outcome))
    })
}

/// The expected scores of the viable alternatives if every open question had each of its answers equally often.
///
/// A criterion that does not count in the end is taken as neutral, so that scores stay sums over criteria.
struct Expectation {
    alternatives: Vec<Alternative>,
    scores: Vec<f64>,
    /// What each open criterion adds on average.
    means: Vec<PerAlternative<f64>>,
    /// Points of a score for each point of weight and rating.
    scale: f64,
}

impl Expectation {
    fn new(standing: &Standing, completions: &Completions) -> Self {
        let counts = |known: &&CriterionStanding| known.ratings.is_some() || known.status.is_open();
        let total: f64 = standing
            .criteria
            .iter()
            .filter(counts)
            .map(|known| f64::from(known.weight))
            .sum();
        let scale = if total > 0.0 { 50.0 / total } else { 0.0 };
        let alternatives: Vec<Alternative> = standing
            .ranking
            .iter()
            .map(|ranked| ranked.alternative)
            .collect();
        let means: Vec<_> = completions
            .criteria
            .iter()
            .map(|open| mean(completions, open, None))
            .collect();
        let score = |&alternative: &Alternative| {
            let known = standing
                .criteria
                .iter()
                .filter_map(|known| Some((known.weight, known.ratings?)));
            let known: f64 = known
                .map(|(weight, r)| f64::from(weight) * f64::from(r[alternative]))
                .sum();
            scale * (known + means.iter().map(|mean| mean[alternative]).sum::<f64>())
        };
        let scores = alternatives.iter().map(score).collect();
        Self {
            alternatives,
            scores,
            means,
            scale,
        }
    }

    /// The possible answers to a variable, with what each does to the expected scores.
    fn answers(&self, completions: &Completions, position: usize) -> Vec<PossibleAnswer> {
        let affected: Vec<(&OpenCriterion, &PerAlternative<f64>)> = completions
            .criteria
            .iter()
            .zip(&self.means)
            .filter(|(open, _)| open.scope.contains(&position))
            .collect();
        let answer = |(cell, chosen): (usize, &Cell)| {
            let given = affected.iter().map(|(open, mean_now)| {
                (mean(completions, open, Some((position, cell))), *mean_now)
            });
            let given: Vec<_> = given.collect();
            let shift = |&alternative: &Alternative| {
                let shifts = given
                    .iter()
                    .map(|(given, now)| given[alternative] - now[alternative]);
                self.scale * shifts.sum::<f64>()
            };
            PossibleAnswer {
                probability: chosen.probability,
                shifts: self.alternatives.iter().map(shift).collect(),
            }
        };
        completions.variables[position]
            .cells
            .iter()
            .enumerate()
            .map(answer)
            .collect()
    }
}

/// What an open criterion adds on average: weight times rating. With `given`, the variable at that position has that
/// answer for certain.
fn mean(
    completions: &Completions,
    open: &OpenCriterion,
    given: Option<(usize, usize)>,
) -> PerAlternative<f64> {
    let mut mean = PerAlternative::<f64>::default();
    // Too entangled to list: taken as neutral.
    let Joint::Listed(terms) = &open.terms else {
        return mean;
    };
    let sizes = completions.sizes();
    let mut terms = terms.iter();
    for_each_assignment(&open.scope, &sizes, |assignment| {
        let chance = |(&variable, &cell): (&usize, &usize)| match given {
            Some((position, certain)) if position == variable => {
                f64::from(u8::from(certain == cell))
            }
            _ => completions.variables[variable].cells[cell].probability,
        };
        let probability: f64 = open.scope.iter().zip(assignment).map(chance).product();
        if let Some(term) = terms.next().copied().flatten() {
            for alternative in Alternative::ALL {
                mean[alternative] +=
                    probability * term.weight as f64 * f64::from(term.ratings[alternative]);
            }
        }
    });
    mean
}
