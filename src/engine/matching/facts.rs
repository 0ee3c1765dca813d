//! What a lineup says about buying and adopting.

use super::lineup::{Judged, Lineup};
use super::relax::relaxations;
use crate::files::{
    Attribute, CandidateKind, CandidateState, DerivedFact, Landscape, NumberSpan, Truth,
};
use crate::output::wording;

/// The word for support under contract, which the vocabulary of a landscape may have.
const COMMERCIAL: &str = "commercial";

/// What a derived fact comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// A number, and what it lies between.
    Number(NumberSpan),
    /// Whether something holds.
    YesNo(Truth),
    /// Words for the reader.
    Words(String),
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
        DerivedFact::ProjectsThatMayFit => Some(certainly(at_most(&all)?.high)),
        DerivedFact::ProductMustsShown | DerivedFact::ProjectMustsShown => shown(&all),
        DerivedFact::MostFittingProducts => at_most(&all).map(FactValue::Number),
        DerivedFact::MustsAgainstProducts | DerivedFact::MustsAgainstProjects => {
            Some(FactValue::Words(in_the_way(lineup, fact.about())))
        }
        DerivedFact::BestProductMustsMet | DerivedFact::BestProjectMustsMet => {
            Some(FactValue::Number(best(&all)))
        }
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

/// A number that is known.
const fn certainly(number: f64) -> FactValue {
    FactValue::Number(NumberSpan {
        low: number,
        high: number,
    })
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

/// How many may fit at most. The other end is not known, for musts that the landscape does not know may count too. A
/// landscape in which nothing does the job says nothing.
fn at_most(all: &[&Judged<'_>]) -> Option<NumberSpan> {
    all.first()?;
    let possible = all.iter().filter(|judged| judged.fits().is_possible());
    Some(NumberSpan {
        low: 0.0,
        high: possible.count() as f64,
    })
}

/// The musts that would have to give, in the words of the rubric.
fn in_the_way(lineup: &Lineup<'_>, kind: CandidateKind) -> String {
    if lineup.of(kind).next().is_none() {
        return "it knows none that does the job".to_owned();
    }
    let ways: Vec<String> = relaxations(lineup, kind)
        .iter()
        .map(|way| {
            let musts = way.musts.iter().map(|&must| lineup.demanded[must].must);
            let titles: Vec<String> = musts
                .map(|must| format!("\u{201c}{}\u{201d}", must.title))
                .collect();
            wording::list(&titles)
        })
        .collect();
    if ways.is_empty() {
        return "nothing that it knows of".to_owned();
    }
    wording::either(&ways)
}

/// The best share of the musts that is known to be met, in percent; `None` as long as no must is demanded for certain.
fn shown(all: &[&Judged<'_>]) -> Option<FactValue> {
    let mut verdicts = all.iter().flat_map(|judged| &judged.verdicts);
    verdicts.find(|on| on.applies == Truth::True)?;
    Some(certainly(best(all).low))
}

/// The best share of the musts met, in percent. Only what is certainly looked at raises the lower end.
fn best(all: &[&Judged<'_>]) -> NumberSpan {
    let usable = all.iter().filter(|judged| !judged.is_gone());
    let best = |shares: &mut dyn Iterator<Item = f64>| shares.fold(0.0, f64::max);
    let mut certain = usable
        .clone()
        .filter(|judged| judged.looked_at == Truth::True)
        .map(|judged| judged.share.low);
    let mut possible = usable.map(|judged| judged.share.high);
    NumberSpan {
        low: (100.0 * best(&mut certain)).round(),
        high: (100.0 * best(&mut possible)).round(),
    }
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
