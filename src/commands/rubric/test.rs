//! `trilemma rubric test`

use crate::backtest::{CrossValidation, Report, Trial};
use crate::commands::cli::{RubricTestArguments, TestFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::input::{BUNDLED, Cases, CasesFrom, LoadError, did_you_mean, load_cases, load_rubric};
use crate::model::{Files, Rubric, wording};
use crate::render::escape::{self, terminal};
use crate::render::text::{self, Detail};
use crate::render::{json, junit, markdown};
use crate::robustness::acceptability::Error;

/// Loads rubrics with their cases, tests and prints.
pub(in crate::commands) fn run(
    arguments: &RubricTestArguments,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    if let Some((message, help)) = misuse(arguments) {
        return Ok(output.usage_error(message, Some(help)));
    }
    let mut files = Files::default();
    let loaded = match load(arguments, &mut files) {
        Ok(loaded) => loaded,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    for note in loaded
        .iter()
        .flat_map(|(rubric, cases)| notes(rubric, cases))
    {
        output.tell(&format!("note: {}\n", terminal(&note)));
    }
    let (some, none): (Vec<_>, Vec<_>) = loaded
        .into_iter()
        .partition(|(_, cases)| !cases.files.is_empty());
    if some.is_empty() {
        return Ok(nothing_checked(&none, output));
    }
    if let Some(message) = some
        .iter()
        .find_map(|tested| too_many_folds(arguments, tested))
    {
        let help = "a fold holds at least one organisation; give a smaller number";
        return Ok(output.usage_error(&message, Some(help)));
    }
    if let Some(id) = &arguments.explain {
        return explain(id, &some, output);
    }
    let reports = test(arguments, &some)?;
    output.print(&render(&reports, arguments, output)?)?;
    Ok(judge(&reports, arguments, output))
}

/// What is wrong with the options, and what would help.
fn misuse(arguments: &RubricTestArguments) -> Option<(&'static str, &'static str)> {
    if arguments.cases.is_some() && arguments.rubrics.len() != 1 {
        return Some((
            "`--cases` needs exactly one rubric to test on them",
            "write `trilemma rubric test RUBRIC --cases DIR`",
        ));
    }
    if arguments.explain.is_some() && arguments.format != TestFormat::Table {
        return Some((
            "`--explain` prints for people only",
            "`trilemma decide CASE.yaml --format json` gives everything about a case to a script",
        ));
    }
    None
}

type Tested = (Rubric, Cases);

fn load(arguments: &RubricTestArguments, files: &mut Files) -> Result<Vec<Tested>, LoadError> {
    let mut names: Vec<&str> = arguments.rubrics.iter().map(String::as_str).collect();
    if names.is_empty() {
        names = BUNDLED.iter().map(|bundled| bundled.id).collect();
    }
    let folder = arguments.cases.as_deref();
    let tested = names.iter().map(|name| {
        let rubric = load_rubric(name, files)?;
        let cases = load_cases(&rubric, folder, files)?;
        Ok((rubric, cases))
    });
    tested.collect()
}

/// What is worth knowing about where the cases come from.
fn notes(rubric: &Rubric, cases: &Cases) -> Vec<String> {
    let CasesFrom::Extended(other) = &cases.from else {
        return Vec::new();
    };
    let id = &rubric.id;
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
            "{files} left out that only say what `{other}` is expected to say"
        ));
    }
    notes
}

fn nothing_checked(none: &[Tested], output: &Output) -> ExitStatus {
    let ids: Vec<String> = none
        .iter()
        .map(|(rubric, _)| format!("`{}`", rubric.id))
        .collect();
    output.tell(&format!(
        "nothing was checked: there are no cases for {}\n",
        terminal(&wording::list(&ids))
    ));
    ExitStatus::NothingChecked
}

fn too_many_folds(arguments: &RubricTestArguments, (rubric, cases): &Tested) -> Option<String> {
    let folds = usize::from(arguments.folds?);
    let organisations = CrossValidation::organisations(&cases.files);
    (organisations < folds).then(|| {
        format!(
            "`--folds {folds}` is too many: the cases of `{}` come from {}",
            rubric.id,
            wording::count(organisations, "organisation")
        )
    })
}

fn test(arguments: &RubricTestArguments, tested: &[Tested]) -> anyhow::Result<Vec<Report>> {
    let folds = arguments.folds.map(usize::from);
    let report = |(rubric, cases): &Tested| Report::new(rubric, &cases.files, folds);
    let reports: Result<Vec<Report>, Error> = tested.iter().map(report).collect();
    reports.map_err(internal_error)
}

/// A result that failed its own checks is never shown.
fn internal_error(error: Error) -> anyhow::Error {
    anyhow::Error::new(error).context("a fault of this program, not of your files")
}

fn render(
    reports: &[Report],
    arguments: &RubricTestArguments,
    output: &Output,
) -> anyhow::Result<String> {
    let min_agreement = arguments.min_agreement;
    Ok(match arguments.format {
        TestFormat::Table => {
            let detail = if arguments.all {
                Detail::All
            } else {
                Detail::Short
            };
            text::backtest(reports, output.look(), detail)
        }
        TestFormat::Json => escape::json(&json::v1::Backtest::new(reports, min_agreement))? + "\n",
        TestFormat::Markdown => markdown::backtest(reports, arguments.all),
        TestFormat::Junit => junit::backtest(reports, min_agreement),
    })
}

/// Says what was asked for and is not so.
fn judge(reports: &[Report], arguments: &RubricTestArguments, output: &Output) -> ExitStatus {
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
    let (tally, rubric) = (report.tally, &report.rubric);
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

/// Prints a case in full.
fn explain(id: &str, tested: &[Tested], output: &Output) -> anyhow::Result<ExitStatus> {
    let found = tested.iter().find_map(|(rubric, cases)| {
        let case = cases.files.iter().find(|case| case.id == id)?;
        Some((rubric, case))
    });
    let Some((rubric, case)) = found else {
        let cases = tested.iter().flat_map(|(_, cases)| &cases.files);
        let ids = cases.map(|case| case.id.as_str());
        let help = did_you_mean(id, ids)
            .unwrap_or_else(|| "`trilemma rubric test` lists the cases".to_owned());
        return Ok(output.usage_error(&format!("there is no case `{id}`"), Some(&help)));
    };
    let trial = Trial::of(rubric, case).map_err(internal_error)?;
    if let Some(trial) = trial {
        output.print(&text::explained_case(&trial, output.look()))?;
    }
    Ok(ExitStatus::Done)
}
