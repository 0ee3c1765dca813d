//! What is recommended for one subject, with everything it rests on.

use std::collections::BTreeSet;

use super::argument::{Argument, arguments};
use super::open_question::{self, OpenQuestion};
use super::recorded::{Agreement, Recorded};
use super::robustness::Robustness;
use super::trace::{AnswerResult, Trace};
use crate::model::{
    Advice, AdviceKind, Alternative, Answers, Condition, Effect, Facts, Following, Level, Origin,
    PerAlternative, Ratings, RecordedDecision, Rubric, Source, StepKind, Truth, Veto, Weights,
};
use crate::robustness::acceptability::Error;
use crate::robustness::{Unknowns, flips};
use crate::scoring::{
    Completions, CriterionStanding, LevelStatus, Outcome, Range, Standing, open_questions,
};

/// What is recommended for one subject, and why.
#[derive(Debug)]
pub struct Recommendation {
    /// What it comes to.
    pub outcome: Outcome,
    /// The alternatives in order: the viable ones by score, then the vetoed ones by score.
    pub alternatives: Vec<AlternativeResult>,
    /// Points by which the first viable alternative is ahead of the second, if there are two.
    pub margin: Option<f64>,
    /// Points within which there is no winner.
    pub tie_margin: f64,
    /// Share of the weight whose level is known, 0 to 1.
    pub coverage: f64,
    /// Share that is needed before anything is recommended.
    pub min_coverage: f64,
    /// Every criterion, as in the rubric.
    pub criteria: Vec<CriterionResult>,
    /// The reasons for and against each alternative, in the order of `alternatives`.
    pub arguments: Vec<Argument>,
    /// The vetoes that have fired or still may, as in the rubric.
    pub vetoes: Vec<VetoResult>,
    /// If no alternative is viable, the ways out that lift the fewest vetoes.
    pub ways_out: Vec<WayOut>,
    /// What is worth saying beside it.
    pub advice: Vec<AdviceGiven>,
    /// How firm it is, and what would change it.
    pub robustness: Robustness,
    /// What is not answered yet, the most pressing first.
    pub open_questions: Vec<OpenQuestion>,
    /// What to do next, for the recommended alternative.
    pub next_steps: Vec<NextStepGiven>,
    /// What to do next for each alternative, were it chosen.
    pub next_steps_by: PerAlternative<Vec<NextStepGiven>>,
    /// Every question with its answer, in the order of asking.
    pub answers: Vec<AnswerResult>,
    /// Every source of the rubric.
    pub sources: Vec<Source>,
    /// What the team decided.
    pub recorded: Option<Recorded>,
}

/// How an alternative stands.
#[derive(Debug, Clone)]
pub struct AlternativeResult {
    /// The alternative.
    pub alternative: Alternative,
    /// Its score, −100 to 100.
    pub score: f64,
    /// What its score could come to.
    pub range: Range,
    /// Its rank among the viable ones; none if it is vetoed.
    pub rank: Option<usize>,
    /// The ids of the vetoes that have fired against it.
    pub vetoed_by: Vec<String>,
}

/// What a criterion says.
#[derive(Debug, Clone)]
pub struct CriterionResult {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The id of its group.
    pub group: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// The points it counts.
    pub weight: u8,
    /// The points it counts in the rubric.
    pub rubric_weight: u8,
    /// The id of the rubric that gives it those.
    pub weight_defined_in: String,
    /// Who changed the weight, if anybody did.
    pub weight_origin: Option<Origin>,
    /// The row that applies, if it is known.
    pub level: Option<LevelResult>,
    /// The ids of the open questions it hangs on.
    pub hangs_on: Vec<String>,
    /// What it adds to each score.
    pub contributions: PerAlternative<f64>,
}

/// The row of a criterion that applies.
#[derive(Debug, Clone)]
pub struct LevelResult {
    /// Its position in the decision table, from 1.
    pub row: usize,
    /// Its ratings; none if the criterion does not apply.
    pub ratings: Option<Ratings>,
    /// Why.
    pub because: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of its sources, the row's own first.
    pub sources: Vec<String>,
}

