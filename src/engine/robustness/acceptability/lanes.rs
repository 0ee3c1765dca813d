//! Complex numbers in small batches, one lane per node of a contour.
//!
//! Real and imaginary parts lie in arrays of their own, so that the compiler turns each operation into vector
//! instructions of any width without being told which machine it will run on.

use std::array::from_fn;

/// Lanes per batch: enough independent chains to hide the latency of a multiplication.
pub(crate) const WIDTH: usize = 8;

/// A batch of complex numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lanes {
    pub(crate) re: [f64; WIDTH],
    pub(crate) im: [f64; WIDTH],
}

impl Lanes {
    /// Zero in every lane.
    pub(crate) const ZERO: Self = Self::real(0.0);
    /// One in every lane.
    pub(crate) const ONE: Self = Self::real(1.0);

    const fn real(value: f64) -> Self {
        Self {
            re: [value; WIDTH],
            im: [0.0; WIDTH],
        }
    }

    /// 1 / (1 - self * slope): the transform of an exponential variable with mean `slope`.
    #[inline]
    pub(crate) fn resolvent(&self, slope: f64) -> Self {
        let re: [f64; WIDTH] = from_fn(|k| 1.0 - slope * self.re[k]);
        let im: [f64; WIDTH] = from_fn(|k| slope * self.im[k]);
        let scale: [f64; WIDTH] = from_fn(|k| 1.0 / (re[k] * re[k] + im[k] * im[k]));
        Self {
            re: from_fn(|k| re[k] * scale[k]),
            im: from_fn(|k| im[k] * scale[k]),
        }
    }

    /// 1 / self.
    #[inline]
    pub(crate) fn reciprocal(&self) -> Self {
        let scale: [f64; WIDTH] =
            from_fn(|k| 1.0 / (self.re[k] * self.re[k] + self.im[k] * self.im[k]));
        Self {
            re: from_fn(|k| self.re[k] * scale[k]),
            im: from_fn(|k| -self.im[k] * scale[k]),
        }
    }

    /// self * other.
    #[inline]
    pub(crate) fn times(&self, other: &Self) -> Self {
        Self {
            re: from_fn(|k| self.re[k] * other.re[k] - self.im[k] * other.im[k]),
            im: from_fn(|k| self.re[k] * other.im[k] + self.im[k] * other.re[k]),
        }
    }

    /// self with a factor for every lane.
    #[inline]
    pub(crate) fn scaled_by(&self, factors: &[f64; WIDTH]) -> Self {
        Self {
            re: from_fn(|k| self.re[k] * factors[k]),
            im: from_fn(|k| self.im[k] * factors[k]),
        }
    }

    /// Becomes factor * (keep * self + carry * other).
    ///
    /// In place: values that stay in memory come out as clean vector code, values carried from one call to the next
    /// in registers do not.
    #[inline]
    pub(crate) fn step(&mut self, factor: &Self, keep: f64, other: &Self, carry: f64) {
        for k in 0..WIDTH {
            let re = keep * self.re[k] + carry * other.re[k];
            let im = keep * self.im[k] + carry * other.im[k];
            self.re[k] = factor.re[k] * re - factor.im[k] * im;
            self.im[k] = factor.re[k] * im + factor.im[k] * re;
        }
    }

    /// self to a whole power, by squaring.
    pub(crate) fn power(&self, exponent: u32) -> Self {
        let (mut result, mut square, mut rest) = (Self::ONE, *self, exponent);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.times(&square);
            }
            square = square.times(&square);
            rest >>= 1;
        }
        result
    }

    /// The sum of the real parts.
    pub(crate) fn real_sum(&self) -> f64 {
        self.re.iter().sum()
    }

    /// A size of every lane, within a factor of the square root of two of its modulus.
    pub(crate) fn sizes(&self) -> [f64; WIDTH] {
        from_fn(|k| self.re[k].abs().max(self.im[k].abs()))
    }
}
