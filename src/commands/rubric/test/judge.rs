//! Whether rubrics do on their cases what was asked of them.

use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::output::escape::terminal;
use crate::output::wording;
use crate::topics::backtest::Report;

/// Says what was asked for and is not so.
pub(crate) fn judge(reports: &[Report], output: &Output) -> ExitStatus {
    let faults: Vec<String> = reports
        .iter()
        .flat_map(|report| unexpected(report).into_iter().chain(disagreement(report)))
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

fn disagreement(report: &Report) -> Option<String> {
    let (tally, rubric) = (report.summary.tally, &report.rubric);
    let percent = report.min_agreement.filter(|asked| !asked.reached)?.percent;
    Some(match tally.recommended_share() {
        Some(share) => format!(
            "`{rubric}` agrees with {} of {} where it recommends something ({}), and {percent}% is asked for",
            tally.recommended_agree,
            wording::count(tally.recommended, "decision"),
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
