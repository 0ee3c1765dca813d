//! Version 1: what a report says of one subject.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::super::shortlist::v1::Part;
use super::super::recommendation::{AdviceEntry, AlternativeEntry, StepEntry, VetoEntry};
use super::super::robustness::share;
use super::super::shapes::{Each, ids};
use super::super::trace::{AnswerEntry, CriterionEntry};
use super::super::words::{AlternativeId, OutcomeWord, StepWord};
use crate::decision::{AdviceGiven, OpenQuestion, VetoResult};
use crate::model::wording;
use crate::render::phrases;
use crate::report::changes::{AnswerChange, flip, other_answer};
use crate::report::{Case, Contributions, Driver, OptionRow, ReasonSaid, Risk, Section, StepList};

/// What a report says of the whole, or of a component.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Section")]
pub(super) struct SectionEntry<'a> {
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
    chosen: Vec<AlternativeId>,
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
    /// The case for and against each alternative, the leader first.
    cases: Vec<CaseEntry<'a>>,
    /// The vetoes that have fired.
    ruled_out: Vec<VetoEntry<'a>>,
    /// The vetoes that hang on an open question.
    could_be_ruled_out: Vec<VetoEntry<'a>>,
    /// Answers that would change the outcome, by question, the nearest first.
    answer_changes: Vec<AnswerChangeEntry<'a>>,
    /// Single weights that would, in a clause each, the nearest first.
    weight_changes: &'a [String],
    /// What could still come first, in a sentence; null if nothing is open.
    outlook: Option<&'a str>,
    /// What is not answered yet, the most pressing first.
    open_questions: Vec<OpenEntry<'a>>,
    /// Whether to wait instead.
    deferrals: Vec<AdviceEntry<'a>>,
    /// Answers that hardly go together.
    contradictions: Vec<AdviceEntry<'a>>,
    /// Mixes to consider.
    hybrids: Vec<AdviceEntry<'a>>,
    /// What to watch.
    cautions: Vec<AdviceEntry<'a>>,
    /// What could be bought or adopted: the candidates that are looked at, whatever they miss, as `shortlist` prints
    /// them; null if nobody looked, or nothing is demanded of them.
    candidates: Option<Part<'a>>,
    /// What to do next, by what it is for.
    steps: Vec<StepListEntry<'a>>,
    /// What is accepted with the choice, in a sentence each.
    risks: Vec<String>,
    /// What would be a reason to look again.
    revisit: RevisitEntry<'a>,
    /// What it comes to.
    outcome: OutcomeWord,
    /// Points by which the first viable alternative is ahead of the second; null if there are not two.
    margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
    /// Every criterion, as in the rubric.
    criteria: Vec<CriterionEntry<'a>>,
    /// Every question with its answer, in the order of asking; not those that only a landscape answers, and that do not
    /// apply because none does.
    answers: Vec<AnswerEntry<'a>>,
}

/// How an alternative stands.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Option")]
struct OptionEntry<'a> {
    /// What it is called.
    name: &'static str,
    #[serde(flatten)]
    result: AlternativeEntry<'a>,
    /// Share of the weightings near the stated ones under which it comes first; null if it is ruled out or alone.
    near_stated: Option<f64>,
    /// The same over all weightings.
    over_all: Option<f64>,
    /// Whether it is recommended.
    is_recommended: bool,
    /// Whether the team chose it.
    is_chosen: bool,
}

/// A criterion that counts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Driver")]
struct DriverEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// What it is called.
    title: &'a str,
    /// Its weight, 1 to 10.
    weight: u8,
    /// Its share of all weight that counts, 0 to 1.
    share: f64,
    /// Who set the weight, in words.
    set_by: String,
}

/// What the criteria add to each score.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contributions")]
struct ContributionsEntry<'a> {
    /// Those that tell the alternatives apart the most.
    rows: Vec<ContributionEntry<'a>>,
    /// How many others count.
    others: usize,
    /// What those add together.
    rest: Each<f64>,
    /// The scores.
    scores: Each<f64>,
}

/// What a criterion adds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Contribution")]
struct ContributionEntry<'a> {
    /// The criterion's id.
    criterion: &'a str,
    /// What it is called.
    title: &'a str,
    /// Points.
    points: Each<f64>,
}

