//! One file from its bytes to its findings.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::policy::PolicySource;
use super::sources::Source;
use crate::commands::git::Changed;
use crate::commands::session::{answer_from, is_answered};
use crate::engine::decision::{Error, gists};
use crate::files::{
    Files, LoadError, NotUsable, ParsedRequirements, Place, PolicyParts, Problem, ProblemCode,
    Read, ReadFrom, RubricCache, folder_of, read_policy, with_own_landscapes, with_scorecards,
};
use crate::topics::gate::{Checked, FileReport, Finding, Policy, RubricUsed, State, findings};
use jiff::civil::Date;

/// What every file is checked with.
pub(crate) struct Context<'a> {
    pub(crate) rubrics: RubricCache,
    pub(crate) policy: PolicySource,
    pub(crate) changed: Option<Changed>,
    pub(crate) stdin_filename: Option<&'a Path>,
    pub(crate) today: Date,
}

/// What became of a file that was looked at.
pub(crate) enum Looked {
    /// It was to be checked.
    Reported(FileReport),
    /// It has not changed.
    Unchanged,
    /// It is no requirements file.
    Other,
}

/// Looks at a file and checks it if it is to be checked.
///
/// # Errors
///
/// If a result does not stand up to its own checks, which is a fault of the program.
pub(crate) fn look_at(source: &Source, context: &Context<'_>) -> Result<Looked, Error> {
    let path = context.path_of(source);
    let name = shown(&path);
    let bytes = match RubricCache::bytes(&source.path) {
        Ok((_, bytes)) => bytes,
        Err(error) => return Ok(Looked::Reported(unreadable(name, error.to_string()))),
    };
    let mut files = Files::default();
    let draft = match RubricCache::draft(&name, &bytes, &mut files) {
        Ok(draft) => draft,
        Err(_) if !source.is_named && !may_be_requirements(&bytes) => return Ok(Looked::Other),
        Err(_)
            if context
                .changed
                .as_ref()
                .is_some_and(|changed| !changed.has(&path)) =>
        {
            return Ok(Looked::Unchanged);
        }
        Err(problem) => {
            return Ok(Looked::Reported(invalid(
                name,
                files,
                vec![problem],
                State::Invalid,
            )));
        }
    };
    if !source.is_named && !is_requirements(&draft) {
        return Ok(Looked::Other);
    }
    if !context.has_changed(&draft, &path) {
        return Ok(Looked::Unchanged);
    }
    check(name, &path, &draft, files, context).map(Looked::Reported)
}

fn check(
    name: String,
    path: &Path,
    draft: &ParsedRequirements,
    files: Files,
    context: &Context<'_>,
) -> Result<FileReport, Error> {
    let mut read = match context.rubrics.resolve(draft, path, &files) {
        Ok(read) => read,
        Err(NotUsable::AtFault(problems)) => {
            let problems = with_malformed_waivers(draft, problems);
            return Ok(invalid(name, files, problems, State::Invalid));
        }
        Err(NotUsable::Rubric(rubric)) => {
            let problem = rubric_at_fault(draft, &rubric);
            return Ok(invalid(name, files, vec![problem], State::RubricAtFault));
        }
    };
    let copy = match copied_policy(path, &mut read, context) {
        Ok(copy) => copy,
        Err(problems) => return Ok(invalid(name, read.files, problems, State::PolicyAtFault)),
    };
    if let Err(problems) = answered(&mut read, path) {
        return Ok(invalid(name, read.files, problems, State::Invalid));
    }
    let found = found(&read, copy.as_ref(), context)?;
    Ok(FileReport {
        name,
        state: State::Checked,
        title: Some(read.requirements.title.clone()),
        rubric: Some(RubricUsed {
            id: read.rubric.id.clone(),
            version: read.rubric.version.clone(),
            hash: format!("sha256:{}", read.rubric_hash),
        }),
        findings: found,
        files: read.files,
    })
}

/// Reads the scorecards and lets the landscape answer what it can.
fn answered(read: &mut Read, path: &Path) -> Result<(), Vec<Problem>> {
    scored(read, path).and_then(|()| answered_by_landscape(read, path))
}

fn scored(read: &mut Read, path: &Path) -> Result<(), Vec<Problem>> {
    let folder = folder_of(path);
    let Read {
        requirements,
        rubric,
        files,
        ..
    } = read;
    let place = requirements.place;
    with_scorecards(requirements, rubric, folder, ReadFrom::Disk, files)
        .map_err(|error| problems_of(error, place))
}

fn answered_by_landscape(read: &mut Read, path: &Path) -> Result<(), Vec<Problem>> {
    let Some(landscape) = read.landscape.clone() else {
        return Ok(());
    };
    if !is_answered(&read.rubric, &read.requirements) {
        return Ok(());
    }
    let landscape = Cow::Borrowed(landscape.as_ref());
    let own = with_own_landscapes(
        landscape,
        &read.requirements,
        folder_of(path),
        ReadFrom::Disk,
        &mut read.files,
    );
    let answered =
        own.and_then(|landscape| answer_from(&landscape, &read.rubric, &mut read.requirements));
    answered.map_err(|error| problems_of(error, read.requirements.place))
}

