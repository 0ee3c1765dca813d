//! The landscape for a requirements file: that of its rubric, with those of its own put over it.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::open::{LandscapeError, load_landscape, read_landscape};
use crate::files::bytes::reason;
use crate::files::rubric::read::named::{is_path, relative_to};
use crate::files::yaml::decode::decode_within;
use crate::files::yaml::suggest::expect_known;
use crate::files::{
    Files, Landscape, LandscapeName, LoadError, MAX_LANDSCAPE_BYTES, Problem, ProblemCode,
    ReadFrom, Requirements, Rubric, RubricOrigin,
};

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
