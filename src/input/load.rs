//! From a path to a rubric and requirements, whatever goes wrong on the way told with its place.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::bundled::{BUNDLED, bundled};
use super::document::{MAX_BYTES, decode, start_of};
use super::reader::shortened;
use super::requirements::{Draft, RubricName};
use super::rubric::read_rubric;
use super::suggest::{did_you_mean, one_of};
use crate::model::{FileId, Files, Problem, ProblemCode, Requirements, Rubric, RubricOrigin};

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
    let (name, bytes) = read_input(path)?;
    let at_fault = |problem| LoadError::Requirements(vec![problem]);
    let file = decode(&name, &bytes, files).map_err(at_fault)?;
    let draft = Draft::read(file, files).map_err(at_fault)?;
    let rubric = match (rubric, &draft.rubric) {
        (Some(name), _) => load_rubric(name, files)?,
        (None, Some(named)) => {
            load_named(named, folder_of(path), files).map_err(|error| match error {
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
    let requirements = draft
        .resolve(&rubric, files)
        .map_err(LoadError::Requirements)?;
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
        return read_rubric_file(Path::new(name), files);
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
fn load_named(named: &RubricName, folder: &Path, files: &mut Files) -> Result<Rubric, LoadError> {
    let refuse = |found: String| {
        let ids = || BUNDLED.iter().map(|bundled| bundled.id);
        let problem = Problem::new(ProblemCode::RubricNotFound, named.place, found)
            .expected(format!(
                "a bundled rubric ({}) or a `.yaml` file, relative to this one",
                one_of(ids())
            ))
            .maybe_help(did_you_mean(&named.name, ids()));
        LoadError::Requirements(vec![problem])
    };
    if !is_path(&named.name) {
        let none = || {
            Err(refuse(format!(
                "there is no bundled rubric `{}`",
                shortened(&named.name)
            )))
        };
        return load_bundled(&named.name, files).unwrap_or_else(none);
    }
    let path = relative(&named.name, folder).map_err(refuse)?;
    read_rubric_file(&path, files).map_err(|error| match error {
        LoadError::Unreadable { .. } | LoadError::NoSuchRubric { .. } => refuse(error.to_string()),
        other => other,
    })
}

/// The path of a rubric, relative to the folder of the file that names it. Such a file may come from anybody, so it
/// cannot name a place of this machine, nor a file that is not YAML by its name.
fn relative(name: &str, folder: &Path) -> Result<PathBuf, String> {
    let path = Path::new(name);
    let shown = shortened(name);
    if name.contains("://") {
        return Err(format!(
            "`{shown}` is an address, and rubrics are not fetched"
        ));
    }
    if path.has_root() || path.is_absolute() {
        return Err(format!("`{shown}` is an absolute path"));
    }
    let is_yaml = path
        .extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml");
    if !is_yaml {
        return Err(format!("`{shown}` is not a `.yaml` file"));
    }
    Ok(folder.join(path))
}

fn load_bundled(id: &str, files: &mut Files) -> Option<Result<Rubric, LoadError>> {
    let file = files.add(format!("{id} (bundled)"), bundled(id)?.text);
    Some(read_rubric(file, files, RubricOrigin::Bundled).map_err(LoadError::Rubric))
}

fn read_rubric_file(path: &Path, files: &mut Files) -> Result<Rubric, LoadError> {
    let name = path.display().to_string();
    let bytes = read_file(path).map_err(|error| unreadable(&name, &error))?;
    let file = decode(&name, &bytes, files).map_err(|problem| LoadError::Rubric(vec![problem]))?;
    if is_other_file(file, files) {
        let reason = "the file has neither `questions` nor `criteria`".to_owned();
        return Err(LoadError::NoSuchRubric { name, reason });
    }
    read_rubric(file, files, RubricOrigin::Path(name)).map_err(LoadError::Rubric)
}

/// Whether a file is YAML but no rubric at all. It is then left alone rather than quoted problem by problem.
fn is_other_file(file: FileId, files: &Files) -> bool {
    let is_other = |draft: Draft| !draft.has_key("questions") && !draft.has_key("criteria");
    Draft::read(file, files).is_ok_and(is_other)
}

fn no_rubric(file: FileId) -> Problem {
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

/// Whether a rubric's name is a path rather than a bundled id.
pub(super) fn is_path(name: &str) -> bool {
    name.contains(['/', '\\', '.'])
}

/// The folder to which a file's paths are relative.
fn folder_of(path: &Path) -> &Path {
    if path == Path::new("-") {
        Path::new("")
    } else {
        path.parent().unwrap_or(Path::new(""))
    }
}

fn read_input(path: &Path) -> Result<(String, Vec<u8>), LoadError> {
    let read = if path == Path::new("-") {
        read_limited(io::stdin().lock()).map(|bytes| ("<stdin>".to_owned(), bytes))
    } else {
        read_file(path).map(|bytes| (path.display().to_string(), bytes))
    };
    read.map_err(|error| unreadable(&path.display().to_string(), &error))
}

/// Why a file could not be read, in the same words on every system.
pub(super) fn unreadable(path: &str, error: &io::Error) -> LoadError {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        _ if error.get_ref().is_some() => error.to_string(),
        kind => kind.to_string(),
    };
    LoadError::Unreadable {
        path: path.to_owned(),
        reason,
    }
}

/// Reads a regular file: a device or a pipe might never end.
pub(super) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    if !metadata.is_file() {
        let reason = "it is not a regular file; pipe it to `-` instead";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    read_limited(File::open(path)?)
}

/// Reads one byte past the limit at most, so that the size can be refused without reading it all.
fn read_limited(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
