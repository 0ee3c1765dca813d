//! What a gate needs to know of a decision, without all that takes longer to work out.

use super::recommend::{advice, margin, veto_result};
use super::recommendation::{AdviceGiven, VetoResult};
use super::recorded::Agreement;
use super::trace::Trace;
use crate::engine::robustness::WeightRobustness;
use crate::engine::robustness::acceptability::Error;
use crate::engine::scoring::{Outcome, Standing};
use crate::files::Facts;
use crate::files::{
    AdviceKind, Alternative, Answers, RecordedDecision, Requirements, Rubric, Truth, Weights,
};

/// What a requirements file comes to, in short.
#[derive(Debug)]
pub(crate) struct Gists {
    /// Of the whole, or of every component, as in the file.
    pub parts: Vec<Gist>,
    /// How what was decided for the whole compares, if there are components and such a decision.
    pub whole: Option<Agreement>,
}

/// What is recommended for one subject, in short.
#[derive(Debug)]
pub(crate) struct Gist {
    /// What it comes to.
    pub outcome: Outcome,
    /// The viable alternatives, the first first.
    pub ranking: Vec<Alternative>,
    /// Points by which the first is ahead of the second, if there are two.
    pub margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    pub coverage: f64,
    /// Share of the weightings near the stated ones under which the first comes first; none unless it was asked for.
    pub acceptability: Option<f64>,
    /// The vetoes that have fired, as in the rubric.
    pub vetoes: Vec<VetoResult>,
    /// Answers that hardly go together.
    pub contradictions: Vec<AdviceGiven>,
    /// How what was decided compares with it.
    pub agreement: Option<Agreement>,
}

/// Works out in short what a requirements file comes to; acceptability only if it is asked for.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub(crate) fn gists(
    rubric: &Rubric,
    requirements: &Requirements,
    with_acceptability: bool,
) -> Result<Gists, Error> {
    let gist = |answers: &Answers, weights: &Weights, decision: Option<&RecordedDecision>| {
        gist(rubric, (answers, weights), decision, with_acceptability)
    };
    if requirements.components.is_empty() {
        let decision = requirements.decision.as_ref();
        let whole = gist(&requirements.answers, &requirements.weights, decision)?;
        return Ok(Gists {
            parts: vec![whole],
            whole: None,
        });
    }
    let components = requirements.components.iter();
    let parts: Vec<Gist> = components
        .map(|part| gist(&part.answers, &part.weights, part.decision.as_ref()))
        .collect::<Result<_, Error>>()?;
    let whole = requirements.decision.as_ref().map(|decision| {
        let outcomes = parts.iter().map(|part| &part.outcome);
        Agreement::with_parts(&decision.chosen, outcomes)
    });
    Ok(Gists { parts, whole })
}

fn gist(
    rubric: &Rubric,
    (answers, weights): (&Answers, &Weights),
    decision: Option<&RecordedDecision>,
    with_acceptability: bool,
) -> Result<Gist, Error> {
    let facts = Facts::new(rubric, answers);
    let trace = Trace {
        rubric,
        answers,
        facts: &facts,
    };
    let standing = Standing::new(rubric, &facts, weights);
    let fired = rubric.vetoes.iter().zip(&standing.vetoes);
    let fired = fired.filter(|(_, holds)| **holds == Truth::True);
    let acceptability = with_acceptability
        .then(|| WeightRobustness::leader_acceptability_of(&standing))
        .transpose()?;
    let contradictions = advice(&trace, &standing, |kind| kind == AdviceKind::Contradiction);
    Ok(Gist {
        ranking: standing
            .ranking
            .iter()
            .map(|ranked| ranked.alternative)
            .collect(),
        margin: margin(&standing),
        coverage: standing.coverage,
        acceptability,
        vetoes: fired
            .filter_map(|(veto, holds)| veto_result(&trace, veto, *holds))
            .collect(),
        contradictions,
        agreement: decision.map(|decision| Agreement::with_standing(&decision.chosen, &standing)),
        outcome: standing.outcome,
    })
}
