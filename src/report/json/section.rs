//! Version 1: what a report says of one subject.

use super::cases::CaseEntry;
use super::changes::{AnswerChangeEntry, OpenEntry, RevisitEntry};
use super::landscape::CandidatesSaid;
use super::options::{ContributionsEntry, DriverEntry, OptionEntry};
use crate::engine::decision::{
    AdviceGiven, AnswerResult, CriterionResult, NextStepGiven, Recorded, VetoResult,
};
use crate::files::{Alternative, OutcomeKind, StepKind};
use crate::output::wording;
use crate::report::document::revisit::Risk;
use crate::report::document::section::Section;
use crate::report::document::steps::StepList;
use crate::topics::decide::{changes, phrases};
use crate::topics::market::json::Part;
use schemars::JsonSchema;
use serde::Serialize;

/// What a report says of the whole, or of a component.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Section")]
pub(crate) struct SectionEntry<'a> {
    /// The component's id; null for the whole.
    id: Option<&'a str>,
    /// What it is called.
    title: &'a str,
    /// The answer in one plain sentence.
    answer: &'a str,
    /// The decision in one long sentence: context, concern, choice, gain and what is accepted.
    y_statement: &'a str,
    /// What a reader in a hurry has to know: fewer than 150 words.
    summary: &'a str,
    /// Whether the team has decided.
    is_decided: bool,
    /// What was chosen, or is recommended as long as nothing was; empty if nothing is.
    chosen: &'a [Alternative],
    /// How firm it is, in a word; empty if nothing is recommended.
    firmness: &'static str,
    /// How firm it is against other weights, in two sentences; null if fewer than two alternatives are viable.
    firmness_sentence: Option<&'a str>,
    /// The alternatives, in order.
    options: Vec<OptionEntry<'a>>,
    /// The criteria that count, the heaviest first.
    drivers: Vec<DriverEntry<'a>>,
    /// What they add to each score.
    contributions: ContributionsEntry<'a>,
    /// That an alternative which is ruled out would come first, in a sentence; null if none would.
    vetoed_leader: Option<String>,
    /// The case for and against each alternative, the leader first.
    cases: Vec<CaseEntry<'a>>,
    /// The vetoes that have fired.
    ruled_out: &'a [&'a VetoResult],
    /// The vetoes that hang on an open question.
    could_be_ruled_out: &'a [&'a VetoResult],
    /// If no alternative is left, the ways out that lift the fewest vetoes.
    ways_out: Vec<WayOutSaid<'a>>,
    /// Answers that would change the outcome, by question, the nearest first.
    answer_changes: Vec<AnswerChangeEntry<'a>>,
    /// Single weights that would, in a clause each, the nearest first.
    weight_changes: &'a [String],
    /// What could still come first, in a sentence; null if nothing is open.
    outlook: Option<&'a str>,
    /// What is not answered yet, the most pressing first.
    open_questions: Vec<OpenEntry<'a>>,
    /// Everything that is said beside the recommendation, in the order of the rubric.
    advice: &'a [AdviceGiven],
    /// Whether to wait instead.
    deferrals: &'a [&'a AdviceGiven],
    /// Answers that hardly go together.
    contradictions: &'a [&'a AdviceGiven],
    /// Mixes to consider.
    hybrids: &'a [&'a AdviceGiven],
    /// What to watch.
    cautions: &'a [&'a AdviceGiven],
    /// What could be bought or adopted: the candidates that are looked at, whatever they miss, as `shortlist` prints
    /// them; null if nobody looked, or nothing is demanded of them.
    candidates: Option<Part<'a>>,
    /// What a report says of those that fit or may, in words; null where `candidates` is.
    candidates_said: Option<CandidatesSaid<'a>>,
    /// What to do next, by what it is for.
    steps: Vec<StepListEntry<'a>>,
    /// What is accepted with the choice, in a sentence each.
    risks: Vec<String>,
    /// The same, each with what it is.
    accepted: Vec<Accepted<'a>>,
    /// What would be a reason to look again.
    revisit: RevisitEntry<'a>,
    /// What the team decided, if that is recorded.
    recorded_decision: Option<RecordedSaid<'a>>,
    /// What is recommended, in a sentence or two.
    headline: String,
    /// What it comes to, in a few words.
    result: String,
    /// What it comes to.
    outcome: OutcomeKind,
    /// Points by which the first viable alternative is ahead of the second; null if there are not two.
    margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
    /// Every criterion, as in the rubric.
    criteria: &'a [CriterionResult],
    /// Every question with its answer, in the order of asking; not those that only a landscape answers, and that do not
    /// apply because none does.
    answers: &'a [&'a AnswerResult],
}

/// What would make an alternative possible.
#[derive(Debug, Serialize, JsonSchema)]
struct WayOutSaid<'a> {
    /// The alternative.
    alternative: Alternative,
    /// What would have to come, for each veto.
    lifted_by: Vec<&'a str>,
}

