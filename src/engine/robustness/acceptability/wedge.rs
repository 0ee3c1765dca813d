//! P(X > 0, Y > 0) for weighted sums X and Y of the same exponential variables: the share of the weights for which
//! three alternatives come in a given order.

use super::contour::{Contour, Transform};
use super::lanes::Lanes;
use super::lattice::{Column, Sweep, cheaper_way_round};
use super::race::positive_probability;

/// The transform of one wedge.
struct Wedge {
    sweep: Sweep,
    ties: Vec<(f64, u32)>,
}

impl Transform for Wedge {
    fn weighted(&mut self, s: &Lanes, weight: &Lanes) -> Lanes {
        let base = transform_of(&self.ties, s);
        self.sweep.transform(s, &base).times(weight)
    }
}

/// The transform of independent `(mean, count)` exponential variables.
pub(crate) fn transform_of(means: &[(f64, u32)], s: &Lanes) -> Lanes {
    means.iter().fold(Lanes::ONE, |product, &(mean, count)| {
        product.times(&s.resolvent(mean).power(count))
    })
}

/// P(X > 0, Y > 0), neither X nor Y being zero throughout; `None` if the quadrature does not settle.
pub(crate) fn wedge_probability(columns: Vec<Column>) -> Option<f64> {
    let columns = cheaper_way_round(columns);
    let xs: Vec<(f64, u32)> = columns.iter().map(|c| (c.x, c.count)).collect();
    let ys: Vec<(f64, u32)> = columns.iter().map(|c| (c.y, c.count)).collect();
    if is_hopeless(&xs) || is_hopeless(&ys) {
        return Some(0.0);
    }
    let Some(contour) = Contour::through_saddle(&ys) else {
        return Some(positive_probability(&xs));
    };
    let mut wedge = Wedge {
        sweep: Sweep::over_positives(&columns),
        ties: columns
            .iter()
            .filter(|c| c.x == 0.0)
            .map(|c| (c.y, c.count))
            .collect(),
    };
    let mass = contour.integrate(&mut wedge)?;
    let whole = if contour.is_left_of_zero() {
        positive_probability(&xs)
    } else {
        0.0
    };
    Some(whole + mass)
}

/// Whether a weighted sum of these is surely negative.
pub(crate) fn is_hopeless(differences: &[(f64, u32)]) -> bool {
    differences.iter().all(|&(d, _)| d <= 0.0) && differences.iter().any(|&(d, _)| d < 0.0)
}
