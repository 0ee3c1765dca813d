//! Counting agreement.

use super::trial::Trial;

/// How many cases there are, and with how many of them the rubric agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cases.
    pub cases: usize,
    /// Those that it agrees with.
    pub agree: usize,
    /// Those where it commits itself: one alternative is recommended.
    pub committed: usize,
    /// Those of them that it agrees with.
    pub committed_agree: usize,
}

impl Tally {
    /// The tally of some trials; those without a case count for nothing.
    pub fn of<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> Self {
        let compared = trials
            .into_iter()
            .filter(|trial| trial.comparison.is_some());
        compared.fold(Self::default(), |tally, trial| {
            tally.with(trial.agrees(), trial.commits())
        })
    }

    /// One more case.
    #[must_use]
    pub fn with(self, agrees: bool, commits: bool) -> Self {
        Self {
            cases: self.cases + 1,
            agree: self.agree + usize::from(agrees),
            committed: self.committed + usize::from(commits),
            committed_agree: self.committed_agree + usize::from(agrees && commits),
        }
    }

    /// The sum of two tallies.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            cases: self.cases + other.cases,
            agree: self.agree + other.agree,
            committed: self.committed + other.committed,
            committed_agree: self.committed_agree + other.committed_agree,
        }
    }

    /// Cases where nothing is recommended.
    pub fn undecided(self) -> usize {
        self.cases - self.committed
    }

    /// Agreement among all cases, 0 to 1; none without cases.
    pub fn agreement(self) -> Option<f64> {
        share(self.agree, self.cases)
    }

    /// Agreement among the cases where it commits itself, 0 to 1; none if it never does.
    pub fn committed_agreement(self) -> Option<f64> {
        share(self.committed_agree, self.committed)
    }

    /// The share of the cases where nothing is recommended, 0 to 1; none without cases.
    pub fn undecided_share(self) -> Option<f64> {
        share(self.undecided(), self.cases)
    }

    /// Whether it agrees with at least so many of 100 of the cases where it commits itself. Where it never does, it
    /// does not.
    pub fn reaches(self, percent: u8) -> bool {
        self.committed > 0 && self.committed_agree * 100 >= self.committed * usize::from(percent)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    const SIX: Tally = Tally {
        cases: 6,
        agree: 4,
        committed: 4,
        committed_agree: 3,
    };

    #[test]
    fn agreement_is_counted_over_all_cases_and_over_those_with_a_recommendation() {
        let counted = [
            (true, true),
            (true, true),
            (true, true),
            (false, true),
            (true, false),
            (false, false),
        ];
        let tally = counted
            .iter()
            .fold(Tally::default(), |tally, &(agrees, commits)| {
                tally.with(agrees, commits)
            });
        assert_eq!(tally, SIX);
        assert_eq!(tally.undecided(), 2);
        assert_eq!(tally.committed_agreement(), Some(0.75));
        assert_eq!(tally.agreement(), Some(4.0 / 6.0));
    }

    #[test]
    fn a_threshold_is_reached_exactly_and_never_without_a_recommendation() {
        assert!(SIX.reaches(75));
        assert!(!SIX.reaches(76));
        assert!(!Tally::default().reaches(0));
        assert_eq!(Tally::default().agreement(), None);
    }
}
