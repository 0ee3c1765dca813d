//! `trilemma init`

use std::path::{Path, PathBuf};

use super::save::{argument, folder_is_there, reference, refusal};
use crate::cli::interview::{DEFAULT_FILE, DEFAULT_RUBRIC, InitArguments};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::requirements::write::{Heading, Replace, blank, write_whole};
use crate::files::{Files, load_rubric};
use crate::output::escape::terminal;
use crate::topics::interview::text as questionnaire;

/// Writes a requirements file to fill in by hand.
pub(crate) fn init(arguments: &InitArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let name = arguments.rubric.as_deref().unwrap_or(DEFAULT_RUBRIC);
    let rubric = match load_rubric(name, &mut files) {
        Ok(rubric) => rubric,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let target = arguments
        .output
        .clone()
        .unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
    let to_stdout = target == Path::new("-");
    if !to_stdout && let Err(message) = folder_is_there(&target) {
        return Ok(output.usage_error(&message, None));
    }
    let named = match reference(&rubric, &target) {
        Ok(named) => named,
        Err(message) => return Ok(output.usage_error(&message, None)),
    };
    let heading = Heading {
        rubric: &named,
        title: arguments
            .title
            .as_deref()
            .unwrap_or("What this decision is about"),
    };
    let why = |question| questionnaire::reasons(&rubric, question).join("\n");
    let text = blank(&rubric, &heading, why);
    if to_stdout {
        output.print(&text)?;
        return Ok(ExitStatus::Done);
    }
    let replace = if arguments.force {
        Replace::Whatever
    } else {
        Replace::Never
    };
    if let Err(error) = write_whole(&target, &text, replace) {
        return Ok(output.usage_error(&refusal(&target, &error), None));
    }
    let shown = target.display().to_string();
    output.tell(&format!(
        "Fill in {}, then\n  trilemma decide {}\n",
        terminal(&shown),
        terminal(&argument(&shown))
    ));
    Ok(ExitStatus::Done)
}
