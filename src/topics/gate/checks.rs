//! Every check, one after the other.

use super::finding::{Finding, Policy, Subject};
use super::record::{Record, recommended};
use super::{answers, firmness, record, waivers};
use crate::engine::decision::{Gist, Gists};
use crate::files::{Alternative, RecordedDecision, Requirements, Rubric};
use jiff::civil::Date;

/// A requirements file with everything that it is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
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
pub fn findings(checked: Checked<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for subject in subjects(checked) {
        answers::check(&subject, checked.policy.gate, checked.today, &mut found);
        firmness::check(&subject, checked.policy.gate, &mut found);
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
    waivers::apply(&mut found, checked.policy, place, checked.today);
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
