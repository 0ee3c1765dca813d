//! Findings that are accepted for a time.

use super::finding::{Finding, Policy, Waived, against, can_be_waived};
use super::record::{days_until, in_days};
use crate::files::{Place, Problem, ProblemCode, Waiver};
use jiff::civil::Date;

/// So many days ahead the end of a waiver is announced.
const AHEAD: i64 = 14;

/// Marks the findings that are accepted, and adds what is to be said about the waivers themselves. `subject` is where
/// the file is named.
pub(crate) fn apply(findings: &mut Vec<Finding>, policy: Policy<'_>, subject: Place, today: Date) {
    let said: Vec<Finding> = policy
        .waivers
        .iter()
        .filter_map(|waiver| use_up(waiver, findings, subject, today))
        .collect();
    let is_set_aside = |finding: &Finding| {
        let mut set_aside = policy.set_aside.iter();
        finding.waived.is_none() && set_aside.any(|waiver| waives(waiver, finding))
    };
    for finding in findings.iter_mut().filter(|finding| is_set_aside(finding)) {
        let note = "its waiver in this file does not count: waivers are taken from another copy";
        let help = finding.problem.help.take();
        finding.problem.help = Some(help.map_or(note.to_owned(), |help| format!("{help}; {note}")));
    }
    findings.extend(said);
}

/// Applies one waiver; a finding if it is not as it should be.
fn use_up(
    waiver: &Waiver,
    findings: &mut [Finding],
    subject: Place,
    today: Date,
) -> Option<Finding> {
    let code = waiver.code.as_str();
    let about = |problem: Problem| Some(Finding::of_file(problem).about(identity(waiver)));
    if !ProblemCode::from_id(code).is_some_and(can_be_waived) {
        let found = format!("`{code}` is not the code of a finding that can be waived");
        let code = ProblemCode::WaiverMalformed;
        let problem = against(code, subject, waiver.code_place, found)
            .help("`trilemma check --help` lists the codes");
        return about(problem);
    }
    let is_over = waiver.until < today;
    let mut matched = false;
    for finding in findings
        .iter_mut()
        .filter(|finding| waives(waiver, finding))
    {
        matched = true;
        if !is_over && finding.waived.is_none() {
            finding.waived = Some(Waived::from(waiver));
        }
    }
    let days = days_until(waiver.until, today);
    let (owner, until) = (&waiver.owner, waiver.until);
    let problem = match (matched, is_over) {
        (false, _) => {
            let found = format!("the waiver of `{code}` waives nothing");
            against(ProblemCode::WaiverUnused, subject, waiver.code_place, found).help("remove it")
        }
        (true, true) => {
            let found = format!("the waiver of `{code}` ran out on {until}");
            against(
                ProblemCode::WaiverExpired,
                subject,
                waiver.until_place,
                found,
            )
            .help(format!("correct what it waived, or ask its owner, {owner}"))
        }
        (true, false) if days <= AHEAD => {
            let found = format!("the waiver of `{code}` runs out {}", last_day(days));
            against(
                ProblemCode::WaiverExpiring,
                subject,
                waiver.until_place,
                found,
            )
            .help(format!("its owner is {owner}"))
        }
        (true, false) => return None,
    };
    about(problem)
}

/// When the last day of a waiver is over.
fn last_day(days: i64) -> String {
    match days {
        0 => "at the end of today".to_owned(),
        days => format!("{}, after its last day", in_days(days)),
    }
}

fn identity(waiver: &Waiver) -> String {
    match &waiver.scope {
        Some(scope) => format!("{} {scope}", waiver.code),
        None => waiver.code.clone(),
    }
}

/// Whether a waiver is about a finding. A scope is a component, what the finding is about, or both with a dot between.
fn waives(waiver: &Waiver, finding: &Finding) -> bool {
    let (component, subject) = (finding.component.as_deref(), finding.subject.as_deref());
    let is_in_scope = |scope: &str| {
        Some(scope) == component
            || Some(scope) == subject
            || scope
                .split_once('.')
                .is_some_and(|(part, rest)| Some(part) == component && Some(rest) == subject)
    };
    waiver.code == finding.problem.code.id()
        && can_be_waived(finding.problem.code)
        && waiver.scope.as_deref().is_none_or(is_in_scope)
}
