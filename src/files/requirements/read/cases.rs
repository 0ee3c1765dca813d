//! The cases that a rubric is tested on: those beside it, those of a rubric it extends, or those of a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::files::bytes::{read_file, reason};
use crate::files::rubric::bundled::bundled_cases;
use crate::files::yaml::decode::start_of;
use crate::files::{
    Ancestor, CaseFile, FileId, Files, LoadError, ParsedRequirements, Problem, ProblemCode,
    Requirements, Rubric, RubricOrigin, decode,
};

/// The folder beside a rubric that its cases are in.
const FOLDER: &str = "cases";

/// The cases that a rubric is tested on.
#[derive(Debug)]
pub struct Cases {
    /// The cases, in the order of their file names.
    pub files: Vec<CaseFile>,
    /// Where they come from.
    pub from: CasesFrom,
    /// How many answers were left out because this rubric has no use for them.
    pub answers_left_out: usize,
    /// How many files were left out because they only say what the other rubric is expected to say.
    pub files_left_out: usize,
}

/// Where cases come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CasesFrom {
    /// They are the rubric's own, or were asked for.
    Own,
    /// They are those of this rubric, which it extends.
    Extended(String),
}

/// The text of a case before it is read.
struct Source {
    id: String,
    /// The file, or why there is none.
    file: Result<FileId, Problem>,
}

/// Loads the cases of a folder; without one, those of the rubric, or of the nearest rubric it extends that has any.
///
/// # Errors
///
/// Every problem of every case, or that a file could not be read.
pub fn load_cases(
    rubric: &Rubric,
    folder: Option<&Path>,
    files: &mut Files,
) -> Result<Cases, LoadError> {
    if let Some(folder) = folder {
        let sources = sources_in(folder, files)?;
        return read(&sources, CasesFrom::Own, rubric, files);
    }
    for (generation, ancestor) in rubric.lineage.iter().rev().enumerate() {
        let sources = sources_of(ancestor, files)?;
        if !sources.is_empty() {
            let from = match generation {
                0 => CasesFrom::Own,
                _ => CasesFrom::Extended(ancestor.id.clone()),
            };
            return read(&sources, from, rubric, files);
        }
    }
    read(&[], CasesFrom::Own, rubric, files)
}

fn sources_of(ancestor: &Ancestor, files: &mut Files) -> Result<Vec<Source>, LoadError> {
    match &ancestor.origin {
        RubricOrigin::Bundled => {
            let source = |(id, text): (&str, &str)| Source {
                id: id.to_owned(),
                file: Ok(files.add(
                    format!("{}/{FOLDER}/{id}.yaml (bundled)", ancestor.id),
                    text,
                )),
            };
            Ok(bundled_cases(&ancestor.id).map(source).collect())
        }
        RubricOrigin::Path(path) => {
            let folder = Path::new(path)
                .parent()
                .unwrap_or(Path::new(""))
                .join(FOLDER);
            if folder.exists() {
                sources_in(&folder, files)
            } else {
                Ok(Vec::new())
            }
        }
    }
}

/// The YAML files of a folder, in the order of their names; folders in it are not looked into.
fn sources_in(folder: &Path, files: &mut Files) -> Result<Vec<Source>, LoadError> {
    let shown = folder.display().to_string();
    let entries = || {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect()
    };
    let entries: io::Result<Vec<PathBuf>> = entries();
    let mut paths = entries.map_err(|error| unreadable(&shown, &error))?;
    let is_case = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml")
    };
    paths.retain(is_case);
    paths.sort();
    paths.iter().map(|path| source(path, files)).collect()
}

fn unreadable(path: &str, error: &io::Error) -> LoadError {
    LoadError::Unreadable {
        path: path.to_owned(),
        reason: reason(error),
    }
}

fn source(path: &Path, files: &mut Files) -> Result<Source, LoadError> {
    let name = path.display().to_string();
    let bytes = read_file(path).map_err(|error| unreadable(&name, &error))?;
    Ok(Source {
        id: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        file: decode(&name, &bytes, files),
    })
}

fn read(
    sources: &[Source],
    from: CasesFrom,
    rubric: &Rubric,
    files: &Files,
) -> Result<Cases, LoadError> {
    let mut cases = Cases {
        files: Vec::new(),
        answers_left_out: 0,
        files_left_out: 0,
        from,
    };
    let mut problems = Vec::new();
    for source in sources {
        match source.file.clone().map_err(|problem| vec![problem]) {
            Ok(file) => match cases.requirements(file, rubric, files) {
                Ok(Some(requirements)) => {
                    problems.extend(cases.claim(&source.id, file));
                    cases.files.push(CaseFile {
                        id: source.id.clone(),
                        requirements,
                    });
                }
                Ok(None) => cases.files_left_out += 1,
                Err(found) => problems.extend(found),
            },
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok(cases)
    } else {
        Err(LoadError::Cases(problems))
    }
}

impl Cases {
    /// What a file says; nothing if it is not about this rubric.
    fn requirements(
        &mut self,
        file: FileId,
        rubric: &Rubric,
        files: &Files,
    ) -> Result<Option<Requirements>, Vec<Problem>> {
        let draft = ParsedRequirements::read(file, files).map_err(|problem| vec![problem])?;
        if self.from == CasesFrom::Own {
            let requirements = draft.resolve(rubric, files)?;
            check(&draft, &requirements)?;
            return Ok(Some(requirements));
        }
        if draft.key_place("case").is_none() {
            return Ok(None);
        }
        let (fitted, left_out) = draft.fitted(rubric, files);
        self.answers_left_out += left_out;
        let requirements = fitted.resolve(rubric, files)?;
        check(&fitted, &requirements)?;
        Ok(Some(requirements))
    }

    /// A problem if a case of this id was read before.
    fn claim(&self, id: &str, file: FileId) -> Option<Problem> {
        let is_taken = self.files.iter().any(|case| case.id == id);
        is_taken.then(|| {
            let found = format!("there are two cases `{id}`");
            Problem::new(ProblemCode::DuplicateId, start_of(file), found)
                .help("a case is called like its file without the ending; rename one of them")
        })
    }
}

/// What keeps sound requirements from being a case.
fn check(draft: &ParsedRequirements, requirements: &Requirements) -> Result<(), Vec<Problem>> {
    let missing = |place, found: &str, expected: &str| {
        let problem = Problem::new(ProblemCode::MissingKey, place, found);
        Err(vec![problem.expected(expected)])
    };
    if let Some(place) = draft.key_place("components") {
        let found = "a case with `components`";
        let problem = Problem::new(ProblemCode::UnknownKey, place, found)
            .help("a case is about one decision; write a file for each component");
        return Err(vec![problem]);
    }
    match (draft.key_place("case"), draft.key_place("expect")) {
        (None, None) => missing(
            start_of(draft.tree.place.file),
            "a case that says neither what was decided nor what to expect",
            "`case: …` with `decision: …`, or `expect: …`, or both",
        ),
        (Some(place), _) if requirements.decision.is_none() => missing(
            place,
            "a case without `decision`",
            "`decision: {chosen: …}` beside it, what the organisation chose",
        ),
        _ => Ok(()),
    }
}
