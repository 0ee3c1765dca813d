//! `trilemma landscape lint`

use crate::cli::Format;
use crate::cli::landscape::LintArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::commands::session::Session;
use crate::commands::today::today;
use crate::files::problem_print::problems;
use crate::files::{BUNDLED, Files, Landscape, LandscapeError, Problem, Severity, load_landscape};
use crate::output::document::Tone;
use crate::output::json;
use crate::output::text::paragraph;
use crate::topics::lint::json::{Landscapes, Looked};
use crate::topics::lint::lint_landscape;

/// Lints and prints.
pub(crate) fn run(arguments: &LintArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let day = match today(arguments.today) {
        Ok(day) => day,
        Err(refusal) => return Session::new(output).refuse(refusal),
    };
    let mut files = Files::default();
    let mut looked = Vec::new();
    for name in names(arguments) {
        let (landscape, problems) = match load_landscape(&name, &mut files) {
            Ok(landscape) => {
                let problems = lint_landscape(&landscape, &files, Some(day));
                (Some(landscape), problems)
            }
            Err(LandscapeError::AtFault(problems)) => (None, problems),
            Err(error) => return Ok(output.usage_error(&error.to_string(), None)),
        };
        looked.push(Looked {
            name,
            content: landscape,
            problems,
        });
    }
    output.print(&match arguments.format {
        Format::Text => human(&looked, &files, output),
        Format::Json => json::print(&Landscapes::new(&looked, &files))?,
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

fn human(looked: &[Looked<Landscape>], files: &Files, output: &Output) -> String {
    let look = output.look();
    let pages = looked.iter().map(|looked| match &looked.content {
        Some(landscape) if looked.problems.is_empty() => {
            let text = format!("{} {}: nothing found", landscape.id, landscape.version);
            paragraph(&text, Tone::Plain, look)
        }
        _ => problems(&looked.problems, files, look.width, look.ascii),
    });
    pages.collect::<Vec<_>>().join("\n")
}
