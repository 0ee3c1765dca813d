//! How far the result rests on the weights.

use super::acceptability::{Acceptability, Error, acceptability};
use super::switching::{stability_interval, tolerated_error};
use crate::engine::scoring::Standing;
use crate::files::{Alternative, CriterionIndex};
use crate::output::json::nine;
use schemars::JsonSchema;
use serde::Serialize;

/// How far the order of the viable alternatives rests on the weights of the criteria whose row is known.
#[derive(Debug)]
pub struct WeightRobustness {
    /// The viable alternatives, the leader first. Where others are numbered, it is by position here.
    pub alternatives: Vec<Alternative>,
    /// The criteria that count, with whose weights this is about.
    pub criteria: Vec<CriterionIndex>,
    /// Shares of the weightings near the stated ones: w ~ Dirichlet(points), whose mean is the stated weights.
    pub near_stated: Acceptability,
    /// Shares of all weightings, each equally likely.
    pub over_all: Acceptability,
    /// How far the weight of each criterion can move before the leader is overtaken.
    pub criterion_weights: Vec<Switching<CriterionIndex>>,
    /// The share by which every weight may be off at once before the leader could be overtaken: 0 to 1.
    pub tolerated_error: f64,
    /// The ratings, by alternative and criterion.
    pub(crate) values: Vec<Vec<f64>>,
    /// The points, by criterion.
    pub(crate) points: Vec<u32>,
}

/// How far a weight can move before the leader is overtaken, the other weights staying in proportion.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Switching<T> {
    /// What the weight is of.
    #[serde(rename = "id")]
    pub of: T,
    /// The normalised weight now, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub weight: f64,
    /// The points now.
    #[serde(serialize_with = "nine")]
    pub points: f64,
    /// The weight below which another alternative comes first; none if the leader stays first down to 0.
    pub low: Option<SwitchingWeight>,
    /// The weight above which another alternative comes first; none if the leader stays first up to 1.
    pub high: Option<SwitchingWeight>,
}

impl<T: Copy> Switching<T> {
    /// The same, named in another way.
    pub fn named<U>(&self, name: impl FnOnce(T) -> U) -> Switching<U> {
        Switching {
            of: name(self.of),
            weight: self.weight,
            points: self.points,
            low: self.low,
            high: self.high,
        }
    }
}

/// A weight at which two alternatives are level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct SwitchingWeight {
    /// The normalised weight, 0 to 1.
    #[serde(serialize_with = "nine")]
    pub weight: f64,
    /// The points that come to it while all other points stay as they are.
    #[serde(serialize_with = "nine")]
    pub points: f64,
    /// The alternative that comes first beyond it.
    pub rival: Alternative,
}

impl WeightRobustness {
    /// How far a standing rests on its weights; `None` if fewer than two alternatives are viable or nothing counts.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn of(standing: &Standing) -> Result<Option<Self>, Error> {
        let alternatives: Vec<Alternative> = standing
            .ranking
            .iter()
            .map(|ranked| ranked.alternative)
            .collect();
        let rated: Vec<_> = standing
            .criteria
            .iter()
            .filter_map(|known| Some((known, known.ratings?)))
            .collect();
        if alternatives.len() < 2 || rated.is_empty() {
            return Ok(None);
        }
        let row = |&alternative: &Alternative| {
            rated
                .iter()
                .map(|(_, r)| f64::from(r[alternative]))
                .collect()
        };
        let values: Vec<Vec<f64>> = alternatives.iter().map(row).collect();
        let points: Vec<u32> = rated
            .iter()
            .map(|(known, _)| u32::from(known.weight))
            .collect();
        let criteria: Vec<CriterionIndex> =
            rated.iter().map(|(known, _)| known.criterion).collect();
        let weighting = Weighting::new(&alternatives, &values, &points);
        Ok(Some(Self {
            near_stated: acceptability(&values, &points)?,
            over_all: acceptability(&values, &vec![1; points.len()])?,
            criterion_weights: weighting.of_criteria(&criteria),
            tolerated_error: tolerated_error(&weighting.differences(), &weighting.weights),
            alternatives,
            criteria,
            values,
            points,
        }))
    }

    /// The share of the weightings near the stated ones under which the leader of a standing comes first, by itself; 1
    /// where weights cannot change who that is.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub fn leader_acceptability_of(standing: &Standing) -> Result<f64, Error> {
        let rated = standing
            .criteria
            .iter()
            .filter_map(|known| Some((known.weight, known.ratings?)));
        let (points, ratings): (Vec<u32>, Vec<_>) = rated
            .map(|(weight, ratings)| (u32::from(weight), ratings))
            .unzip();
        if standing.ranking.len() < 2 || points.is_empty() {
            return Ok(1.0);
        }
        let row = |alternative: Alternative| -> Vec<f64> {
            ratings
                .iter()
                .map(|ratings| f64::from(ratings[alternative]))
                .collect()
        };
        let ranked = standing.ranking.iter();
        let values: Vec<Vec<f64>> = ranked.map(|ranked| row(ranked.alternative)).collect();
        Ok(acceptability(&values, &points)?.ranks[0][0])
    }

    /// The share of the weightings near the stated ones under which the leader comes first.
    pub fn leader_acceptability(&self) -> f64 {
        self.near_stated.ranks[0][0]
    }
}

/// Ratings and weights, the leader first.
struct Weighting<'a> {
    alternatives: &'a [Alternative],
    values: &'a [Vec<f64>],
    total: f64,
    weights: Vec<f64>,
}

impl<'a> Weighting<'a> {
    fn new(alternatives: &'a [Alternative], values: &'a [Vec<f64>], points: &[u32]) -> Self {
        let total = points.iter().map(|&points| f64::from(points)).sum();
        let weights = points
            .iter()
            .map(|&points| f64::from(points) / total)
            .collect();
        Self {
            alternatives,
            values,
            total,
            weights,
        }
    }

    fn of_criteria(&self, criteria: &[CriterionIndex]) -> Vec<Switching<CriterionIndex>> {
        let switching = |(position, &criterion)| {
            let members: Vec<bool> = (0..criteria.len()).map(|other| other == position).collect();
            self.switching(criterion, &members)
        };
        criteria.iter().enumerate().filter_map(switching).collect()
    }

    fn switching<T>(&self, of: T, members: &[bool]) -> Option<Switching<T>> {
        let interval = stability_interval(self.values, &self.weights, 0, members)?;
        let share: f64 = self
            .weights
            .iter()
            .zip(members)
            .filter(|(_, member)| **member)
            .map(|(w, _)| w)
            .sum();
        let others = self.total * (1.0 - share);
        let end = |weight: f64, rival: Option<usize>| {
            let points = weight * others / (1.0 - weight);
            Some(SwitchingWeight {
                weight,
                points,
                rival: self.alternatives[rival?],
            })
        };
        Some(Switching {
            of,
            weight: share,
            points: share * self.total,
            low: end(interval.low, interval.low_rival),
            high: end(interval.high, interval.high_rival),
        })
    }

    /// Leader minus rival by criterion, for each rival.
    fn differences(&self) -> Vec<Vec<f64>> {
        let [leader, rivals @ ..] = self.values else {
            return Vec::new();
        };
        rivals
            .iter()
            .map(|rival| leader.iter().zip(rival).map(|(a, b)| a - b).collect())
            .collect()
    }
}
