//! Three-valued logic.

use schemars::JsonSchema;
use serde::Serialize;
/// Whether something holds, where some answers may be missing.
///
/// The connectives are Kleene's strong ones (S. C. Kleene, *Introduction to Metamathematics*, 1952, section 64):
/// a result is unknown only if the unknown parts could still turn it either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Truth {
    /// It does not hold, whatever the missing answers turn out to be.
    #[serde(rename = "no")]
    False,
    /// It hangs on a missing answer.
    #[serde(rename = "unknown")]
    Unknown,
    /// It holds, whatever the missing answers turn out to be.
    #[serde(rename = "yes")]
    True,
}

impl Truth {
    /// True if both are, false if either is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    /// True if either is, false if both are.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.negate().and(other.negate()).negate()
    }

    /// The opposite; unknown stays unknown.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether it could still hold.
    pub fn is_possible(self) -> bool {
        self != Self::False
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    #[test]
    fn unknown_gives_way_where_the_other_side_decides() {
        assert_eq!(Unknown.and(False), False);
        assert_eq!(Unknown.and(True), Unknown);
        assert_eq!(Unknown.or(True), True);
        assert_eq!(Unknown.or(False), Unknown);
        assert_eq!(Unknown.negate(), Unknown);
    }

    #[test]
    fn without_unknowns_it_is_ordinary_logic() {
        assert_eq!(True.and(False), False);
        assert_eq!(True.and(True), True);
        assert_eq!(False.or(True), True);
        assert_eq!(False.or(False), False);
        assert_eq!(True.negate(), False);
    }
}
