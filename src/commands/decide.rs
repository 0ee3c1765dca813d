//! `trilemma decide`

use super::candidates;
use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::Format;
use crate::cli::decide::DecideArguments;
use crate::engine::decision::{Assessment, Subject};
use crate::engine::robustness::acceptability::Error;
use crate::files::{Files, ReadFrom, SetAside, apply_overrides, load};
use crate::output::{escape, wording};
use crate::topics::decide::page;
use crate::topics::decide::page::Detail;

/// Loads, decides and prints.
pub(crate) fn run(arguments: &DecideArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let mut loaded = match load(&arguments.file, arguments.rubric.as_deref(), &mut files) {
        Ok(loaded) => loaded,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    match apply_overrides(&mut loaded, &arguments.set, &arguments.weight, &mut files) {
        Ok(set_aside) => set_aside
            .iter()
            .for_each(|answer| output.tell(&note(answer))),
        Err(error) => return Ok(output.load_error(&error, &files)),
    }
    let answered = candidates::answer(ReadFrom::Disk, &mut loaded, &arguments.file, &mut files);
    let landscape = match answered {
        Ok(landscape) => landscape,
        Err(error) => return Ok(output.load_error(&error, &files)),
    };
    let assessment = candidates::assess(&loaded, landscape.as_ref())?;
    if let Some(id) = &arguments.component
        && let Err(message) = check_component(&assessment, id)
    {
        return Ok(output.usage_error(&message, None));
    }
    output.print(&match arguments.format {
        Format::Text => {
            let detail = if arguments.all {
                Detail::All
            } else {
                Detail::Short
            };
            page::assessment(
                &assessment,
                output.look(),
                detail,
                arguments.component.as_deref(),
            )
        }
        Format::Json => {
            let document =
                crate::topics::decide::json::Document::new(&assessment).map_err(internal_error)?;
            escape::json(&document)? + "\n"
        }
    })?;
    Ok(ExitStatus::Done)
}

/// A result that failed its own checks is never shown.
pub(crate) fn internal_error(error: Error) -> anyhow::Error {
    anyhow::Error::new(error).context("a fault of this program, not of your files")
}

/// That an answer was left out.
pub(crate) fn note(answer: &SetAside) -> String {
    let component = answer
        .component
        .as_ref()
        .map(|id| format!(" in `{id}`"))
        .unwrap_or_default();
    format!(
        "note: the answer to `{}`{component} does not apply any more and is left out\n",
        answer.question
    )
}

/// Looks whether there is such a component; says so if not.
pub(crate) fn check_component(assessment: &Assessment, id: &str) -> Result<(), String> {
    let Subject::Parts { parts, .. } = &assessment.subject else {
        return Err(
            "`--component` needs a requirements file with components, and this one has none"
                .to_owned(),
        );
    };
    let ids: Vec<String> = parts.iter().map(|part| format!("`{}`", part.id)).collect();
    if parts.iter().any(|part| part.id == id) {
        return Ok(());
    }
    Err(format!(
        "there is no component `{id}`; there is {}",
        wording::list(&ids)
    ))
}
