//! `trilemma rubric lint`

use crate::cli::Format;
use crate::cli::rubric::LintArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::session::{Done, Session, named_or_bundled};
use crate::commands::today::today;
use crate::engine::matching::bind;
use crate::files::problem_print::problems;
use crate::files::{Files, LoadError, Problem, Rubric, Severity, landscape_of, load_rubric};
use crate::output::document::Tone;
use crate::output::json;
use crate::output::text::paragraph;
use crate::topics::lint::json::{Looked, Rubrics};
use crate::topics::lint::{AgeLimit, lint};

/// Lints and prints.
pub(crate) fn run(arguments: &LintArguments, session: &mut Session<'_>) -> Done {
    let limit = match arguments.max_source_age {
        Some(years) => Some(AgeLimit {
            today: today(arguments.today)?,
            years,
        }),
        None => None,
    };
    let mut looked = Vec::new();
    let mut status = ExitStatus::Done;
    for name in named_or_bundled(&arguments.rubrics) {
        match look(name, limit, &mut session.files) {
            Ok(rubric) => looked.push(rubric),
            Err(error) => status = session.refuse(error.into())?,
        }
    }
    let counts =
        |problem: &Problem| arguments.deny_warnings || problem.code.severity() == Severity::Error;
    let mut problems = looked.iter().flat_map(|rubric| &rubric.problems);
    if problems.any(counts) {
        status = ExitStatus::UsageOrRubricAtFault;
    }
    session.output.print(&match arguments.format {
        Format::Text => human(&looked, session),
        Format::Json => json::print(&Rubrics::new(&looked, &session.files))?,
    })?;
    Ok(status)
}

fn look(
    name: &str,
    limit: Option<AgeLimit>,
    files: &mut Files,
) -> Result<Looked<Rubric>, LoadError> {
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
        content: rubric,
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

fn human(looked: &[Looked<Rubric>], session: &Session<'_>) -> String {
    let look = session.output.look();
    let pages = looked.iter().map(|looked| match &looked.content {
        Some(rubric) if looked.problems.is_empty() => {
            let text = format!("{} {}: nothing found", rubric.id, rubric.version);
            paragraph(&text, Tone::Plain, look)
        }
        _ => problems(&looked.problems, &session.files, look.width, look.ascii),
    });
    pages.collect::<Vec<_>>().join("\n")
}
