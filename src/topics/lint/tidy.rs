//! What a rubric carries along: what stands twice, questions nobody reads, groups and sources nobody uses.

use std::collections::BTreeSet;

use super::findings::{CONTRADICTION, Findings, same_condition, same_when};
use super::space::{Demand, Space};
use crate::files::{
    Advice, Condition, Criterion, Must, NextStep, Problem, ProblemCode, ProcessItem, QuestionIndex,
    QuestionKind, Rubric, Source, SourceIndex, Text, Veto,
};
use crate::output::wording;
use jiff::ToSpan;
use jiff::civil::Date;

/// Checks that no criterion, veto, advice or step is there twice.
pub(crate) fn repeated(rubric: &Rubric, findings: &mut Findings<'_>) {
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

/// Checks questions and groups.
pub(crate) fn questions_and_groups(
    rubric: &Rubric,
    space: &Space<'_>,
    findings: &mut Findings<'_>,
) {
    asked(rubric, space, findings);
    read(rubric, findings);
    groups(rubric, findings);
}

fn asked(rubric: &Rubric, space: &Space<'_>, findings: &mut Findings<'_>) {
    for question in &rubric.questions {
        let Some(when) = &question.ask_when else {
            continue;
        };
        if findings.rules_out(space, &[Demand::holds(when)], question.place, || {
            format!("`{}` is ever asked", question.id)
        }) {
            let place = findings.key(question.place, "ask-when");
            let found = format!("`{}` is never asked", question.id);
            findings.add(
                Problem::new(ProblemCode::QuestionNeverAsked, place, found)
                    .expected("an `ask-when` that some answers meet")
                    .help(CONTRADICTION),
            );
        }
    }
}

fn read(rubric: &Rubric, findings: &mut Findings<'_>) {
    let read = questions_read(rubric);
    for (index, question) in rubric.question_indices().zip(&rubric.questions) {
        // What a landscape answers is there for whoever reads the answers, too.
        let is_for_reading = matches!(question.kind, QuestionKind::Text) || !question.is_asked();
        if !is_for_reading && !read.contains(&index) {
            findings.add(
                Problem::new(
                    ProblemCode::UnreadQuestion,
                    findings.first_line(question.place),
                    format!("nothing reads the answer to `{}`", question.id),
                )
                .expected("a condition or a text that reads it")
                .help("remove it, or make it `type: text` if it is for the reader"),
            );
        }
    }
}

/// The questions that a condition or a text reads.
fn questions_read(rubric: &Rubric) -> BTreeSet<QuestionIndex> {
    let conditions = rubric.conditions().flat_map(Condition::questions);
    let mut read: BTreeSet<QuestionIndex> = conditions.collect();
    read.extend(rubric.texts().flat_map(Text::questions));
    read.extend(rubric.musts.iter().flat_map(Must::questions));
    read
}

fn groups(rubric: &Rubric, findings: &mut Findings<'_>) {
    let questions = rubric.questions.iter().map(|question| question.group);
    let criteria = rubric.criteria.iter().map(|criterion| criterion.group);
    let used: BTreeSet<_> = questions.chain(criteria).map(|group| group.0).collect();
    for (index, group) in rubric.groups.iter().enumerate() {
        if !used.contains(&index) {
            findings.add(
                Problem::new(
                    ProblemCode::EmptyGroup,
                    findings.first_line(group.place),
                    format!("nothing belongs to the group `{}`", group.id),
                )
                .expected("a question or criterion with this `group`")
                .help("remove it"),
            );
        }
    }
}

/// How old sources may be, and on which day.
#[derive(Debug, Clone, Copy)]
pub struct AgeLimit {
    /// The day on which it is looked at.
    pub today: Date,
    /// The years a source may be old.
    pub years: u16,
}

/// Checks the sources; their age only if there is a limit.
pub(crate) fn sources(rubric: &Rubric, limit: Option<AgeLimit>, findings: &mut Findings<'_>) {
    let cited: BTreeSet<SourceIndex> = rubric.citations().collect();
    for (index, source) in rubric.sources.iter().enumerate() {
        if !cited.contains(&SourceIndex(index)) {
            findings.add(
                Problem::new(
                    ProblemCode::UncitedSource,
                    source.place,
                    format!("nothing cites `{}`", source.id),
                )
                .help("cite it where it is used, or remove it"),
            );
        }
        if let Some(limit) = limit {
            age(source, limit, findings);
        }
    }
}

fn age(source: &Source, limit: AgeLimit, findings: &mut Findings<'_>) {
    let years = wording::count(limit.years.into(), "year");
    let Some(written) = &source.date else {
        findings.add(
            Problem::new(
                ProblemCode::UndatedSource,
                source.place,
                format!("`{}` has no date", source.id),
            )
            .expected(format!(
                "a date, because sources may be at most {years} old"
            ))
            .help("say when it was published, or when you read it"),
        );
        return;
    };
    let oldest = limit.today.checked_sub(i64::from(limit.years).years());
    if let (Some(last), Ok(oldest)) = (last_day(written), oldest)
        && last < oldest
    {
        findings.add(
            Problem::new(
                ProblemCode::OldSource,
                source.place,
                format!("`{}` is from {written}", source.id),
            )
            .expected(format!("a source of the last {years}, from {oldest} on"))
            .help("see whether it still holds, and cite something newer beside or instead of it"),
        );
    }
}

/// The last day of a year, month or day as written.
pub(crate) fn last_day(written: &str) -> Option<Date> {
    match written.len() {
        4 => format!("{written}-12-31").parse().ok(),
        7 => format!("{written}-01")
            .parse::<Date>()
            .ok()
            .map(Date::last_of_month),
        _ => written.parse().ok(),
    }
}
