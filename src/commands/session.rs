//! One run of the program: where it prints, what it has read, and why it refuses. Loads the files behind a decision for
//! every command but `check`, which reads many files and keeps their rubrics in a cache.

use std::borrow::Cow;
use std::path::Path;

use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::plan::Asked;
use crate::engine::decision::{Assessment, Subject, assess_with};
use crate::engine::matching::{Bound, FromLandscape, bind, derive};
use crate::engine::robustness::acceptability::Error;
use crate::files::{
    BUNDLED, Files, Following, Landscape, LandscapeError, LoadError, Loaded, ReadFrom,
    Requirements, Rubric, SetAside, apply_overrides, folder_of, landscape_of, load_from,
    with_own_landscapes,
};
use crate::output::wording;

/// How a command ends, or why it was refused.
pub(crate) type Done = Result<ExitStatus, Refusal>;

/// Where a run prints, and every file that it has read.
pub(crate) struct Session<'o> {
    pub(crate) output: &'o Output,
    pub(crate) files: Files,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The command line asks for what cannot be.
    Usage {
        message: String,
        help: Option<String>,
    },
    /// A file cannot be used.
    Load(LoadError),
    /// The program is at fault, or the result could not be written.
    Fault(anyhow::Error),
}

impl Refusal {
    /// A command line that asks for what cannot be.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            help: None,
        }
    }

    /// The same with what would help.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        match self {
            Self::Usage { message, .. } => Self::Usage {
                message,
                help: Some(help.into()),
            },
            other => other,
        }
    }
}

impl From<LoadError> for Refusal {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl From<LandscapeError> for Refusal {
    fn from(error: LandscapeError) -> Self {
        match error {
            LandscapeError::AtFault(problems) => Self::Load(LoadError::Landscape(problems)),
            not_found @ LandscapeError::NotFound { .. } => Self::usage(not_found.to_string()),
        }
    }
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(error.into())
    }
}

/// A result that failed its own checks is never shown.
impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let error = anyhow::Error::new(error);
        Self::Fault(error.context("a fault of this program, not of your files"))
    }
}

/// A requirements file with its rubric and the landscape that answers for it.
pub(crate) struct Decision {
    pub(crate) loaded: Loaded,
    /// The landscape, where candidates have to meet something or it answers questions.
    pub(crate) landscape: Option<Landscape>,
}

impl<'o> Session<'o> {
    /// A run that has read nothing yet.
    pub(crate) fn new(output: &'o Output) -> Self {
        Self {
            output,
            files: Files::default(),
        }
    }

    /// Prints why a command was refused.
    ///
    /// # Errors
    ///
    /// What is the program's own fault.
    pub(crate) fn refuse(&self, refusal: Refusal) -> anyhow::Result<ExitStatus> {
        Ok(match refusal {
            Refusal::Usage { message, help } => self.output.usage_error(&message, help.as_deref()),
            Refusal::Load(error) => self.output.load_error(&error, &self.files),
            Refusal::Fault(error) => return Err(error),
        })
    }

    /// Prints a result and ends.
    pub(crate) fn print(&self, text: &str) -> Done {
        self.output.print(text)?;
        Ok(ExitStatus::Done)
    }

    /// Loads a requirements file (`-` is standard input) with its rubric, or the one given instead, and with other answers
    /// and weights. Tells which answers do not apply any more.
    pub(crate) fn load(
        &mut self,
        path: &Path,
        rubric: Option<&str>,
        set: &[String],
        weights: &[String],
    ) -> Result<Loaded, Refusal> {
        let mut loaded = load_from(ReadFrom::Disk, path, rubric, &mut self.files)?;
        for answer in apply_overrides(&mut loaded, set, weights, &mut self.files)? {
            self.output.tell(&note(&answer));
        }
        Ok(loaded)
    }

    /// The same for a command that asks about candidates.
    pub(crate) fn asked(&mut self, asked: &Asked) -> Result<Loaded, Refusal> {
        self.load(&asked.file, asked.rubric.as_deref(), &asked.set, &[])
    }

    /// Lets the landscape answer what it can for a requirements file that was read from `path`.
    pub(crate) fn decision(
        &mut self,
        mut loaded: Loaded,
        path: &Path,
    ) -> Result<Decision, Refusal> {
        let landscape = answer(ReadFrom::Disk, &mut loaded, path, &mut self.files)?;
        Ok(Decision { loaded, landscape })
    }
}

impl Decision {
    /// The landscape with the musts of the rubric in its words.
    ///
    /// # Errors
    ///
    /// If a must of the rubric uses words that the landscape does not have.
    pub(crate) fn bound(&self) -> Result<Option<(&Landscape, Bound<'_>)>, LoadError> {
        bound(&self.loaded, self.landscape.as_ref())
    }

    /// What it comes to. What would change it takes into account what the landscape would answer then.
    ///
    /// # Errors
    ///
    /// If a result does not stand up to its own checks, which is a fault of the program.
    pub(crate) fn assess(&self) -> Result<Assessment, Refusal> {
        let Loaded {
            rubric,
            requirements,
        } = &self.loaded;
        let landscape = self.landscape.as_ref();
        let landscape = landscape.filter(|_| is_answered(rubric, requirements));
        let bound = bound(&self.loaded, landscape)?;
        let following = bound.as_ref().map(|(landscape, bound)| {
            FromLandscape::new(rubric, bound, landscape, &requirements.findings)
        });
        let following = following.as_ref();
        let following = following.map(|following| -> &dyn Following { following });
        Ok(assess_with(rubric, requirements, following)?)
    }
}

/// The names that are given, or those of everything that is bundled.
pub(crate) fn named_or_bundled(names: &[String]) -> Vec<&str> {
    if names.is_empty() {
        BUNDLED.iter().map(|bundled| bundled.id).collect()
    } else {
        names.iter().map(String::as_str).collect()
    }
}

/// That an answer was left out.
fn note(answer: &SetAside) -> String {
    let component = answer.component.as_ref();
    let component = component
        .map(|id| format!(" in `{id}`"))
        .unwrap_or_default();
    let question = &answer.question;
    format!("note: the answer to `{question}`{component} does not apply any more and is left out\n")
}

/// Refuses a component that there is not.
pub(crate) fn check_component(assessment: &Assessment, id: Option<&str>) -> Result<(), Refusal> {
    let Some(id) = id else {
        return Ok(());
    };
    let Subject::Parts { parts, .. } = &assessment.subject else {
        let message =
            "`--component` needs a requirements file with components, and this one has none";
        return Err(Refusal::usage(message));
    };
    if parts.iter().any(|part| part.id == id) {
        return Ok(());
    }
    let ids: Vec<String> = parts.iter().map(|part| format!("`{}`", part.id)).collect();
    let ids = wording::list(&ids);
    Err(Refusal::usage(format!(
        "there is no component `{id}`; there is {ids}"
    )))
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
fn bound<'a>(
    loaded: &'a Loaded,
    landscape: Option<&'a Landscape>,
) -> Result<Option<(&'a Landscape, Bound<'a>)>, LoadError> {
    let bound = landscape.map(|landscape| Ok((landscape, bind(&loaded.rubric, landscape)?)));
    bound.transpose().map_err(LoadError::Rubric)
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
