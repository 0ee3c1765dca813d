//! What a condition could still come to.

use crate::files::Truth;

/// The truth values between which a condition lies, in the order false, unknown, true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) least: Truth,
    pub(crate) most: Truth,
}

impl Bounds {
    /// Nothing is known about it.
    pub(crate) const OPEN: Self = Self {
        least: Truth::False,
        most: Truth::True,
    };

    /// It is just this.
    pub(crate) const fn just(truth: Truth) -> Self {
        Self {
            least: truth,
            most: truth,
        }
    }

    /// Whether only one truth value is left.
    pub(crate) fn is_decided(self) -> bool {
        self.least == self.most
    }

    // Kleene's connectives are the minimum, the maximum and the reversal of that order, so the ends suffice.

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            least: self.least.and(other.least),
            most: self.most.and(other.most),
        }
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            least: self.least.or(other.least),
            most: self.most.or(other.most),
        }
    }

    pub(crate) fn negate(self) -> Self {
        Self {
            least: self.most.negate(),
            most: self.least.negate(),
        }
    }
}