/// What keeps something from being loaded, as problems of a file.
fn problems_of(error: LoadError, place: Place) -> Vec<Problem> {
    match error {
        LoadError::Requirements(problems) | LoadError::Rubric(problems) => problems,
        other => {
            let found = other.to_string();
            vec![Problem::new(ProblemCode::UnreadableFile, place, found)]
        }
    }
}

/// Everything that a file which can be understood does not meet.
fn found(
    read: &Read,
    copy: Option<&PolicyParts>,
    context: &Context<'_>,
) -> Result<Vec<Finding>, Error> {
    let own = &read.requirements;
    let is_own = matches!(context.policy, PolicySource::Own);
    let (gate, waivers, set_aside) = match copy {
        Some(copy) => (&copy.gate, copy.waivers.as_slice(), own.waivers.as_slice()),
        None if is_own => (&own.gate, own.waivers.as_slice(), [].as_slice()),
        // What nobody has agreed to yet waives nothing.
        None => (&own.gate, [].as_slice(), own.waivers.as_slice()),
    };
    let policy = Policy {
        gate,
        waivers,
        set_aside,
    };
    let gists = gists(&read.rubric, own, gate.min_acceptability.is_some())?;
    Ok(findings(Checked {
        rubric: &read.rubric,
        rubric_hash: &read.rubric_hash,
        requirements: own,
        gists: &gists,
        policy,
        today: context.today,
    }))
}

/// What another copy of the file demands and waives, if there is to be one and there is.
fn copied_policy(
    path: &Path,
    read: &mut Read,
    context: &Context<'_>,
) -> Result<Option<PolicyParts>, Vec<Problem>> {
    let start = read.requirements.place;
    let copy = context.policy.copy_of(path).map_err(|error| {
        vec![Problem::new(
            ProblemCode::UnreadableFile,
            start,
            error.to_string(),
        )]
    })?;
    let Some((name, bytes)) = copy else {
        return Ok(None);
    };
    let draft =
        RubricCache::draft(&name, &bytes, &mut read.files).map_err(|problem| vec![problem])?;
    let policy = read_policy(&draft, &read.rubric, &read.files);
    policy
        .map(Some)
        .map_err(|problems| with_malformed_waivers(&draft, problems))
}

/// Problems within the waivers of a file, told as what they mean for the gate.
fn with_malformed_waivers(draft: &ParsedRequirements, mut problems: Vec<Problem>) -> Vec<Problem> {
    if let Some(waivers) = draft.value_place("waivers") {
        let is_inside = |place: Place| waivers.start <= place.start && place.end <= waivers.end;
        for problem in problems
            .iter_mut()
            .filter(|problem| is_inside(problem.place))
        {
            problem.code = ProblemCode::WaiverMalformed;
        }
    }
    problems
}

fn rubric_at_fault(draft: &ParsedRequirements, rubric: &str) -> Problem {
    let named = draft.rubric.as_ref().map(|named| named.place);
    let place = named.unwrap_or_else(|| draft.start());
    let found = format!("the rubric `{rubric}` is at fault, so this file was not checked");
    Problem::new(ProblemCode::RubricAtFault, place, found).help("correct the rubric first")
}

/// A report of a file of which nothing can be used.
pub(crate) fn invalid(
    name: String,
    files: Files,
    problems: Vec<Problem>,
    state: State,
) -> FileReport {
    FileReport {
        name,
        files,
        state,
        title: None,
        rubric: None,
        findings: problems.into_iter().map(Finding::of_file).collect(),
    }
}

fn unreadable(name: String, reason: String) -> FileReport {
    let mut files = Files::default();
    let file = files.add(name.clone(), "");
    let place = Place {
        file,
        start: 0,
        end: 0,
    };
    let problem = Problem::new(ProblemCode::UnreadableFile, place, reason);
    invalid(name, files, vec![problem], State::Unreadable)
}

/// Whether a file that nobody named is one: it names a rubric, be it with a slip, and is none.
fn is_requirements(draft: &ParsedRequirements) -> bool {
    let has = |key| draft.key_place(key).is_some();
    let is_rubric = ["questions", "criteria", "extends"].into_iter().any(has);
    let means_to = || draft.misspells("rubric") && has("answers");
    !is_rubric && (has("rubric") || means_to())
}

/// Whether bytes that are not plain YAML look as if they should have been a requirements file.
fn may_be_requirements(bytes: &[u8]) -> bool {
    let has = |needle: &str| {
        bytes
            .windows(needle.len())
            .any(|part| part == needle.as_bytes())
    };
    has("rubric:") && !has("\ncriteria:") && !has("\nquestions:")
}

/// A path as it is shown, with `/` between folders.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

impl Context<'_> {
    fn path_of(&self, source: &Source) -> PathBuf {
        if source.path != Path::new("-") {
            return source.path.clone();
        }
        let named = self.stdin_filename.map(Path::to_owned);
        named.unwrap_or_else(|| PathBuf::from("<stdin>"))
    }

    /// Whether a file, or a rubric that it rests on, has changed.
    fn has_changed(&self, draft: &ParsedRequirements, path: &Path) -> bool {
        let Some(changed) = &self.changed else {
            return true;
        };
        let rubrics = self.rubrics.files_of(draft, path);
        let named = draft.files_named(folder_of(path));
        changed.has(path)
            || rubrics.iter().any(|rubric| changed.has(Path::new(rubric)))
            || named.iter().any(|file| changed.has(file))
    }
}
