//! What was chosen against what the rubric says.

use super::trial::Trial;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;

/// How often each choice met each outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confusion([[usize; Column::ALL.len()]; Row::ALL.len()]);

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// This alternative.
    Chosen(Alternative),
    /// Several, for a documented mix.
    Mix,
}

/// What the rubric says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// This alternative is recommended.
    Recommended(Alternative),
    /// Several are too close to call.
    TooClose,
    /// Too little is answered.
    Inconclusive,
    /// Every alternative is vetoed.
    NoViableAlternative,
}

impl Row {
    /// Every row, in order.
    pub const ALL: [Self; 4] = [
        Self::Chosen(Alternative::Build),
        Self::Chosen(Alternative::Buy),
        Self::Chosen(Alternative::OpenSource),
        Self::Mix,
    ];

    fn of(chosen: &[Alternative]) -> Option<Self> {
        match chosen {
            [] => None,
            [one] => Some(Self::Chosen(*one)),
            _ => Some(Self::Mix),
        }
    }
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 6] = [
        Self::Recommended(Alternative::Build),
        Self::Recommended(Alternative::Buy),
        Self::Recommended(Alternative::OpenSource),
        Self::TooClose,
        Self::Inconclusive,
        Self::NoViableAlternative,
    ];

    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Recommended(alternative) => Self::Recommended(*alternative),
            Outcome::TooClose(_) => Self::TooClose,
            Outcome::Inconclusive => Self::Inconclusive,
            Outcome::NoViableAlternative(_) => Self::NoViableAlternative,
        }
    }
}

impl Confusion {
    /// The table of some trials; those without a case count for nothing.
    pub fn of<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> Self {
        let mut table = Self::default();
        for trial in trials {
            table.count(&trial.chosen, trial.outcome());
        }
        table
    }

    fn count(&mut self, chosen: &[Alternative], outcome: &Outcome) {
        let column = Column::of(outcome);
        let at = |row: Row| Row::ALL.iter().position(|other| *other == row);
        let across = Column::ALL.iter().position(|other| *other == column);
        if let (Some(row), Some(column)) = (Row::of(chosen).and_then(at), across) {
            self.0[row][column] += 1;
        }
    }

    /// The rows with their counts by column, in order.
    pub fn rows(&self) -> impl Iterator<Item = (Row, [usize; Column::ALL.len()])> {
        Row::ALL.into_iter().zip(self.0)
    }

    /// The cases in all, by column.
    pub fn totals(&self) -> [usize; Column::ALL.len()] {
        let mut totals = [0; Column::ALL.len()];
        for (_, counts) in self.rows() {
            for (total, count) in totals.iter_mut().zip(counts) {
                *total += count;
            }
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::Confusion;
    use crate::engine::scoring::Outcome;
    use crate::files::Alternative::{Build, Buy, OpenSource};

    #[test]
    fn every_case_is_counted_once_where_its_choice_meets_its_outcome() {
        let mut table = Confusion::default();
        table.count(&[Build], &Outcome::Recommended(Build));
        table.count(&[Build], &Outcome::Recommended(OpenSource));
        table.count(&[Buy, Build], &Outcome::TooClose(vec![Build, Buy]));
        table.count(&[OpenSource], &Outcome::NoViableAlternative(Vec::new()));
        table.count(&[], &Outcome::Inconclusive);
        let rows: Vec<_> = table.rows().map(|(_, counts)| counts).collect();
        assert_eq!(
            rows,
            [
                [1, 0, 1, 0, 0, 0],
                [0; 6],
                [0, 0, 0, 0, 0, 1],
                [0, 0, 0, 1, 0, 0]
            ]
        );
        assert_eq!(table.totals(), [1, 0, 1, 1, 0, 1]);
    }
}
