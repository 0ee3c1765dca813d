//! `trilemma rubric test`

mod judge;
mod notes;

use self::judge::judge;
use self::notes::notes;
use crate::cli::rubric::{RubricTestArguments, TestFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::engine::robustness::acceptability::Error;
use crate::files::{
    BUNDLED, Cases, Files, LoadError, Rubric, did_you_mean, load_cases, load_rubric,
};
use crate::output::document::Detail;
use crate::output::escape::terminal;
use crate::output::{json, wording};
use crate::topics::backtest::{Backtest, Report, Trial, junit, page, share_a_case};

/// Loads rubrics with their cases, tests and prints.
pub(crate) fn run(arguments: &RubricTestArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    if let Some((message, help)) = misuse(arguments) {
        return Ok(output.usage_error(message, Some(help)));
    }
    let mut files = Files::default();
    let loaded = match load(arguments, &mut files) {
        Ok(loaded) => loaded,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let (some, none): (Vec<_>, Vec<_>) = loaded
        .into_iter()
        .partition(|(_, cases)| !cases.files.is_empty());
    if some.is_empty() {
        return Ok(nothing_checked(&none, output));
    }
    tell_notes(&some, &none, output);
    if let Some(id) = &arguments.explain {
        return explain(id, &some, output);
    }
    let reports = test(arguments, &some)?;
    if share_a_case(&reports) {
        output.tell("note: two of the rubrics share cases, so they are not counted together\n");
    }
    let backtest = Backtest::new(reports);
    output.print(&render(&backtest, arguments, output)?)?;
    Ok(judge(&backtest.rubrics, output))
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

fn tell_notes(some: &[Tested], none: &[Tested], output: &Output) {
    let without = none
        .iter()
        .map(|(rubric, _)| format!("`{}` has no cases", rubric.id));
    let about = some.iter().flat_map(|(rubric, cases)| notes(rubric, cases));
    for note in without.chain(about) {
        output.tell(&format!("note: {}\n", terminal(&note)));
    }
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

fn test(arguments: &RubricTestArguments, tested: &[Tested]) -> anyhow::Result<Vec<Report>> {
    let asked = arguments.min_agreement;
    let report = |(rubric, cases): &Tested| Report::new(rubric, &cases.files, asked);
    let reports: Result<Vec<Report>, Error> = tested.iter().map(report).collect();
    reports.map_err(internal_error)
}

/// A result that failed its own checks is never shown.
fn internal_error(error: Error) -> anyhow::Error {
    anyhow::Error::new(error).context("a fault of this program, not of your files")
}

fn render(
    backtest: &Backtest,
    arguments: &RubricTestArguments,
    output: &Output,
) -> anyhow::Result<String> {
    let detail = if arguments.all {
        Detail::All
    } else {
        Detail::Short
    };
    Ok(match arguments.format {
        TestFormat::Table => page::text(backtest, output.look(), detail),
        TestFormat::Json => json::print(backtest)?,
        TestFormat::Markdown => page::markdown(backtest, detail),
        TestFormat::Junit => junit::backtest(&backtest.rubrics),
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
        output.print(&page::explained(&trial, output.look()))?;
    }
    Ok(ExitStatus::Done)
}