/// The case for and against an alternative, in comparison with its rival.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Case")]
struct CaseEntry<'a> {
    alternative: AlternativeId,
    /// What it is compared with.
    rival: AlternativeId,
    /// What the reasons for it are headed by.
    heading_for: &'a str,
    /// What speaks for it, the most first.
    reasons_for: Vec<ReasonSaidEntry<'a>>,
    /// What the reasons against it are headed by.
    heading_against: &'a str,
    /// What speaks against it, the most first.
    reasons_against: Vec<ReasonSaidEntry<'a>>,
}

/// A reason as it is told.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReasonSaid")]
struct ReasonSaidEntry<'a> {
    /// By how many points it moves the margin.
    points: f64,
    /// The criterion's id.
    criterion: &'a str,
    /// What the criterion is called.
    title: &'a str,
    /// Why, as a sentence without a full stop.
    sentence: &'a str,
    /// The answers it rests on.
    answers: Vec<StatedEntry<'a>>,
    /// The ids of the sources to cite.
    sources: &'a [String],
}

/// An answer in words.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "StatedAnswer")]
struct StatedEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The answer in words.
    answer: &'a str,
}

/// A question to which other answers would change the outcome.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AnswerChange")]
struct AnswerChangeEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// Each answer and what it would lead to, in a clause.
    changes: Vec<String>,
}

/// A question without an answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OpenQuestionSaid")]
struct OpenEntry<'a> {
    /// Its id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// What it could do, in clauses.
    consequences: &'a [String],
    /// The team's note.
    note: Option<&'a str>,
}

/// Steps of a kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "StepList")]
struct StepListEntry<'a> {
    kind: StepWord,
    /// The alternative they are steps of.
    alternative: AlternativeId,
    /// What they are headed by; empty for plain steps.
    heading: &'static str,
    /// The steps.
    steps: Vec<StepEntry<'a>>,
}

/// What would be a reason to look at the decision again.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Revisit")]
struct RevisitEntry<'a> {
    /// The nearest other answer to each question that would change the outcome, in a clause.
    answers: Vec<StatedChangeEntry<'a>>,
    /// Changes of a weight by a point or two that would, in a clause each.
    weights: &'a [String],
    /// What would make an alternative possible that is ruled out, in a sentence each.
    lifted: Vec<String>,
    /// The last day on which to look at it again.
    review_by: Option<String>,
}

/// Another answer to a question.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OtherAnswer")]
struct StatedChangeEntry<'a> {
    /// The question's id.
    question: &'a str,
    /// The question.
    ask: &'a str,
    /// The other answer next to the one given.
    answer: String,
}

impl<'a> SectionEntry<'a> {
    pub(super) fn new(section: &'a Section<'a>) -> Self {
        let recommendation = section.recommendation;
        let advice = |given: &'a [&'a AdviceGiven]| -> Vec<AdviceEntry<'a>> {
            given
                .iter()
                .map(|advice| AdviceEntry::new(advice))
                .collect()
        };
        let vetoes = |vetoes: &'a [&'a VetoResult]| -> Vec<VetoEntry<'a>> {
            vetoes.iter().map(|veto| VetoEntry::new(veto)).collect()
        };
        Self {
            id: section.id,
            title: section.title,
            answer: &section.answer,
            y_statement: &section.y_statement,
            summary: &section.summary,
            is_decided: section.stance.is_decided,
            chosen: ids(&section.stance.chosen),
            firmness: section.firmness_word(),
            firmness_sentence: section.firmness.as_deref(),
            options: section.options.iter().map(OptionEntry::new).collect(),
            drivers: section.drivers.iter().map(DriverEntry::new).collect(),
            contributions: ContributionsEntry::new(&section.contributions),
            cases: section.cases.iter().map(CaseEntry::new).collect(),
            ruled_out: vetoes(&section.fired),
            could_be_ruled_out: vetoes(&section.possible),
            answer_changes: section
                .answer_changes
                .iter()
                .map(AnswerChangeEntry::new)
                .collect(),
            weight_changes: &section.weight_changes,
            outlook: section.outlook.as_ref().map(|said| said.text.as_str()),
            open_questions: section.open_questions.iter().map(OpenEntry::new).collect(),
            deferrals: advice(&section.deferrals),
            contradictions: advice(&section.contradictions),
            hybrids: advice(&section.hybrids),
            cautions: advice(&section.cautions),
            candidates: section
                .candidates
                .as_ref()
                .map(|one| Part::new(one.part, one.listing.rubric)),
            steps: section.steps.iter().map(StepListEntry::new).collect(),
            risks: section.risks.iter().map(risk).collect(),
            revisit: RevisitEntry::new(section),
            outcome: (&recommendation.outcome).into(),
            margin: recommendation.margin,
            coverage: recommendation.coverage,
            criteria: recommendation
                .criteria
                .iter()
                .map(CriterionEntry::new)
                .collect(),
            answers: section
                .answers
                .iter()
                .map(|answer| AnswerEntry::new(answer))
                .collect(),
        }
    }
}

