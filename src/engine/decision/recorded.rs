//! What the team decided, beside what is recommended.

use crate::engine::scoring::{Outcome, Standing};
use crate::files::{Alternative, RecordedDecision};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What the team decided.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Recorded {
    /// What was chosen.
    pub chosen: Vec<Alternative>,
    /// When.
    pub decided_on: Option<Date>,
    /// Who decided.
    pub deciders: Vec<String>,
    /// Why.
    pub because: Option<String>,
    /// When to look at it again.
    pub review_by: Option<Date>,
    /// How it compares with what is recommended.
    pub agreement: Agreement,
}

/// How a recorded decision compares with the recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// It is what is recommended.
    Agrees,
    /// It is among those too close to call.
    AmongTied,
    /// It is not ruled out, but something else is recommended.
    Differs,
    /// It is ruled out.
    RuledOut,
    /// Nothing is recommended to compare it with.
    NothingToCompare,
}

impl Recorded {
    pub(crate) fn new(decision: &RecordedDecision, agreement: Agreement) -> Self {
        Self {
            chosen: decision.chosen.clone(),
            decided_on: decision.decided_on,
            deciders: decision.deciders.clone(),
            because: decision.because.clone(),
            review_by: decision.review_by,
            agreement,
        }
    }
}

impl Agreement {
    /// How a choice compares with an outcome. A documented mix agrees if the recommended alternative is part of it.
    pub(crate) fn with_standing(chosen: &[Alternative], standing: &Standing) -> Self {
        let is_viable = |alternative: &Alternative| standing.is_viable(*alternative);
        match &standing.outcome {
            Outcome::Recommended(alternative) if chosen.contains(alternative) => Self::Agrees,
            Outcome::TooClose(tied) if chosen.iter().any(|one| tied.contains(one)) => {
                Self::AmongTied
            }
            _ if !chosen.iter().any(is_viable) => Self::RuledOut,
            Outcome::Inconclusive => Self::NothingToCompare,
            _ => Self::Differs,
        }
    }

    /// How the choice for a whole compares with what its parts come to: it should name every recommended alternative.
    pub(crate) fn with_parts<'o>(
        chosen: &[Alternative],
        outcomes: impl IntoIterator<Item = &'o Outcome>,
    ) -> Self {
        let each = outcomes.into_iter().map(|outcome| match outcome {
            Outcome::Recommended(alternative) if chosen.contains(alternative) => Self::Agrees,
            Outcome::TooClose(tied) if chosen.iter().any(|one| tied.contains(one)) => {
                Self::AmongTied
            }
            Outcome::Recommended(_) | Outcome::TooClose(_) => Self::Differs,
            Outcome::Inconclusive | Outcome::NoViableAlternative(_) => Self::NothingToCompare,
        });
        // The least agreement of all.
        each.max_by_key(|agreement| match agreement {
            Self::Agrees => 0,
            Self::AmongTied => 1,
            Self::NothingToCompare => 2,
            Self::RuledOut | Self::Differs => 3,
        })
        .unwrap_or(Self::NothingToCompare)
    }
}
