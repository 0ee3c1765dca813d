//! Exact stochastic multicriteria acceptability analysis of up to three alternatives (SMAA-2: Lahdelma & Salminen
//! 2001): for which share of all weights does an alternative come first, second or last?
//!
//! Weights are distributed as Dirichlet(points), a density over all weights whose mean is the given points
//! normalised; one point for every criterion makes all weights equally likely. Shares come from recursions and a
//! quadrature with an error near 1e-14, not from samples: the same on every run and to the digits shown on every
//! machine.
//!
//! Ties: the rank of an alternative is one more than the number of strictly better ones, so alternatives with equal
//! values in all criteria share the better rank. The shares of the ranks of one alternative then still sum to one,
//! those of the alternatives of one rank do not; neither beats the other in `pairwise`, and `orders` names them
//! together. Alternatives that are not identical are equal for no share of the weights.

pub(crate) mod contour;
pub(crate) mod differences;
pub(crate) mod lanes;
pub(crate) mod lattice;
pub(crate) mod orders;
pub(crate) mod race;
pub(crate) mod wedge;

use self::differences::Differences;
use self::orders::{orders, shares_of_pairs};
use crate::output::json::nine;
use schemars::JsonSchema;
use serde::Serialize;

/// Shares nearer than this to zero or one are reported as zero or one: a share cannot be told from one that is zero
/// by quadrature, and no decision hangs on it.
const FLOOR: f64 = 1e-9;
/// The number of alternatives up to which the shares are exact.
pub const MAX_ALTERNATIVES: usize = 3;
/// The sum of points up to which the work, which grows with its square, stays in bounds.
pub const MAX_POINTS: u64 = 2_000;

/// Why no acceptabilities could be computed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// No alternatives, or more than [`MAX_ALTERNATIVES`].
    #[error("{0} alternatives instead of 1 to {MAX_ALTERNATIVES}")]
    Alternatives(usize),
    /// An alternative does not have as many values as there are criteria.
    #[error("alternative {alternative} has {values} values for {criteria} criteria")]
    Shape {
        /// The alternative.
        alternative: usize,
        /// How many values it has.
        values: usize,
        /// How many criteria there are.
        criteria: usize,
    },
    /// A value is infinite or not a number.
    #[error("the value of alternative {alternative} in criterion {criterion} is not finite")]
    NotFinite {
        /// The alternative.
        alternative: usize,
        /// The criterion.
        criterion: usize,
    },
    /// The points of all criteria sum to zero, or to more than [`MAX_POINTS`].
    #[error("{0} points in all instead of 1 to {MAX_POINTS}")]
    Points(u64),
    /// The quadrature did not settle. This is an error of the program.
    #[error("the quadrature of an acceptability did not settle")]
    Unsettled,
    /// Two ways to the same share gave different results. This is an error of the program.
    #[error("two ways to {share} differ by {difference:e}")]
    Inconsistent {
        /// What was computed in two ways.
        share: &'static str,
        /// By how much the results differ.
        difference: f64,
    },
}

/// An order of the alternatives and how often it occurs.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The alternatives, best first; identical ones together.
    pub places: Vec<Vec<usize>>,
    /// The share of the weights that order them so.
    pub share: f64,
}

/// Shares of the weights under which alternatives come out in some way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Acceptability {
    /// For every alternative, the share of every rank, the first first.
    #[serde(serialize_with = "nine")]
    pub ranks: Vec<Vec<f64>>,
    /// For every alternative, the share with which it is strictly better than every other; zero for itself.
    #[serde(skip)]
    pub pairwise: Vec<Vec<f64>>,
    /// Every order of the distinct alternatives.
    #[serde(skip)]
    pub orders: Vec<Order>,
}

/// The acceptabilities of the alternatives whose values are the rows of `values`, for weights distributed as
/// Dirichlet(`points`).
///
/// # Errors
///
/// If the input is malformed, or the result does not stand up to the checks that are made of it.
pub fn acceptability<R: AsRef<[f64]>>(
    values: &[R],
    points: &[u32],
) -> Result<Acceptability, Error> {
    let differences = reduce(values, points)?;
    let pairs = shares_of_pairs(&differences);
    let mut orders = orders(&differences, &pairs)?;
    let ranks = ranks(values.len(), &orders);
    for order in &mut orders {
        order.share = settled(order.share);
    }
    let pairwise = differences
        .distinct_of()
        .iter()
        .map(|&over| {
            differences
                .distinct_of()
                .iter()
                .map(|&under| settled(pairs[over][under]))
                .collect()
        })
        .collect();
    Ok(Acceptability {
        ranks,
        pairwise,
        orders,
    })
}

/// Checks the input and reduces it to what matters.
fn reduce<R: AsRef<[f64]>>(values: &[R], points: &[u32]) -> Result<Differences, Error> {
    let rows: Vec<&[f64]> = values.iter().map(AsRef::as_ref).collect();
    if !(1..=MAX_ALTERNATIVES).contains(&rows.len()) {
        return Err(Error::Alternatives(rows.len()));
    }
    for (alternative, row) in rows.iter().enumerate() {
        if row.len() != points.len() {
            return Err(Error::Shape {
                alternative,
                values: row.len(),
                criteria: points.len(),
            });
        }
        if let Some(criterion) = row.iter().position(|value| !value.is_finite()) {
            return Err(Error::NotFinite {
                alternative,
                criterion,
            });
        }
    }
    let total = points.iter().map(|&p| u64::from(p)).sum();
    if !(1..=MAX_POINTS).contains(&total) {
        return Err(Error::Points(total));
    }
    Ok(Differences::new(&rows, points))
}

/// The share of every rank of every alternative: one more than the number of better ones.
fn ranks(alternatives: usize, orders: &[Order]) -> Vec<Vec<f64>> {
    let mut ranks = vec![vec![0.0; alternatives]; alternatives];
    for Order { places, share } in orders {
        let mut better = 0;
        for place in places {
            for &alternative in place {
                ranks[alternative][better] += share;
            }
            better += place.len();
        }
    }
    for share in ranks.iter_mut().flatten() {
        *share = settled(*share);
    }
    ranks
}

/// A share with what cannot be told from zero or one made so.
fn settled(share: f64) -> f64 {
    if share < FLOOR {
        0.0
    } else if share > 1.0 - FLOOR {
        1.0
    } else {
        share
    }
}
