//! The chance of an event when a criterion has one point more, for all criteria at once.
//!
//! The mean weight of a criterion where an event holds is its share of the points times the probability of the event
//! with one point more on it (the density of a Dirichlet distribution times a weight is again one). One point more is
//! one step more of the recursion in `lattice.rs`, which is linear: with the values of the recursion before that step
//! and the sensitivities of the result after it, the result is their product. So all criteria cost two sweeps, one
//! down and one up, over either stack.

use super::contour::{Contour, Transform};
use super::lanes::Lanes;
use super::lattice::{Column, Sweep, cheaper_way_round};
use super::wedge::{is_hopeless, transform_of};

/// A sweep that remembers its values, to be gone through backwards.
struct TwoWaySweep {
    sweep: Sweep,
    /// For every step, the column that it stands for.
    columns: Vec<usize>,
    /// The values after every step.
    snapshots: Vec<Lanes>,
    /// The sensitivity of the result to every value.
    sensitivities: Vec<Lanes>,
}

impl TwoWaySweep {
    fn new(sweep: Sweep, columns: Vec<usize>) -> Self {
        let length = sweep.values().len();
        Self {
            snapshots: vec![Lanes::ZERO; columns.len() * length],
            sensitivities: vec![Lanes::ZERO; length],
            columns,
            sweep,
        }
    }

    /// G(s), and for every step G(s) with that step once more, into `tilted` at the column of the step.
    fn transform(&mut self, s: &Lanes, base: &Lanes, tilted: &mut [Lanes]) -> Lanes {
        let length = self.sensitivities.len();
        self.sweep.start(s, base);
        self.sweep.advance(self.sweep.end());
        for (step, snapshot) in self.snapshots.chunks_mut(length).enumerate().rev() {
            self.sweep.advance(step);
            snapshot.copy_from_slice(self.sweep.values());
        }
        let result = self.sweep.values()[0];
        self.sensitivities.fill(Lanes::ZERO);
        self.sensitivities[0] = Lanes::ONE;
        for (step, snapshot) in self.snapshots.chunks(length).enumerate() {
            self.sweep.retreat(step, &mut self.sensitivities);
            tilted[self.columns[step]] = dot(&self.sensitivities, snapshot);
            for _ in 1..self.sweep.repetitions(step) {
                self.sweep.retreat(step, &mut self.sensitivities);
            }
        }
        result
    }
}

fn dot(left: &[Lanes], right: &[Lanes]) -> Lanes {
    left.iter()
        .zip(right)
        .fold(Lanes::ZERO, |sum, (a, b)| sum.plus(&a.times(b)))
}

/// The transform of a wedge, and the transforms with one point more on every column.
struct TiltedWedge<'a> {
    columns: &'a [Column],
    ties: Vec<(f64, u32)>,
    over_positives: TwoWaySweep,
    over_negatives: TwoWaySweep,
    tilted: Vec<Lanes>,
}

impl<'a> TiltedWedge<'a> {
    fn new(columns: &'a [Column]) -> Self {
        let places = |wanted: fn(f64) -> bool| {
            (0..columns.len())
                .filter(|&place| wanted(columns[place].x))
                .collect()
        };
        Self {
            ties: columns
                .iter()
                .filter(|c| c.x == 0.0)
                .map(|c| (c.y, c.count))
                .collect(),
            over_positives: TwoWaySweep::new(Sweep::over_positives(columns), places(|x| x > 0.0)),
            over_negatives: TwoWaySweep::new(Sweep::over_negatives(columns), places(|x| x < 0.0)),
            tilted: vec![Lanes::ZERO; columns.len()],
            columns,
        }
    }
}

impl Transform for TiltedWedge<'_> {
    fn accumulate(&mut self, s: &Lanes, weight: &Lanes, sums: &mut [f64]) -> Lanes {
        // The weight goes in at the start: the recursion is linear, and all its results are wanted with that factor.
        let base = transform_of(&self.ties, s).times(weight);
        let plain = self.over_positives.transform(s, &base, &mut self.tilted);
        self.over_negatives.transform(s, &base, &mut self.tilted);
        for (tilted, column) in self.tilted.iter_mut().zip(self.columns) {
            if column.x == 0.0 {
                *tilted = plain.times(&s.resolvent(column.y));
            }
        }
        for (sum, term) in sums.iter_mut().zip(self.tilted.iter().chain([&plain])) {
            *sum += term.real_sum();
        }
        plain
    }
}

/// P(X > 0, Y > 0) with one point more on each column in turn and, last, as it is; `None` if the quadrature does not
/// settle. Zeros throughout are no condition.
pub(crate) fn tilted_probabilities(columns: Vec<Column>) -> Option<Vec<f64>> {
    let columns = cheaper_way_round(columns);
    let count = columns.len() + 1;
    let xs: Vec<(f64, u32)> = columns.iter().map(|c| (c.x, c.count)).collect();
    let ys: Vec<(f64, u32)> = columns.iter().map(|c| (c.y, c.count)).collect();
    if is_hopeless(&xs) || is_hopeless(&ys) {
        return Some(vec![0.0; count]);
    }
    let mut wedge = TiltedWedge::new(&columns);
    let contour = Contour::through_saddle(&ys);
    let mut results = match &contour {
        Some(contour) => contour.integrate(&mut wedge, count)?,
        None => vec![0.0; count],
    };
    if contour.is_none_or(|contour| contour.is_left_of_zero()) {
        let mut first_lane = Lanes::ZERO;
        first_lane.re[0] = 1.0;
        wedge.accumulate(&Lanes::ZERO, &first_lane, &mut results);
    }
    Some(results)
}
