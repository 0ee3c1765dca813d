//! `trilemma rubric list`

use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::{BUNDLED, Files, load_rubric};
use crate::topics::rubric::page::list;

/// Prints what is bundled.
pub(crate) fn run(output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let mut rubrics = Vec::new();
    for bundled in BUNDLED {
        match load_rubric(bundled.id, &mut files) {
            Ok(rubric) => rubrics.push(rubric),
            Err(error) => return Ok(output.load_error(&error, &files)),
        }
    }
    output.print(&list(&rubrics).text(output.look()))?;
    Ok(ExitStatus::Done)
}
