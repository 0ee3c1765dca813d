//! `trilemma rubric lint`

use crate::commands::cli::{LintArguments, LintFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::engine::matching::bind;
use crate::files::problem_print::problems;
use crate::files::{
    BUNDLED, Files, LoadError, Problem, Rubric, Severity, landscape_of, load_rubric,
};
use crate::output::document::Tone;
use crate::output::escape;
use crate::output::text::paragraph;
use crate::topics::lint::{AgeLimit, CODES, lint};
use jiff::civil::Date;

/// The variable that names today where `--today` does not.
const TODAY: &str = "TRILEMMA_TODAY";

/// A rubric that was looked at.
struct Looked {
    /// As named on the command line.
    name: String,
    /// The rubric, if it can be read.
    rubric: Option<Rubric>,
    problems: Vec<Problem>,
}

/// Lints and prints.
pub(crate) fn run(arguments: &LintArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let limit = match age_limit(arguments) {
        Ok(limit) => limit,
        Err((message, help)) => return Ok(output.usage_error(&message, Some(help))),
    };
    let mut files = Files::default();
    let mut looked = Vec::new();
    let mut status = ExitStatus::Done;
    for name in names(arguments) {
        match look(&name, limit, &mut files) {
            Ok(rubric) => looked.push(rubric),
            Err(error) => status = output.load_error(&error, &files),
        }
    }
    let counts =
        |problem: &Problem| arguments.deny_warnings || problem.code.severity() == Severity::Error;
    if looked
        .iter()
        .flat_map(|rubric| &rubric.problems)
        .any(counts)
    {
        status = ExitStatus::UsageOrRubricAtFault;
    }
    output.print(&match arguments.format {
        LintFormat::Human => human(&looked, &files, output),
        LintFormat::Json => {
            let rubrics = looked
                .iter()
                .map(|looked| crate::topics::lint::json::Linted {
                    name: &looked.name,
                    rubric: looked.rubric.as_ref(),
                    problems: &looked.problems,
                });
            escape::json(&crate::topics::lint::json::Document::new(rubrics, &files))? + "\n"
        }
    })?;
    Ok(status)
}

fn names(arguments: &LintArguments) -> Vec<String> {
    if arguments.rubrics.is_empty() {
        BUNDLED
            .iter()
            .map(|bundled| bundled.id.to_owned())
            .collect()
    } else {
        arguments.rubrics.clone()
    }
}

fn look(name: &str, limit: Option<AgeLimit>, files: &mut Files) -> Result<Looked, LoadError> {
    let (rubric, problems) = match load_rubric(name, files) {
        Ok(rubric) => {
            let mut problems = lint(&rubric, files, limit);
            problems.extend(words_unknown(&rubric, files)?);
            (Some(rubric), problems)
        }
        Err(LoadError::Rubric(problems)) => (None, problems),
        Err(error) => return Err(error),
    };
    Ok(Looked {
        name: name.to_owned(),
        rubric,
        problems,
    })
}

/// The words of its musts that its landscape does not have, or what keeps that from being read.
fn words_unknown(rubric: &Rubric, files: &mut Files) -> Result<Vec<Problem>, LoadError> {
    match landscape_of(rubric, files) {
        Ok(Some(landscape)) => Ok(bind(rubric, &landscape).err().unwrap_or_default()),
        Ok(None) => Ok(Vec::new()),
        Err(LoadError::Rubric(problems)) => Ok(problems),
        Err(error) => Err(error),
    }
}

fn human(looked: &[Looked], files: &Files, output: &Output) -> String {
    let look = output.look();
    let pages = looked.iter().map(|looked| match &looked.rubric {
        Some(rubric) if looked.problems.is_empty() => {
            let text = format!("{} {}: nothing found", rubric.id, rubric.version);
            paragraph(&text, Tone::Plain, look)
        }
        _ => problems(&looked.problems, files, look.width, look.ascii),
    });
    pages.collect::<Vec<_>>().join("\n")
}

/// How old sources may be. No clock is read: without a given day, ages are left alone.
fn age_limit(arguments: &LintArguments) -> Result<Option<AgeLimit>, (String, &'static str)> {
    let Some(years) = arguments.max_source_age else {
        return Ok(None);
    };
    let today = match (arguments.today, std::env::var(TODAY)) {
        (Some(today), _) => today,
        (None, Ok(written)) => day(&written).map_err(|found| {
            let help = "set TRILEMMA_TODAY to a day such as `2026-11-20`, or give `--today`";
            (format!("TRILEMMA_TODAY: {found}"), help)
        })?,
        (None, Err(_)) => {
            return Err((
                "`--max-source-age` needs to know which day it is".to_owned(),
                "give `--today YYYY-MM-DD` or set TRILEMMA_TODAY; no clock is read",
            ));
        }
    };
    Ok(Some(AgeLimit { today, years }))
}

/// A day of the calendar, as on the command line.
pub(crate) fn day(written: &str) -> Result<Date, String> {
    let parsed = written.parse().ok();
    parsed
        .filter(|_| written.len() == "2026-11-20".len())
        .ok_or_else(|| format!("`{written}` is not a day of the calendar, such as 2026-11-20"))
}

/// What can be found, for `--help`.
pub(crate) fn codes() -> String {
    let mut lines = vec!["Findings:".to_owned()];
    for code in CODES {
        lines.push(format!("  {} ({})", code.id(), code.severity().id()));
        lines.push(format!("    {}", code.description()));
    }
    lines.join("\n")
}
