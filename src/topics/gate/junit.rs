//! What the gate found, as `JUnit` XML: a test case for every check, so that what passes shows too.

use crate::files::ProblemCode;
use crate::output::junit::{Suite, TestCase, TestResult, document};
use crate::topics::gate::words::{message, waived};
use crate::topics::gate::{CODES, FileReport, Finding, Report, State};

/// Every file as a test suite, every code of the gate as a test case, and one more for whether the file can be
/// understood. What is waived, and a warning that fails nothing, is marked as skipped.
pub(crate) fn check(report: &Report) -> String {
    let suites: Vec<Suite> = report
        .files
        .iter()
        .map(|file| suite(file, report))
        .collect();
    document("trilemma.check", &suites)
}

fn suite(file: &FileReport, report: &Report) -> Suite {
    let mut properties = vec![("state", file.state.id().to_owned())];
    if let Some(rubric) = &file.rubric {
        properties.push(("rubric", format!("{} {}", rubric.id, rubric.version)));
        properties.push(("rubric-hash", rubric.short_hash()));
    }
    let is_input = |finding: &&Finding| !CODES.contains(&finding.problem.code);
    let input: Vec<&Finding> = file.findings.iter().filter(is_input).collect();
    let mut cases = vec![TestCase {
        name: "input".to_owned(),
        result: result(&input, file, report),
    }];
    for code in CODES {
        let of_code = |finding: &&Finding| finding.problem.code == *code;
        let found: Vec<&Finding> = file.findings.iter().filter(of_code).collect();
        // Of a file that cannot be understood nothing but its faults is known.
        if file.state == State::Checked || !found.is_empty() {
            cases.push(case(*code, &found, file, report));
        }
    }
    Suite {
        name: file.name.clone(),
        properties,
        cases,
    }
}

fn case(code: ProblemCode, found: &[&Finding], file: &FileReport, report: &Report) -> TestCase {
    TestCase {
        name: code.id().to_owned(),
        result: result(found, file, report),
    }
}

fn result(found: &[&Finding], file: &FileReport, report: &Report) -> TestResult {
    let fails = |finding: &&&Finding| {
        finding
            .counts_as()
            .is_some_and(|severity| report.fail_on.fails(severity))
    };
    let failing: Vec<&&Finding> = found.iter().filter(fails).collect();
    if let Some(first) = failing.first() {
        return TestResult::Failed {
            kind: first.problem.code.id(),
            message: message(first),
            lines: failing.iter().map(|finding| line(finding, file)).collect(),
        };
    }
    if found.is_empty() {
        return TestResult::Passed;
    }
    let messages: Vec<String> = found.iter().map(|finding| line(finding, file)).collect();
    TestResult::Skipped {
        message: messages.join("; "),
    }
}

fn line(finding: &Finding, file: &FileReport) -> String {
    let place = finding.problem.place;
    let at = file.files.position(place);
    let name = file.files.path(place.file);
    let mut line = format!("{name}:{}:{}: {}", at.line, at.column, message(finding));
    if let Some(by) = &finding.waived {
        line = format!("{line}; {}", waived(by));
    }
    line
}
