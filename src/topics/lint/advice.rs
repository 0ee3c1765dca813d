//! Advice and next steps: that each can be said.

use super::findings::{CONTRADICTION, Findings};
use super::first::not_vetoed;
use super::space::{Demand, Search, Space};
use super::vetoes::quoted;
use crate::files::{
    Advice, Alternative, NextStep, Place, Problem, ProblemCode, ProcessItem, Rubric,
};
use crate::output::wording;

/// Checks the advice and the next steps.
pub(crate) fn check(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    for advice in &rubric.advice {
        one_advice(rubric, advice, space, findings);
    }
    for (alternative, steps) in rubric.next_steps.iter() {
        for step in steps {
            one_step(rubric, alternative, step, space, findings);
        }
    }
    for item in &rubric.process {
        one_part(rubric, item, space, findings);
    }
}

fn one_advice(rubric: &Rubric, advice: &Advice, space: &Space<'_>, findings: &mut Findings<'_>) {
    let when = findings.key(advice.place, "when");
    match space.find(&[Demand::holds(&advice.when)]) {
        Search::Found(_) => beside(rubric, advice, space, findings),
        Search::Impossible => {
            let problem = never_said(advice, when, "a condition that some answers meet");
            findings.add(problem.help(CONTRADICTION));
        }
        Search::GivenUp => {
            findings.give_up(advice.place, &format!("`{}` is ever said", advice.id));
        }
    }
}

fn never_said(advice: &Advice, place: Place, expected: &str) -> Problem {
    let found = format!("`{}` is never said", advice.id);
    Problem::new(ProblemCode::AdviceNeverSaid, place, found).expected(expected)
}

/// Reports the alternatives that are ruled out wherever the advice beside them holds.
fn beside(rubric: &Rubric, advice: &Advice, space: &Space<'_>, findings: &mut Findings<'_>) {
    let mut out = Vec::new();
    for &alternative in &advice.beside {
        let mut demands = not_vetoed(rubric, alternative);
        demands.push(Demand::holds(&advice.when));
        match space.find(&demands) {
            Search::Found(_) => {}
            Search::Impossible => out.push(quoted(alternative)),
            Search::GivenUp => {
                let what = format!(
                    "`{}` is ever said beside {}",
                    advice.id,
                    quoted(alternative)
                );
                findings.give_up(advice.place, &what);
            }
        }
    }
    if out.is_empty() {
        return;
    }
    let place = findings.key(advice.place, "beside");
    let help = format!(
        "wherever its condition holds, vetoes rule out {}",
        wording::list(&out)
    );
    findings.add(if out.len() == advice.beside.len() {
        never_said(advice, place, "an alternative that can be in front then").help(help)
    } else {
        let found = format!(
            "`{}` is never said beside {}",
            advice.id,
            wording::either(&out)
        );
        Problem::new(ProblemCode::BesideNeverHolds, place, found)
            .expected("alternatives that can be in front then")
            .help(help)
    });
}

/// Reports a part of the process that is never told, for any of its alternatives.
fn one_part(rubric: &Rubric, item: &ProcessItem, space: &Space<'_>, findings: &mut Findings<'_>) {
    let Some(when) = &item.when else { return };
    for &alternative in &item.alternatives {
        let mut demands = not_vetoed(rubric, alternative);
        demands.push(Demand::holds(when));
        match space.find(&demands) {
            Search::Found(_) => return,
            Search::Impossible => {}
            Search::GivenUp => {
                findings.give_up(item.place, &format!("`{}` is ever told", item.id));
                return;
            }
        }
    }
    let place = findings.key(item.place, "when");
    let found = format!("`{}` is never told", item.id);
    findings.add(
        Problem::new(ProblemCode::StepNeverSaid, place, found)
            .expected("a condition that some answers meet")
            .help(CONTRADICTION),
    );
}

fn one_step(
    rubric: &Rubric,
    alternative: Alternative,
    step: &NextStep,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(when) = &step.when else { return };
    let place = findings.key(step.place, "when");
    let mut demands = not_vetoed(rubric, alternative);
    demands.push(Demand::holds(when));
    match space.find(&demands) {
        Search::Found(_) => {}
        Search::Impossible => findings.add(
            Problem::new(
                ProblemCode::StepNeverSaid,
                place,
                format!("this step of {} is never said", quoted(alternative)),
            )
            .expected("a condition that some answers meet")
            .help(format!(
                "it contradicts itself or an `ask-when`, or vetoes rule out {} wherever it holds",
                quoted(alternative)
            )),
        ),
        Search::GivenUp => {
            let what = format!("this step of {} is ever said", quoted(alternative));
            findings.give_up(step.place, &what);
        }
    }
}
