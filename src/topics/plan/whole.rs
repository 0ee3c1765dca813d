//! The plan for a requirements file.

use std::collections::BTreeSet;

use super::content::{Brief, CandidatePlan, Said, Telling, Trial, candidates};
use super::schedule::{Length, PlannedStep, length, schedule};
use crate::engine::decision::{Assessment, Recommendation, Subject};
use crate::engine::matching::{Age, Shortlist, ShortlistPart};
use crate::engine::scoring::Outcome;
use crate::files::Facts;
use crate::files::{Alternative, CandidateKind, Landscape, ProcessKind, Rubric, Source, StepKind};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What a plan is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Request<'a> {
    /// The alternative, whatever is recommended.
    pub alternative: Option<Alternative>,
    /// The component, if only one is planned for.
    pub component: Option<&'a str>,
    /// The day on which it begins.
    pub start: Option<Date>,
}

/// How to go about what is recommended.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    /// What is decided about.
    pub title: &'a str,
    /// The rubric whose process it follows.
    pub rubric: &'a Rubric,
    /// The landscape of which its candidates are, and how old that is.
    pub landscape: Option<(&'a Landscape, Age)>,
    /// The day on which it begins, if that is stated.
    pub start: Option<Date>,
    /// The whole, or every component that is planned for.
    pub parts: Vec<PlanPart<'a>>,
    /// What is not planned for.
    pub without: Vec<Without<'a>>,
}

/// A subject that is not planned for.
#[derive(Debug)]
pub(crate) struct Without<'a> {
    /// The component's id; none for the whole.
    pub id: Option<&'a str>,
    /// Why.
    pub why: NotPlanned,
}

/// How to go about one subject: the whole, or a component.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Part")]
pub(crate) struct PlanPart<'a> {
    /// The component's id; none for the whole.
    pub id: Option<&'a str>,
    /// What it is called.
    pub title: &'a str,
    /// What is planned for.
    pub alternative: Alternative,
    /// Why that.
    pub basis: Basis,
    /// Whether vetoes rule it out.
    pub is_ruled_out: bool,
    /// The steps, in the order in which they begin.
    pub steps: Vec<PlannedStep<'a>>,
    /// How long they take together; missing without steps.
    #[serde(flatten)]
    pub length: Option<Length>,
    /// What else the answers make worth doing.
    pub beside: Vec<Said<'a>>,
    /// What is sent out.
    pub brief: Brief<'a>,
    /// Written questions to everybody.
    pub questions: Vec<Said<'a>>,
    /// The candidates that fit or may, with what to ask each.
    pub candidates: Vec<CandidatePlan<'a>>,
    /// Whether there is a landscape to take candidates from.
    #[serde(skip)]
    pub has_landscape: bool,
    /// The script of the demonstration.
    pub demo: Vec<Said<'a>>,
    /// The trial.
    pub trial: Trial<'a>,
    /// What to look up and tick off.
    pub checks: Vec<Said<'a>>,
    /// Questions to those who use it.
    pub references: Vec<Said<'a>>,
    /// Questions about security.
    pub security: Vec<Said<'a>>,
    /// What to agree on before signing.
    pub negotiation: Vec<Said<'a>>,
    /// What ends the attempt, or leads out of it later.
    pub exits: Vec<Said<'a>>,
}

/// Plans for what is recommended, decided or asked for. `facts` has one entry for the whole, or one for each component,
/// in their order.
pub(crate) fn plan<'a>(
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    facts: &'a [Facts<'a>],
    shortlist: Option<&'a Shortlist<'a>>,
    request: Request<'_>,
) -> Plan<'a> {
    let mut plan = Plan {
        title: &assessment.title,
        rubric,
        landscape: shortlist.map(|list| (list.landscape, list.age)),
        start: request.start,
        parts: Vec::new(),
        without: Vec::new(),
    };
    for (position, (id, title, recommendation)) in subjects(assessment).into_iter().enumerate() {
        if request.component.is_some() && request.component != id {
            continue;
        }
        let Some(facts) = facts.get(position) else {
            continue;
        };
        match chosen(recommendation, request.alternative) {
            Ok((alternative, basis)) => {
                let telling = Telling {
                    rubric,
                    facts,
                    alternative,
                };
                let list = shortlist.and_then(|list| list.parts.get(position));
                let mut part = PlanPart::new(telling, list, request.start);
                (part.id, part.title, part.basis) = (id, title, basis);
                part.is_ruled_out = is_ruled_out(recommendation, alternative);
                plan.parts.push(part);
            }
            Err(why) => plan.without.push(Without { id, why }),
        }
    }
    plan
}

