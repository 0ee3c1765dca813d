//! What the gate found, for people: findings with their excerpts, what is waived, and the summary last.

use crate::files::Problem;
use crate::output::escape::terminal;
use crate::output::text::Look;
use crate::output::wording;
use crate::topics::gate::words::{cut, summary, waived};
use crate::topics::gate::{Finding, Report, State, Verdict};

/// Files with findings are shown in full up to this number.
const SHOWN: usize = 200;

/// Every finding with its place, then what is waived, then what was checked and what the gate says. Where it is to be
/// `quiet`, only what fails the gate.
pub(crate) fn check(report: &Report, look: Look, quiet: bool) -> String {
    if quiet && report.verdict == Verdict::Passed {
        return String::new();
    }
    let is_shown = |finding: &&Finding| {
        finding
            .counts_as()
            .is_some_and(|severity| !quiet || report.fail_on.fails(severity))
    };
    let mut out = Vec::new();
    let mut left_out = 0;
    for file in &report.files {
        let found: Vec<Problem> = file
            .findings
            .iter()
            .filter(is_shown)
            .map(|finding| finding.problem.clone())
            .collect();
        if out.len() < SHOWN {
            out.extend(crate::files::problem_print::each(
                &found,
                &file.files,
                look.width,
                look.ascii,
            ));
        } else {
            left_out += found.len();
        }
    }
    if left_out > 0 {
        out.push(format!("and {}", wording::count(left_out, "more finding")));
    }
    if !quiet {
        out.extend(accepted(report, look));
    }
    let rubrics = report.files.iter().any(|file| file.state == State::Rubric);
    if rubrics {
        out.push("files with a rubric at fault were not checked".to_owned());
    }
    let style = style(report);
    out.push(format!("{style}{}{style:#}", draw(&summary(report), look)));
    out.join("\n\n") + "\n"
}

/// What is waived, in a line each: visible, and no more than that.
fn accepted(report: &Report, look: Look) -> Option<String> {
    let mut lines = Vec::new();
    for file in &report.files {
        for finding in &file.findings {
            let Some(accepted) = &finding.waived else {
                continue;
            };
            let place = finding.problem.place;
            let at = file.files.position(place);
            let line = format!(
                "waived[{}]: {}:{}: {}, {}",
                finding.problem.code.id(),
                file.files.path(place.file),
                at.line,
                cut(&finding.problem.found),
                waived(accepted)
            );
            lines.push(draw(&line, look));
        }
    }
    let more = lines.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.truncate(SHOWN);
        lines.push(format!("and {more} more that are waived"));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn draw(text: &str, look: Look) -> String {
    let safe = terminal(text);
    if look.ascii {
        safe.replace('…', "...")
    } else {
        safe.into_owned()
    }
}

fn style(report: &Report) -> anstyle::Style {
    let color = match report.verdict {
        Verdict::Passed if report.counts.errors + report.counts.warnings == 0 => {
            anstyle::AnsiColor::Green
        }
        Verdict::Passed => anstyle::AnsiColor::Yellow,
        _ => anstyle::AnsiColor::Red,
    };
    color.on_default().bold()
}
