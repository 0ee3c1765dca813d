//! Which row of a decision table applies.

use crate::files::Facts;
use crate::files::{Criterion, Effect, Level, Ratings, Truth};

/// How far the level of a criterion is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LevelStatus {
    /// This row applies.
    Known(usize),
    /// One of these rows will apply, which one hangs on open questions.
    Open(Vec<usize>),
    /// No row covers these answers; the criterion counts for nothing.
    Gap,
}

impl LevelStatus {
    /// The status of a criterion: the first row whose condition holds applies; a row that may hold keeps it open.
    pub fn of(criterion: &Criterion, facts: &Facts<'_>) -> Self {
        let mut possible = Vec::new();
        for (index, level) in criterion.levels.iter().enumerate() {
            match level
                .when
                .as_ref()
                .map_or(Truth::True, |when| when.holds(facts))
            {
                Truth::True if possible.is_empty() => return Self::Known(index),
                Truth::True => {
                    possible.push(index);
                    return Self::Open(possible);
                }
                Truth::Unknown => possible.push(index),
                Truth::False => {}
            }
        }
        if possible.is_empty() {
            Self::Gap
        } else {
            Self::Open(possible)
        }
    }

    /// The row that applies, if it is known.
    pub fn level<'c>(&self, criterion: &'c Criterion) -> Option<&'c Level> {
        match self {
            Self::Known(index) => Some(&criterion.levels[*index]),
            Self::Open(_) | Self::Gap => None,
        }
    }

    /// The ratings that count, if the level is known and rates.
    pub fn ratings(&self, criterion: &Criterion) -> Option<Ratings> {
        match self.level(criterion)?.effect {
            Effect::Rates(ratings) => Some(ratings),
            Effect::NotApplicable => None,
        }
    }

    /// Whether it hangs on open questions.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}