fn subjects(assessment: &Assessment) -> Vec<(Option<&str>, &str, &Recommendation)> {
    match &assessment.subject {
        Subject::Whole(recommendation) => vec![(None, &assessment.title, recommendation)],
        Subject::Parts { parts, .. } => parts
            .iter()
            .map(|part| {
                let id = Some(part.id.as_str());
                (id, part.title.as_str(), &part.recommendation)
            })
            .collect(),
    }
}

fn is_ruled_out(recommendation: &Recommendation, alternative: Alternative) -> bool {
    let mut vetoes = recommendation.vetoes.iter().filter(|veto| veto.fired);
    vetoes.any(|veto| veto.excludes.contains(&alternative))
}

/// The candidates that an alternative is about.
const fn kind(alternative: Alternative) -> Option<CandidateKind> {
    match alternative {
        Alternative::Build => None,
        Alternative::Buy => Some(CandidateKind::Product),
        Alternative::OpenSource => Some(CandidateKind::OpenSource),
    }
}

impl<'a> PlanPart<'a> {
    fn new(telling: Telling<'a>, list: Option<&'a ShortlistPart<'a>>, start: Option<Date>) -> Self {
        let steps = schedule(telling, start);
        let list = list.zip(kind(telling.alternative));
        // Plain next steps are what the process says at length; only what hangs on answers is more than that.
        let says_more = |is_conditional: bool| is_conditional || steps.is_empty();
        Self {
            id: None,
            title: "",
            alternative: telling.alternative,
            basis: Basis::AskedFor,
            is_ruled_out: false,
            length: length(&steps),
            beside: telling.next_steps(StepKind::Step, |step| says_more(step.when.is_some())),
            brief: Brief::new(telling, list),
            questions: telling.next_steps(StepKind::Question, |_| true),
            candidates: list
                .map(|(part, kind)| candidates(telling, part, kind))
                .unwrap_or_default(),
            has_landscape: list.is_some(),
            demo: telling.parts(ProcessKind::Demo),
            trial: Trial::new(telling, &steps),
            checks: telling.next_steps(StepKind::Check, |_| true),
            references: telling.parts(ProcessKind::Reference),
            security: telling.parts(ProcessKind::Security),
            negotiation: telling.parts(ProcessKind::Negotiation),
            exits: telling.parts(ProcessKind::Exit),
            steps,
        }
    }

    /// Everything in it that the rubric says, in the order in which it is told.
    fn told(&self) -> impl Iterator<Item = &Said<'a>> {
        let lists = [
            &self.beside,
            &self.brief.wants,
            &self.questions,
            &self.demo,
            &self.trial.marks,
            &self.trial.data,
            &self.checks,
            &self.references,
            &self.security,
            &self.negotiation,
            &self.exits,
        ];
        lists.into_iter().flatten()
    }
}

impl<'a> Plan<'a> {
    /// The sources that it rests on, in the order of the rubric.
    pub(crate) fn sources(&self) -> Vec<&'a Source> {
        let mut cited: BTreeSet<&str> = BTreeSet::new();
        for part in &self.parts {
            cited.extend(part.steps.iter().flat_map(|step| &step.sources));
            cited.extend(part.told().flat_map(|said| &said.sources));
        }
        let sources = self.rubric.sources.iter();
        sources
            .filter(|source| cited.contains(source.id.as_str()))
            .collect()
    }
}

/// Why an alternative is planned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Basis {
    /// Somebody asked for it.
    AskedFor,
    /// The team decided so.
    Decided,
    /// It is recommended.
    Recommended,
}

/// Why there is nothing to plan for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotPlanned {
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
fn chosen(
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
