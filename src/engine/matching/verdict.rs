//! How a candidate stands to a must.

use std::collections::BTreeSet;

use crate::files::{AttributeSet, OwnFinding, QuestionIndex, Strength, Truth};

/// How a candidate stands to a must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It meets it, as far as this is known.
    Met(Strength),
    /// It does not.
    Missed,
    /// It is not known whether it does.
    Open(Missing),
    /// The answers demand nothing of it.
    NotDemanded,
}

/// What is missing to know whether a candidate meets a must.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// The attributes that are not documented; none where no landscape would tell.
    pub undocumented: AttributeSet,
    /// Whether everything about the candidate is known that has to be, so that answers alone are missing.
    pub is_documented: bool,
    /// The questions whose answers are missing.
    pub unanswered: BTreeSet<QuestionIndex>,
}

/// A candidate's verdict on a must.
#[derive(Debug, Clone)]
pub struct OnMust<'a> {
    /// Position of the must in the rubric.
    pub must: usize,
    /// How it stands.
    pub verdict: Verdict,
    /// Whether the must is demanded at all; if that is not known, it hangs on answers.
    pub applies: Truth,
    /// What the team found out that decides it, if that does.
    pub own: Option<&'a OwnFinding>,
}

impl Verdict {
    /// Whether the must is met; one that is not demanded is.
    pub fn holds(&self) -> Truth {
        match self {
            Self::Met(_) | Self::NotDemanded => Truth::True,
            Self::Missed => Truth::False,
            Self::Open(_) => Truth::Unknown,
        }
    }

    /// How far it is known that the must is met, if it is.
    pub fn strength(&self) -> Option<Strength> {
        match self {
            Self::Met(strength) => Some(*strength),
            _ => None,
        }
    }
}
