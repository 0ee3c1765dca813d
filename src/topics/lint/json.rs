//! Version 1 of `rubric lint --format json`.
//!
//! Keys are in snake case, codes as in the messages. A field may be added within a version, never changed or removed.

use crate::files::{Files, Place, Severity};
use schemars::JsonSchema;
use serde::Serialize;

/// A rubric with what was found about it.
#[derive(Debug, Clone, Copy)]
pub struct Linted<'a> {
    /// As named on the command line.
    pub name: &'a str,
    /// The rubric, if it can be read.
    pub rubric: Option<&'a crate::files::Rubric>,
    /// What was found.
    pub problems: &'a [crate::files::Problem],
}

/// What was found about rubrics.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// How many findings are errors.
    errors: usize,
    /// How many findings are warnings.
    warnings: usize,
    /// The rubrics, in the order of the command line.
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

/// A rubric with what was found about it.
#[derive(Debug, Serialize, JsonSchema)]
struct Rubric<'a> {
    /// As named on the command line.
    name: &'a str,
    /// Its id; null if it cannot be read.
    id: Option<&'a str>,
    /// The version of its content; null if it cannot be read.
    version: Option<String>,
    /// What was found, in the order of the file.
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

/// Something that is wrong with a rubric.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Finding<'a> {
    /// What kind of finding it is; `trilemma explain` says what the code means.
    code: &'static str,
    /// How bad it is.
    severity: SeverityWord,
    /// Where it is.
    at: Location<'a>,
    /// What was found.
    found: &'a str,
    /// What was expected instead, if there is more to say than that it is wrong.
    expected: Option<&'a str>,
    /// What would put it right, if that is known.
    help: Option<&'a str>,
    /// Another place that belongs to it, if there is one.
    related: Option<Related<'a>>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Severity")]
enum SeverityWord {
    /// The rubric does not say what it means to.
    Error,
    /// It is worth a second look.
    Warning,
}

impl From<Severity> for SeverityWord {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
        }
    }
}

impl<'a> Finding<'a> {
    pub(crate) fn new(problem: &'a crate::files::Problem, files: &'a Files) -> Self {
        Self {
            code: problem.code.id(),
            severity: problem.code.severity().into(),
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

/// A place that belongs to a finding.
#[derive(Debug, Serialize, JsonSchema)]
struct Related<'a> {
    /// Where it is.
    at: Location<'a>,
    /// What there is to see.
    label: &'a str,
}

/// A part of a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize, JsonSchema)]
struct Location<'a> {
    /// The file: its path, or the id of a bundled rubric.
    file: &'a str,
    /// The line that it begins in.
    line: usize,
    /// The column that it begins in.
    column: usize,
    /// The line that it ends in.
    end_line: usize,
    /// The column after its last character.
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
