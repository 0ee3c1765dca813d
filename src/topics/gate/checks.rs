//! Every check, one after the other.

use super::finding::{Finding, Policy, Subject, Waived, against, can_be_waived};
use super::record::{Record, days_until, in_days, recommended};
use super::{answers, record};
use crate::engine::decision::{Gist, Gists};
use crate::files::{
    Alternative, Place, Problem, ProblemCode, RecordedDecision, Requirements, Rubric, Waiver,
};
use jiff::civil::Date;

/// A requirements file with everything that it is checked against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// Its rubric.
    pub rubric: &'a Rubric,
    /// What tells the rubric's content from any other.
    pub rubric_hash: &'a str,
    /// What it says.
    pub requirements: &'a Requirements,
    /// What it comes to.
    pub gists: &'a Gists,
    /// What it must meet.
    pub policy: Policy<'a>,
    /// The day it is checked on.
    pub today: Date,
}

/// Everything that a file does not meet, in the order of its text.
pub(crate) fn findings(checked: Checked<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for subject in subjects(checked) {
        answers::check(&subject, checked.policy.gate, checked.today, &mut found);
        answers::check_firmness(&subject, checked.policy.gate, &mut found);
        if let Some(decision) = subject.decision {
            let now = recommended(&subject.gist.outcome);
            let record = record(checked, decision, now, subject.suffix(), Some(subject.gist));
            let about = |mut finding: Finding| {
                finding.component = subject.component.map(str::to_owned);
                finding
            };
            found.extend(of_record(checked, &record, Some(subject.gist)).map(about));
        }
    }
    if let (Some(decision), Some(agreement)) = (&checked.requirements.decision, checked.gists.whole)
    {
        let parts = checked.gists.parts.iter();
        let mut now: Vec<Alternative> = parts.flat_map(|part| recommended(&part.outcome)).collect();
        now.sort_unstable();
        now.dedup();
        let mut record = record(checked, decision, now, String::new(), None);
        record.agreement = Some(agreement);
        found.extend(of_record(checked, &record, None));
    }
    let place = checked.requirements.place;
    apply(&mut found, checked.policy, place, checked.today);
    found.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.problem.place, finding.problem.code.id());
        key(a).cmp(&key(b))
    });
    found
}

fn subjects(checked: Checked<'_>) -> Vec<Subject<'_>> {
    let requirements = checked.requirements;
    let parts = &checked.gists.parts;
    if requirements.components.is_empty() {
        let whole = parts.first().map(|gist| Subject {
            rubric: checked.rubric,
            component: None,
            place: requirements.place,
            answers: &requirements.answers,
            decision: requirements.decision.as_ref(),
            gist,
        });
        return whole.into_iter().collect();
    }
    let each = requirements.components.iter().zip(parts);
    each.map(|(component, gist)| Subject {
        rubric: checked.rubric,
        component: Some(&component.id),
        place: component.place,
        answers: &component.answers,
        decision: component.decision.as_ref(),
        gist,
    })
    .collect()
}

fn record<'a>(
    checked: Checked<'a>,
    decision: &'a RecordedDecision,
    recommended: Vec<Alternative>,
    suffix: String,
    gist: Option<&Gist>,
) -> Record<'a> {
    Record {
        decision,
        agreement: gist.and_then(|gist| gist.agreement),
        rubric: checked.rubric,
        rubric_hash: checked.rubric_hash,
        recommended,
        suffix,
    }
}

/// Everything that is to be said about a recorded decision.
fn of_record<'r>(
    checked: Checked<'_>,
    record: &Record<'r>,
    gist: Option<&Gist>,
) -> impl Iterator<Item = Finding> + use<'r> {
    let mut found = gist.map_or_else(Vec::new, |gist| record::vetoed(record, gist));
    found.extend(record::deviation(record));
    found.extend(record::rubric(record));
    found.extend(record::review(
        record.decision,
        &record.suffix,
        checked.today,
    ));
    found.into_iter()
}

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
