//! `trilemma rubric test`

use crate::cli::rubric::{RubricTestArguments, TestFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::commands::session::{Done, Refusal, Session, named_or_bundled};
use crate::engine::robustness::acceptability::Error;
use crate::files::{
    Cases, CasesFrom, Files, LoadError, Rubric, did_you_mean, load_cases, load_rubric,
};
use crate::output::document::Detail;
use crate::output::escape::terminal;
use crate::output::{json, wording};
use crate::topics::backtest::{Backtest, Report, Trial, junit, page, share_a_case};

/// Loads rubrics with their cases, tests and prints.
pub(crate) fn run(arguments: &RubricTestArguments, session: &mut Session<'_>) -> Done {
    if arguments.cases.is_some() && arguments.rubrics.len() != 1 {
        let refusal = Refusal::usage("`--cases` needs exactly one rubric to test on them");
        return Err(refusal.help("write `trilemma rubric test RUBRIC --cases DIR`"));
    }
    if arguments.explain.is_some() && arguments.format != TestFormat::Table {
        let help =
            "`trilemma decide CASE.yaml --format json` gives everything about a case to a script";
        return Err(Refusal::usage("`--explain` prints for people only").help(help));
    }
    let loaded = load(arguments, &mut session.files)?;
    let (some, none): (Vec<_>, Vec<_>) = loaded
        .into_iter()
        .partition(|(_, cases)| !cases.files.is_empty());
    let output = session.output;
    if some.is_empty() {
        let ids: Vec<String> = none
            .iter()
            .map(|(rubric, _)| format!("`{}`", rubric.id))
            .collect();
        let ids = terminal(&wording::list(&ids)).into_owned();
        output.tell(&format!(
            "nothing was checked: there are no cases for {ids}\n"
        ));
        return Ok(ExitStatus::NothingChecked);
    }
    let without = none
        .iter()
        .map(|(rubric, _)| format!("`{}` has no cases", rubric.id));
    let about = some.iter().flat_map(|(rubric, cases)| notes(rubric, cases));
    for note in without.chain(about) {
        output.tell(&format!("note: {}\n", terminal(&note)));
    }
    if let Some(id) = &arguments.explain {
        return explain(id, &some, session);
    }
    let asked = arguments.min_agreement;
    let report = |(rubric, cases): &Tested| Report::new(rubric, &cases.files, asked);
    let reports: Result<Vec<Report>, Error> = some.iter().map(report).collect();
    let reports = reports?;
    if share_a_case(&reports) {
        output.tell("note: two of the rubrics share cases, so they are not counted together\n");
    }
    let backtest = Backtest::new(reports);
    let detail = Detail::of(arguments.all);
    output.print(&match arguments.format {
        TestFormat::Table => page::text(&backtest, output.look(), detail),
        TestFormat::Json => json::print(&backtest)?,
        TestFormat::Markdown => page::markdown(&backtest, detail),
        TestFormat::Junit => junit::backtest(&backtest.rubrics),
    })?;
    Ok(judge(&backtest.rubrics, output))
}

type Tested = (Rubric, Cases);

fn load(arguments: &RubricTestArguments, files: &mut Files) -> Result<Vec<Tested>, LoadError> {
    let folder = arguments.cases.as_deref();
    let names = named_or_bundled(&arguments.rubrics).into_iter();
    let tested = names.map(|name| {
        let rubric = load_rubric(name, files)?;
        let cases = load_cases(&rubric, folder, files)?;
        Ok((rubric, cases))
    });
    tested.collect()
}

/// Prints a case in full.
fn explain(id: &str, tested: &[Tested], session: &Session<'_>) -> Done {
    let found = tested.iter().find_map(|(rubric, cases)| {
        let case = cases.files.iter().find(|case| case.id == id)?;
        Some((rubric, case))
    });
    let Some((rubric, case)) = found else {
        let cases = tested.iter().flat_map(|(_, cases)| &cases.files);
        let ids = cases.map(|case| case.id.as_str());
        let help = did_you_mean(id, ids)
            .unwrap_or_else(|| "`trilemma rubric test` lists the cases".to_owned());
        return Err(Refusal::usage(format!("there is no case `{id}`")).help(help));
    };
    match Trial::of(rubric, case)? {
        Some(trial) => session.print(&page::explained(&trial, session.output.look())),
        None => Ok(ExitStatus::Done),
    }
}

/// What is worth knowing about where the cases of a rubric come from.
fn notes(rubric: &Rubric, cases: &Cases) -> Vec<String> {
    let id = &rubric.id;
    let CasesFrom::Extended(other) = &cases.from else {
        return Vec::new();
    };
    let mut notes = vec![format!(
        "`{id}` has no cases of its own and is tested on those of `{other}`, which it extends"
    )];
    if cases.answers_left_out > 0 {
        let answers = wording::count(cases.answers_left_out, "answer");
        notes.push(format!(
            "{answers} in these cases left out, because `{id}` has no use for them"
        ));
    }
    if cases.files_left_out > 0 {
        let files = wording::count(cases.files_left_out, "file");
        notes.push(format!(
            "{files} left out, with nothing but what to expect of `{other}`"
        ));
    }
    notes
}

/// Says what was asked for and is not so.
fn judge(reports: &[Report], output: &Output) -> ExitStatus {
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

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::files::{Cases, CasesFrom, Files, load_rubric};

    #[test]
    fn what_was_left_out_of_the_cases_of_another_rubric_is_counted() {
        let rubric = load_rubric("ml-infrastructure", &mut Files::default());
        let rubric = rubric.expect("the bundled rubric is sound");
        let cases = Cases {
            files: Vec::new(),
            from: CasesFrom::Extended("infrastructure".to_owned()),
            answers_left_out: 7,
            files_left_out: 1,
        };
        assert_eq!(
            notes(&rubric, &cases),
            [
                "`ml-infrastructure` has no cases of its own and is tested on those of `infrastructure`, which it extends",
                "7 answers in these cases left out, because `ml-infrastructure` has no use for them",
                "1 file left out, with nothing but what to expect of `infrastructure`",
            ]
        );
    }
}
