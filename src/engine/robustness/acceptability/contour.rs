//! Probabilities from transforms, by quadrature along a curve in the complex plane.
//!
//! For Y with E[exp(sY); A] = G(s) near zero, P(Y > 0, A) is the integral of G(s) / s over 2 pi i, upward along any
//! curve that crosses the real axis between zero and the first pole on the right; crossing left of zero instead gives
//! P(Y > 0, A) - G(0) (inversion of a two-sided Laplace transform; Gil-Pelaez 1951 is the curve through zero). Here
//! all poles of G are real, so the curve s(u) = c + i a sinh(u) meets none within |Im u| < pi / 2, and the trapezoidal
//! rule in u converges geometrically (Trefethen & Weideman 2014, SIAM Review 56, theorem 5.1).

use std::array::from_fn;
use std::f64::consts::PI;

use super::lanes::{Lanes, WIDTH};

/// The step of the first sum; it is halved until two sums agree.
const FIRST_STEP: f64 = 0.3;
/// How far two sums of terms of size one may lie apart for the finer one to be taken.
///
/// For terms of size m the error is at most m e(1 / step) with log e concave, so halving the step from an error d
/// leaves no more than d d / m. Agreement to d = sqrt(m) times this is therefore worth this squared.
const AGREEMENT: f64 = 1e-9;
/// Sums nearer to each other than this agree, whatever the size of their terms.
const ROUNDING: f64 = 1e-15;
/// Terms below this are left out.
const NEGLIGIBLE: f64 = 1e-17;
/// Where to give up looking for a negligible term: |s| has grown by a factor of exp(90) there.
const FARTHEST: f64 = 90.0;
/// How often to halve the step before giving up.
const MAX_HALVINGS: u32 = 6;
/// Halvings of the bracket of a saddle point, which need not be met exactly.
const SADDLE_HALVINGS: u32 = 16;

/// A transform that is integrated.
pub(crate) trait Transform {
    /// weight * G(s).
    fn weighted(&mut self, s: &Lanes, weight: &Lanes) -> Lanes;
}

/// The curve s(u) = c + i a sinh(u).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contour {
    /// c, where the curve crosses the real axis.
    crossing: f64,
    /// a, no more than the distance from the crossing to the next pole.
    spread: f64,
}

impl Contour {
    /// The curve through the minimum of E[exp(cY)] / |c| for Y the sum of independent exponentials, given as
    /// `(mean, count)`, on that side of zero where the smaller of P(Y > 0) and P(Y < 0) is the integral.
    ///
    /// There the integrand is at most of the order of that probability, to whatever event A the transform is
    /// restricted, so that nothing large cancels. `None` if Y has a sure sign.
    pub(crate) fn through_saddle(means: &[(f64, u32)]) -> Option<Self> {
        let drift: f64 = means
            .iter()
            .map(|&(mean, count)| mean * f64::from(count))
            .sum();
        let side = if drift < 0.0 { 1.0 } else { -1.0 };
        let highest = means
            .iter()
            .map(|&(mean, _)| side * mean)
            .fold(0.0, f64::max);
        let lowest = means
            .iter()
            .map(|&(mean, _)| side * mean)
            .fold(0.0, f64::min);
        if highest <= 0.0 || lowest >= 0.0 {
            return None;
        }
        let pole = 1.0 / highest;
        let (mut low, mut high) = (0.0, pole);
        for _ in 0..SADDLE_HALVINGS {
            let middle = 0.5 * (low + high);
            if growth(means, side * middle) * side < 1.0 / middle {
                low = middle;
            } else {
                high = middle;
            }
        }
        let distance = 0.5 * (low + high);
        Some(Self {
            crossing: side * distance,
            spread: distance.min(pole - distance),
        })
    }

    /// Whether the curve passes left of zero, so that its integral is P(Y > 0, A) - G(0).
    pub(crate) fn is_left_of_zero(&self) -> bool {
        self.crossing < 0.0
    }

