//! How often alternatives come in which order.

use super::differences::Differences;
use super::race::positive_probability;
use super::wedge::wedge_probability;
use super::{Error, Order};

/// How far two ways to the same share may lie apart.
const CONSISTENCY: f64 = 1e-9;

/// The pairs of three alternatives.
const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

/// For every distinct alternative, the share with which it is better than every other; zero for itself.
pub(crate) fn shares_of_pairs(differences: &Differences) -> Vec<Vec<f64>> {
    let count = differences.distinct();
    let mut shares = vec![vec![0.0; count]; count];
    for (over, under) in PAIRS.into_iter().filter(|&(_, under)| under < count) {
        shares[over][under] = positive_probability(&differences.pair(over, under));
        shares[under][over] = 1.0 - shares[over][under];
    }
    shares
}

/// The share of every order of the distinct alternatives.
pub(crate) fn orders(differences: &Differences, pairs: &[Vec<f64>]) -> Result<Vec<Order>, Error> {
    let shares: Vec<(Vec<usize>, f64)> = match differences.distinct() {
        3 => shares_of_three(differences, pairs)?,
        2 => vec![(vec![0, 1], pairs[0][1]), (vec![1, 0], pairs[1][0])],
        _ => vec![(vec![0], 1.0)],
    };
    Ok(shares
        .into_iter()
        .map(|(order, share)| Order {
            places: order
                .into_iter()
                .map(|distinct| differences.members(distinct))
                .collect(),
            share,
        })
        .collect())
}

/// The six orders of three, each by a quadrature of its own, so that their sums are checks.
fn shares_of_three(
    differences: &Differences,
    pairs: &[Vec<f64>],
) -> Result<Vec<(Vec<usize>, f64)>, Error> {
    let mut shares = Vec::with_capacity(6);
    for [best, middle, worst] in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let share = wedge_probability(differences.columns((best, middle), (middle, worst)))
            .ok_or(Error::Unsettled)?;
        shares.push((vec![best, middle, worst], share));
    }
    agree(
        "the sum of all orders",
        shares.iter().map(|(_, share)| share).sum(),
        1.0,
    )?;
    for (over, under) in PAIRS {
        let of_orders = shares
            .iter()
            .filter(|(order, _)| precedes(order, over, under))
            .map(|(_, share)| share)
            .sum();
        agree("a pairwise share", of_orders, pairs[over][under])?;
    }
    Ok(shares)
}

fn precedes(order: &[usize], over: usize, under: usize) -> bool {
    order
        .iter()
        .find(|&&alternative| alternative == over || alternative == under)
        == Some(&over)
}

/// The check that two ways lead to the same share.
pub(crate) fn agree(share: &'static str, one: f64, other: f64) -> Result<(), Error> {
    let difference = (one - other).abs();
    // Not `difference > CONSISTENCY`: what is not a number must not pass.
    if difference <= CONSISTENCY {
        Ok(())
    } else {
        Err(Error::Inconsistent { share, difference })
    }
}
