//! What is said of a plan, in the words of every format.

pub mod points;
pub mod sections;
pub mod steps;

use crate::files::{Alternative, SourceIndex};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::market::shortlist::caveat_of;
use crate::topics::plan::{Basis, NotPlanned, Plan, PlanPart, Without};

pub(crate) use points::asked;
pub use sections::sections;

/// A section of a plan.
#[derive(Debug)]
pub struct Section<'p> {
    /// What it is headed by.
    pub(crate) heading: String,
    /// What stands before its entries.
    pub(crate) intro: String,
    /// How its entries are marked.
    pub(crate) mark: Mark,
    /// Its entries.
    pub(crate) entries: Vec<Entry<'p>>,
}

/// How entries are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// To be ticked off.
    Task,
    /// In an order that matters.
    Number,
    /// Neither.
    Bullet,
}

/// An entry of a section.
#[derive(Debug)]
pub(crate) struct Entry<'p> {
    /// What it says.
    pub(crate) text: String,
    /// What belongs to it, a line each.
    pub(crate) details: Vec<String>,
    /// What it rests on.
    pub(crate) sources: &'p [SourceIndex],
}

impl Entry<'_> {
    /// An entry that says this and no more.
    pub(crate) fn of(text: String) -> Self {
        Self {
            text,
            details: Vec::new(),
            sources: &[],
        }
    }
}

/// What is planned for, and why that.
pub(crate) fn opening(part: &PlanPart<'_>) -> String {
    let what = phrases::imperative(part.alternative);
    let why = match part.basis {
        Basis::AskedFor => "as asked for, whatever is recommended",
        Basis::Decided => "as decided",
        Basis::Recommended => "as recommended",
    };
    let ruled_out = if part.is_ruled_out {
        format!(
            " As the answers stand, {} is ruled out; `trilemma decide` says by what.",
            phrases::doing(part.alternative)
        )
    } else {
        String::new()
    };
    format!("{what}, {why}.{ruled_out}")
}

/// How old the landscape is, if there is one and candidates are taken from it.
pub(crate) fn caveat(plan: &Plan<'_>) -> Option<String> {
    let takes_candidates = |part: &PlanPart<'_>| part.has_landscape;
    let (landscape, age) = plan.landscape?;
    let is_needed = plan.parts.iter().any(takes_candidates);
    is_needed.then(|| caveat_of(landscape, Some(age)))
}

/// Why a subject is not planned for.
pub fn without(one: &Without<'_>) -> String {
    let names = |alternatives: &[Alternative]| wording::list(&names(alternatives));
    let why = match &one.why {
        NotPlanned::Mixed(several) => format!("what was decided is a mix: {}", names(several)),
        NotPlanned::TooClose(tied) => format!("{} are too close to call", names(tied)),
        NotPlanned::Inconclusive => "too little is answered to recommend anything".to_owned(),
        NotPlanned::NothingViable => "every alternative is ruled out".to_owned(),
    };
    match one.id {
        Some(id) => format!("there is no plan for `{id}`: {why}"),
        None => format!("there is nothing to plan for: {why}"),
    }
}

fn names(alternatives: &[Alternative]) -> Vec<&'static str> {
    let names = alternatives.iter();
    names
        .map(|alternative| phrases::name(*alternative))
        .collect()
}
