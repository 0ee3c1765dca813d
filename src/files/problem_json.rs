//! Problems as JSON: with their places in lines and columns.

use super::{Files, Place, Problem, Severity};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that is wrong with a file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub(crate) struct ProblemPrinted<'a> {
    /// What kind of finding it is; `trilemma explain` says what the code means.
    code: &'static str,
    /// How bad it is.
    severity: Severity,
    /// Where it is.
    at: Location,
    /// What was found.
    found: &'a str,
    /// What was expected instead, if there is more to say than that it is wrong.
    expected: Option<&'a str>,
    /// What would put it right, if that is known.
    help: Option<&'a str>,
    /// Another place that belongs to it, if there is one.
    related: Option<RelatedPrinted<'a>>,
}

/// A place that belongs to a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Related")]
struct RelatedPrinted<'a> {
    /// Where it is.
    at: Location,
    /// What there is to see.
    label: &'a str,
}

/// A part of a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize, JsonSchema)]
struct Location {
    /// The file: its path, with `/` between folders, or the id of a bundled rubric.
    file: String,
    /// The line that it begins in.
    line: usize,
    /// The column that it begins in.
    column: usize,
    /// The line that it ends in.
    end_line: usize,
    /// The column after its last character.
    end_column: usize,
}

impl<'a> ProblemPrinted<'a> {
    pub(crate) fn new(problem: &'a Problem, files: &Files) -> Self {
        Self {
            code: problem.code.id(),
            severity: problem.code.severity(),
            at: Location::new(problem.place, files),
            found: &problem.found,
            expected: Some(problem.expected.as_str()).filter(|expected| !expected.is_empty()),
            help: problem.help.as_deref(),
            related: problem.related.as_ref().map(|related| RelatedPrinted {
                at: Location::new(related.place, files),
                label: &related.label,
            }),
        }
    }
}

impl Location {
    fn new(place: Place, files: &Files) -> Self {
        let (start, end) = files.region(place);
        Self {
            file: files.path(place.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
