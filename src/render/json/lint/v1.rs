//! Version 1 of `rubric lint --format json`.
//!
//! Keys are in snake case, codes as in the messages. A field may be added within a version, never changed or removed.

use serde::Serialize;

use crate::model::{self, Files, Place, Severity};

/// A rubric with what was found about it.
#[derive(Debug, Clone, Copy)]
pub struct Linted<'a> {
    /// As named on the command line.
    pub name: &'a str,
    /// The rubric, if it can be read.
    pub rubric: Option<&'a model::Rubric>,
    /// What was found.
    pub problems: &'a [model::Problem],
}

/// What was found about rubrics.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    version: u32,
    trilemma: &'static str,
    errors: usize,
    warnings: usize,
    rubrics: Vec<Rubric<'a>>,
}

impl<'a> Document<'a> {
    /// The document for these rubrics.
    pub fn new(rubrics: impl Iterator<Item = Linted<'a>> + Clone, files: &'a Files) -> Self {
        let count = |severity: Severity| {
            let problems = rubrics.clone().flat_map(|linted| linted.problems);
            problems
                .filter(|problem| problem.code.severity() == severity)
                .count()
        };
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            rubrics: rubrics.map(|linted| Rubric::new(linted, files)).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct Rubric<'a> {
    /// As named on the command line.
    name: &'a str,
    /// Null if the rubric cannot be read.
    id: Option<&'a str>,
    version: Option<String>,
    findings: Vec<Finding<'a>>,
}

impl<'a> Rubric<'a> {
    fn new(linted: Linted<'a>, files: &'a Files) -> Self {
        let problems = linted.problems.iter();
        Self {
            name: linted.name,
            id: linted.rubric.map(|rubric| rubric.id.as_str()),
            version: linted.rubric.map(|rubric| rubric.version.to_string()),
            findings: problems
                .map(|problem| Finding::new(problem, files))
                .collect(),
        }
    }
}

#[derive(Debug, Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    at: Location<'a>,
    found: &'a str,
    expected: Option<&'a str>,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
}

impl<'a> Finding<'a> {
    fn new(problem: &'a model::Problem, files: &'a Files) -> Self {
        Self {
            code: problem.code.id(),
            severity: problem.code.severity().id(),
            at: Location::new(problem.place, files),
            found: &problem.found,
            expected: Some(problem.expected.as_str()).filter(|expected| !expected.is_empty()),
            help: problem.help.as_deref(),
            related: problem.related.as_ref().map(|related| Related {
                at: Location::new(related.place, files),
                label: &related.label,
            }),
        }
    }
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    at: Location<'a>,
    label: &'a str,
}

/// Lines and columns count from 1, columns in characters; the end is the place after the last character.
#[derive(Debug, Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Location<'a> {
    fn new(place: Place, files: &'a Files) -> Self {
        let start = files.position(place);
        let end = files.position(Place {
            start: place.end,
            ..place
        });
        Self {
            file: &files.get(place.file).name,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
