//! `trilemma rubric show`

use super::arguments::{ShowArguments, ShowFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::input::load_rubric;
use crate::model::Files;
use crate::render::{markdown, text, yaml};

/// Prints a whole rubric.
pub(in crate::commands) fn run(
    arguments: &ShowArguments,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let rubric = match load_rubric(&arguments.rubric, &mut files) {
        Ok(rubric) => rubric,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    output.print(&match arguments.format {
        ShowFormat::Table => text::rubric(&rubric, output.look()),
        ShowFormat::Markdown => markdown::rubric(&rubric),
        ShowFormat::Yaml => yaml::rubric(&rubric)?,
    })?;
    Ok(ExitStatus::Done)
}
