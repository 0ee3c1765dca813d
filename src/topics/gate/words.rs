//! What the gate found in words, the same in every format.

use crate::output::wording;
use crate::topics::gate::{Finding, Report, Verdict, Waived};

/// Texts are cut at this length: nobody reads on, and some readers refuse more.
pub(crate) const LONGEST: usize = 400;

const NOTHING_FOUND: &str = "nothing found";

/// What was checked, and what the gate says: `checked 3 files on …: 1 error and 2 warnings: failed (exit code 1)`.
pub(crate) fn summary(report: &Report) -> String {
    let counts = report.counts;
    let rubrics: Vec<String> = report
        .rubrics()
        .into_iter()
        .map(|rubric| format!("{} {} ({})", rubric.id, rubric.version, rubric.short_hash()))
        .collect();
    let against = match rubrics.len() {
        0 => String::new(),
        1..=3 => format!(" against {}", wording::list(&rubrics)),
        many => format!(" against {many} rubrics"),
    };
    if counts.files == 0 && found(report) == NOTHING_FOUND {
        return format!("checked no file on {}: {}", report.today, verdict(report));
    }
    format!(
        "checked {} on {}{against}: {}: {}",
        wording::count(counts.files, "file"),
        report.today,
        found(report),
        verdict(report)
    )
}

/// How much was found.
pub(crate) fn found(report: &Report) -> String {
    let counts = report.counts;
    let mut parts: Vec<String> = Vec::new();
    for (count, noun) in [(counts.errors, "error"), (counts.warnings, "warning")] {
        if count > 0 {
            parts.push(wording::count(count, noun));
        }
    }
    if parts.is_empty() {
        parts.push(NOTHING_FOUND.to_owned());
    }
    if counts.waived > 0 {
        parts.push(format!("{} waived", counts.waived));
    }
    wording::list(&parts)
}

/// What the gate says, with the code that the program ends with.
pub(crate) fn verdict(report: &Report) -> String {
    let says = match report.verdict {
        Verdict::Passed => "passed",
        Verdict::Failed => "failed",
        Verdict::CannotTell => "cannot tell, because not everything can be read",
        Verdict::NothingChecked => "nothing was checked",
    };
    format!("{says} (exit code {})", report.verdict.exit_code())
}

/// A finding in a line: what was found, what was expected, and what would help.
pub(crate) fn message(finding: &Finding) -> String {
    let problem = &finding.problem;
    let mut text = cut(&problem.found);
    if !problem.expected.is_empty() {
        text = format!("{text}; expected: {}", cut(&problem.expected));
    }
    if let Some(help) = &problem.help {
        text = format!("{text}; help: {}", cut(help));
    }
    text
}

/// Who accepts a finding, and why.
pub(crate) fn waived(waived: &Waived) -> String {
    format!(
        "waived until {} by {}: {}",
        waived.until,
        cut(&waived.owner),
        cut(&waived.because)
    )
}

/// A text that is not endless.
pub(crate) fn cut(text: &str) -> String {
    wording::cut(text, LONGEST).into_owned()
}
