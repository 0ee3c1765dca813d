//! The folder that paths in a report are told from, so that it says the same wherever it is written.

use std::path::{Component, Path, PathBuf};

/// The folder of the repository that a file is in, or else the one the program runs in; without links.
pub(crate) struct Root {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// Whether it is a repository.
    pub(crate) is_repository: bool,
}

impl Root {
    /// The root of a requirements file; `-` counts as a file of the current folder.
    pub(crate) fn of(file: &Path) -> std::io::Result<Self> {
        let current = std::env::current_dir()?.canonicalize()?;
        let folder = match file.canonicalize() {
            Ok(file) => file.parent().map_or(current.clone(), Path::to_owned),
            Err(_) => current.clone(),
        };
        let repository = folder
            .ancestors()
            .find(|folder| folder.join(".git").exists());
        Ok(match repository {
            Some(folder) => Self {
                folder: folder.to_owned(),
                is_repository: true,
            },
            None => Self {
                folder: current,
                is_repository: false,
            },
        })
    }

    /// A file as it is named in a report: by its path from the root, or by its name alone if it is elsewhere.
    pub(crate) fn named(&self, file: &Path) -> String {
        if file == Path::new("-") {
            return "<stdin>".to_owned();
        }
        let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        let below = real.strip_prefix(&self.folder).ok().map(Path::to_owned);
        let name = || PathBuf::from(real.file_name().unwrap_or_default());
        slashed(&below.unwrap_or_else(name))
    }
}

/// A relative path with `/` between folders.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
