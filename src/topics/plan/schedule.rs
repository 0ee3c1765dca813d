//! When steps begin and end, in working days.

use std::collections::BTreeSet;

use super::content::Telling;
use crate::files::{ProcessItem, ProcessKind, ProcessStep, WorkTime};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use schemars::JsonSchema;
use serde::Serialize;

/// Working days in a week.
const WEEK: u32 = 5;

/// A step of the plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Step")]
pub(crate) struct PlannedStep<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// Whether it is the trial.
    pub is_trial: bool,
    /// What is done in it.
    pub say: String,
    /// How long it takes.
    #[serde(flatten)]
    pub takes: WorkTime,
    /// When it is, if every step takes as long as it may.
    #[serde(flatten)]
    pub window: Window,
    /// When it is, if everything goes as fast as it may.
    #[serde(skip)]
    pub fastest: Window,
    /// The date on which it begins if every step takes as long as it may; null if the start of the plan is not stated.
    pub from: Option<Date>,
    /// The date on which it then ends.
    pub to: Option<Date>,
    /// The ids of the steps right before it.
    pub after: Vec<&'a str>,
    /// Who is needed.
    pub needs: &'a [String],
    /// What comes out of it.
    pub gives: Option<&'a str>,
    /// What must hold to go on.
    pub gate: Option<&'a str>,
    /// The ids of what it rests on.
    pub sources: Vec<&'a str>,
}

/// A stretch of working days, counted from the first day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(into = "Days")]
#[schemars(with = "Days")]
pub(crate) struct Window {
    /// The first day of it; 0 is the first of the plan.
    pub first: u32,
    /// The day after its last.
    pub end: u32,
}

/// A window as it is written: its days are counted from 1.
#[derive(Serialize, JsonSchema)]
struct Days {
    /// The working day on which it begins; 1 is the first of the plan.
    first_day: u32,
    /// The working day on which it ends.
    last_day: u32,
}

impl From<Window> for Days {
    fn from(window: Window) -> Self {
        Self {
            first_day: window.first.saturating_add(1),
            last_day: window.end,
        }
    }
}

/// How long a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Length {
    /// The working days if everything goes as fast as it may.
    #[serde(rename = "least_days")]
    pub least: u32,
    /// The working days if everything takes as long as it may.
    #[serde(rename = "most_days")]
    pub most: u32,
}

/// The steps that apply, in the order in which they begin.
pub(crate) fn schedule(telling: Telling<'_>, start: Option<Date>) -> Vec<PlannedStep<'_>> {
    let process = &telling.rubric.process;
    let told: Vec<bool> = process.iter().map(|item| telling.tells(item)).collect();
    let after: Vec<BTreeSet<usize>> = (0..process.len())
        .map(|at| before(process, &told, at))
        .collect();
    let after = nearest(&after);
    let longest = windows(process, &after, |step| step.takes.most_days());
    let fastest = windows(process, &after, |step| step.takes.least_days());
    let steps = (0..process.len()).filter(|at| told[*at] && process[*at].step.is_some());
    let mut order: Vec<usize> = steps.collect();
    order.sort_by_key(|at| (longest[*at], *at));
    order
        .iter()
        .filter_map(|&at| {
            let item = &process[at];
            let step = item.step.as_ref()?;
            let dates = start.map(|start| longest[at].days(start));
            let before = after[at].iter().filter(|earlier| order.contains(earlier));
            Some(PlannedStep {
                id: &item.id,
                title: &step.title,
                is_trial: item.kind == ProcessKind::Trial,
                say: telling.fill(&item.say),
                takes: step.takes,
                window: longest[at],
                fastest: fastest[at],
                from: dates.map(|(from, _)| from),
                to: dates.map(|(_, to)| to),
                after: before.map(|at| process[*at].id.as_str()).collect(),
                needs: &step.needs,
                gives: step.gives.as_deref(),
                gate: step.gate.as_deref(),
                sources: telling.ids(&item.sources),
            })
        })
        .collect()
}

/// The steps told that come before a step: where one of them is not told, those before that one.
fn before(process: &[ProcessItem], told: &[bool], at: usize) -> BTreeSet<usize> {
    let earlier = |at: usize| {
        let step = process[at].step.as_ref();
        step.map_or(&[][..], |step| step.after.as_slice())
    };
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<usize> = earlier(at).to_vec();
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        if told[at] {
            found.insert(at);
        } else {
            open.extend(earlier(at));
        }
    }
    found
}

