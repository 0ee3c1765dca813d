//! Working out what is recommended for one subject.

use std::collections::BTreeSet;

use super::argument::arguments;
use super::open_question;
use super::recommendation::{
    AdviceGiven, AlternativeResult, CriterionResult, CriterionState, LevelResult, NextStepGiven,
    Recommendation, VetoResult, WayOut,
};
use super::recorded::{Agreement, Recorded};
use super::robustness::Robustness;
use super::trace::Trace;
use crate::engine::robustness::acceptability::Error;
use crate::engine::robustness::{Unknowns, flips};
use crate::engine::scoring::{
    Baseline, Completions, CriterionStanding, LevelStatus, Outcome, Range, Standing, open_questions,
};
use crate::files::Facts;
use crate::files::Following;
use crate::files::{
    Advice, AdviceKind, Alternative, Answers, Condition, Effect, Level, PerAlternative,
    RecordedDecision, Rubric, Truth, Veto, Weights,
};

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
    let baseline = Baseline {
        rubric,
        facts: &facts,
        weights,
        standing: &standing,
    };
    let unknowns = Unknowns::of(&baseline, &completions);
    let following = following.map(|following| (answers, following));
    let flips = flips(&baseline, following);
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
    let open_questions = open_question::find(&trace, &standing, &completions, &unknowns, &vetoes);
    let robustness = Robustness::of(&trace, &standing, unknowns, flips)?;
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
        open_questions,
        firmness: robustness.firmness(&rubric.firmness, &standing.outcome),
        robustness,
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

pub(crate) fn margin(standing: &Standing) -> Option<f64> {
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
    let state = match &level {
        Some(LevelResult {
            ratings: Some(_), ..
        }) => CriterionState::Known,
        Some(_) => CriterionState::NotApplicable,
        None if standing.status.is_open() => CriterionState::Open,
        None => CriterionState::Gap,
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
        state,
        level,
        hangs_on: trace.hanging(open),
        contributions: standing.contributions,
    }
}

fn level_result(
    trace: &Trace<'_>,
    levels: &[Level],
    row: usize,
    sources: &[crate::files::SourceIndex],
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

pub(crate) fn veto_result(trace: &Trace<'_>, veto: &Veto, holds: Truth) -> Option<VetoResult> {
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
    let id = |veto: &crate::engine::scoring::VetoIndex| rubric.vetoes[veto.0].id.clone();
    ways.iter()
        .map(|way| WayOut {
            alternative: way.alternative,
            vetoes: way.vetoes.iter().map(id).collect(),
        })
        .collect()
}

/// The advice that applies, of the kinds that are wanted, by kind.
pub(crate) fn advice(
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
        questions: impl IntoIterator<Item = crate::files::QuestionIndex>,
    ) -> Vec<String> {
        let open = open_questions(self.rubric, self.facts, questions);
        open.into_iter()
            .map(|index| self.rubric.question(index).id.clone())
            .collect()
    }
}
