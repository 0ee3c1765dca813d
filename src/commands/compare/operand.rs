//! Which requirements file an operand means.

use std::io;
use std::path::{Path, PathBuf};

use crate::commands::candidates;
use crate::commands::git::Commit;
use crate::files::{Files, LoadError, Loaded, ReadFrom, load, load_from};

/// What stands between a file and a revision of it.
const AT: char = '@';

/// A requirements file, as it is or as it was.
#[derive(Debug, Clone)]
pub(crate) struct Operand {
    /// What it is called.
    pub(crate) name: String,
    /// The file; `-` for standard input.
    pub(crate) path: PathBuf,
    /// The revision, and the commit that it names.
    revision: Option<(String, Commit)>,
}

impl Operand {
    /// What an operand of the command line means. What there is comes first: a file that is called like the operand,
    /// then a file called like what stands before one of its `@`, the first of them.
    ///
    /// # Errors
    ///
    /// If git does not know the revision.
    pub(crate) fn named(operand: &str) -> Result<Self, String> {
        let Some((path, revision)) = at_revision(operand) else {
            return Ok(Self {
                name: operand.to_owned(),
                path: PathBuf::from(operand),
                revision: None,
            });
        };
        // `-` is a file here, not standard input.
        let is_dash = path == "-";
        Ok(Self {
            name: operand.to_owned(),
            path: if is_dash { "./-".into() } else { path.into() },
            revision: Some((revision.to_owned(), Commit::named(revision)?)),
        })
    }

    /// The same file as it is now; none if this is what it is.
    pub(crate) fn now(&self) -> Option<Self> {
        self.revision.as_ref()?;
        Some(Self {
            name: self.path.display().to_string(),
            path: self.path.clone(),
            revision: None,
        })
    }

    /// Whether it is standard input.
    pub(crate) fn is_standard_input(&self) -> bool {
        self.revision.is_none() && self.path == Path::new("-")
    }

    /// Loads it with its rubric.
    pub(crate) fn load(
        &self,
        rubric: Option<&str>,
        files: &mut Files,
    ) -> Result<Loaded, LoadError> {
        let Some((revision, commit)) = &self.revision else {
            let mut loaded = load(&self.path, rubric, files)?;
            candidates::answer(ReadFrom::Disk, &mut loaded, &self.path, files)?;
            return Ok(loaded);
        };
        let read = |path: &Path| {
            let missing = || io::Error::other(format!("it is not in `{revision}`"));
            commit.file(path).ok_or_else(missing)
        };
        let from = ReadFrom::Copy {
            read: &read,
            called: revision,
        };
        let mut loaded = load_from(from, &self.path, rubric, files)?;
        candidates::answer(from, &mut loaded, &self.path, files)?;
        Ok(loaded)
    }
}

/// The file and the revision that an operand names, if it names one.
fn at_revision(operand: &str) -> Option<(&str, &str)> {
    if Path::new(operand).exists() {
        return None;
    }
    let splits = || {
        operand
            .match_indices(AT)
            .map(|(at, _)| (&operand[..at], &operand[at + 1..]))
            .filter(|(path, revision)| !path.is_empty() && !revision.is_empty())
    };
    // The file may be gone by now.
    splits()
        .find(|(path, _)| Path::new(path).is_file())
        .or_else(|| splits().next())
}
