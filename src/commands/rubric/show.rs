//! `trilemma rubric show`

use crate::cli::rubric::{ShowArguments, ShowFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::rubric::write as yaml;
use crate::files::{Files, load_rubric};
use crate::topics::rubric::page::{Rows, page, reference};

/// Prints a whole rubric.
pub(crate) fn run(arguments: &ShowArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let rubric = match load_rubric(&arguments.rubric, &mut files) {
        Ok(rubric) => rubric,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    output.print(&match arguments.format {
        ShowFormat::Table => page(&rubric, Rows::Lines).text(output.look()),
        ShowFormat::Markdown => reference(&rubric),
        ShowFormat::Yaml => yaml::rubric(&rubric)?,
    })?;
    Ok(ExitStatus::Done)
}
