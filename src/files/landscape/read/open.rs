//! From the name of a landscape to its candidates, and the landscape for a requirements file: that of its rubric, with
//! those of its own put over it.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::file::{EXTENDS, landscape};
use crate::files::bytes::{read_file_within, reason};
use crate::files::rubric::read::chain::{is_path, relative_to};
use crate::files::yaml::decode::decode_within;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::suggest::{expect_known, one_of};
use crate::files::yaml::tree::{Node, parse_within};
use crate::files::{
    BUNDLED, FileId, Files, Landscape, LandscapeName, LoadError, MAX_LANDSCAPE_BYTES,
    MAX_LANDSCAPE_NODES, Problem, ProblemCode, ReadFrom, Requirements, Rubric, RubricOrigin,
    bundled, did_you_mean,
};

/// How many landscapes may be put over one another.
const MOST_LAYERS: usize = 8;

/// Why a landscape could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LandscapeError {
    /// There is none of this name, or it cannot be read.
    #[error("there is no landscape `{name}`: {reason}")]
    NotFound {
        /// The id or path as given.
        name: String,
        /// Why.
        reason: String,
    },
    /// It is at fault.
    #[error("the landscape cannot be used")]
    AtFault(Vec<Problem>),
}

/// Loads a landscape by the id of a bundled one or by path, with what it extends.
///
/// # Errors
///
/// If there is none, or every problem it has.
pub fn load_landscape(name: &str, files: &mut Files) -> Result<Landscape, LandscapeError> {
    load_layer(name, MOST_LAYERS, files)
}

fn load_layer(name: &str, layers: usize, files: &mut Files) -> Result<Landscape, LandscapeError> {
    let (file, folder) = open(name, files)?;
    let tree = parse(file, files).map_err(only)?;
    let base = match tree.get(EXTENDS).and_then(Node::text) {
        Some(base) => Some(extended(base, &tree, folder.as_deref(), layers, files)?),
        None => None,
    };
    read(&tree, file, base, files).map_err(LandscapeError::AtFault)
}

/// Reads a landscape file that was added before and puts it over another, whatever it says it extends.
///
/// # Errors
///
/// Every problem of the file, in the order of its text.
pub fn read_landscape(
    file: FileId,
    base: Option<Landscape>,
    files: &Files,
) -> Result<Landscape, Vec<Problem>> {
    let tree = parse(file, files).map_err(|problem| vec![problem])?;
    read(&tree, file, base, files)
}

fn read(
    tree: &Node,
    file: FileId,
    base: Option<Landscape>,
    files: &Files,
) -> Result<Landscape, Vec<Problem>> {
    let mut problems = Problems::none(files);
    match landscape(tree, file, base, &mut problems) {
        Some(landscape) if problems.count() == 0 => Ok(landscape),
        _ => Err(problems.into_sorted()),
    }
}

fn parse(file: FileId, files: &Files) -> Result<Node, Problem> {
    parse_within(file, &files.get(file).text, MAX_LANDSCAPE_NODES)
}

/// Adds the file of a landscape; also says to which folder its own paths are relative, as far as it may have any.
fn open(name: &str, files: &mut Files) -> Result<(FileId, Option<PathBuf>), LandscapeError> {
    if !is_path(name) {
        let text = bundled(name).and_then(|bundled| bundled.landscape);
        return match text {
            Some(text) => Ok((
                files.add_bundled(format!("{name} landscape (bundled)"), text),
                None,
            )),
            None => Err(no_such(name)),
        };
    }
    let path = Path::new(name);
    let bytes =
        read_file_within(path, MAX_LANDSCAPE_BYTES).map_err(|error| LandscapeError::NotFound {
            name: name.to_owned(),
            reason: reason(&error),
        })?;
    let file = decode_within(name, &bytes, MAX_LANDSCAPE_BYTES, files).map_err(only)?;
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok((file, Some(folder)))
}

fn no_such(name: &str) -> LandscapeError {
    let ids = bundled_ids;
    let reason = did_you_mean(name, ids())
        .unwrap_or_else(|| format!("bundled is {}; a path ends in `.yaml`", one_of(ids())));
    LandscapeError::NotFound {
        name: name.to_owned(),
        reason,
    }
}

/// The ids of the rubrics that come with a landscape.
fn bundled_ids() -> impl Iterator<Item = &'static str> + Clone {
    let with = BUNDLED.iter().filter(|bundled| bundled.landscape.is_some());
    with.map(|bundled| bundled.id)
}

