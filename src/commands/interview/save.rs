//! The requirements file that is written at the end of an interview, or to be filled in by hand, and what comes after it.

use std::fs;
use std::path::Path;

use super::paths;
use super::paths::{argument, reference};
use super::start::{Base, Beginning};
use crate::cli::Cli;
use crate::cli::interview::{DEFAULT_FILE, DEFAULT_RUBRIC, InitArguments};
use crate::commands::exit_status::ExitStatus;
use crate::commands::session::{Done, Refusal, Session};
use crate::files::requirements::write::{Heading, NotEdited, blank, document, edited};
use crate::files::{ComponentReplies, Files, LoadError, RequirementsReplies, load_rubric};
use crate::output::escape::terminal;
use crate::topics::interview::text as questionnaire;
use crate::topics::interview::{Interview, InterviewPart, said_for_all};
use clap::CommandFactory;

/// Writes a requirements file to fill in by hand.
pub(crate) fn init(arguments: &InitArguments, session: &mut Session<'_>) -> Done {
    let name = arguments.rubric.as_deref().unwrap_or(DEFAULT_RUBRIC);
    let rubric = load_rubric(name, &mut session.files)?;
    let target = arguments
        .output
        .as_deref()
        .unwrap_or(Path::new(DEFAULT_FILE));
    let to_stdout = target == Path::new("-");
    if !to_stdout {
        paths::check_folder(target)?;
    }
    let named = reference(&rubric, target)?;
    let title = arguments.title.as_deref();
    let heading = Heading {
        rubric: &named,
        title: title.unwrap_or("What this decision is about"),
    };
    let why = |question| questionnaire::reasons(&rubric, question).join("\n");
    let text = blank(&rubric, &heading, why);
    if to_stdout {
        return session.print(&text);
    }
    paths::write(target, &text, arguments.force)?;
    let shown = target.display().to_string();
    session.output.tell(&format!(
        "Fill in {}, then\n  trilemma decide {}\n",
        terminal(&shown),
        terminal(&argument(&shown))
    ));
    Ok(ExitStatus::Done)
}

/// The text of the requirements file.
///
/// # Errors
///
/// If the answers do not go together with the rest of the file that the interview began with, or it cannot be changed.
pub(crate) fn text(
    beginning: &Beginning,
    interview: &Interview<'_>,
    files: &mut Files,
) -> Result<String, Refusal> {
    let walk = interview.shared();
    let after = said(beginning.base.as_ref(), interview);
    let title = walk.title().unwrap_or_default();
    let Some(base) = &beginning.base else {
        let heading = Heading {
            rubric: &reference(&beginning.rubric, &beginning.target)?,
            title,
        };
        return Ok(document(walk.rubric(), &heading, &after));
    };
    let new_title = (title != base.requirements.title).then_some(title);
    let body = base.text.strip_prefix('\u{feff}').unwrap_or(&base.text);
    let mark = &base.text[..base.text.len() - body.len()];
    let name = base.path.display().to_string();
    let (rubric, before) = (walk.rubric(), &base.replies);
    match edited(body, &name, rubric, new_title, before, &after, files) {
        Ok(text) => Ok(format!("{mark}{text}")),
        Err(NotEdited::Problems(found)) => Err(LoadError::Requirements(found).into()),
        Err(NotEdited::Unfit) => Err(Refusal::usage(format!(
            "`{name}` is written in a way that cannot be changed in place; `-o` writes another file without `--from`"
        ))),
    }
}

/// What is said in the file afterwards.
fn said(base: Option<&Base>, interview: &Interview<'_>) -> RequirementsReplies {
    let walk = interview.shared();
    let before = base.map(|base| &base.replies.shared);
    let shared = said_for_all(walk, before, interview.parts());
    let of_part = |part: &InterviewPart| ComponentReplies {
        id: part.id.clone(),
        title: part.title.clone(),
        own: part.written(walk, &shared),
    };
    RequirementsReplies {
        components: interview.parts().iter().map(of_part).collect(),
        shared,
    }
}

/// Writes it.
pub(crate) fn write(beginning: &Beginning, text: &str, force: bool) -> Result<(), Refusal> {
    let target = &beginning.target;
    let base = beginning.base.as_ref();
    let itself = base.filter(|base| base.path == *target);
    if let Some(base) = itself
        && fs::read_to_string(target).ok().as_deref() != Some(base.text.as_str())
    {
        return Err(Refusal::usage(format!(
            "`{}` was changed by somebody else meanwhile, so it is left as it is",
            target.display()
        )));
    }
    paths::write(target, text, force || itself.is_some())
}

/// The rubric as the new file names it, if that leads to it from the file the interview begins with as well.
pub(crate) fn rubric_name(beginning: &Beginning) -> Result<String, Refusal> {
    let target = reference(&beginning.rubric, &beginning.target)?;
    match &beginning.base {
        Some(base) if reference(&beginning.rubric, &base.path)? != target => {
            Err(Refusal::usage(format!(
                "`{}` names its rubric relative to its own folder, and from `{}` it is elsewhere",
                base.path.display(),
                beginning.target.display()
            )))
        }
        _ => Ok(target),
    }
}

/// Where the file is, and what can be done with it: only what this program can do.
pub(crate) fn next(target: &Path, gaps: bool) -> String {
    let file = argument(&target.display().to_string());
    let all = [
        (
            "decide",
            format!("trilemma decide {file} --all"),
            "every reason and every open question",
        ),
        (
            "interview",
            format!("trilemma interview --from {file} --missing"),
            "asks what is still open",
        ),
        (
            "check",
            format!("trilemma check {file}"),
            "the gate, for CI",
        ),
        (
            "report",
            format!("trilemma report {file}"),
            "a document for the review",
        ),
    ];
    let cli = Cli::command();
    let mut known = all.to_vec();
    known.retain(|(command, ..)| {
        cli.find_subcommand(command).is_some() && (gaps || *command != "interview")
    });
    let width = known
        .iter()
        .map(|(_, line, _)| line.chars().count())
        .max()
        .unwrap_or(0);
    let mut text = format!(
        "\nSaved in {}. Next:\n",
        terminal(&target.display().to_string())
    );
    for (_, line, what) in known {
        let line = format!("{line:<width$}");
        text.extend(["  ", &terminal(&line), "  ", what, "\n"]);
    }
    text
}
