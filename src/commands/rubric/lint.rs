//! `trilemma rubric lint`

use crate::cli::Format;
use crate::cli::rubric::LintArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::commands::today::today;
use crate::engine::matching::bind;
use crate::files::problem_print::problems;
use crate::files::{
    BUNDLED, Files, LoadError, Problem, Rubric, Severity, landscape_of, load_rubric,
};
use crate::output::document::Tone;
use crate::output::escape;
use crate::output::text::paragraph;
use crate::topics::lint::{AgeLimit, lint};

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
    let today = match today(arguments.today) {
        Ok(day) => day,
        Err(message) => return Ok(output.usage_error(&message, Some("give `--today YYYY-MM-DD`"))),
    };
    let limit = arguments
        .max_source_age
        .map(|years| AgeLimit { today, years });
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
        Format::Text => human(&looked, &files, output),
        Format::Json => {
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
