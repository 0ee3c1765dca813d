//! What the scores and vetoes come to.

use super::standing::{Standing, VetoIndex};
use crate::files::{Alternative, OutcomeKind, Rubric};
use schemars::JsonSchema;
use serde::Serialize;

/// What the tool says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "OutcomeWritten")]
#[schemars(with = "OutcomeWritten")]
pub enum Outcome {
    /// This alternative is ahead of every other that is not vetoed, by more than the tie margin.
    Recommended(Alternative),
    /// These are within the tie margin of the first.
    TooClose(Vec<Alternative>),
    /// Too little is answered to recommend anything.
    Inconclusive,
    /// Every alternative is vetoed; these are the ways out that lift the fewest vetoes.
    NoViableAlternative(Vec<WayOut>),
}

/// Vetoes that would have to be lifted for an alternative to become viable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// The alternative.
    pub alternative: Alternative,
    /// Every veto that has fired against it.
    pub vetoes: Vec<VetoIndex>,
}

/// An outcome as it is written: its kind, and the alternatives it is about.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
struct OutcomeWritten {
    outcome: OutcomeKind,
    /// The alternative recommended, or those too close to call; else empty.
    recommended: Vec<Alternative>,
}

impl From<Outcome> for OutcomeWritten {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome: outcome.kind(),
            recommended: match outcome {
                Outcome::Recommended(alternative) => vec![alternative],
                Outcome::TooClose(tied) => tied,
                Outcome::Inconclusive | Outcome::NoViableAlternative(_) => Vec::new(),
            },
        }
    }
}

impl Outcome {
    /// Its kind.
    pub const fn kind(&self) -> OutcomeKind {
        match self {
            Self::Recommended(_) => OutcomeKind::Recommended,
            Self::TooClose(_) => OutcomeKind::TooClose,
            Self::Inconclusive => OutcomeKind::Inconclusive,
            Self::NoViableAlternative(_) => OutcomeKind::NoViableAlternative,
        }
    }

    /// Whether another outcome says the same: the same alternatives recommended, or tied in any order, or as little.
    pub fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Recommended(one), Self::Recommended(other)) => one == other,
            (Self::TooClose(one), Self::TooClose(other)) => {
                one.len() == other.len()
                    && one.iter().all(|alternative| other.contains(alternative))
            }
            (Self::Inconclusive, Self::Inconclusive)
            | (Self::NoViableAlternative(_), Self::NoViableAlternative(_)) => true,
            _ => false,
        }
    }

    /// The outcome of a standing. Vetoes come first, then coverage, then the margin.
    pub fn of(rubric: &Rubric, standing: &Standing) -> Self {
        let Some(first) = standing.ranking.first() else {
            return Self::NoViableAlternative(ways_out(rubric, standing));
        };
        if standing.coverage < rubric.min_coverage {
            return Self::Inconclusive;
        }
        let ahead = standing.scores[first.alternative];
        let tied: Vec<Alternative> = standing
            .ranking
            .iter()
            .map(|ranked| ranked.alternative)
            .filter(|&alternative| is_tied(ahead - standing.scores[alternative], rubric.tie_margin))
            .collect();
        match tied.as_slice() {
            [] | [_] => Self::Recommended(first.alternative),
            _ => Self::TooClose(tied),
        }
    }
}

/// Whether a margin is inside the tie margin. Without a tie margin, only equal scores are tied.
fn is_tied(margin: f64, tie_margin: f64) -> bool {
    margin < tie_margin - Standing::TOLERANCE || margin < Standing::TOLERANCE
}

fn ways_out(rubric: &Rubric, standing: &Standing) -> Vec<WayOut> {
    let all = Alternative::ALL.map(|alternative| WayOut {
        alternative,
        vetoes: standing.fired(rubric, alternative),
    });
    let fewest = all.iter().map(|way| way.vetoes.len()).min().unwrap_or(0);
    let mut ways: Vec<WayOut> = all
        .into_iter()
        .filter(|way| way.vetoes.len() == fewest)
        .collect();
    ways.sort_by(|a, b| standing.scores[b.alternative].total_cmp(&standing.scores[a.alternative]));
    ways
}