/// The landscape that another extends.
fn extended(
    name: &str,
    tree: &Node,
    folder: Option<&Path>,
    layers: usize,
    files: &mut Files,
) -> Result<Landscape, LandscapeError> {
    let place = tree.get(EXTENDS).map_or(tree.place, |node| node.place);
    let refuse = |found: String| {
        only(
            Problem::new(ProblemCode::LandscapeNotFound, place, found).expected(format!(
                "a bundled landscape ({}) or a `.yaml` file, relative to this one",
                one_of(bundled_ids())
            )),
        )
    };
    if layers <= 1 {
        let found = format!("more than {MOST_LAYERS} landscapes are put over one another");
        return Err(refuse(found));
    }
    let path = match folder {
        Some(folder) if is_path(name) => {
            let path = relative_to(name, folder).map_err(&refuse)?;
            path.display().to_string()
        }
        _ => name.to_owned(),
    };
    load_layer(&path, layers - 1, files).map_err(|error| match error {
        LandscapeError::NotFound { .. } => refuse(error.to_string()),
        at_fault @ LandscapeError::AtFault(_) => at_fault,
    })
}

fn only(problem: Problem) -> LandscapeError {
    LandscapeError::AtFault(vec![problem])
}

/// Loads the landscape that a rubric names; `None` if it names none.
///
/// # Errors
///
/// If it cannot be found, or every problem it has; as problems of the rubric.
pub fn landscape_of(rubric: &Rubric, files: &mut Files) -> Result<Option<Landscape>, LoadError> {
    let Some(named) = &rubric.landscape else {
        return Ok(None);
    };
    let name =
        path_of(rubric, named).map_err(|found| LoadError::Rubric(vec![refused(named, found)]))?;
    load_landscape(&name, files).map(Some).map_err(|error| {
        LoadError::Rubric(match error {
            LandscapeError::AtFault(problems) => problems,
            LandscapeError::NotFound { .. } => vec![refused(named, error.to_string())],
        })
    })
}

/// Puts the landscapes that a requirements file names over that of its rubric, and looks whether there are the
/// candidates of which the team found something out. Paths are relative to `folder`.
///
/// # Errors
///
/// Whatever is wrong with them, as problems of the requirements file.
pub(crate) fn with_own_landscapes<'l>(
    landscape: Cow<'l, Landscape>,
    requirements: &Requirements,
    folder: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Cow<'l, Landscape>, LoadError> {
    let mut landscape = landscape;
    for named in &requirements.landscapes {
        let over = put_over(landscape.into_owned(), named, folder, from, files);
        landscape = Cow::Owned(over.map_err(LoadError::Requirements)?);
    }
    let mut problems = Vec::new();
    for finding in &requirements.findings {
        if landscape.find(&finding.candidate).is_none() {
            let found = format!("the landscape has no candidate `{}`", finding.candidate);
            let known = landscape.candidates.iter();
            let known: Vec<&str> = known.map(|candidate| candidate.id.as_str()).collect();
            let problem = Problem::new(ProblemCode::UnknownId, finding.place, found);
            problems.push(expect_known(problem, &finding.candidate, known));
        }
    }
    if problems.is_empty() {
        Ok(landscape)
    } else {
        Err(LoadError::Requirements(problems))
    }
}

fn put_over(
    base: Landscape,
    named: &LandscapeName,
    folder: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Landscape, Vec<Problem>> {
    let refuse = |found: String| vec![refused(named, found)];
    let path = relative_to(&named.name, folder).map_err(refuse)?;
    let name = from.name(&path);
    let bytes = from
        .bytes(&path, MAX_LANDSCAPE_BYTES)
        .map_err(|error| refuse(format!("cannot read `{name}`: {}", reason(&error))))?;
    let file = decode_within(&name, &bytes, MAX_LANDSCAPE_BYTES, files)
        .map_err(|problem| vec![problem])?;
    read_landscape(file, Some(base), files)
}

/// A landscape's name as it leads to it: a path is relative to the rubric's file that has it.
fn path_of(rubric: &Rubric, named: &LandscapeName) -> Result<String, String> {
    if !is_path(&named.name) {
        return Ok(named.name.clone());
    }
    let origin = rubric
        .defined_in(named.place)
        .map(|defining| &defining.origin);
    let folder = match origin {
        Some(RubricOrigin::Path(path)) => Path::new(path).parent().map(PathBuf::from),
        Some(RubricOrigin::Bundled) | None => None,
    };
    let path = relative_to(&named.name, &folder.unwrap_or_default())?;
    Ok(path.display().to_string())
}

fn refused(named: &LandscapeName, found: impl Into<String>) -> Problem {
    Problem::new(ProblemCode::LandscapeNotFound, named.place, found)
        .expected("a bundled landscape, or a `.yaml` file relative to this one")
}
