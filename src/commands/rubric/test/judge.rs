//! Whether rubrics do on their cases what was asked of them.

use crate::commands::cli::RubricTestArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::output::escape::terminal;
use crate::output::wording;
use crate::topics::backtest::Report;

/// Says what was asked for and is not so.
pub(crate) fn judge(
    reports: &[Report],
    arguments: &RubricTestArguments,
    output: &Output,
) -> ExitStatus {
    let faults: Vec<String> = reports
        .iter()
        .flat_map(|report| {
            let agreement = arguments
                .min_agreement
                .and_then(|percent| disagreement(report, percent));
            unexpected(report).into_iter().chain(agreement)
        })
        .collect();
    for fault in &faults {
        output.tell(&format!("{}\n", terminal(fault)));
    }
    if faults.is_empty() {
        ExitStatus::Done
    } else {
        ExitStatus::NotAsAskedFor
    }
}

fn unexpected(report: &Report) -> Option<String> {
    let ids: Vec<String> = report
        .unmet()
        .map(|trial| format!("`{}`", trial.id))
        .collect();
    (!ids.is_empty()).then(|| {
        format!(
            "`{}` does not say what is expected of it in {}",
            report.rubric,
            wording::list(&ids)
        )
    })
}

fn disagreement(report: &Report, percent: u8) -> Option<String> {
    let (tally, rubric) = (report.summary.tally, &report.rubric);
    if tally.reaches(percent) {
        return None;
    }
    Some(match tally.committed_agreement() {
        Some(share) => format!(
            "`{rubric}` agrees with {} of {} where it recommends something ({}), and {percent}% is asked for",
            tally.committed_agree,
            wording::count(tally.committed, "decision"),
            wording::percent(share),
        ),
        None if tally.cases == 0 => {
            format!(
                "`{rubric}` has no decision to agree with, and {percent}% agreement is asked for"
            )
        }
        None => format!(
            "`{rubric}` recommends nothing in {}, and {percent}% agreement is asked for",
            wording::count(tally.cases, "decision"),
        ),
    })
}
