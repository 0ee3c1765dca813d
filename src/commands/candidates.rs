//! The landscape behind a requirements file, and the answers that it gives.

use std::borrow::Cow;
use std::path::Path;

use super::decide::{internal_error, note};
use super::output::Output;
use crate::engine::decision::{Assessment, assess_with};
use crate::engine::matching::{Bound, FromLandscape, bind, derive};
use crate::files::Following;
use crate::files::{
    Files, Landscape, LoadError, Loaded, ReadFrom, Requirements, Rubric, apply_overrides,
    folder_of, landscape_of, load, with_own_landscapes,
};

use crate::cli::plan::Asked;
impl Asked {
    /// Loads the file with those answers. Tells what does not apply any more.
    ///
    /// # Errors
    ///
    /// Whatever keeps the file, its rubric or an answer from being used.
    pub(crate) fn load(&self, files: &mut Files, output: &Output) -> Result<Loaded, LoadError> {
        let mut loaded = load(&self.file, self.rubric.as_deref(), files)?;
        for answer in apply_overrides(&mut loaded, &self.set, &[], files)? {
            output.tell(&note(&answer));
        }
        Ok(loaded)
    }
}

/// Loads the landscape behind a requirements file that was read from `path`; `None` if its rubric names none.
///
/// # Errors
///
/// Whatever is wrong with it, told as a fault of the file that names it.
pub(crate) fn landscape_behind(
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

/// Loads that landscape, lets it answer what it can, and keeps it; `None` too where there is nothing that candidates have to
/// meet, and for a case: nobody knows the landscape of its time. What the file names is read from where it was read itself.
///
/// # Errors
///
/// Whatever is wrong with it.
pub(crate) fn answer(
    from: ReadFrom<'_>,
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
    let landscape = landscape_behind(loaded, path, from, files)?;
    if let Some(landscape) = &landscape
        && is_answered
    {
        answer_from(landscape, &loaded.rubric, &mut loaded.requirements)?;
    }
    Ok(landscape)
}

/// The landscape with the musts of the rubric in its words.
///
/// # Errors
///
/// If a must of the rubric uses words that the landscape does not have.
pub(crate) fn bound<'a>(
    loaded: &'a Loaded,
    landscape: Option<&'a Landscape>,
) -> Result<Option<(&'a Landscape, Bound<'a>)>, LoadError> {
    let bound = landscape.map(|landscape| Ok((landscape, bind(&loaded.rubric, landscape)?)));
    bound.transpose().map_err(LoadError::Rubric)
}

/// What a requirements file comes to. What would change it takes into account what the landscape would answer then.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub(crate) fn assess(loaded: &Loaded, landscape: Option<&Landscape>) -> anyhow::Result<Assessment> {
    let Loaded {
        rubric,
        requirements,
    } = loaded;
    let landscape = landscape.filter(|_| is_answered(rubric, requirements));
    let bound = bound(loaded, landscape)?;
    let following = bound.as_ref().map(|(landscape, bound)| {
        let findings = &requirements.findings;
        FromLandscape::new(rubric, bound, landscape, findings)
    });
    let following = following.as_ref();
    let following = following.map(|following| -> &dyn Following { following });
    assess_with(rubric, requirements, following).map_err(internal_error)
}

/// Whether a landscape has anything to do with a requirements file.
pub(crate) fn is_answered(rubric: &Rubric, requirements: &Requirements) -> bool {
    let mut questions = rubric.questions.iter();
    let has_own = !requirements.landscapes.is_empty() || !requirements.findings.is_empty();
    requirements.case.is_none() && (has_own || questions.any(|question| question.derived.is_some()))
}

/// Lets a landscape answer what it can, for the whole or for every component.
///
/// # Errors
///
/// If a must of the rubric uses words that the landscape does not have.
pub(crate) fn answer_from(
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
