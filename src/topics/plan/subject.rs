//! What is planned for: an alternative, and why that one.

use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;

/// Why an alternative is planned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Somebody asked for it.
    AskedFor,
    /// The team decided so.
    Decided,
    /// It is recommended.
    Recommended,
}

/// Why there is nothing to plan for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPlanned {
    /// The team decided on a mix.
    Mixed(Vec<Alternative>),
    /// These are too close to call.
    TooClose(Vec<Alternative>),
    /// Too little is answered.
    Inconclusive,
    /// Every alternative is ruled out.
    NothingViable,
}

/// The alternative to plan for: what is asked for, or what the team decided, or what is recommended.
///
/// # Errors
///
/// If that is none, or several.
pub fn chosen(
    recommendation: &Recommendation,
    asked_for: Option<Alternative>,
) -> Result<(Alternative, Basis), NotPlanned> {
    if let Some(alternative) = asked_for {
        return Ok((alternative, Basis::AskedFor));
    }
    let recorded = recommendation.recorded.as_ref();
    match recorded.map(|recorded| recorded.chosen.as_slice()) {
        Some([alternative]) => return Ok((*alternative, Basis::Decided)),
        Some(several) if several.len() > 1 => return Err(NotPlanned::Mixed(several.to_vec())),
        _ => {}
    }
    match &recommendation.outcome {
        Outcome::Recommended(alternative) => Ok((*alternative, Basis::Recommended)),
        Outcome::TooClose(tied) => Err(NotPlanned::TooClose(tied.clone())),
        Outcome::Inconclusive => Err(NotPlanned::Inconclusive),
        Outcome::NoViableAlternative(_) => Err(NotPlanned::NothingViable),
    }
}
