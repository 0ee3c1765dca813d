//! What git knows: which files have changed, and what they were.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::MAX_BYTES;

/// A revision, resolved to the commit it names.
#[derive(Debug, Clone)]
pub(crate) struct Commit(String);

/// Files that have changed, by the path that the system knows them by.
#[derive(Debug)]
pub(crate) struct Changed(BTreeSet<PathBuf>);

impl Commit {
    /// The commit that a revision names.
    ///
    /// # Errors
    ///
    /// If git is not there, this is no repository, or it has no such revision.
    pub(crate) fn named(revision: &str) -> Result<Self, String> {
        let wanted = format!("{revision}^{{commit}}");
        let id = git(["rev-parse", "--verify", "--end-of-options", &wanted])
            .map_err(|reason| format!("git knows no revision `{revision}`: {reason}"))?;
        Ok(Self(line(&id)))
    }

    /// The bytes of a file at this commit, no more of them than [`MAX_BYTES`] and one, so that its size can be refused;
    /// nothing if it was not there.
    pub(crate) fn file(&self, path: &Path) -> Option<Vec<u8>> {
        let path = within_current_folder(path);
        let object = format!("{}:./{}", self.0, path.to_string_lossy().replace('\\', "/"));
        let size = git(["cat-file", "-s", &object]).ok()?;
        if line(&size).parse::<usize>().ok()? > MAX_BYTES {
            return Some(vec![b' '; MAX_BYTES + 1]);
        }
        git(["cat-file", "blob", &object]).ok()
    }
}

impl Changed {
    /// What differs from the point where the history of a commit was left, in the index, the folders or untracked.
    ///
    /// # Errors
    ///
    /// If that point is not known, as in a clone without history.
    pub(crate) fn since(commit: &Commit) -> Result<Self, String> {
        let base = git(["merge-base", &commit.0, "HEAD"])
            .map_err(|reason| format!("git finds no common history: {reason}"))?;
        let root = PathBuf::from(line(&git(["rev-parse", "--show-toplevel"])?));
        let at_root = root.to_string_lossy().into_owned();
        let base = line(&base);
        let differing = git([
            "-C",
            &at_root,
            "diff",
            "--name-only",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            &base,
            "--",
        ])?;
        let untracked = git([
            "-C",
            &at_root,
            "ls-files",
            "--others",
            "--exclude-standard",
            "-z",
        ])?;
        let names = [differing, untracked].concat();
        let paths = names
            .split(|byte| *byte == 0)
            .filter(|name| !name.is_empty())
            .map(|name| real(&root.join(String::from_utf8_lossy(name).as_ref())));
        Ok(Self(paths.collect()))
    }

    /// Whether a file is among them.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.0.contains(&real(path))
    }
}

/// The names of the files in a folder of a repository at a revision; none if the folder is not there.
///
/// # Errors
///
/// If git is not there, or it has no such revision.
pub(crate) fn names_in(
    repository: &Path,
    revision: &str,
    folder: &str,
) -> Result<Vec<String>, String> {
    let at = repository.to_string_lossy().into_owned();
    let wanted = format!("{revision}^{{commit}}");
    let id = git([
        "-C",
        &at,
        "rev-parse",
        "--verify",
        "--end-of-options",
        &wanted,
    ])?;
    let tree = format!("{}:{folder}", line(&id));
    let names = git(["-C", &at, "ls-tree", "--name-only", "-z", &tree]).unwrap_or_default();
    let names = names
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty());
    Ok(names
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect())
}

/// What git prints.
fn git<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Result<Vec<u8>, String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("it does not say why");
    Err(said.trim_start_matches("fatal: ").to_owned())
}

fn line(output: &[u8]) -> String {
    String::from_utf8_lossy(output).trim_end().to_owned()
}

/// A path without links; where there is no such file any more, that of its folder.
fn real(path: &Path) -> PathBuf {
    let folder = || {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(folder.join(path.file_name()?))
    };
    path.canonicalize()
        .ok()
        .or_else(folder)
        .unwrap_or_else(|| path.to_owned())
}

/// A path relative to the folder that the program runs in, if it is below.
fn within_current_folder(path: &Path) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&current).unwrap_or(path).to_owned()
}
