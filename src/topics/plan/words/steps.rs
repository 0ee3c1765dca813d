//! The steps of a plan in words.

use super::{Entry, Mark, Section};
use crate::output::wording;
use crate::topics::plan::{Length, Plan, PlanPart, PlannedStep, Window};

/// The steps with their days, what each needs, gives and has to meet.
pub(crate) fn section<'p>(plan: &Plan<'_>, part: &'p PlanPart<'_>) -> Section<'p> {
    let entries = part.steps.iter().map(|step| Entry {
        text: format!(
            "{}: {}, {}",
            step.step.title,
            step.step.takes.words(),
            days(step.window, plan)
        ),
        details: details(step, part),
        sources: step.sources,
    });
    let intro = part.length.map(|length| self::length(length, plan));
    Section {
        heading: "Steps".to_owned(),
        intro: intro.unwrap_or_default(),
        mark: Mark::Task,
        entries: entries.collect(),
    }
}

/// How long it all takes.
fn length(length: Length, plan: &Plan<'_>) -> String {
    let days = |days: u32| wording::count(usize::try_from(days).unwrap_or(usize::MAX), "day");
    let span = if length.least == length.most {
        format!("{} of work", days(length.most))
    } else {
        format!(
            "{} to {} of work from the first to the last",
            length.least,
            days(length.most)
        )
    };
    let until = plan.start.map(|start| {
        let last = |end| Window { first: 0, end }.days(start).1;
        let (early, late) = (last(length.least), last(length.most));
        if early == late {
            format!(", until {late}")
        } else {
            format!(", until {early} if everything goes fast and {late} if it does not")
        }
    });
    format!(
        "{span}{}. Every step is given the longest that it may take; Saturdays and Sundays are free, and holidays are not \
         known.",
        until.unwrap_or_default()
    )
}

/// The days of a step: dates if the start is known, or else counted from the first.
fn days(window: Window, plan: &Plan<'_>) -> String {
    let (first, last) = if let Some(start) = plan.start {
        let (first, last) = window.days(start);
        (first.to_string(), last.to_string())
    } else {
        let first = window.first.saturating_add(1);
        let last = window.end.max(first);
        (format!("day {first}"), format!("day {last}"))
    };
    if first == last {
        first
    } else {
        format!("{first} to {last}")
    }
}

fn details(step: &PlannedStep<'_>, part: &PlanPart<'_>) -> Vec<String> {
    let mut details = vec![step.say.clone()];
    let titles = |positions: &[usize]| {
        let steps = positions.iter().filter_map(|at| part.steps.get(*at));
        let titles: Vec<String> = steps.map(|step| format!("“{}”", step.step.title)).collect();
        wording::list(&titles)
    };
    if !step.after.is_empty() {
        details.push(format!("After {}.", titles(&step.after)));
    }
    if !step.step.needs.is_empty() {
        details.push(format!("Needs {}.", wording::list(&step.step.needs)));
    }
    details.extend(step.step.gives.as_ref().map(|it| format!("Gives: {it}")));
    details.extend(step.step.gate.as_ref().map(|it| format!("Gate: {it}")));
    details
}
