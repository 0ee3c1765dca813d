//! `trilemma landscape lint`

use crate::cli::Format;
use crate::cli::landscape::LintArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::session::{Done, Session};
use crate::commands::today::today;
use crate::files::problem_print::problems;
use crate::files::{BUNDLED, Landscape, LandscapeError, Problem, Severity, load_landscape};
use crate::output::document::Tone;
use crate::output::json;
use crate::output::text::paragraph;
use crate::topics::lint::json::{Landscapes, Looked};
use crate::topics::lint::lint_landscape;

/// Lints and prints.
pub(crate) fn run(arguments: &LintArguments, session: &mut Session<'_>) -> Done {
    let day = today(arguments.today)?;
    let mut looked = Vec::new();
    for name in names(arguments) {
        let (content, problems) = match load_landscape(&name, &mut session.files) {
            Ok(landscape) => {
                let problems = lint_landscape(&landscape, &session.files, Some(day));
                (Some(landscape), problems)
            }
            Err(LandscapeError::AtFault(problems)) => (None, problems),
            Err(error) => return Err(error.into()),
        };
        looked.push(Looked {
            name,
            content,
            problems,
        });
    }
    session.output.print(&match arguments.format {
        Format::Text => human(&looked, session),
        Format::Json => json::print(&Landscapes::new(&looked, &session.files))?,
    })?;
    let counts =
        |problem: &Problem| arguments.deny_warnings || problem.code.severity() == Severity::Error;
    let mut found = looked.iter().flat_map(|looked| &looked.problems);
    Ok(if found.any(counts) {
        ExitStatus::UsageOrRubricAtFault
    } else {
        ExitStatus::Done
    })
}

fn names(arguments: &LintArguments) -> Vec<String> {
    if arguments.landscapes.is_empty() {
        let with = BUNDLED.iter().filter(|bundled| bundled.landscape.is_some());
        with.map(|bundled| bundled.id.to_owned()).collect()
    } else {
        arguments.landscapes.clone()
    }
}

fn human(looked: &[Looked<Landscape>], session: &Session<'_>) -> String {
    let look = session.output.look();
    let pages = looked.iter().map(|looked| match &looked.content {
        Some(landscape) if looked.problems.is_empty() => {
            let text = format!("{} {}: nothing found", landscape.id, landscape.version);
            paragraph(&text, Tone::Plain, look)
        }
        _ => problems(&looked.problems, &session.files, look.width, look.ascii),
    });
    pages.collect::<Vec<_>>().join("\n")
}
