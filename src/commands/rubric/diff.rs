//! `trilemma rubric diff`

use crate::cli::{PageFormat, rubric::DiffArguments};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::{Files, load_rubric};
use crate::output::escape;
use crate::topics::rubric_diff::page::page;
use crate::topics::rubric_diff::rubric::compare;

/// Prints what differs between two rubrics.
pub(crate) fn run(arguments: &DiffArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let mut rubrics = Vec::new();
    for name in [&arguments.before, &arguments.after] {
        match load_rubric(name, &mut files) {
            Ok(rubric) => rubrics.push(rubric),
            Err(error) => return Ok(output.load_error(&error, &files)),
        }
    }
    let [before, after] = rubrics.as_slice() else {
        anyhow::bail!("two rubrics were to be loaded");
    };
    let comparison = compare(before, after);
    output.print(&match arguments.format {
        PageFormat::Text => page(&comparison).text(output.look()),
        PageFormat::Markdown => page(&comparison).markdown(),
        PageFormat::Json => {
            escape::json(&crate::topics::rubric_diff::json::DifferenceDocument::new(
                &comparison,
            ))? + "\n"
        }
    })?;
    Ok(ExitStatus::Done)
}
