//! Version 1 of `check --format json`.
//!
//! Keys are in snake case, codes as in the messages. A field may be added within a version, never changed or removed.

use crate::files::{Files, Place};
use crate::topics::gate;
use crate::topics::gate::Report;
use crate::topics::gate::sarif::fingerprint;
use crate::topics::gate::words::{Region, file_name};
use schemars::JsonSchema;
use serde::Serialize;

/// What the gate found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(
    title = "Output of `trilemma check --format json`",
    rename = "CheckDocument"
)]
pub struct Document<'a> {
    /// The version of this shape.
    version: u32,
    /// The version of the program.
    trilemma: &'static str,
    /// The day on which was checked: reviews and waivers hang on it.
    today: String,
    /// From which severity on a finding fails the gate: `error` or `warning`.
    fail_on: &'static str,
    /// `passed`, `failed`, `cannot-tell` or `nothing-checked`.
    verdict: &'static str,
    /// The code that the program ends with: 0, 1, 2 or 3, in the order of the verdicts.
    exit_code: u8,
    counts: Counts,
    /// The files, by name; rubrics at fault come last.
    files: Vec<File<'a>>,
}

/// How many there are.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckCounts")]
struct Counts {
    files: usize,
    errors: usize,
    warnings: usize,
    waived: usize,
}

/// A file with what was found in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckedFile")]
struct File<'a> {
    name: String,
    /// `checked`, `invalid`, `rubric-at-fault`, `policy-at-fault`, `unreadable`, or `rubric` for a rubric that is at fault.
    state: &'static str,
    /// Null unless the file was checked.
    title: Option<&'a str>,
    /// Null unless the file was checked.
    rubric: Option<Rubric<'a>>,
    findings: Vec<Finding<'a>>,
}

/// The rubric that a file was checked against.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckedRubric")]
struct Rubric<'a> {
    id: &'a str,
    version: String,
    /// `sha256:` and 64 digits. A decision may record the first eight or more of them.
    hash: String,
}

/// One thing that a file does not meet.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckFinding")]
struct Finding<'a> {
    code: &'static str,
    /// `error` or `warning`.
    severity: &'static str,
    at: Location,
    found: &'a str,
    expected: Option<&'a str>,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
    /// The component that it is about; null if it is about the file.
    component: Option<&'a str>,
    /// The question, veto, advice or waiver that it is about, if it is about one.
    subject: Option<&'a str>,
    /// Who accepts it; null if nobody does, so that it counts.
    waived: Option<Waived<'a>>,
    /// Stays the same while lines move.
    fingerprint: String,
}

/// Why a finding does not count.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckWaived")]
struct Waived<'a> {
    because: &'a str,
    owner: &'a str,
    /// The last day on which it is accepted.
    until: String,
}

/// Another place that belongs to a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckRelated")]
struct Related<'a> {
    at: Location,
    label: &'a str,
}

/// Lines and columns count from 1, columns in characters; the end is the place after the last character.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckLocation")]
struct Location {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Document<'a> {
    /// The document for a run.
    pub fn new(report: &'a Report) -> Self {
        let gate::Counts {
            files,
            errors,
            warnings,
            waived,
        } = report.counts;
        Self {
            version: 1,
            trilemma: env!("CARGO_PKG_VERSION"),
            today: report.today.to_string(),
            fail_on: report.fail_on.id(),
            verdict: report.verdict.id(),
            exit_code: report.verdict.exit_code(),
            counts: Counts {
                files,
                errors,
                warnings,
                waived,
            },
            files: report.files.iter().map(File::new).collect(),
        }
    }
}

impl<'a> File<'a> {
    fn new(file: &'a gate::FileReport) -> Self {
        let findings = file.findings.iter().enumerate();
        Self {
            name: file.name.clone(),
            state: file.state.id(),
            title: file.title.as_deref(),
            rubric: file.rubric.as_ref().map(|rubric| Rubric {
                id: &rubric.id,
                version: rubric.version.to_string(),
                hash: format!("sha256:{}", rubric.hash),
            }),
            findings: findings
                .map(|(index, finding)| {
                    let earlier = &file.findings[..index];
                    Finding::new(finding, fingerprint(finding, earlier), &file.files)
                })
                .collect(),
        }
    }
}

impl<'a> Finding<'a> {
    fn new(finding: &'a gate::Finding, fingerprint: String, files: &Files) -> Self {
        let crate::files::Problem {
            code,
            place,
            found,
            expected,
            help,
            related,
        } = &finding.problem;
        Self {
            code: code.id(),
            severity: code.severity().id(),
            at: Location::new(*place, files),
            found,
            expected: Some(expected.as_str()).filter(|expected| !expected.is_empty()),
            help: help.as_deref(),
            related: related.as_ref().map(|related| Related {
                at: Location::new(related.place, files),
                label: &related.label,
            }),
            component: finding.component.as_deref(),
            subject: finding.subject.as_deref(),
            waived: finding.waived.as_ref().map(|waived| Waived {
                because: &waived.because,
                owner: &waived.owner,
                until: waived.until.to_string(),
            }),
            fingerprint,
        }
    }
}

impl Location {
    fn new(place: Place, files: &Files) -> Self {
        let Region { start, end } = Region::of(place, files);
        Self {
            file: file_name(files, place.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
