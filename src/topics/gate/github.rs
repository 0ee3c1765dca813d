//! What the gate found as workflow commands of GitHub Actions, which show as annotations on the lines of a change.

use crate::files::Severity;
use crate::output::github::command;
use crate::output::wording;
use crate::topics::gate::words::{cut, found, message, verdict, waived};
use crate::topics::gate::{FileReport, Finding, Report};

/// GitHub shows so many errors and so many warnings of a step, and drops the rest without a word.
const SHOWN: usize = 10;

/// Errors first, then warnings, at most ten of each, of which the last says how many more there are; one notice for all
/// that is waived.
pub(crate) fn check(report: &Report) -> String {
    let mut lines = annotations(report, Severity::Error);
    lines.extend(annotations(report, Severity::Warning));
    lines.extend(notice(report));
    lines.concat()
}

fn annotations(report: &Report, severity: Severity) -> Vec<String> {
    let all: Vec<(&FileReport, &Finding)> = report
        .files
        .iter()
        .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
        .filter(|(_, finding)| finding.counts_as() == Some(severity))
        .collect();
    let more = all.len().saturating_sub(SHOWN);
    let shown = all.iter().take(SHOWN).enumerate();
    shown
        .map(|(index, (file, finding))| {
            let is_last = index + 1 == SHOWN && more > 0;
            annotation(file, finding, if is_last { more } else { 0 })
        })
        .collect()
}

fn annotation(file: &FileReport, finding: &Finding, more: usize) -> String {
    let (problem, severity) = (&finding.problem, finding.problem.code.severity());
    let (start, end) = file.files.region(problem.place);
    let mut text = message(finding);
    if more > 0 {
        let more = wording::count(more, &format!("more {}", severity.id()));
        text = format!("{text} (and {more} that GitHub would not show)");
    }
    let mut properties = vec![
        ("file", file.files.path(problem.place.file)),
        ("line", start.line.to_string()),
    ];
    // Columns count for a single line only.
    if start.line == end.line {
        properties.push(("col", start.column.to_string()));
        properties.push(("endColumn", end.column.max(start.column).to_string()));
    } else {
        properties.push(("endLine", end.line.to_string()));
    }
    properties.push(("title", format!("trilemma: {}", problem.code.id())));
    command(severity.id(), &properties, &text)
}

/// That something is waived, and what: it does not count, and it stays in sight.
fn notice(report: &Report) -> Option<String> {
    let mut findings = report.files.iter().flat_map(|file| &file.findings);
    let first = findings
        .find_map(|finding| Some((finding, finding.waived.as_ref()?)))
        .map(|(finding, by)| format!("{}, {}", cut(&finding.problem.found), waived(by)))?;
    let text = format!(
        "{}; {}, beginning with: {first}",
        verdict(report),
        found(report)
    );
    Some(command(
        "notice",
        &[("title", "trilemma: waived".to_owned())],
        &text,
    ))
}
