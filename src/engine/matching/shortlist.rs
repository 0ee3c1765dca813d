//! The candidates worth looking at, component by component.

use super::bind::Bound;
use super::lineup::{Judged, Lineup};
use super::relax::{Relaxation, relaxations};
use crate::files::Facts;
use crate::files::{Answers, CandidateKind, Landscape, Requirements, Rubric, Truth};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The candidates worth looking at for a requirements file.
#[derive(Debug)]
pub struct Shortlist<'a> {
    /// What is decided about.
    pub title: &'a str,
    /// The rubric whose musts count.
    pub rubric: &'a Rubric,
    /// The landscape they come from.
    pub landscape: &'a Landscape,
    /// How old that is.
    pub age: Age,
    /// The whole, or every component.
    pub parts: Vec<ShortlistPart<'a>>,
}

/// How old a landscape is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Age {
    /// The day on which it is looked at.
    pub today: Date,
    /// The days since its oldest part was put together; negative if that lies ahead.
    #[serde(rename = "age_days")]
    pub days: i32,
    /// Whether one of its parts should have been looked at again by now.
    pub is_stale: bool,
}

/// The candidates worth looking at for one subject.
#[derive(Debug)]
pub struct ShortlistPart<'a> {
    /// The component's id; none if there are no components.
    pub id: Option<&'a str>,
    /// What it is called.
    pub title: &'a str,
    /// How every candidate stands.
    pub lineup: Lineup<'a>,
    /// The candidates by kind, those first that fit best.
    pub kinds: Vec<KindList>,
    /// What to ask where it is not documented, by must, with the answers put in.
    pub asks: Vec<String>,
}

/// The candidates of a kind that are worth looking at.
#[derive(Debug)]
pub struct KindList {
    /// The kind.
    pub kind: CandidateKind,
    /// Positions of those looked at in the lineup, those first that fit best.
    pub looked_at: Vec<usize>,
    /// Positions of those of which it is not known whether they are to be looked at.
    pub may_be: Vec<usize>,
    /// What would have to give, if nothing fits.
    pub relaxations: Vec<Relaxation>,
}

/// The candidates worth looking at, of these kinds, on a day.
pub fn shortlist<'a>(
    rubric: &'a Rubric,
    bound: &'a Bound<'_>,
    landscape: &'a Landscape,
    requirements: &'a Requirements,
    kinds: &[CandidateKind],
    today: Date,
) -> Shortlist<'a> {
    Shortlist {
        title: &requirements.title,
        rubric,
        landscape,
        age: Age::of(landscape, today),
        parts: shortlist_parts(rubric, bound, landscape, requirements, kinds),
    }
}

/// The same for the whole or for every component, whatever the day.
pub(crate) fn shortlist_parts<'a>(
    rubric: &'a Rubric,
    bound: &'a Bound<'_>,
    landscape: &'a Landscape,
    requirements: &'a Requirements,
    kinds: &[CandidateKind],
) -> Vec<ShortlistPart<'a>> {
    let part = |id, title, answers: &Answers| {
        let facts = Facts::new(rubric, answers);
        let lineup = Lineup::new(bound, landscape, &facts, &requirements.findings);
        let kinds = kinds.iter().map(|kind| KindList::new(&lineup, *kind));
        ShortlistPart {
            id,
            title,
            kinds: kinds.collect(),
            asks: rubric
                .musts
                .iter()
                .map(|must| must.ask.with_answers(rubric, &facts))
                .collect(),
            lineup,
        }
    };
    if requirements.components.is_empty() {
        vec![part(
            None,
            requirements.title.as_str(),
            &requirements.answers,
        )]
    } else {
        let components = requirements.components.iter();
        components
            .map(|one| part(Some(one.id.as_str()), one.title.as_str(), &one.answers))
            .collect()
    }
}

impl KindList {
    fn new(lineup: &Lineup<'_>, kind: CandidateKind) -> Self {
        let those = |wanted: Truth| {
            let all = lineup.judged.iter().enumerate();
            let mut those: Vec<usize> = all
                .filter(|(_, judged)| judged.candidate.kind == kind && judged.looked_at == wanted)
                .map(|(position, _)| position)
                .collect();
            those.sort_by(|a, b| order(&lineup.judged[*a], &lineup.judged[*b]));
            those
        };
        Self {
            kind,
            looked_at: those(Truth::True),
            may_be: those(Truth::Unknown),
            relaxations: relaxations(lineup, kind),
        }
    }
}

/// Those first that fit, then by the share of the musts met, then by name; never by where they stand in the file.
fn order(a: &Judged<'_>, b: &Judged<'_>) -> std::cmp::Ordering {
    let key = |judged: &Judged<'_>| {
        (
            judged.candidate.name.to_lowercase(),
            judged.candidate.id.clone(),
        )
    };
    a.standing()
        .cmp(&b.standing())
        .then(a.missed().count().cmp(&b.missed().count()))
        .then(b.share.low.total_cmp(&a.share.low))
        .then(key(a).cmp(&key(b)))
}

impl Age {
    /// How old a landscape is.
    pub fn of(landscape: &Landscape, today: Date) -> Self {
        let days = |compiled: Date| compiled.until(today).map_or(0, |span| span.get_days());
        let ages = landscape.parts.iter().map(|part| days(part.compiled));
        Self {
            today,
            days: ages.max().unwrap_or(0),
            is_stale: today > landscape.good_until(),
        }
    }
}