/// Of what comes before each step, only what does not come before another of it.
fn nearest(before: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
    let comes_before = |one: usize, other: usize| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = before[other].iter().copied().collect();
        while let Some(at) = open.pop() {
            if at == one {
                return true;
            }
            if seen.insert(at) {
                open.extend(&before[at]);
            }
        }
        false
    };
    let reduced = before.iter().map(|all| {
        let is_nearest = |one: &usize| !all.iter().any(|other| comes_before(*one, *other));
        all.iter().copied().filter(|one| is_nearest(one)).collect()
    });
    reduced.collect()
}

/// When each step is, if each takes so many working days: it begins when all before it are done.
fn windows(
    process: &[ProcessItem],
    after: &[BTreeSet<usize>],
    days: impl Fn(&ProcessStep) -> u32,
) -> Vec<Window> {
    let mut windows: Vec<Option<Window>> = vec![None; process.len()];
    // No step comes after itself, so every round settles at least one.
    for _ in 0..process.len() {
        let mut is_settled = true;
        for at in 0..process.len() {
            let ends: Option<Vec<u32>> = after[at]
                .iter()
                .map(|earlier| windows[*earlier].map(|window| window.end))
                .collect();
            if windows[at].is_some() {
                continue;
            }
            let Some(ends) = ends else {
                is_settled = false;
                continue;
            };
            let first = ends.into_iter().max().unwrap_or(0);
            let days = process[at].step.as_ref().map_or(0, &days);
            windows[at] = Some(Window {
                first,
                end: first.saturating_add(days),
            });
        }
        if is_settled {
            break;
        }
    }
    let none = Window { first: 0, end: 0 };
    let windows = windows.into_iter();
    windows.map(|window| window.unwrap_or(none)).collect()
}

/// How long the steps take together; `None` if there are none.
pub(crate) fn length(steps: &[PlannedStep<'_>]) -> Option<Length> {
    let end = |window: fn(&PlannedStep<'_>) -> Window| {
        let ends = steps.iter().map(|step| window(step).end);
        ends.max()
    };
    Some(Length {
        least: end(|step| step.fastest)?,
        most: end(|step| step.window)?,
    })
}

impl Window {
    /// Its first and its last day, if the plan begins on this one.
    pub(crate) fn days(self, start: Date) -> (Date, Date) {
        let last = self.end.saturating_sub(1).max(self.first);
        (working_day(start, self.first), working_day(start, last))
    }
}

/// The working day so many working days after the first one that is not before `start`. Saturday and Sunday are none;
/// every other day is.
pub(crate) fn working_day(start: Date, days: u32) -> Date {
    let first = match start.weekday() {
        Weekday::Saturday => later(start, 2),
        Weekday::Sunday => later(start, 1),
        _ => start,
    };
    let weekday = u32::from(first.weekday().to_monday_zero_offset().unsigned_abs());
    let weekends = (weekday + days % WEEK) / WEEK;
    later(first, days / WEEK * 7 + days % WEEK + weekends * 2)
}

/// So many days later; the last day there is if there is none.
fn later(day: Date, days: u32) -> Date {
    day.checked_add(i64::from(days).days()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::working_day;
    use jiff::civil::{Date, date};

    #[test]
    fn weekends_are_passed_over() {
        let friday = date(2026, 11, 27);
        assert_eq!(working_day(friday, 0), friday);
        assert_eq!(working_day(friday, 1), date(2026, 11, 30));
        assert_eq!(working_day(date(2026, 11, 28), 0), date(2026, 11, 30));
        assert_eq!(working_day(date(2026, 11, 29), 4), date(2026, 12, 4));
        assert_eq!(working_day(date(2026, 11, 25), 13), date(2026, 12, 14));
    }

    #[test]
    fn every_working_day_follows_the_one_before_it() {
        let start = date(2026, 2, 28);
        for days in 0..600 {
            let (one, next) = (working_day(start, days), working_day(start, days + 1));
            let apart = one.until(next).map(|span| span.get_days());
            let expected = if one.weekday() == jiff::civil::Weekday::Friday {
                3
            } else {
                1
            };
            assert_eq!(apart.ok(), Some(expected), "{one}");
        }
    }

    #[test]
    fn no_plan_ends_after_the_last_day_there_is() {
        assert_eq!(working_day(date(9999, 12, 1), 4000), Date::MAX);
    }
}
