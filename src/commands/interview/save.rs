//! The file at the end of an interview, and what comes after it.

use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use super::start::{Base, Beginning};
use crate::cli::Cli;
use crate::commands::output::Output;
use crate::files::problem_print::problems;
use crate::files::requirements::write::{
    Heading, NotEdited, Replace, document, edited, write_whole,
};
use crate::files::rubric::read::named::is_path;
use crate::files::{ComponentReplies, RequirementsReplies, Rubric, RubricOrigin};
use crate::output::escape::terminal;
use crate::topics::interview::{Interview, InterviewPart, said_for_all};
use clap::CommandFactory;

/// What keeps a file from being written.
pub(crate) enum NotSaved {
    /// The answers do not go together with the rest of the file; it is told already.
    AtFault,
    /// Why it cannot be written.
    Refused(String),
}

/// The text of the requirements file.
pub(crate) fn text(
    beginning: &Beginning,
    interview: &Interview<'_>,
    output: &Output,
) -> Result<String, NotSaved> {
    let walk = interview.shared();
    let after = said(beginning.base.as_ref(), interview);
    let title = walk.title().unwrap_or_default();
    let Some(base) = &beginning.base else {
        let rubric = reference(&beginning.rubric, &beginning.target).map_err(NotSaved::Refused)?;
        let heading = Heading {
            rubric: &rubric,
            title,
        };
        return Ok(document(walk.rubric(), &heading, &after));
    };
    let new_title = (title != base.requirements.title).then_some(title);
    let (mark, body) = without_mark(&base.text);
    let name = base.path.display().to_string();
    match edited(body, &name, walk.rubric(), new_title, &base.replies, &after) {
        Ok(text) => Ok(format!("{mark}{text}")),
        Err(NotEdited::Problems(found, files)) => {
            let look = output.look_of_messages();
            output.tell(&problems(&found, &files, look.width, look.ascii));
            Err(NotSaved::AtFault)
        }
        Err(NotEdited::Unfit) => Err(NotSaved::Refused(format!(
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

fn without_mark(text: &str) -> (&str, &str) {
    match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    }
}

/// Writes it.
pub(crate) fn write(beginning: &Beginning, text: &str, force: bool) -> Result<(), NotSaved> {
    let target = &beginning.target;
    let edits_itself = beginning
        .base
        .as_ref()
        .is_some_and(|base| base.path == *target);
    if let Some(base) = beginning.base.as_ref().filter(|_| edits_itself)
        && fs::read_to_string(target).ok().as_deref() != Some(base.text.as_str())
    {
        return Err(NotSaved::Refused(format!(
            "`{}` was changed by somebody else meanwhile, so it is left as it is",
            target.display()
        )));
    }
    let replace = if force || edits_itself {
        Replace::Whatever
    } else {
        Replace::Never
    };
    write_whole(target, text, replace).map_err(|error| NotSaved::Refused(refusal(target, &error)))
}

/// Why a file could not be written.
pub(crate) fn refusal(target: &Path, error: &io::Error) -> String {
    let shown = target.display();
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            format!("`{shown}` is there already; `--force` replaces it")
        }
        io::ErrorKind::NotFound => format!("cannot write `{shown}`: there is no such folder"),
        kind => format!("cannot write `{shown}`: {kind}"),
    }
}

/// The rubric as a file in the folder of `target` names it.
pub(crate) fn reference(rubric: &Rubric, target: &Path) -> Result<String, String> {
    match rubric.origin() {
        RubricOrigin::Path(path) => name_from(target, path),
        RubricOrigin::Bundled => Ok(rubric.id.clone()),
    }
}

/// A rubric, a bundled id or a path, as a file in the folder of `target` names it.
pub(crate) fn name_from(target: &Path, path: &str) -> Result<String, String> {
    if !is_path(path) {
        return Ok(path.to_owned());
    }
    let refuse = |why: &str| format!("cannot name the rubric `{path}`: {why}");
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(|error| refuse(&error.to_string()))?;
    let file = fs::canonicalize(path).map_err(|error| refuse(&error.to_string()))?;
    relative(&folder, &file).ok_or_else(|| refuse("it is on another drive"))
}

/// The rubric as the new file names it, if that leads to it from the file the interview begins with as well.
pub(crate) fn rubric_name(beginning: &Beginning) -> Result<String, String> {
    let target = reference(&beginning.rubric, &beginning.target)?;
    match &beginning.base {
        Some(base) if reference(&beginning.rubric, &base.path)? != target => Err(format!(
            "`{}` names its rubric relative to its own folder, and from `{}` it is elsewhere",
            base.path.display(),
            beginning.target.display()
        )),
        _ => Ok(target),
    }
}

/// The way from a folder to a file, with slashes.
fn relative(folder: &Path, file: &Path) -> Option<String> {
    let from: Vec<Component<'_>> = folder.components().collect();
    let to: Vec<Component<'_>> = file.components().collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..].iter();
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    Some(parts.join("/"))
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
    let known = all.iter().filter(|(command, _, _)| {
        cli.find_subcommand(command).is_some() && (gaps || *command != "interview")
    });
    let known: Vec<_> = known.collect();
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

/// A path as an argument of a shell.
pub(crate) fn argument(path: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '\\' | ':' | '~');
    if !path.is_empty() && path.chars().all(is_plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

/// Whether a path can be written to at all, before an hour is spent on answers.
pub(crate) fn folder_is_there(target: &Path) -> Result<(), String> {
    let folder: PathBuf = match target.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    if target.is_dir() {
        return Err(format!("`{}` is a folder", target.display()));
    }
    if folder.is_dir() {
        Ok(())
    } else {
        Err(format!("there is no folder `{}`", folder.display()))
    }
}