    /// The integral of G(s) / (2 pi i s); `None` if the sums do not settle.
    pub(crate) fn integrate(&self, transform: &mut impl Transform) -> Option<f64> {
        let mut step = FIRST_STEP;
        let mut sums = Sums {
            sum: 0.0,
            witness: 0.0,
            largest: 0.0,
            last: 0.0,
        };
        self.add(transform, 0.0, step, FARTHEST, &mut sums);
        let reach = sums.last + step;
        if reach >= FARTHEST {
            return None;
        }
        for _ in 0..MAX_HALVINGS {
            let coarse = sums.both().map(|sum| sum * step);
            self.add(transform, 0.5 * step, step, reach, &mut sums);
            step *= 0.5;
            let tolerance = ROUNDING.max(AGREEMENT * sums.largest.sqrt());
            let mut both = sums.both().into_iter().zip(coarse);
            if both.all(|(sum, coarse)| (sum * step - coarse).abs() <= tolerance) {
                return Some(sums.sum * step);
            }
        }
        None
    }

    /// Adds the terms at u = from, from + step, .. up to `reach`, or until they are negligible.
    fn add(
        &self,
        transform: &mut impl Transform,
        from: f64,
        step: f64,
        reach: f64,
        sums: &mut Sums,
    ) {
        let mut first = from;
        while first <= reach {
            let us: [f64; WIDTH] = from_fn(|lane| first + step * lane as f64);
            let s = Lanes {
                re: [self.crossing; WIDTH],
                im: us.map(|u| self.spread * u.sinh()),
            };
            let inverse = s.reciprocal();
            let weight = inverse.scaled_by(&us.map(|u| self.pace(u, reach)));
            let terms = transform.weighted(&s, &weight);
            sums.sum += terms.real_sum();
            sums.witness += self.crossing * terms.times(&inverse).real_sum();
            let sizes = terms.sizes();
            sums.largest = sizes.iter().copied().fold(sums.largest, f64::max);
            match sizes.iter().rposition(|&size| size > NEGLIGIBLE) {
                Some(lane) => sums.last = sums.last.max(us[lane]),
                None => break,
            }
            first += step * WIDTH as f64;
        }
    }

    /// ds / (2 pi i du) at u and at its mirror image -u, where the integrand is conjugate, together.
    fn pace(&self, u: f64, reach: f64) -> f64 {
        let nodes = if u > reach {
            0.0
        } else if u > 0.0 {
            2.0
        } else {
            1.0
        };
        nodes * self.spread * u.cosh() / (2.0 * PI)
    }
}

/// The derivative of log E[exp(cY)] for the sum Y of exponentials.
fn growth(means: &[(f64, u32)], c: f64) -> f64 {
    means
        .iter()
        .map(|&(mean, count)| f64::from(count) * mean / (1.0 - c * mean))
        .sum()
}

/// What trapezoidal sums come to so far.
struct Sums {
    sum: f64,
    /// The same with another factor 1 / s. The error of a sum may vanish by chance; hardly that of both.
    witness: f64,
    /// The size of the largest term.
    largest: f64,
    /// The last u with a term that counts.
    last: f64,
}

impl Sums {
    fn both(&self) -> [f64; 2] {
        [self.sum, self.witness]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::robustness::acceptability::race::positive_probability;
    use crate::engine::robustness::acceptability::wedge::transform_of;

    struct Sum<'a>(&'a [(f64, u32)]);

    impl Transform for Sum<'_> {
        fn weighted(&mut self, s: &Lanes, weight: &Lanes) -> Lanes {
            transform_of(self.0, s).times(weight)
        }
    }

    #[test]
    fn finds_the_probability_that_a_sum_is_positive() {
        let sums: [&[(f64, u32)]; 6] = [
            &[(1.0, 1), (-1.0, 1)],
            &[(1.0, 1), (-1e-9, 1)],
            &[(3.0, 2), (-1.0, 4), (0.0, 7), (-0.5, 1)],
            &[(1.0, 200), (-1.0, 190)],
            &[(1.0, 1), (-0.25, 400)],
            &[(1e5, 1), (-1e-5, 1500)],
        ];
        for means in sums {
            let contour = Contour::through_saddle(means).expect("both signs");
            let integral = contour.integrate(&mut Sum(means)).expect("settles");
            let whole = if contour.is_left_of_zero() { 1.0 } else { 0.0 };
            let error = whole + integral - positive_probability(means);
            assert!(error.abs() < 1e-13, "{means:?}: {error:e}");
        }
    }

    #[test]
    fn there_is_no_curve_for_a_sure_sign() {
        assert!(Contour::through_saddle(&[(1.0, 3), (0.0, 1)]).is_none());
        assert!(Contour::through_saddle(&[(-1.0, 3), (0.0, 1)]).is_none());
        assert!(Contour::through_saddle(&[]).is_none());
    }
}
