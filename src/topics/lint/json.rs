//! What was found about rubrics and landscapes, as JSON.

use crate::files::problem_json::ProblemPrinted;
use crate::files::{Files, Landscape, Problem, Rubric, Severity};
use schemars::JsonSchema;
use serde::Serialize;

/// A file that was looked at.
#[derive(Debug)]
pub(crate) struct Looked<T> {
    /// As named on the command line.
    pub(crate) name: String,
    /// What is in it, if it can be read.
    pub(crate) content: Option<T>,
    /// What was found.
    pub(crate) problems: Vec<Problem>,
}

/// What was found about rubrics.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Rubrics<'a> {
    #[serde(flatten)]
    counts: Counts,
    /// The rubrics, in the order of the command line.
    rubrics: Vec<Linted<'a>>,
}

/// What was found about landscapes.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Landscapes<'a> {
    #[serde(flatten)]
    counts: Counts,
    /// The landscapes, in the order of the command line.
    landscapes: Vec<LintedLandscape<'a>>,
}

/// How much was found.
#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    /// How many findings are errors.
    errors: usize,
    /// How many findings are warnings.
    warnings: usize,
}

/// A file with what was found about it.
#[derive(Debug, Serialize, JsonSchema)]
struct Linted<'a> {
    /// As named on the command line.
    name: &'a str,
    /// Its id; null if it cannot be read.
    id: Option<&'a str>,
    /// The version of its content; null if it cannot be read.
    version: Option<&'a semver::Version>,
    /// What was found, in the order of the file.
    findings: Vec<ProblemPrinted<'a>>,
}

/// A landscape with what was found about it.
#[derive(Debug, Serialize, JsonSchema)]
struct LintedLandscape<'a> {
    #[serde(flatten)]
    linted: Linted<'a>,
    /// How many candidates it has; null if it cannot be read.
    candidates: Option<usize>,
}

impl<'a> Rubrics<'a> {
    pub(crate) fn new(looked: &'a [Looked<Rubric>], files: &Files) -> Self {
        let rubrics = looked.iter();
        Self {
            counts: Counts::of(looked),
            rubrics: rubrics
                .map(|looked| Linted::new(looked, files, |it| (&it.id, &it.version)))
                .collect(),
        }
    }
}

impl<'a> Landscapes<'a> {
    pub(crate) fn new(looked: &'a [Looked<Landscape>], files: &Files) -> Self {
        let landscapes = looked.iter();
        Self {
            counts: Counts::of(looked),
            landscapes: landscapes
                .map(|looked| LintedLandscape {
                    linted: Linted::new(looked, files, |it| (&it.id, &it.version)),
                    candidates: looked.content.as_ref().map(|it| it.candidates.len()),
                })
                .collect(),
        }
    }
}

impl Counts {
    fn of<T>(looked: &[Looked<T>]) -> Self {
        let count = |severity: Severity| {
            let problems = looked.iter().flat_map(|looked| &looked.problems);
            problems
                .filter(|problem| problem.code.severity() == severity)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

impl<'a> Linted<'a> {
    fn new<T>(
        looked: &'a Looked<T>,
        files: &Files,
        named: fn(&T) -> (&String, &semver::Version),
    ) -> Self {
        let named = looked.content.as_ref().map(named);
        let problems = looked.problems.iter();
        Self {
            name: &looked.name,
            id: named.map(|(id, _)| id.as_str()),
            version: named.map(|(_, version)| version),
            findings: problems
                .map(|problem| ProblemPrinted::new(problem, files))
                .collect(),
        }
    }
}
