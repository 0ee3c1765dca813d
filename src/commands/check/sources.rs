//! Which files are looked at.

use std::io;
use std::path::{Path, PathBuf};

use super::glob::{expand, is_pattern};

/// A file that may be checked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Source {
    /// Its path; `-` for standard input.
    pub(crate) path: PathBuf,
    /// Whether it was named by itself, so that it is checked whatever it looks like.
    pub(crate) is_named: bool,
}

/// Every file to look at, by path, each once.
pub(crate) fn sources(paths: &[PathBuf]) -> Vec<Source> {
    let mut found = Vec::new();
    for path in paths {
        if path.exists() || path == Path::new("-") || !is_pattern(path) {
            add(path, true, &mut found);
        } else {
            for path in expand(path) {
                add(&path, false, &mut found);
            }
        }
    }
    // What is named comes first among the same.
    found.sort_by(|a, b| (&a.path, !a.is_named).cmp(&(&b.path, !b.is_named)));
    found.dedup_by(|later, earlier| later.path == earlier.path);
    found
}

fn add(path: &Path, is_named: bool, found: &mut Vec<Source>) {
    let plain = path.strip_prefix("./").unwrap_or(path);
    let path = if plain.as_os_str().is_empty() {
        path
    } else {
        plain
    };
    if path.is_dir() {
        walk(path, found);
    } else {
        let path = path.to_owned();
        found.push(Source { path, is_named });
    }
}

/// The YAML files below a folder. Hidden folders, and folders behind links, are not looked into.
fn walk(folder: &Path, found: &mut Vec<Source>) {
    let Ok(paths) = entries(folder) else {
        // Reading it will tell why.
        let path = folder.to_owned();
        found.push(Source {
            path,
            is_named: true,
        });
        return;
    };
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_folder = path.is_dir();
        if is_folder && !name.starts_with('.') && !path.is_symlink() {
            walk(&path, found);
        } else if !is_folder && is_yaml(&path) {
            let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
            found.push(Source {
                path,
                is_named: false,
            });
        }
    }
}

/// What is in a folder.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect()
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}
