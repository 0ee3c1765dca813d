//! How the alternatives stand, given the answers.

use super::level::LevelStatus;
use super::outcome::Outcome;
use super::weighted_sum::{competition_ranks, weighted_mean};
use crate::files::Facts;
use crate::files::{
    Alternative, CriterionIndex, Followed, PerAlternative, QuestionIndex, Ratings, Rubric, Truth,
    Value, Weights,
};

/// Position of a veto in [`Rubric::vetoes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct VetoIndex(pub usize);

/// How the alternatives stand.
#[derive(Debug)]
pub struct Standing {
    /// What each criterion says, as in the rubric.
    pub criteria: Vec<CriterionStanding>,
    /// Whether each veto holds, as in the rubric. One that hangs on an open question is possible and does not count.
    pub vetoes: Vec<Truth>,
    /// `100 · Σ w·r / (2 · Σ w)` over the criteria whose level is known: −100 to 100, vetoed alternatives included.
    pub scores: PerAlternative<f64>,
    /// Share of the weight that counts whose level is known, 0 to 1.
    pub coverage: f64,
    /// The alternatives that are not vetoed, the highest score first.
    pub ranking: Vec<Ranked>,
    /// What it comes to.
    pub outcome: Outcome,
}

/// What a criterion says.
#[derive(Debug, Clone)]
pub struct CriterionStanding {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// The points it counts, overrides included.
    pub weight: u8,
    /// Which row applies.
    pub status: LevelStatus,
    /// The ratings that count; none if the row is not known or rates nothing.
    pub ratings: Option<Ratings>,
    /// `50 · w·r / Σ w`: what it adds to each score. Scores are the sums of these.
    pub contributions: PerAlternative<f64>,
}

/// An alternative with its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The alternative.
    pub alternative: Alternative,
    /// 1 for the first; equal scores share the better rank.
    pub rank: usize,
}

impl Standing {
    /// Scores closer than this are equal.
    pub const TOLERANCE: f64 = 1e-9;

    /// The standing under these facts and weights.
    pub fn new(rubric: &Rubric, facts: &Facts<'_>, weights: &Weights) -> Self {
        let vetoes = rubric.vetoes.iter();
        let vetoes = vetoes.map(|veto| veto.when.holds(facts)).collect();
        Self::from_parts(rubric, criteria(rubric, facts, weights), vetoes)
    }

    /// The same answers under other weights: `points` for each criterion, as in the rubric. Rows and vetoes do not
    /// hang on weights, so that nothing is looked up again.
    #[must_use]
    pub fn reweighted(&self, rubric: &Rubric, points: &[u8]) -> Self {
        let mut criteria = self.criteria.clone();
        for (standing, &points) in criteria.iter_mut().zip(points) {
            standing.weight = points;
        }
        contribute(&mut criteria);
        Self::from_parts(rubric, criteria, self.vetoes.clone())
    }

    /// What criteria and vetoes come to; contributions are worked out already.
    fn from_parts(rubric: &Rubric, criteria: Vec<CriterionStanding>, vetoes: Vec<Truth>) -> Self {
        let scores = scores(&criteria);
        let mut standing = Self {
            coverage: coverage(&criteria),
            ranking: ranking(rubric, &vetoes, &scores),
            outcome: Outcome::Inconclusive,
            criteria,
            vetoes,
            scores,
        };
        standing.outcome = Outcome::of(rubric, &standing);
        standing
    }

    /// The vetoes that have fired against an alternative.
    pub fn fired(&self, rubric: &Rubric, alternative: Alternative) -> Vec<VetoIndex> {
        let against =
            rubric
                .vetoes
                .iter()
                .zip(&self.vetoes)
                .enumerate()
                .filter(|(_, (veto, holds))| {
                    **holds == Truth::True && veto.excludes.contains(&alternative)
                });
        against.map(|(index, _)| VetoIndex(index)).collect()
    }

    /// Whether no veto has fired against an alternative.
    pub fn is_viable(&self, alternative: Alternative) -> bool {
        self.ranking
            .iter()
            .any(|ranked| ranked.alternative == alternative)
    }

    /// The alternatives in front: the one recommended, those too close to call, or the first so far; none if every
    /// alternative is vetoed.
    pub fn front(&self) -> Vec<Alternative> {
        match &self.outcome {
            Outcome::Recommended(alternative) => vec![*alternative],
            Outcome::TooClose(tied) => tied.clone(),
            Outcome::Inconclusive | Outcome::NoViableAlternative(_) => self
                .ranking
                .first()
                .map(|first| first.alternative)
                .into_iter()
                .collect(),
        }
    }

    /// Share of the weight that counts which these criteria have, 0 to 1.
    pub fn weight_share(&self, criteria: &[CriterionIndex]) -> f64 {
        let counts = self
            .criteria
            .iter()
            .filter(|standing| standing.ratings.is_some() || standing.status.is_open());
        let (mut all, mut share) = (0.0, 0.0);
        for standing in counts {
            all += f64::from(standing.weight);
            if criteria.contains(&standing.criterion) {
                share += f64::from(standing.weight);
            }
        }
        if all > 0.0 { share / all } else { 0.0 }
    }

