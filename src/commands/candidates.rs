//! The landscape behind a requirements file, and the answers that it gives.

use std::borrow::Cow;
use std::path::Path;

use crate::input::{LoadError, Loaded, ReadFrom, folder_of, landscape_of, with_own_landscapes};
use crate::landscape::{bind, derive};
use crate::model::{Files, Landscape, Requirements, Rubric};

/// Loads the landscape behind a requirements file that was read from `path`; `None` if its rubric names none.
///
/// # Errors
///
/// Whatever is wrong with it, told as a fault of the file that names it.
pub(super) fn landscape_behind(
    loaded: &Loaded,
    path: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Option<Landscape>, LoadError> {
    let Some(landscape) = landscape_of(&loaded.rubric, files)? else {
        return Ok(None);
    };
    let landscape = Cow::Owned(landscape);
    let folder = folder_of(path);
    let landscape = with_own_landscapes(landscape, &loaded.requirements, folder, from, files)?;
    Ok(Some(landscape.into_owned()))
}

/// Loads that landscape and lets it answer what it can. A case keeps its answers: nobody knows the landscape of its time.
///
/// # Errors
///
/// Whatever is wrong with it.
pub(super) fn answer(loaded: &mut Loaded, path: &Path, files: &mut Files) -> Result<(), LoadError> {
    answer_as_of(ReadFrom::Disk, loaded, path, files)
}

/// The same, with the landscapes that the file names read from where it was read itself.
///
/// # Errors
///
/// Whatever is wrong with them.
pub(super) fn answer_as_of(
    from: ReadFrom<'_>,
    loaded: &mut Loaded,
    path: &Path,
    files: &mut Files,
) -> Result<(), LoadError> {
    if !is_answered(&loaded.rubric, &loaded.requirements) {
        return Ok(());
    }
    let Some(landscape) = landscape_behind(loaded, path, from, files)? else {
        return Ok(());
    };
    let Loaded {
        rubric,
        requirements,
    } = loaded;
    answer_from(&landscape, rubric, requirements)
}

/// Loads that landscape, lets it answer what it can, and keeps it to look at its candidates; `None` for a case too, and
/// where there is nothing that candidates have to meet.
///
/// # Errors
///
/// Whatever is wrong with it.
pub(super) fn answer_and_keep(
    loaded: &mut Loaded,
    path: &Path,
    files: &mut Files,
) -> Result<Option<Landscape>, LoadError> {
    let Loaded {
        rubric,
        requirements,
    } = &*loaded;
    let is_answered = is_answered(rubric, requirements);
    if requirements.case.is_some() || (rubric.musts.is_empty() && !is_answered) {
        return Ok(None);
    }
    let landscape = landscape_behind(loaded, path, ReadFrom::Disk, files)?;
    if let Some(landscape) = &landscape
        && is_answered
    {
        answer_from(landscape, &loaded.rubric, &mut loaded.requirements)?;
    }
    Ok(landscape)
}

/// Whether a landscape has anything to do with a requirements file.
pub(super) fn is_answered(rubric: &Rubric, requirements: &Requirements) -> bool {
    let mut questions = rubric.questions.iter();
    let has_own = !requirements.landscapes.is_empty() || !requirements.findings.is_empty();
    requirements.case.is_none() && (has_own || questions.any(|question| question.derived.is_some()))
}

/// Lets a landscape answer what it can, for the whole or for every component.
///
/// # Errors
///
/// If a must of the rubric uses words that the landscape does not have.
pub(super) fn answer_from(
    landscape: &Landscape,
    rubric: &Rubric,
    requirements: &mut Requirements,
) -> Result<(), LoadError> {
    let bound = bind(rubric, landscape).map_err(LoadError::Rubric)?;
    let place = requirements.place;
    let findings = &requirements.findings;
    let parts = if requirements.components.is_empty() {
        vec![&mut requirements.answers]
    } else {
        let components = requirements.components.iter_mut();
        components.map(|one| &mut one.answers).collect()
    };
    for answers in parts {
        derive(rubric, &bound, landscape, findings, answers, place);
    }
    Ok(())
}
