//! What the gate found as SARIF 2.1.0, for code scanning.

use crate::files::{Files, Place, ProblemCode, Severity};
use crate::output::escape::{sarif, uri};
use crate::output::sarif::{
    ArtifactLocation, Configuration, Driver, Invocation, Location, Log, PhysicalLocation, Region,
    Result, Rule, Run, Suppression, Text, Tool,
};
use crate::topics::gate::words::{cut, message, waived};
use crate::topics::gate::{CODES, FileReport, Finding, Report};
use sha2::{Digest, Sha256};

/// The document for a run, to be written as JSON.
pub(crate) fn check(report: &Report) -> impl serde::Serialize + use<> {
    let rules = rules(report);
    let results = report.files.iter().flat_map(|file| {
        let findings = file.findings.iter().enumerate();
        findings.map(|(index, finding)| result(file, index, finding, &rules))
    });
    let run = Run {
        results: results.collect(),
        invocations: vec![Invocation {
            execution_successful: report.verdict.exit_code() < 2,
            exit_code: report.verdict.exit_code(),
        }],
        column_kind: "unicodeCodePoints",
        tool: Tool {
            driver: Driver {
                name: "trilemma",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules.iter().map(|code| rule(*code)).collect(),
            },
        },
    };
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: vec![run],
    }
}

/// The codes of the gate, found or not, and what else was found.
fn rules(report: &Report) -> Vec<ProblemCode> {
    let findings = || report.files.iter().flat_map(|file| &file.findings);
    let is_found = |code: &&ProblemCode| findings().any(|finding| finding.problem.code == **code);
    let others = ProblemCode::ALL.iter().filter(|code| !CODES.contains(code));
    CODES
        .iter()
        .chain(others.filter(is_found))
        .copied()
        .collect()
}

fn rule(code: ProblemCode) -> Rule {
    let about = code.meaning();
    let text = |text: &str| Text { text: sarif(text) };
    Rule {
        id: code.id(),
        short_description: text(code.description()),
        full_description: text(about.meaning),
        help: text(about.remedy),
        default_configuration: Configuration {
            level: code.severity().id(),
        },
    }
}

fn result(file: &FileReport, index: usize, finding: &Finding, rules: &[ProblemCode]) -> Result {
    let problem = &finding.problem;
    let related = problem.related.iter();
    Result {
        rule_id: problem.code.id(),
        rule_index: rules.iter().position(|code| *code == problem.code),
        level: match problem.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: Text {
            text: sarif(&message(finding)),
        },
        locations: vec![location(problem.place, &file.files, None)],
        related_locations: related
            .map(|related| location(related.place, &file.files, Some(&related.label)))
            .collect(),
        partial_fingerprints: [("trilemma/v1", fingerprint(finding, &file.findings[..index]))]
            .into(),
        suppressions: finding
            .waived
            .iter()
            .map(|by| Suppression {
                kind: "external",
                justification: waived(by),
            })
            .collect(),
    }
}

fn location(place: Place, files: &Files, message: Option<&str>) -> Location {
    let (start, end) = files.region(place);
    Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: uri(&files.path(place.file)),
            },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            },
        },
        message: message.map(|text| Text {
            text: sarif(&cut(text)),
        }),
    }
}

/// What stays the same while lines move: a hash over what the finding is about, and over how many like it come
/// `earlier` in the file.
pub(crate) fn fingerprint(finding: &Finding, earlier: &[Finding]) -> String {
    let identity = finding.identity();
    let same = earlier.iter().filter(|other| other.identity() == identity);
    let hash = Sha256::digest(format!("{identity}\n{}", same.count()));
    let digits: Vec<String> = hash
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    digits.concat()
}
