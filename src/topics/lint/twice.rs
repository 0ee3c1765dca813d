//! Things that are said or done twice.

use super::findings::{Findings, same_condition, same_when};
use crate::files::{Advice, Criterion, NextStep, ProblemCode, ProcessItem, Rubric, Veto};

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

fn criteria(rubric: &Rubric, findings: &mut Findings<'_>) {
    for (first, second) in repeats(&rubric.criteria, same_rows) {
        findings.repeated(
            ProblemCode::SameCriterionTwice,
            [first.place, second.place],
            format!("`{}` has the same rows as `{}`", second.id, first.id),
            "the same rows",
            "remove one and give the other the weight of both",
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
        findings.repeated(
            ProblemCode::SameVetoTwice,
            [first.place, second.place],
            format!("`{}` {what} as `{}`", second.id, first.id),
            "the same condition",
            help,
        );
    }
}

fn advice(rubric: &Rubric, findings: &mut Findings<'_>) {
    let is_same = |one: &Advice, other: &Advice| {
        one.kind == other.kind && one.say == other.say && same_condition(&one.when, &other.when)
    };
    for (first, second) in repeats(&rubric.advice, is_same) {
        findings.repeated(
            ProblemCode::SameAdviceTwice,
            [first.place, second.place],
            format!(
                "`{}` says the same as `{}`, and when it does",
                second.id, first.id
            ),
            "the same",
            "make them one, with a longer `beside`",
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
        findings.repeated(
            ProblemCode::SameAdviceTwice,
            [first.place, second.place],
            "this step stands here a second time",
            "the same",
            "remove one",
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
        findings.repeated(
            ProblemCode::SameAdviceTwice,
            [first.place, second.place],
            format!("`{}` says the same as `{}`", second.id, first.id),
            "the same",
            "make them one, with a longer `for`",
        );
    }
}
