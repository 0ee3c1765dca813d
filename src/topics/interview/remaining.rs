//! What the questions that are left could still do.

use super::walk::Walk;
use crate::engine::scoring::{Completions, Outcome, Standing};
use crate::files::Facts;
use crate::files::{Alternative, QuestionIndex, Ratings, Truth};

/// What the questions that are left could still do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    /// The alternative that is recommended whatever is answered to them, if there is one.
    pub settled: Option<Alternative>,
    /// Those that can move the result; none if it is settled.
    pub decisive: Vec<QuestionIndex>,
    /// How many are left.
    pub left: usize,
}

impl Remaining {
    /// What the questions that a walk has not asked yet could still do.
    pub fn of(walk: &Walk<'_>) -> Self {
        let rubric = walk.rubric();
        let answers = walk.answers();
        let facts = Facts::new(rubric, &answers);
        let standing = Standing::new(rubric, &facts, walk.weights());
        let completions = Completions::new(rubric, &facts, &standing);
        let pending = walk.pending();
        let settled = settled(walk, &standing, &completions);
        let moves = completions.variables.iter().map(|open| open.question);
        let decisive = match settled {
            Some(_) => Vec::new(),
            None => moves
                .filter(|question| pending.contains(question))
                .collect(),
        };
        Self {
            settled,
            decisive,
            left: pending.len(),
        }
    }
}

/// The alternative that stays recommended however the open questions turn out: no veto can reach it, and no rival that
/// may stay in the running can come within the margin of a tie.
fn settled(walk: &Walk<'_>, standing: &Standing, completions: &Completions) -> Option<Alternative> {
    let Outcome::Recommended(leader) = standing.outcome else {
        return None;
    };
    let rubric = walk.rubric();
    let vetoes = rubric.vetoes.iter().zip(&standing.vetoes);
    let threatened = vetoes
        .filter(|(_, holds)| **holds == Truth::Unknown)
        .any(|(veto, _)| veto.excludes.contains(&leader));
    let stays_ahead = |rival: Alternative| {
        let lead = |r: &Ratings| i64::from(r[leader]) - i64::from(r[rival]);
        completions.range(lead, None).low > rubric.tie_margin
    };
    let mut rivals = Alternative::ALL
        .into_iter()
        .filter(|&rival| rival != leader && standing.is_viable(rival));
    (!threatened && rivals.all(stays_ahead)).then_some(leader)
}
