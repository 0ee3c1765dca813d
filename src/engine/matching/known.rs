//! What a landscape says about a demand.

use super::bind::BoundDemand;
use crate::files::{Attribute, AttributeSet, Candidate, Evidence, Strength};

/// What a landscape says about whether a candidate has something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Known {
    /// It has it, as far as this is known.
    Yes(Strength),
    /// It has not.
    No,
    /// It is not documented, for want of these attributes.
    NotDocumented(AttributeSet),
}

/// What is known of a candidate's meeting a demand.
pub(crate) fn known(demand: &BoundDemand, candidate: &Candidate) -> Known {
    match demand {
        BoundDemand::NotDocumented => Known::NotDocumented(AttributeSet::default()),
        BoundDemand::Has(attribute, value) => match candidate.attributes.has(*attribute, *value) {
            Some(true) => Known::Yes(strength(candidate, *attribute)),
            Some(false) => Known::No,
            None => Known::NotDocumented((*attribute).into()),
        },
        BoundDemand::AllOf(parts) => all(parts, candidate),
        BoundDemand::AnyOf(parts) => any(parts, candidate),
    }
}

/// All parts are as well known as the least known of them.
fn all(parts: &[BoundDemand], candidate: &Candidate) -> Known {
    let mut weakest = Strength::InProduction;
    let mut missing: Option<AttributeSet> = None;
    for part in parts {
        match known(part, candidate) {
            Known::Yes(strength) => weakest = weakest.min(strength),
            Known::No => return Known::No,
            Known::NotDocumented(attributes) => {
                missing = Some(missing.unwrap_or_default().union(attributes));
            }
        }
    }
    missing.map_or(Known::Yes(weakest), Known::NotDocumented)
}

/// One part is enough, and the best known one counts.
fn any(parts: &[BoundDemand], candidate: &Candidate) -> Known {
    let mut strongest = None;
    let mut missing: Option<AttributeSet> = None;
    for part in parts {
        match known(part, candidate) {
            Known::Yes(strength) => strongest = strongest.max(Some(strength)),
            Known::No => {}
            Known::NotDocumented(attributes) => {
                missing = Some(missing.unwrap_or_default().union(attributes));
            }
        }
    }
    match (strongest, missing) {
        (Some(strength), _) => Known::Yes(strength),
        (None, Some(attributes)) => Known::NotDocumented(attributes),
        (None, None) => Known::No,
    }
}

/// An attribute is as well known as the best of its sources; without any, somebody remembers it.
fn strength(candidate: &Candidate, attribute: Attribute) -> Strength {
    let evidence = candidate.evidence(attribute.field());
    evidence.map_or(Strength::Remembered, Evidence::strength)
}