/// A veto that has fired, or may.
#[derive(Debug, Clone)]
pub struct VetoResult {
    /// Its id.
    pub id: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// What it excludes.
    pub excludes: Vec<Alternative>,
    /// Whether it has fired; if not, it hangs on an open question.
    pub fired: bool,
    /// Why.
    pub because: String,
    /// What would lift it.
    pub lifted_by: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of the open questions it hangs on.
    pub hangs_on: Vec<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// Vetoes to lift so that an alternative becomes viable.
#[derive(Debug, Clone)]
pub struct WayOut {
    /// The alternative.
    pub alternative: Alternative,
    /// The ids of the vetoes.
    pub vetoes: Vec<String>,
}

/// Advice that applies.
#[derive(Debug, Clone)]
pub struct AdviceGiven {
    /// Its id.
    pub id: String,
    /// The id of the rubric that defines it.
    pub defined_in: String,
    /// What kind it is.
    pub kind: AdviceKind,
    /// What is said.
    pub say: String,
    /// The answers it rests on.
    pub rests_on: Vec<AnswerResult>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A step that applies.
#[derive(Debug, Clone)]
pub struct NextStepGiven {
    /// What it is for.
    pub kind: StepKind,
    /// What to do.
    pub say: String,
    /// How long it takes, in words.
    pub takes: Option<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// Works out what is recommended under these answers and weights. What would change it takes into account what follows
/// from other answers, as far as it is known here.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub fn recommend(
    rubric: &Rubric,
    answers: &Answers,
    weights: &Weights,
    decision: Option<&RecordedDecision>,
    following: Option<&dyn Following>,
) -> Result<Recommendation, Error> {
    let facts = Facts::new(rubric, answers);
    let trace = Trace {
        rubric,
        answers,
        facts: &facts,
    };
    let standing = Standing::new(rubric, &facts, weights);
    let completions = Completions::new(rubric, &facts, &standing);
    let ranges = completions.scores();
    let unknowns = Unknowns::of(rubric, &facts, weights, &standing, &completions);
    let following = following.map(|following| (answers, following));
    let flips = flips(rubric, &facts, weights, &standing, following);
    let by_score = standing.by_score();
    let criteria: Vec<_> = standing
        .criteria
        .iter()
        .map(|criterion| criterion_result(&trace, weights, criterion))
        .collect();
    let vetoes: Vec<_> = rubric
        .vetoes
        .iter()
        .zip(&standing.vetoes)
        .filter_map(|(veto, holds)| veto_result(&trace, veto, *holds))
        .collect();
    Ok(Recommendation {
        alternatives: by_score
            .iter()
            .map(|&alternative| alternative_result(rubric, &standing, &ranges, alternative))
            .collect(),
        margin: margin(&standing),
        tie_margin: rubric.tie_margin,
        coverage: standing.coverage,
        min_coverage: rubric.min_coverage,
        arguments: arguments(&criteria, &by_score),
        ways_out: ways_out(rubric, &standing.outcome),
        advice: advice(&trace, &standing, |_| true),
        open_questions: open_question::find(&trace, &standing, &completions, &unknowns, &vetoes),
        robustness: Robustness::of(&trace, &standing, unknowns, flips)?,
        next_steps: match standing.outcome {
            Outcome::Recommended(alternative) => next_steps(&trace, alternative),
            _ => Vec::new(),
        },
        next_steps_by: PerAlternative::from_fn(|alternative| next_steps(&trace, alternative)),
        answers: trace.all_answers(),
        sources: rubric.sources.clone(),
        recorded: decision.map(|decision| {
            Recorded::new(
                decision,
                Agreement::with_standing(&decision.chosen, &standing),
            )
        }),
        criteria,
        vetoes,
        outcome: standing.outcome,
    })
}

pub(super) fn margin(standing: &Standing) -> Option<f64> {
    let [first, second, ..] = standing.ranking.as_slice() else {
        return None;
    };
    Some(standing.scores[first.alternative] - standing.scores[second.alternative])
}

fn alternative_result(
    rubric: &Rubric,
    standing: &Standing,
    ranges: &PerAlternative<Range>,
    alternative: Alternative,
) -> AlternativeResult {
    let rank = standing
        .ranking
        .iter()
        .find(|ranked| ranked.alternative == alternative)
        .map(|ranked| ranked.rank);
    AlternativeResult {
        alternative,
        score: standing.scores[alternative],
        range: ranges[alternative],
        rank,
        vetoed_by: standing
            .fired(rubric, alternative)
            .iter()
            .map(|veto| rubric.vetoes[veto.0].id.clone())
            .collect(),
    }
}

fn criterion_result(
    trace: &Trace<'_>,
    weights: &Weights,
    standing: &CriterionStanding,
) -> CriterionResult {
    let criterion = trace.rubric.criterion(standing.criterion);
    let level = match standing.status {
        LevelStatus::Known(row) => Some(level_result(
            trace,
            criterion.levels.as_slice(),
            row,
            &criterion.sources,
        )),
        LevelStatus::Open(_) | LevelStatus::Gap => None,
    };
    let open = if standing.status.is_open() {
        criterion.questions()
    } else {
        BTreeSet::new()
    };
    CriterionResult {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        group: trace.rubric.groups[criterion.group.0].id.clone(),
        defined_in: trace.defined_in(criterion.place),
        weight: standing.weight,
        rubric_weight: criterion.weight.points(),
        weight_defined_in: trace.defined_in(criterion.weight_place),
        weight_origin: weights.get(standing.criterion).map(|own| own.origin),
        level,
        hangs_on: trace.hanging(open),
        contributions: standing.contributions,
    }
}

fn level_result(
    trace: &Trace<'_>,
    levels: &[Level],
    row: usize,
    sources: &[crate::model::SourceIndex],
) -> LevelResult {
    let level = &levels[row];
    // The last row applies because no row before it does, so it rests on what those read.
    let read = match &level.when {
        Some(when) => when.questions(),
        None => levels
            .iter()
            .filter_map(|level| level.when.as_ref())
            .flat_map(Condition::questions)
            .collect(),
    };
    LevelResult {
        row: row + 1,
        ratings: match level.effect {
            Effect::Rates(ratings) => Some(ratings),
            Effect::NotApplicable => None,
        },
        because: trace.fill(&level.because),
        rests_on: trace.rests_on(&read),
        sources: trace.sources(level.sources.iter().chain(sources)),
    }
}

pub(super) fn veto_result(trace: &Trace<'_>, veto: &Veto, holds: Truth) -> Option<VetoResult> {
    holds.is_possible().then(|| VetoResult {
        id: veto.id.clone(),
        defined_in: trace.defined_in(veto.place),
        excludes: veto.excludes.clone(),
        fired: holds == Truth::True,
        because: trace.fill(&veto.because),
        lifted_by: trace.fill(&veto.lifted_by),
        rests_on: trace.rests_on(&veto.when.questions()),
        hangs_on: if holds == Truth::True {
            Vec::new()
        } else {
            trace.hanging(veto.when.questions())
        },
        sources: trace.sources(&veto.sources),
    })
}

fn ways_out(rubric: &Rubric, outcome: &Outcome) -> Vec<WayOut> {
    let Outcome::NoViableAlternative(ways) = outcome else {
        return Vec::new();
    };
    let id = |veto: &crate::scoring::VetoIndex| rubric.vetoes[veto.0].id.clone();
    ways.iter()
        .map(|way| WayOut {
            alternative: way.alternative,
            vetoes: way.vetoes.iter().map(id).collect(),
        })
        .collect()
}

/// The advice that applies, of the kinds that are wanted, by kind.
pub(super) fn advice(
    trace: &Trace<'_>,
    standing: &Standing,
    is_wanted: impl Fn(AdviceKind) -> bool,
) -> Vec<AdviceGiven> {
    let front = standing.front();
    let is_beside = |advice: &Advice| {
        advice.beside.is_empty()
            || advice
                .beside
                .iter()
                .any(|alternative| front.contains(alternative))
    };
    let applies = trace
        .rubric
        .advice
        .iter()
        .filter(|advice| is_wanted(advice.kind))
        .filter(|advice| trace.holds(Some(&advice.when)) && is_beside(advice));
    let mut given: Vec<AdviceGiven> = applies
        .map(|advice| AdviceGiven {
            id: advice.id.clone(),
            defined_in: trace.defined_in(advice.place),
            kind: advice.kind,
            say: trace.fill(&advice.say),
            rests_on: trace.rests_on(&advice.when.questions()),
            sources: trace.sources(&advice.sources),
        })
        .collect();
    given.sort_by_key(|advice| advice.kind);
    given
}

fn next_steps(trace: &Trace<'_>, alternative: Alternative) -> Vec<NextStepGiven> {
    let applies = trace.rubric.next_steps[alternative]
        .iter()
        .filter(|step| trace.holds(step.when.as_ref()));
    applies
        .map(|step| NextStepGiven {
            kind: step.kind,
            say: trace.fill(&step.say),
            takes: step.takes.clone(),
            sources: trace.sources(&step.sources),
        })
        .collect()
}

impl Trace<'_> {
    /// The ids of the unanswered questions that tests of these questions hang on.
    fn hanging(
        &self,
        questions: impl IntoIterator<Item = crate::model::QuestionIndex>,
    ) -> Vec<String> {
        let open = open_questions(self.rubric, self.facts, questions);
        open.into_iter()
            .map(|index| self.rubric.question(index).id.clone())
            .collect()
    }
}