    /// The alternatives by score, the viable ones first.
    pub fn by_score(&self) -> Vec<Alternative> {
        let mut order = Alternative::ALL;
        order.sort_by(|&a, &b| {
            self.is_viable(b)
                .cmp(&self.is_viable(a))
                .then(self.scores[b].total_cmp(&self.scores[a]))
        });
        order.to_vec()
    }
}

fn criteria(rubric: &Rubric, facts: &Facts<'_>, weights: &Weights) -> Vec<CriterionStanding> {
    let indices = rubric.criterion_indices();
    let mut criteria: Vec<_> = indices
        .map(|index| CriterionStanding::new(rubric, index, facts, weights))
        .collect();
    contribute(&mut criteria);
    criteria
}

impl CriterionStanding {
    /// What a criterion says under these facts; what it contributes hangs on the others too and is still to come.
    pub(crate) fn new(
        rubric: &Rubric,
        index: CriterionIndex,
        facts: &Facts<'_>,
        weights: &Weights,
    ) -> Self {
        let criterion = rubric.criterion(index);
        let status = LevelStatus::of(criterion, facts);
        Self {
            criterion: index,
            weight: weights.weight(rubric, index).points(),
            ratings: status.ratings(criterion),
            status,
            contributions: PerAlternative::default(),
        }
    }
}

/// Works out what each criterion adds to the scores.
fn contribute(criteria: &mut [CriterionStanding]) {
    let rated = criteria
        .iter()
        .filter(|standing| standing.ratings.is_some());
    let total: f64 = rated.map(|standing| f64::from(standing.weight)).sum();
    for standing in criteria {
        if let Some(ratings) = standing.ratings {
            let share = 50.0 * f64::from(standing.weight) / total;
            standing.contributions = PerAlternative::from_fn(|a| share * f64::from(ratings[a]));
        }
    }
}

fn scores(criteria: &[CriterionStanding]) -> PerAlternative<f64> {
    // This is worked out for every other answer that is tried, so room is made once.
    let (mut weights, mut rated) = (
        Vec::with_capacity(criteria.len()),
        Vec::with_capacity(criteria.len()),
    );
    for standing in criteria {
        if let Some(ratings) = standing.ratings {
            weights.push(f64::from(standing.weight));
            rated.push(ratings);
        }
    }
    let mut values: Vec<f64> = Vec::with_capacity(rated.len());
    PerAlternative::from_fn(|alternative| {
        let rated = rated.iter().map(|ratings| ratings[alternative]);
        values.clear();
        values.extend(rated.map(|rating| 50.0 * f64::from(rating)));
        weighted_mean(&weights, &values).unwrap_or(0.0)
    })
}

fn coverage(criteria: &[CriterionStanding]) -> f64 {
    let weight = |counts: fn(&CriterionStanding) -> bool| -> f64 {
        criteria
            .iter()
            .filter(|standing| counts(standing))
            .map(|standing| f64::from(standing.weight))
            .sum()
    };
    let known = weight(|standing| standing.ratings.is_some());
    let open = weight(|standing| standing.status.is_open());
    if known + open > 0.0 {
        known / (known + open)
    } else {
        0.0
    }
}

fn is_vetoed(rubric: &Rubric, vetoes: &[Truth], alternative: Alternative) -> bool {
    rubric
        .vetoes
        .iter()
        .zip(vetoes)
        .any(|(veto, holds)| *holds == Truth::True && veto.excludes.contains(&alternative))
}

fn ranking(rubric: &Rubric, vetoes: &[Truth], scores: &PerAlternative<f64>) -> Vec<Ranked> {
    let viable: Vec<Alternative> = Alternative::ALL
        .into_iter()
        .filter(|&alternative| !is_vetoed(rubric, vetoes, alternative))
        .collect();
    let of_viable: Vec<f64> = viable
        .iter()
        .map(|&alternative| scores[alternative])
        .collect();
    let ranks = competition_ranks(&of_viable, Standing::TOLERANCE);
    let mut ranking: Vec<Ranked> = viable
        .into_iter()
        .zip(ranks)
        .map(|(alternative, rank)| Ranked { alternative, rank })
        .collect();
    ranking.sort_by_key(|ranked| (ranked.rank, ranked.alternative));
    ranking
}

/// A standing with what it came from, so that other answers can be tried.
#[derive(Debug, Clone, Copy)]
pub struct Baseline<'a> {
    /// The rubric.
    pub rubric: &'a Rubric,
    /// What is known.
    pub facts: &'a Facts<'a>,
    /// The weights that are not the rubric's own.
    pub weights: &'a Weights,
    /// The standing.
    pub standing: &'a Standing,
}

impl Baseline<'_> {
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
        let standing = Standing::new(self.rubric, facts, self.weights);
        let criteria = standing.criteria.iter().zip(&self.standing.criteria);
        let mut criteria = criteria.map(|(new, old)| new.status != old.status);
        (criteria.any(|differs| differs) || standing.vetoes != self.standing.vetoes)
            .then_some(standing)
    }
}
