//! From a path to a rubric and requirements, whatever goes wrong on the way told with its place.

use std::io;
use std::path::Path;

use crate::files::bytes::{read_at_most, reason};
use crate::files::rubric::read::chain::is_path;
use crate::files::rubric::read::chain::{Layer, NO_RUBRIC, NotOpened, bundled_name};
use crate::files::rubric::read::inheritance::read_layer;
use crate::files::yaml::decode::start_of;
use crate::files::yaml::suggest::one_of;
use crate::files::{
    BUNDLED, FileId, Files, MAX_BYTES, ParsedRequirements, Problem, ProblemCode, ReadFrom,
    Requirements, Rubric, RubricName, RubricOrigin, bundled, decode, did_you_mean, read_rubric,
    with_scorecards,
};

/// Why something could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file could not be opened or read.
    #[error("cannot read `{path}`: {reason}")]
    Unreadable {
        /// The path as given.
        path: String,
        /// Why.
        reason: String,
    },
    /// `--rubric` names no rubric.
    #[error("there is no rubric `{name}`: {reason}")]
    NoSuchRubric {
        /// The id or path as given.
        name: String,
        /// What there is instead.
        reason: String,
    },
    /// The requirements file is at fault.
    #[error("the requirements file cannot be used")]
    Requirements(Vec<Problem>),
    /// The rubric is at fault.
    #[error("the rubric cannot be used")]
    Rubric(Vec<Problem>),
    /// A landscape named on the command line is at fault.
    #[error("the landscape cannot be used")]
    Landscape(Vec<Problem>),
    /// Cases to test a rubric on are at fault.
    #[error("the cases cannot be used")]
    Cases(Vec<Problem>),
    /// An option of the command line is at fault.
    #[error("the command line cannot be used")]
    CommandLine(Vec<Problem>),
}

/// A rubric and the requirements that were read against it.
#[derive(Debug)]
pub struct Loaded {
    /// The rubric.
    pub rubric: Rubric,
    /// The requirements.
    pub requirements: Requirements,
}

/// Loads a requirements file (`-` is standard input) and its rubric, or the rubric given instead.
///
/// # Errors
///
/// Whatever keeps either from being used; every problem of the file at fault.
pub fn load(path: &Path, rubric: Option<&str>, files: &mut Files) -> Result<Loaded, LoadError> {
    load_from(ReadFrom::Disk, path, rubric, files)
}

/// The same from another copy of the files: the rubric that the file names by path is read from it too. What is given
/// instead is not, and `-` is standard input all the same.
///
/// # Errors
///
/// Whatever keeps either from being used; every problem of the file at fault.
pub(crate) fn load_from(
    from: ReadFrom<'_>,
    path: &Path,
    rubric: Option<&str>,
    files: &mut Files,
) -> Result<Loaded, LoadError> {
    let (name, bytes) = read_input(from, path)?;
    let at_fault = |problem| LoadError::Requirements(vec![problem]);
    let file = decode(&name, &bytes, files).map_err(at_fault)?;
    let draft = ParsedRequirements::read(file, files).map_err(at_fault)?;
    let rubric = match (rubric, &draft.rubric) {
        (Some(name), _) => load_rubric(name, files)?,
        (None, Some(named)) => {
            load_named(named, folder_of(path), from, files).map_err(|error| match error {
                LoadError::Requirements(problems) => {
                    LoadError::Requirements(draft.problems(problems, files))
                }
                other => other,
            })?
        }
        // A rubric that is named in some wrong way is a problem of its own.
        (None, None) => {
            let more = if draft.is_malformed() {
                Vec::new()
            } else {
                vec![no_rubric(file)]
            };
            return Err(LoadError::Requirements(draft.problems(more, files)));
        }
    };
    let mut requirements = draft
        .resolve(&rubric, files)
        .map_err(LoadError::Requirements)?;
    with_scorecards(&mut requirements, &rubric, folder_of(path), from, files)?;
    Ok(Loaded {
        rubric,
        requirements,
    })
}

