//! Where an interview's files are, how one names another, and writing them.

use std::path::{Component, Path};
use std::{fs, io};

use crate::commands::session::Refusal;
use crate::files::requirements::write::{Replace, write_whole};
use crate::files::rubric::read::chain::is_path;
use crate::files::{Rubric, RubricOrigin};

/// Whether a path can be written to at all, before an hour is spent on answers.
pub(crate) fn check_folder(target: &Path) -> Result<(), Refusal> {
    let folder = folder(target);
    let message = if target.is_dir() {
        format!("`{}` is a folder", target.display())
    } else if folder.is_dir() {
        return Ok(());
    } else {
        format!("there is no folder `{}`", folder.display())
    };
    Err(Refusal::usage(message))
}

fn folder(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Writes a file, or says why it cannot be.
pub(crate) fn write(target: &Path, text: &str, may_replace: bool) -> Result<(), Refusal> {
    let replace = if may_replace {
        Replace::Whatever
    } else {
        Replace::Never
    };
    let shown = target.display();
    write_whole(target, text, replace).map_err(|error| {
        Refusal::usage(match error.kind() {
            io::ErrorKind::AlreadyExists => {
                format!("`{shown}` is there already; `--force` replaces it")
            }
            io::ErrorKind::NotFound => format!("cannot write `{shown}`: there is no such folder"),
            kind => format!("cannot write `{shown}`: {kind}"),
        })
    })
}

/// The rubric as a file in the folder of `target` names it.
pub(crate) fn reference(rubric: &Rubric, target: &Path) -> Result<String, Refusal> {
    match rubric.origin() {
        RubricOrigin::Path(path) => name_from(target, path),
        RubricOrigin::Bundled => Ok(rubric.id.clone()),
    }
}

/// A rubric, a bundled id or a path, as a file in the folder of `target` names it.
pub(crate) fn name_from(target: &Path, path: &str) -> Result<String, Refusal> {
    if !is_path(path) {
        return Ok(path.to_owned());
    }
    let refuse = |why: &str| Refusal::usage(format!("cannot name the rubric `{path}`: {why}"));
    let folder = fs::canonicalize(folder(target)).map_err(|error| refuse(&error.to_string()))?;
    let file = fs::canonicalize(path).map_err(|error| refuse(&error.to_string()))?;
    relative(&folder, &file).ok_or_else(|| refuse("it is on another drive"))
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
