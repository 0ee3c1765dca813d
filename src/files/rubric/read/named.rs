//! Rubrics as files name them: by bundled id, or by a path relative to the file.

use std::path::{Path, PathBuf};

use crate::files::yaml::reader::shortened;
use crate::files::yaml::suggest::one_of;
use crate::files::{BUNDLED, Place, Problem, ProblemCode, did_you_mean};

/// A bundled id or a path, as a file has it.
#[derive(Debug, Clone)]
pub struct RubricName {
    /// The id or path.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

impl RubricName {
    /// A problem for a name that leads to no rubric.
    pub(crate) fn not_found(&self, found: impl Into<String>) -> Problem {
        let ids = || BUNDLED.iter().map(|bundled| bundled.id);
        Problem::new(ProblemCode::RubricNotFound, self.place, found)
            .expected(format!(
                "a bundled rubric ({}) or a `.yaml` file, relative to this one",
                one_of(ids())
            ))
            .maybe_help(did_you_mean(&self.name, ids()))
    }

    /// A problem for a bundled id that there is not.
    pub(crate) fn not_bundled(&self) -> Problem {
        self.not_found(format!(
            "there is no bundled rubric `{}`",
            shortened(&self.name)
        ))
    }

    /// The path, relative to the folder of the file that names it. Such a file may come from anybody, so it cannot
    /// name a place of this machine, nor a file that is not YAML by its name.
    pub(crate) fn relative_to(&self, folder: &Path) -> Result<PathBuf, Problem> {
        relative_to(&self.name, folder).map_err(|found| self.not_found(found))
    }
}

/// A path that a file names, relative to the folder of that file; or why it is none that may be named.
pub(crate) fn relative_to(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let path = Path::new(name);
    let refuse = |reason: &str| Err(format!("`{}` is {reason}", shortened(name)));
    if name.contains("://") {
        return refuse("an address, and nothing is fetched");
    }
    if path.has_root() || path.is_absolute() {
        return refuse("an absolute path");
    }
    let is_yaml = path
        .extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml");
    if !is_yaml {
        return refuse("not a `.yaml` file");
    }
    Ok(folder.join(path))
}

/// Whether a rubric's name is a path rather than a bundled id.
pub(crate) fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}
