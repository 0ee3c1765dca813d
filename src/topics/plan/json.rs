//! Version 1 of `plan --format json`.
//!
//! Keys are in snake case. A field may be added within a version, never changed or removed.

pub mod candidate;
pub mod steps;

use crate::files::{Rubric, SourceIndex};
use crate::topics::plan::json::candidate::Candidate;
use crate::topics::plan::json::steps::{Brief, Must, Step, Trial};
use crate::topics::plan::{Basis, Plan, PlanPart, Said, page};
use schemars::JsonSchema;
use serde::Serialize;

/// How to go about what is recommended.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// What is decided about.
    title: &'a str,
    /// The rubric whose process it follows.
    rubric: Named<'a>,
    /// The day on which it begins; null if that is not stated.
    start: Option<String>,
    /// How old the landscape is that candidates were taken from; null if there is none.
    caveat: Option<String>,
    /// The whole, or every component that is planned for.
    parts: Vec<Part<'a>>,
    /// Why other components are not planned for, in a sentence each.
    without: Vec<String>,
    /// What it rests on.
    sources: Vec<Source<'a>>,
}

impl<'a> Document<'a> {
    /// The document for a plan.
    pub fn new(plan: &'a Plan<'a>) -> Self {
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            title: plan.title,
            rubric: Named {
                id: &plan.rubric.id,
                version: plan.rubric.version.to_string(),
            },
            start: plan.start.map(|start| start.to_string()),
            caveat: page::caveat(plan),
            parts: plan
                .parts
                .iter()
                .map(|part| Part::new(part, plan))
                .collect(),
            without: plan.without.iter().map(page::without).collect(),
            sources: plan
                .sources()
                .into_iter()
                .map(|(_, source)| Source {
                    id: &source.id,
                    title: &source.title,
                    url: source.url.as_deref(),
                })
                .collect(),
        }
    }
}

/// A rubric.
#[derive(Debug, Serialize, JsonSchema)]
struct Named<'a> {
    /// Its id.
    id: &'a str,
    /// The version of its content.
    version: String,
}

/// A source.
#[derive(Debug, Serialize, JsonSchema)]
struct Source<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// Where to read it.
    url: Option<&'a str>,
}

/// How to go about one subject.
#[derive(Debug, Serialize, JsonSchema)]
struct Part<'a> {
    /// The component's id; null for the whole.
    id: Option<&'a str>,
    /// What it is called.
    title: &'a str,
    /// What is planned for: `build`, `buy` or `open-source`.
    alternative: &'static str,
    basis: BasisWord,
    /// Whether vetoes rule it out as the answers stand.
    is_ruled_out: bool,
    /// The working days if everything goes as fast as it may; null without steps.
    least_days: Option<u32>,
    /// The working days if everything takes as long as it may; null without steps.
    most_days: Option<u32>,
    /// The steps, in the order in which they begin.
    steps: Vec<Step<'a>>,
    /// What else the answers make worth doing.
    beside: Vec<Told<'a>>,
    /// What is sent out.
    brief: Brief<'a>,
    /// Written questions to everybody.
    questions: Vec<Told<'a>>,
    /// The candidates that fit or may, those first that fit best.
    candidates: Vec<Candidate<'a>>,
    /// The script of the demonstration.
    demo: Vec<Told<'a>>,
    /// The trial.
    trial: Trial<'a>,
    /// What to look up and tick off.
    checks: Vec<Told<'a>>,
    /// Questions to those who use it.
    references: Vec<Told<'a>>,
    /// Questions about security.
    security: Vec<Told<'a>>,
    /// What to agree on before signing.
    negotiation: Vec<Told<'a>>,
    /// What ends the attempt, or leads out of it later.
    exits: Vec<Told<'a>>,
}

/// Why an alternative is planned for.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Basis")]
enum BasisWord {
    /// Somebody asked for it.
    AskedFor,
    /// The team decided so.
    Decided,
    /// It is recommended.
    Recommended,
}

impl<'a> Part<'a> {
    fn new(part: &'a PlanPart<'a>, plan: &'a Plan<'a>) -> Self {
        let rubric = plan.rubric;
        let told = |said: &'a [Said<'a>]| -> Vec<Told<'a>> {
            said.iter().map(|one| Told::new(one, rubric)).collect()
        };
        let steps = part.steps.iter();
        let candidates = part.candidates.iter();
        Self {
            id: part.id,
            title: part.title,
            alternative: part.alternative.id(),
            basis: match part.basis {
                Basis::AskedFor => BasisWord::AskedFor,
                Basis::Decided => BasisWord::Decided,
                Basis::Recommended => BasisWord::Recommended,
            },
            is_ruled_out: part.is_ruled_out,
            least_days: part.length.map(|length| length.least),
            most_days: part.length.map(|length| length.most),
            steps: steps.map(|step| Step::new(step, part, plan)).collect(),
            beside: told(&part.beside),
            brief: Brief {
                musts: part.brief.musts.iter().map(Must::new).collect(),
                wants: told(&part.brief.wants),
                unanswered: &part.brief.unanswered,
            },
            questions: told(&part.questions),
            candidates: candidates.map(|one| Candidate::new(one, rubric)).collect(),
            demo: told(&part.demo),
            trial: Trial {
                least_days: part.trial.time_box.map(crate::files::WorkTime::least_days),
                most_days: part.trial.time_box.map(crate::files::WorkTime::most_days),
                pass_marks: told(&part.trial.marks),
                data: told(&part.trial.data),
            },
            checks: told(&part.checks),
            references: told(&part.references),
            security: told(&part.security),
            negotiation: told(&part.negotiation),
            exits: told(&part.exits),
        }
    }
}

/// Something that the rubric says, with the answers put in.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Told<'a> {
    /// What is said.
    text: &'a str,
    /// The ids of what it rests on.
    sources: Vec<&'a str>,
}

impl<'a> Told<'a> {
    fn new(said: &'a Said<'a>, rubric: &'a Rubric) -> Self {
        Self {
            text: &said.text,
            sources: ids(said.sources, rubric),
        }
    }
}

fn ids<'a>(sources: &[SourceIndex], rubric: &'a Rubric) -> Vec<&'a str> {
    let sources = sources.iter();
    sources
        .map(|index| rubric.source(*index).id.as_str())
        .collect()
}
