//! Things that are said or done twice.

use super::findings::{Findings, same_condition};
use super::rows::id_place;
use crate::files::{
    Advice, Condition, Criterion, NextStep, Problem, ProblemCode, ProcessItem, Rubric, Veto,
};

/// Checks that no criterion, veto, advice or step is there twice.
pub(crate) fn check(rubric: &Rubric, findings: &mut Findings<'_>) {
    criteria(rubric, findings);
    vetoes(rubric, findings);
    advice(rubric, findings);
    for (_, list) in rubric.next_steps.iter() {
        steps(list, findings);
    }
    process(&rubric.process, findings);
}

/// Each item that repeats an earlier one, with the first such.
fn repeats<T>(items: &[T], is_same: impl Fn(&T, &T) -> bool) -> impl Iterator<Item = (&T, &T)> {
    items.iter().enumerate().filter_map(move |(at, item)| {
        let earlier = items[..at].iter().find(|earlier| is_same(earlier, item))?;
        Some((earlier, item))
    })
}

fn same_when(one: Option<&Condition>, other: Option<&Condition>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same_condition(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn criteria(rubric: &Rubric, findings: &mut Findings<'_>) {
    for (first, second) in repeats(&rubric.criteria, same_rows) {
        let found = format!("`{}` has the same rows as `{}`", second.id, first.id);
        findings.add(
            Problem::new(
                ProblemCode::SameCriterionTwice,
                id_place(second, findings),
                found,
            )
            .related(id_place(first, findings), "the same rows")
            .help("remove one and give the other the weight of both"),
        );
    }
}

/// Whether two criteria have the same rows.
pub(crate) fn same_rows(one: &Criterion, other: &Criterion) -> bool {
    one.levels.len() == other.levels.len()
        && one.levels.iter().zip(&other.levels).all(|(one, other)| {
            one.effect == other.effect
                && one.because == other.because
                && same_when(one.when.as_ref(), other.when.as_ref())
        })
}

fn vetoes(rubric: &Rubric, findings: &mut Findings<'_>) {
    let shares = |one: &Veto, other: &Veto| {
        one.excludes
            .iter()
            .any(|alternative| other.excludes.contains(alternative))
    };
    let is_same = |one: &Veto, other: &Veto| {
        (shares(one, other) || one.because == other.because)
            && same_condition(&one.when, &other.when)
    };
    for (first, second) in repeats(&rubric.vetoes, is_same) {
        let (what, help) = if shares(first, second) {
            (
                "rules out the same on the same condition",
                "remove one: an alternative is not ruled out twice",
            )
        } else {
            (
                "says the same on the same condition",
                "make them one veto with a longer `excludes`",
            )
        };
        findings.add(
            Problem::new(
                ProblemCode::SameVetoTwice,
                findings.first_line(second.place),
                format!("`{}` {what} as `{}`", second.id, first.id),
            )
            .related(findings.first_line(first.place), "the same condition")
            .help(help),
        );
    }
}

fn advice(rubric: &Rubric, findings: &mut Findings<'_>) {
    let is_same = |one: &Advice, other: &Advice| {
        one.kind == other.kind && one.say == other.say && same_condition(&one.when, &other.when)
    };
    for (first, second) in repeats(&rubric.advice, is_same) {
        findings.add(
            Problem::new(
                ProblemCode::SameAdviceTwice,
                findings.first_line(second.place),
                format!(
                    "`{}` says the same as `{}`, and when it does",
                    second.id, first.id
                ),
            )
            .related(findings.first_line(first.place), "the same")
            .help("make them one, with a longer `beside`"),
        );
    }
}

fn steps(steps: &[NextStep], findings: &mut Findings<'_>) {
    let is_same = |one: &NextStep, other: &NextStep| {
        one.kind == other.kind
            && one.say == other.say
            && same_when(one.when.as_ref(), other.when.as_ref())
    };
    for (first, second) in repeats(steps, is_same) {
        findings.add(
            Problem::new(
                ProblemCode::SameAdviceTwice,
                findings.first_line(second.place),
                "this step stands here a second time",
            )
            .related(findings.first_line(first.place), "the same")
            .help("remove one"),
        );
    }
}

fn process(items: &[ProcessItem], findings: &mut Findings<'_>) {
    let is_same = |one: &ProcessItem, other: &ProcessItem| {
        one.kind == other.kind
            && one.say == other.say
            && same_when(one.when.as_ref(), other.when.as_ref())
    };
    for (first, second) in repeats(items, is_same) {
        let found = format!("`{}` says the same as `{}`", second.id, first.id);
        findings.add(
            Problem::new(
                ProblemCode::SameAdviceTwice,
                findings.first_line(second.place),
                found,
            )
            .related(findings.first_line(first.place), "the same")
            .help("make them one, with a longer `for`"),
        );
    }
}
