//! `trilemma rubric list`

use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::input::{BUNDLED, load_rubric};
use crate::model::Files;
use crate::render::text;

/// Prints what is bundled.
pub(in crate::commands) fn run(output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let mut rubrics = Vec::new();
    for bundled in BUNDLED {
        match load_rubric(bundled.id, &mut files) {
            Ok(rubric) => rubrics.push(rubric),
            Err(error) => return Ok(output.load_error(&error, &files)),
        }
    }
    output.print(&text::rubrics(&rubrics, output.look()))?;
    Ok(ExitStatus::Done)
}
