//! `trilemma rubric new`

use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;

use crate::cli::rubric::NewArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::session::{Done, Refusal, Session};
use crate::files::rubric::write as yaml;
use crate::files::{Rubric, is_id, load_rubric};
use crate::output::escape::terminal;
use crate::output::wording;

const WHOLE: &str = include_str!("templates/rubric.yaml");
const EXTENSION: &str = include_str!("templates/extension.yaml");

/// Prints or writes a rubric to begin with.
pub(crate) fn run(arguments: &NewArguments, session: &mut Session<'_>) -> Done {
    let id = arguments.id.as_str();
    if !is_id(id) {
        let message = format!("`{id}` is not an id");
        let help = "write lower-case words joined by hyphens, such as `data-platform`";
        return Err(Refusal::usage(message).help(help));
    }
    let text = match &arguments.extends {
        None => filled(WHOLE, id),
        Some(base) if Path::new(base).is_absolute() => {
            let message = format!("`{base}` is an absolute path");
            let help =
                "a rubric extends a bundled one, or a file whose path is relative to its own";
            return Err(Refusal::usage(message).help(help));
        }
        Some(base) => {
            let location = location(base, arguments.output.as_deref());
            let rubric = load_rubric(&location, &mut session.files)?;
            extension(&filled(EXTENSION, id), base, &rubric)?
        }
    };
    let Some(path) = &arguments.output else {
        return session.print(&text);
    };
    write_new(path, &text).map_err(|error| Refusal::usage(refused(path, &error)))?;
    let path = terminal(&path.display().to_string()).into_owned();
    let hint = format!("wrote {path}; `trilemma rubric show {path}` shows it\n");
    session.output.tell(&hint);
    Ok(ExitStatus::Done)
}

/// A template with the id of the new rubric and a title made of it.
fn filled(template: &str, id: &str) -> String {
    template
        .replace("RUBRIC-ID", id)
        .replace("RUBRIC-TITLE", &wording::capitalised(&id.replace('-', " ")))
}

/// Where the rubric to extend is: its path is relative to the file that is to extend it.
fn location(base: &str, output: Option<&Path>) -> String {
    let folder = output.and_then(Path::parent);
    match folder.filter(|_| crate::files::bundled(base).is_none() && base.contains(['/', '.'])) {
        Some(folder) => folder.join(base).display().to_string(),
        None => base.to_owned(),
    }
}

/// The template of an extension, with examples out of the rubric that it extends.
fn extension(template: &str, base: &str, rubric: &Rubric) -> anyhow::Result<String> {
    let (Some(first), Some(last)) = (rubric.criteria.first(), rubric.criteria.last()) else {
        anyhow::bail!("a rubric without criteria was loaded");
    };
    Ok(template
        .replace("A-CRITERION", &first.id)
        .replace("ANOTHER-CRITERION", &last.id)
        .replace("A-GROUP", &rubric.groups[first.group.0].id)
        .replace("EXTENDED-TITLE", &format!("`{}`", rubric.id))
        .replace("EXTENDED-RUBRIC", &yaml::scalar(base)?))
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    File::create_new(path)?.write_all(text.as_bytes())
}

fn refused(path: &Path, error: &io::Error) -> String {
    let reason = match error.kind() {
        io::ErrorKind::AlreadyExists => "it exists, and nothing is overwritten".to_owned(),
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "writing there is not allowed".to_owned(),
        kind => kind.to_string(),
    };
    format!("cannot write `{}`: {reason}", path.display())
}
