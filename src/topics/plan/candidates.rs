//! The candidates of a plan: what to ask each of them, and what the scorecard has of each.

use crate::engine::matching::{Judged, OnMust, ShortlistPart, Standing, Verdict};
use crate::files::{AttributeSet, CandidateKind, Strength};

/// A candidate that fits or may.
#[derive(Debug)]
pub struct CandidatePlan<'a> {
    /// How it stands.
    pub judged: &'a Judged<'a>,
    /// What is to be found out about it, by must.
    pub points: Vec<Point<'a>>,
}

/// What is to be found out about a candidate by one must.
#[derive(Debug)]
pub struct Point<'a> {
    /// How it stands to the must.
    pub on: &'a OnMust<'a>,
    /// The question that the must comes to, with the answers put in.
    pub ask: &'a str,
    /// Why it is to be asked; `None` if it is known well enough.
    pub why: Option<Why>,
}

/// Why something is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is not documented, for want of these attributes; none where no landscape would tell.
    NotDocumented(AttributeSet),
    /// It is claimed or remembered, and no more.
    Claimed(Strength),
}

/// The candidates of a kind that fit or may, those first that fit best.
pub(crate) fn candidates<'a>(
    part: &'a ShortlistPart<'a>,
    kind: CandidateKind,
) -> Vec<CandidatePlan<'a>> {
    let lists = part.kinds.iter().filter(|list| list.kind == kind);
    let judged = lists
        .flat_map(|list| &list.looked_at)
        .map(|position| &part.lineup.judged[*position]);
    judged
        .filter(|judged| judged.standing() <= Standing::MayFit)
        .map(|judged| CandidatePlan {
            judged,
            points: judged
                .verdicts
                .iter()
                .map(|on| Point {
                    on,
                    ask: &part.asks[on.must],
                    why: why(on),
                })
                .collect(),
        })
        .collect()
}

fn why(on: &OnMust<'_>) -> Option<Why> {
    match &on.verdict {
        // What hangs on answers alone is no question to a candidate.
        Verdict::Open(missing) if !missing.is_documented => {
            Some(Why::NotDocumented(missing.undocumented))
        }
        Verdict::Met(strength) if strength.is_claim() => Some(Why::Claimed(*strength)),
        _ => None,
    }
}
