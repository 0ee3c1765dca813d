//! What the tests of acceptability need: a slow reference, a generator of random numbers, comparison.

#![allow(dead_code)] // the benchmark draws from it too

use trilemma::engine::robustness::acceptability::{Acceptability, acceptability};

/// A plain port of `reference/exact_smaa.py`: no grouping, a fixed fine grid on the imaginary axis (Gil-Pelaez 1951).
pub(crate) mod exact {
    type Complex = (f64, f64);

    fn times(a: Complex, b: Complex) -> Complex {
        (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
    }

    /// 1 / (1 - i omega y)
    fn resolvent(omega: f64, y: f64) -> Complex {
        let norm = 1.0 + omega * omega * y * y;
        (1.0 / norm, omega * y / norm)
    }

    fn transform(x: &[f64], y: &[f64], omega: f64) -> Complex {
        let pick = |wanted: fn(f64) -> bool| -> Vec<(f64, f64)> {
            x.iter()
                .zip(y)
                .filter(|(x, _)| wanted(**x))
                .map(|(x, y)| (x.abs(), *y))
                .collect()
        };
        let (positives, negatives, ties) =
            (pick(|x| x > 0.0), pick(|x| x < 0.0), pick(|x| x == 0.0));
        let base = ties.iter().fold((1.0, 0.0), |product, (_, y)| {
            times(product, resolvent(omega, *y))
        });
        if positives.is_empty() {
            return if negatives.is_empty() {
                base
            } else {
                (0.0, 0.0)
            };
        }
        let mut column = vec![(0.0, 0.0); positives.len() + 1];
        let mut product = base;
        for i in (0..positives.len()).rev() {
            product = times(product, resolvent(omega, positives[i].1));
            column[i] = product;
        }
        for &(b, yn) in negatives.iter().rev() {
            for i in (0..positives.len()).rev() {
                let (a, yp) = positives[i];
                let (old, next) = (
                    column[i],
                    if i + 1 < positives.len() {
                        column[i + 1]
                    } else {
                        (0.0, 0.0)
                    },
                );
                let mixed = (
                    (a * old.0 + b * next.0) / (a + b),
                    (a * old.1 + b * next.1) / (a + b),
                );
                column[i] = times(mixed, resolvent(omega, (b * yp + a * yn) / (a + b)));
            }
        }
        column[0]
    }

    /// P(X >= 0, Y >= 0), neither being zero throughout.
    pub(crate) fn wedge(x: &[f64], y: &[f64], step: f64) -> f64 {
        let scale = y.iter().fold(0.0, |max: f64, y| max.max(y.abs()));
        let y: Vec<f64> = y.iter().map(|y| y / scale).collect();
        let nodes = (0..)
            .map(|k| -38.0 + step * f64::from(k))
            .take_while(|t| *t < 38.0);
        let sum: f64 = nodes.map(|t| transform(x, &y, t.exp()).1).sum();
        0.5 * transform(x, &y, 0.0).0 + step * sum / std::f64::consts::PI
    }

    /// Rank acceptabilities of three alternatives, column `j` repeated `points[j]` times.
    pub(crate) fn ranks(values: &[Vec<f64>], points: &[u32], step: f64) -> [[f64; 3]; 3] {
        let gap = |a: usize, b: usize| -> Vec<f64> {
            (0..points.len())
                .flat_map(|j| std::iter::repeat_n(values[a][j] - values[b][j], points[j] as usize))
                .collect()
        };
        let mut ranks = [[0.0; 3]; 3];
        for [i, j, k] in [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ] {
            let share = wedge(&gap(i, j), &gap(j, k), step);
            ranks[i][0] += share;
            ranks[j][1] += share;
            ranks[k][2] += share;
        }
        ranks
    }
}

/// A small generator (`SplitMix64`: Steele, Lea & Flood 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Between 0 and 1, neither included.
    pub(crate) fn unit(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0
    }

    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        (self.bits() >> 32) as u32 % bound
    }

    /// The sum of `count` standard exponential variables.
    pub(crate) fn gamma(&mut self, count: u32) -> f64 {
        (0..count).map(|_| -self.unit().ln()).sum()
    }
}

pub(crate) fn uniform(values: &[Vec<f64>]) -> Acceptability {
    acceptability(values, &vec![1; values[0].len()]).expect("computes")
}

#[track_caller]
pub(crate) fn close(got: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!(
        (got - wanted).abs() <= tolerance,
        "{what}: {got} instead of {wanted}"
    );
}

#[track_caller]
pub(crate) fn close_rows(got: &[Vec<f64>], wanted: &[Vec<f64>], tolerance: f64, what: &str) {
    assert_eq!(got.len(), wanted.len(), "{what}");
    for (i, (got, wanted)) in got.iter().zip(wanted).enumerate() {
        assert_eq!(got.len(), wanted.len(), "{what}");
        for (j, (got, wanted)) in got.iter().zip(wanted).enumerate() {
            close(*got, *wanted, tolerance, &format!("{what} [{i}][{j}]"));
        }
    }
}
