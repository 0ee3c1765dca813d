//! What the gate found, as JSON: with the places in lines and columns.

use crate::files::problem_json::ProblemPrinted;
use crate::topics::gate::sarif::fingerprint;
use crate::topics::gate::{
    Counts, FailOn, FileReport, Finding, Report, RubricUsed, State, Verdict, Waived,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What the gate found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Gate")]
pub(crate) struct Printed<'a> {
    /// The day on which was checked: reviews and waivers are compared with it.
    today: Date,
    /// From which severity on a finding fails the gate.
    fail_on: FailOn,
    /// What the gate says.
    verdict: Verdict,
    /// The code that the program ends with: 0, 1, 2 or 3, in the order of the verdicts.
    exit_code: u8,
    /// How many there are.
    counts: Counts,
    /// The files, by name; rubrics at fault come last.
    files: Vec<FilePrinted<'a>>,
}

/// A file with what was found in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckedFile")]
struct FilePrinted<'a> {
    /// Its path as given, with `/` between folders.
    name: &'a str,
    /// What became of it.
    state: State,
    /// What it is about; null unless the file was checked.
    title: Option<&'a str>,
    /// What it was checked against; null unless the file was checked.
    rubric: Option<&'a RubricUsed>,
    /// What was found.
    findings: Vec<FindingPrinted<'a>>,
}

/// One thing that a file does not meet.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckFinding")]
struct FindingPrinted<'a> {
    #[serde(flatten)]
    problem: ProblemPrinted<'a>,
    /// The component that it is about; null if it is about the file.
    component: Option<&'a str>,
    /// The question, veto, advice or waiver that it is about, if it is about one.
    subject: Option<&'a str>,
    /// Who accepts it; null if nobody does, so that it counts.
    waived: Option<&'a Waived>,
    /// Stays the same while lines move.
    fingerprint: String,
}

impl<'a> Printed<'a> {
    pub(crate) fn new(report: &'a Report) -> Self {
        Self {
            today: report.today,
            fail_on: report.fail_on,
            verdict: report.verdict,
            exit_code: report.verdict.exit_code(),
            counts: report.counts,
            files: report.files.iter().map(FilePrinted::new).collect(),
        }
    }
}

impl<'a> FilePrinted<'a> {
    fn new(file: &'a FileReport) -> Self {
        let finding = |(index, finding): (usize, &'a Finding)| FindingPrinted {
            problem: ProblemPrinted::new(&finding.problem, &file.files),
            component: finding.component.as_deref(),
            subject: finding.subject.as_deref(),
            waived: finding.waived.as_ref(),
            fingerprint: fingerprint(finding, &file.findings[..index]),
        };
        Self {
            name: &file.name,
            state: file.state,
            title: file.title.as_deref(),
            rubric: file.rubric.as_ref(),
            findings: file.findings.iter().enumerate().map(finding).collect(),
        }
    }
}