/// Something that is accepted with the choice.
#[derive(Debug, Serialize, JsonSchema)]
struct Accepted<'a> {
    /// What it is.
    kind: AcceptedKind,
    /// What it is, in words.
    says: &'a str,
    /// By how many points it moves the margin to the rival, if it is a reason.
    points: Option<f64>,
    /// The ids of its sources.
    sources: &'a [String],
}

/// What is accepted.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum AcceptedKind {
    /// A veto that the choice goes against; a clause.
    Veto,
    /// A reason against the choice.
    Reason,
    /// Something to watch.
    Caution,
}

/// What the team decided, also in a sentence.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct RecordedSaid<'a> {
    /// What was decided, when, by whom and how it compares with what is recommended.
    sentence: String,
    #[serde(flatten)]
    recorded: &'a Recorded,
}

impl<'a> RecordedSaid<'a> {
    pub(crate) fn new(recorded: &'a Recorded) -> Self {
        Self {
            sentence: phrases::decided(recorded),
            recorded,
        }
    }
}

/// Steps of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "StepList")]
struct StepListEntry<'a> {
    kind: StepKind,
    /// The alternative they are steps of.
    alternative: Alternative,
    /// What they are headed by; empty for plain steps.
    heading: &'static str,
    /// The steps.
    steps: &'a [&'a NextStepGiven],
}

impl<'a> SectionEntry<'a> {
    pub(crate) fn new(section: &'a Section<'a>) -> Self {
        let recommendation = section.recommendation;
        Self {
            id: section.id,
            title: section.title,
            answer: &section.answer,
            y_statement: &section.y_statement,
            summary: &section.summary,
            is_decided: section.stance.is_decided,
            chosen: &section.stance.chosen,
            firmness: section.firmness_word(),
            firmness_sentence: section.firmness.as_deref(),
            options: section.options.iter().map(OptionEntry::new).collect(),
            drivers: section.drivers.iter().map(DriverEntry::new).collect(),
            contributions: ContributionsEntry::new(&section.contributions),
            vetoed_leader: phrases::vetoed_leader(recommendation),
            cases: section.cases.iter().map(CaseEntry::new).collect(),
            ruled_out: &section.fired,
            could_be_ruled_out: &section.possible,
            ways_out: recommendation
                .ways_out
                .iter()
                .map(|way| WayOutSaid {
                    alternative: way.alternative,
                    lifted_by: recommendation
                        .vetoes
                        .iter()
                        .filter(|veto| way.vetoes.contains(&veto.id))
                        .map(|veto| veto.lifted_by.as_str())
                        .collect(),
                })
                .collect(),
            answer_changes: section
                .answer_changes
                .iter()
                .map(AnswerChangeEntry::new)
                .collect(),
            weight_changes: &section.weight_changes,
            outlook: section.outlook.as_ref().map(|said| said.text.as_str()),
            open_questions: section.open_questions.iter().map(OpenEntry::new).collect(),
            advice: &recommendation.advice,
            deferrals: &section.deferrals,
            contradictions: &section.contradictions,
            hybrids: &section.hybrids,
            cautions: &section.cautions,
            candidates: section
                .candidates
                .as_ref()
                .map(|one| Part::new(one.part, one.listing.rubric)),
            candidates_said: section.candidates.as_ref().map(CandidatesSaid::new),
            steps: section.steps.iter().map(StepListEntry::new).collect(),
            risks: section.risks.iter().map(risk).collect(),
            accepted: section.risks.iter().map(accepted).collect(),
            revisit: RevisitEntry::new(section),
            recorded_decision: recommendation.recorded.as_ref().map(RecordedSaid::new),
            headline: phrases::headline(recommendation),
            result: changes::outcome(&recommendation.outcome),
            outcome: recommendation.outcome.kind(),
            margin: recommendation.margin,
            coverage: recommendation.coverage,
            criteria: &recommendation.criteria,
            answers: &section.answers,
        }
    }
}

impl<'a> StepListEntry<'a> {
    fn new(list: &'a StepList<'a>) -> Self {
        Self {
            kind: list.kind,
            alternative: list.alternative,
            heading: list.heading,
            steps: &list.steps,
        }
    }
}

fn accepted<'a>(risk: &'a Risk<'a>) -> Accepted<'a> {
    let (kind, says, points, sources) = match risk {
        Risk::Veto(veto) => (AcceptedKind::Veto, &veto.because, None, &*veto.sources),
        Risk::Reason(reason) => {
            let points = Some(reason.points);
            (
                AcceptedKind::Reason,
                &reason.sentence,
                points,
                reason.sources,
            )
        }
        Risk::Caution(advice) => (AcceptedKind::Caution, &advice.say, None, &*advice.sources),
    };
    Accepted {
        kind,
        says,
        points,
        sources,
    }
}

fn risk(risk: &Risk<'_>) -> String {
    match risk {
        Risk::Veto(veto) => wording::capitalised(&veto.because),
        Risk::Reason(reason) => reason.sentence.clone(),
        Risk::Caution(advice) => advice.say.clone(),
    }
}