/// Loads a rubric by bundled id or by path.
///
/// # Errors
///
/// If there is none, or every problem it has.
pub fn load_rubric(name: &str, files: &mut Files) -> Result<Rubric, LoadError> {
    if is_path(name) {
        return read_rubric_file(Path::new(name), ReadFrom::Disk, files);
    }
    load_bundled(name, files).unwrap_or_else(|| {
        let ids = BUNDLED.iter().map(|bundled| bundled.id);
        let reason = did_you_mean(name, ids.clone())
            .unwrap_or_else(|| format!("bundled is {}; a path ends in `.yaml`", one_of(ids)));
        Err(LoadError::NoSuchRubric {
            name: name.to_owned(),
            reason,
        })
    })
}

/// Loads the rubric that a requirements file names; a path is relative to the file's folder.
fn load_named(
    named: &RubricName,
    folder: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Rubric, LoadError> {
    let refuse = |problem| LoadError::Requirements(vec![problem]);
    if !is_path(&named.name) {
        return load_bundled(&named.name, files)
            .unwrap_or_else(|| Err(refuse(named.not_bundled())));
    }
    let path = named.relative_to(folder).map_err(refuse)?;
    read_rubric_file(&path, from, files).map_err(|error| match error {
        LoadError::Unreadable { .. } | LoadError::NoSuchRubric { .. } => {
            refuse(named.not_found(error.to_string()))
        }
        other => other,
    })
}

fn load_bundled(id: &str, files: &mut Files) -> Option<Result<Rubric, LoadError>> {
    let file = files.add_bundled(bundled_name(id), bundled(id)?.text);
    Some(read_rubric(file, files, RubricOrigin::Bundled).map_err(LoadError::Rubric))
}

pub(crate) fn read_rubric_file(
    path: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Rubric, LoadError> {
    let layer = Layer::open(path, from, files).map_err(|error| {
        let name = from.name(path);
        match error {
            NotOpened::Unreadable(reason) => LoadError::Unreadable { path: name, reason },
            NotOpened::NoRubric => LoadError::NoSuchRubric {
                name,
                reason: NO_RUBRIC.to_owned(),
            },
            NotOpened::AtFault(problem) => LoadError::Rubric(vec![problem]),
        }
    })?;
    read_layer(layer, from, files).map_err(LoadError::Rubric)
}

pub(crate) fn no_rubric(file: FileId) -> Problem {
    let ids = BUNDLED.iter().map(|bundled| bundled.id);
    Problem::new(
        ProblemCode::MissingKey,
        start_of(file),
        "a requirements file without `rubric`",
    )
    .expected("`rubric: …` at its head")
    .help(format!(
        "name a bundled rubric ({}) or a `.yaml` file, or give `--rubric`",
        one_of(ids)
    ))
}

/// The folder to which a file's paths are relative.
pub(crate) fn folder_of(path: &Path) -> &Path {
    if path == Path::new("-") {
        Path::new("")
    } else {
        path.parent().unwrap_or(Path::new(""))
    }
}

pub(crate) fn read_input(from: ReadFrom<'_>, path: &Path) -> Result<(String, Vec<u8>), LoadError> {
    read_within(from, path, MAX_BYTES)
}

/// The bytes of a file (`-` is standard input), up to one more than the limit, and its name.
///
/// # Errors
///
/// If it cannot be opened or read.
pub(crate) fn read_bytes(path: &Path, most: usize) -> Result<(String, Vec<u8>), LoadError> {
    read_within(ReadFrom::Disk, path, most)
}

fn read_within(
    from: ReadFrom<'_>,
    path: &Path,
    most: usize,
) -> Result<(String, Vec<u8>), LoadError> {
    let read = if path == Path::new("-") {
        read_at_most(io::stdin().lock(), most).map(|bytes| ("<stdin>".to_owned(), bytes))
    } else {
        from.bytes(path, most).map(|bytes| (from.name(path), bytes))
    };
    read.map_err(|error| {
        // A pipe or a device, which `-` can read.
        let is_special = error.kind() == io::ErrorKind::InvalidInput && error.get_ref().is_some();
        let help = if is_special {
            "; pipe it to `-` instead"
        } else {
            ""
        };
        LoadError::Unreadable {
            path: from.name(path),
            reason: reason(&error) + help,
        }
    })
}
