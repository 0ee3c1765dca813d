//! What a lineup says about buying and adopting.

use super::lineup::{Judged, Lineup};
use crate::model::{Attribute, CandidateState, DerivedFact, Landscape, NumberSpan, Truth};

/// The word for support under contract, which the vocabulary of a landscape may have.
const COMMERCIAL: &str = "commercial";

/// What a derived fact comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FactValue {
    /// A number, and what it lies between.
    Number(NumberSpan),
    /// Whether something holds.
    YesNo(Truth),
}

/// What a fact comes to; `None` if there is nothing to say.
pub fn fact(fact: DerivedFact, lineup: &Lineup<'_>, landscape: &Landscape) -> Option<FactValue> {
    let all: Vec<&Judged<'_>> = lineup.of(fact.about()).collect();
    let some = |holds: &dyn Fn(&Judged<'_>) -> Truth| some_fit(&all, holds).map(FactValue::YesNo);
    let none = |holds: &dyn Fn(&Judged<'_>) -> Truth| {
        let holds = some_fit(&all, holds)?;
        Some(FactValue::YesNo(holds.negate()))
    };
    match fact {
        DerivedFact::FittingProducts | DerivedFact::FittingProjects => Some(count(&all)),
        DerivedFact::BestProductMustsMet | DerivedFact::BestProjectMustsMet => Some(best(&all)),
        DerivedFact::BestProductRestsOnClaims | DerivedFact::BestProjectRestsOnClaims => {
            none(&is_more_than_claimed)
        }
        DerivedFact::BestProductNeedsCare | DerivedFact::BestProjectNeedsCare => none(&|judged| {
            let state = judged.candidate.state();
            state.map_or(Truth::Unknown, |state| {
                (!CandidateState::needs_care(state)).into()
            })
        }),
        DerivedFact::BestProjectHasCommercialSupport => {
            let word = landscape.vocabulary.find(Attribute::Support, COMMERCIAL)?;
            some(&|judged| {
                let has = judged.candidate.attributes.has(Attribute::Support, word);
                has.map_or(Truth::Unknown, Truth::from)
            })
        }
        DerivedFact::BestProjectIsNeutral => some(&|judged| {
            let steward = judged.candidate.steward.as_ref();
            let is_neutral = steward.and_then(|steward| steward.neutral_foundation);
            is_neutral.map_or(Truth::Unknown, Truth::from)
        }),
    }
}

/// Whether more than claims speaks for a candidate. Where something is open, it may come to.
fn is_more_than_claimed(judged: &Judged<'_>) -> Truth {
    if !judged.rests_on_claims() {
        return Truth::True;
    }
    if judged.open().next().is_some() {
        Truth::Unknown
    } else {
        Truth::False
    }
}

/// How many fit: at least those that certainly do, at most those that may.
fn count(all: &[&Judged<'_>]) -> FactValue {
    let those = |wanted: &dyn Fn(Truth) -> bool| {
        let fitting = all.iter().filter(|judged| wanted(judged.fits()));
        fitting.count() as f64
    };
    FactValue::Number(NumberSpan {
        low: those(&|fits| fits == Truth::True),
        high: those(&Truth::is_possible),
    })
}

/// The best share of the musts met, in percent. Only what is certainly looked at raises the lower end.
fn best(all: &[&Judged<'_>]) -> FactValue {
    let usable = all.iter().filter(|judged| !judged.is_gone());
    let best = |shares: &mut dyn Iterator<Item = f64>| shares.fold(0.0, f64::max);
    let mut certain = usable
        .clone()
        .filter(|judged| judged.looked_at == Truth::True)
        .map(|judged| judged.share.low);
    let mut possible = usable
        .filter(|judged| judged.looked_at.is_possible())
        .map(|judged| judged.share.high);
    FactValue::Number(NumberSpan {
        low: (100.0 * best(&mut certain)).round(),
        high: (100.0 * best(&mut possible)).round(),
    })
}

/// Whether something holds of at least one candidate that meets every must; `None` if none may meet them, and nothing
/// can be said.
fn some_fit(all: &[&Judged<'_>], holds: &dyn Fn(&Judged<'_>) -> Truth) -> Option<Truth> {
    let mut fitting = all
        .iter()
        .filter(|judged| judged.fits().is_possible())
        .peekable();
    fitting.peek()?;
    Some(fitting.fold(Truth::False, |any, judged| {
        any.or(judged.fits().and(holds(judged)))
    }))
}