impl<'a> OptionEntry<'a> {
    fn new(option: &'a OptionRow<'a>) -> Self {
        Self {
            name: phrases::name(option.result.alternative),
            result: AlternativeEntry::new(option.result),
            near_stated: option.near_stated.map(share),
            over_all: option.over_all.map(share),
            is_recommended: option.is_recommended,
            is_chosen: option.is_chosen,
        }
    }
}

impl<'a> DriverEntry<'a> {
    fn new(driver: &'a Driver<'a>) -> Self {
        Self {
            criterion: &driver.criterion.id,
            title: &driver.criterion.title,
            weight: driver.criterion.weight,
            share: share(driver.share),
            set_by: driver.set_by.words(str::to_owned),
        }
    }
}

impl<'a> ContributionsEntry<'a> {
    fn new(contributions: &'a Contributions<'a>) -> Self {
        let row = |criterion: &&'a crate::decision::CriterionResult| ContributionEntry {
            criterion: &criterion.id,
            title: &criterion.title,
            points: criterion.contributions.into(),
        };
        let (others, rest) = contributions.rest.unwrap_or_default();
        Self {
            rows: contributions.rows.iter().map(row).collect(),
            others,
            rest: rest.into(),
            scores: contributions.scores.into(),
        }
    }
}

impl<'a> CaseEntry<'a> {
    fn new(case: &'a Case<'a>) -> Self {
        let said = |reasons: &'a [ReasonSaid<'a>]| -> Vec<ReasonSaidEntry<'a>> {
            reasons.iter().map(ReasonSaidEntry::new).collect()
        };
        Self {
            alternative: case.alternative.into(),
            rival: case.rival.into(),
            heading_for: &case.heading_for,
            reasons_for: said(&case.reasons_for),
            heading_against: &case.heading_against,
            reasons_against: said(&case.reasons_against),
        }
    }
}

impl<'a> ReasonSaidEntry<'a> {
    fn new(reason: &'a ReasonSaid<'a>) -> Self {
        let answers = reason.answers.iter();
        Self {
            points: reason.points,
            criterion: &reason.criterion.id,
            title: &reason.criterion.title,
            sentence: &reason.sentence,
            answers: answers
                .map(|&(question, answer)| StatedEntry { question, answer })
                .collect(),
            sources: reason.sources,
        }
    }
}

impl<'a> AnswerChangeEntry<'a> {
    fn new(change: &'a AnswerChange<'a>) -> Self {
        Self {
            question: change.question,
            ask: change.ask,
            changes: change.flips.iter().map(|one| flip(one)).collect(),
        }
    }
}

impl<'a> OpenEntry<'a> {
    fn new((question, consequences): &'a (&'a OpenQuestion, Vec<String>)) -> Self {
        Self {
            question: &question.question,
            ask: &question.ask,
            consequences,
            note: question.note.as_deref(),
        }
    }
}

impl<'a> StepListEntry<'a> {
    fn new(list: &'a StepList<'a>) -> Self {
        Self {
            kind: list.kind.into(),
            alternative: list.alternative.into(),
            heading: list.heading,
            steps: list.steps.iter().map(|step| StepEntry::new(step)).collect(),
        }
    }
}

impl<'a> RevisitEntry<'a> {
    fn new(section: &'a Section<'a>) -> Self {
        let revisit = &section.revisit;
        let nearest = |change: &'a AnswerChange<'a>| {
            Some(StatedChangeEntry {
                question: change.question,
                ask: change.ask,
                answer: other_answer(change.flips.first()?),
            })
        };
        Self {
            answers: revisit.answers.iter().filter_map(nearest).collect(),
            weights: &revisit.weights,
            lifted: revisit
                .lifted
                .iter()
                .map(|(alternative, by)| {
                    format!("{} {by}", phrases::becomes_possible(*alternative))
                })
                .collect(),
            review_by: revisit.review_by.map(|day| day.to_string()),
        }
    }
}

fn risk(risk: &Risk<'_>) -> String {
    match risk {
        Risk::Veto(veto) => wording::capitalised(&veto.because),
        Risk::Reason(reason) => reason.sentence.clone(),
        Risk::Caution(advice) => advice.say.clone(),
    }
}
