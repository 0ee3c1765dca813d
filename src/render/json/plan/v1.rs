//! Version 1 of `plan --format json`.
//!
//! Keys are in snake case. A field may be added within a version, never changed or removed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Attribute, Rubric, SourceIndex, Strength};
use crate::plan::{Basis, CandidatePlan, MustAsked, Plan, PlanPart, PlannedStep, Point, Said, Why};
use crate::render::plan as words;
use crate::render::shortlist;

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
            caveat: words::caveat(plan),
            parts: plan
                .parts
                .iter()
                .map(|part| Part::new(part, plan))
                .collect(),
            without: plan.without.iter().map(words::without).collect(),
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
                least_days: part.trial.time_box.map(crate::model::WorkTime::least_days),
                most_days: part.trial.time_box.map(crate::model::WorkTime::most_days),
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
struct Told<'a> {
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

/// A step.
#[derive(Debug, Serialize, JsonSchema)]
struct Step<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// Whether it is the trial.
    is_trial: bool,
    /// What is done in it.
    say: &'a str,
    /// The least working days that it takes.
    least_days: u32,
    /// The most working days that it takes.
    most_days: u32,
    /// The working day on which it begins if every step takes its longest; 1 is the first of the plan.
    first_day: u32,
    /// The working day on which it then ends.
    last_day: u32,
    /// The date on which it then begins; null if the start of the plan is not stated.
    from: Option<String>,
    /// The date on which it then ends.
    to: Option<String>,
    /// The ids of the steps right before it.
    after: Vec<&'a str>,
    /// Who is needed.
    needs: &'a [String],
    /// What comes out of it.
    gives: Option<&'a str>,
    /// What must hold to go on.
    gate: Option<&'a str>,
    /// The ids of what it rests on.
    sources: Vec<&'a str>,
}

impl<'a> Step<'a> {
    fn new(step: &'a PlannedStep<'a>, part: &'a PlanPart<'a>, plan: &'a Plan<'a>) -> Self {
        let dates = plan.start.map(|start| step.window.days(start));
        let after = step.after.iter().filter_map(|at| part.steps.get(*at));
        Self {
            id: step.id,
            title: &step.step.title,
            is_trial: step.is_trial,
            say: &step.say,
            least_days: step.step.takes.least_days(),
            most_days: step.step.takes.most_days(),
            first_day: step.window.first.saturating_add(1),
            last_day: step.window.end,
            from: dates.map(|(from, _)| from.to_string()),
            to: dates.map(|(_, to)| to.to_string()),
            after: after.map(|step| step.id).collect(),
            needs: &step.step.needs,
            gives: step.step.gives.as_deref(),
            gate: step.step.gate.as_deref(),
            sources: ids(step.sources, plan.rubric),
        }
    }
}

/// What is sent out.
#[derive(Debug, Serialize, JsonSchema)]
struct Brief<'a> {
    /// What every candidate has to meet.
    musts: Vec<Must<'a>>,
    /// What is asked for beside that.
    wants: Vec<Told<'a>>,
    /// The ids of the questions without an answer on which further musts hang.
    unanswered: &'a [&'a str],
}

/// A must as it is sent out.
#[derive(Debug, Serialize, JsonSchema)]
struct Must<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// The question that it comes to.
    ask: &'a str,
}

impl<'a> Must<'a> {
    fn new(must: &'a MustAsked<'a>) -> Self {
        Self {
            id: must.id,
            title: must.title,
            ask: must.ask,
        }
    }
}

/// The trial.
#[derive(Debug, Serialize, JsonSchema)]
struct Trial<'a> {
    /// The least working days that it has; null if the process has no trial.
    least_days: Option<u32>,
    /// The most working days that it has; null if the process has no trial.
    most_days: Option<u32>,
    /// What it has to show.
    pass_marks: Vec<Told<'a>>,
    /// What it runs on.
    data: Vec<Told<'a>>,
}

/// A candidate that fits or may.
#[derive(Debug, Serialize, JsonSchema)]
struct Candidate<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    name: &'a str,
    /// Whether it meets every must as far as that is known: `fits` or `may fit`.
    standing: &'static str,
    /// Why it is to be chosen with care.
    caution: Option<String>,
    /// What to ask it.
    questions: Vec<Question<'a>>,
}

impl<'a> Candidate<'a> {
    fn new(candidate: &'a CandidatePlan<'a>, rubric: &'a Rubric) -> Self {
        let judged = candidate.judged;
        let points = candidate.points.iter();
        Self {
            id: &judged.candidate.id,
            name: &judged.candidate.name,
            standing: shortlist::standing(judged.standing()),
            caution: shortlist::caution(judged),
            questions: points
                .filter_map(|point| Question::new(point, rubric))
                .collect(),
        }
    }
}

/// A question to a candidate.
#[derive(Debug, Serialize, JsonSchema)]
struct Question<'a> {
    /// The id of the must it comes from.
    must: &'a str,
    /// The question.
    ask: &'a str,
    /// The attributes that are not documented.
    undocumented: Vec<&'static str>,
    /// How far it is known, if it is only claimed or remembered.
    known: Option<&'static str>,
}

impl<'a> Question<'a> {
    fn new(point: &'a Point<'a>, rubric: &'a Rubric) -> Option<Self> {
        let (undocumented, known) = match point.why.as_ref()? {
            Why::NotDocumented(attributes) => {
                (attributes.iter().map(Attribute::id).collect(), None)
            }
            Why::Claimed(strength) => (Vec::new(), Some(Strength::id(*strength))),
        };
        Some(Self {
            must: &rubric.musts[point.on.must].id,
            ask: point.ask,
            undocumented,
            known,
        })
    }
}
