//! Where `gate:` and `waivers:` are taken from.

use std::path::{Path, PathBuf};

use crate::commands::git::Commit;
use crate::files::{LoadError, RubricCache};

/// Where `gate:` and `waivers:` are taken from.
#[derive(Debug)]
pub(crate) enum PolicySource {
    /// Every file from itself.
    Own,
    /// One copy, for one file.
    File { name: String, bytes: Vec<u8> },
    /// Copies with the same paths in this folder.
    Folder(PathBuf),
    /// Copies at a commit, named as on the command line.
    Commit { revision: String, commit: Commit },
}

impl PolicySource {
    /// What the command line says.
    ///
    /// # Errors
    ///
    /// If there is no such file, folder or revision.
    pub(crate) fn named(argument: Option<&str>) -> Result<Self, String> {
        let Some(argument) = argument else {
            return Ok(Self::Own);
        };
        if let Some(revision) = argument.strip_prefix("git:") {
            return Ok(Self::Commit {
                commit: Commit::named(revision)?,
                revision: revision.to_owned(),
            });
        }
        let path = Path::new(argument);
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let (name, bytes) = RubricCache::bytes(path).map_err(|error| error.to_string())?;
        Ok(Self::File { name, bytes })
    }

    /// The copy of a file, with its name; nothing if there is none.
    ///
    /// # Errors
    ///
    /// If it is there and cannot be read.
    pub(crate) fn copy_of(&self, path: &Path) -> Result<Option<(String, Vec<u8>)>, LoadError> {
        match self {
            Self::Own => Ok(None),
            Self::File { name, bytes } => Ok(Some((name.clone(), bytes.clone()))),
            Self::Folder(folder) => {
                let copy = folder.join(path);
                if copy.exists() {
                    RubricCache::bytes(&copy).map(Some)
                } else {
                    Ok(None)
                }
            }
            Self::Commit { revision, commit } => Ok(commit
                .file(path)
                .map(|bytes| (format!("{} ({revision})", path.display()), bytes))),
        }
    }
}
