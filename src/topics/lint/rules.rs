//! Vetoes, advice, next steps and the process: that each can be reached, and that a veto leaves something.

use super::findings::{CONTRADICTION, Findings};
use super::space::{Demand, Search, Space};
use crate::files::{
    Advice, Alternative, Condition, NextStep, Place, Problem, ProblemCode, ProcessItem, Rubric,
    Veto,
};
use crate::output::wording;

const SOME_ANSWERS: &str = "a condition that some answers meet";

/// Checks each veto by itself, and gives those that always fire.
pub(crate) fn vetoes<'r>(
    rubric: &'r Rubric,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) -> Vec<&'r Veto> {
    let mut always = Vec::new();
    for veto in &rubric.vetoes {
        let when = findings.key(veto.place, "when");
        let never = [Demand::holds(&veto.when)];
        if findings.rules_out(space, &never, veto.place, || {
            format!("`{}` can ever fire", veto.id)
        }) {
            let found = format!("`{}` can never fire", veto.id);
            let problem = Problem::new(ProblemCode::VetoNeverFires, when, found);
            findings.add(problem.expected(SOME_ANSWERS).help(CONTRADICTION));
        }
        if findings.rules_out(space, &[Demand::fails(&veto.when)], veto.place, || {
            format!("`{}` always fires", veto.id)
        }) {
            findings.add(always_fires(veto, when));
            always.push(veto);
        }
        if veto.excludes.len() == Alternative::ALL.len() {
            findings.add(
                Problem::new(
                    ProblemCode::VetoExcludesEverything,
                    findings.key(veto.place, "excludes"),
                    format!("`{}` rules out all three alternatives", veto.id),
                )
                .expected("one or two alternatives")
                .help("where nothing should be done at all, say so with `kind: defer` in `advice`"),
            );
        }
    }
    always
}

fn always_fires(veto: &Veto, place: Place) -> Problem {
    let ids: Vec<String> = veto.excludes.iter().map(|a| quoted(*a)).collect();
    let found = format!("`{}` fires whatever the answers", veto.id);
    Problem::new(ProblemCode::VetoAlwaysFires, place, found)
        .expected("a condition that some answers do not meet")
        .help(format!(
            "as it is, {} is never recommended",
            wording::either(&ids)
        ))
}

/// Checks that advice, next steps and the parts of the process are said under some answers.
pub(crate) fn advice(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
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
    match space.find(&[Demand::holds(&advice.when)]) {
        Search::Found(_) => beside(rubric, advice, space, findings),
        Search::Impossible => {
            let when = findings.key(advice.place, "when");
            findings.add(never_said(advice, when, SOME_ANSWERS).help(CONTRADICTION));
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
        let demands = in_front(rubric, alternative, &advice.when);
        if findings.rules_out(space, &demands, advice.place, || {
            format!(
                "`{}` is ever said beside {}",
                advice.id,
                quoted(alternative)
            )
        }) {
            out.push(quoted(alternative));
        }
    }
    if out.is_empty() {
        return;
    }
    let place = findings.key(advice.place, "beside");
    let problem = if out.len() == advice.beside.len() {
        never_said(advice, place, "an alternative that can be in front then")
    } else {
        let out = wording::either(&out);
        let found = format!("`{}` is never said beside {out}", advice.id);
        Problem::new(ProblemCode::BesideNeverHolds, place, found)
            .expected("alternatives that can be in front then")
    };
    findings.add(problem.help(format!(
        "wherever its condition holds, vetoes rule out {}",
        wording::list(&out)
    )));
}

/// Reports a part of the process that is never told, for any of its alternatives.
fn one_part(rubric: &Rubric, item: &ProcessItem, space: &Space<'_>, findings: &mut Findings<'_>) {
    let Some(when) = &item.when else { return };
    for &alternative in &item.alternatives {
        match space.find(&in_front(rubric, alternative, when)) {
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
    let problem = Problem::new(ProblemCode::StepNeverSaid, place, found);
    findings.add(problem.expected(SOME_ANSWERS).help(CONTRADICTION));
}

fn one_step(
    rubric: &Rubric,
    alternative: Alternative,
    step: &NextStep,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(when) = &step.when else { return };
    let of = quoted(alternative);
    let demands = in_front(rubric, alternative, when);
    if findings.rules_out(space, &demands, step.place, || {
        format!("this step of {of} is ever said")
    }) {
        let place = findings.key(step.place, "when");
        let found = format!("this step of {of} is never said");
        findings.add(
            Problem::new(ProblemCode::StepNeverSaid, place, found)
                .expected(SOME_ANSWERS)
                .help(format!(
                    "it contradicts itself or an `ask-when`, or vetoes rule out {of} wherever it holds"
                )),
        );
    }
}

/// The demands under which an alternative is not ruled out and a condition holds.
fn in_front<'c>(
    rubric: &'c Rubric,
    alternative: Alternative,
    when: &'c Condition,
) -> Vec<Demand<'c>> {
    let mut demands = not_vetoed(rubric, alternative);
    demands.push(Demand::holds(when));
    demands
}

/// The demands under which an alternative is not ruled out.
pub(crate) fn not_vetoed(rubric: &Rubric, alternative: Alternative) -> Vec<Demand<'_>> {
    let against = vetoes_against(rubric, alternative);
    against.map(|veto| Demand::fails(&veto.when)).collect()
}

pub(crate) fn vetoes_against(
    rubric: &Rubric,
    alternative: Alternative,
) -> impl Iterator<Item = &Veto> {
    let is_against = move |veto: &&Veto| veto.excludes.contains(&alternative);
    rubric.vetoes.iter().filter(is_against)
}

/// An alternative's id between back-ticks.
pub(crate) fn quoted(alternative: Alternative) -> String {
    format!("`{}`", alternative.id())
}
