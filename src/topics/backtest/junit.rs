//! Tests of rubrics on cases, as `JUnit` XML.

use crate::output::junit::{Suite, TestCase, TestResult, document};
use crate::topics::backtest::{Comparison, MinAgreement, Report, Trial, words};
use crate::topics::decide::phrases;

/// Every report as a test suite, every case as a test case.
///
/// A failure here is what makes the command fail: an expectation that is not met, and less agreement than
/// what was asked for. A case that the rubric gets wrong, or leaves undecided, is otherwise marked as skipped, with what
/// it says.
pub(crate) fn backtest(reports: &[Report]) -> String {
    let suites: Vec<Suite> = reports.iter().map(suite).collect();
    document("trilemma.rubric", &suites)
}

fn suite(report: &Report) -> Suite {
    let reached = report.min_agreement.is_none_or(|asked| asked.reached);
    let mut cases: Vec<TestCase> = report
        .trials
        .iter()
        .map(|trial| TestCase {
            name: trial.id.clone(),
            result: result(trial, reached),
        })
        .collect();
    cases.extend(report.min_agreement.map(|asked| agreement(report, asked)));
    let tally = report.summary.tally;
    Suite {
        name: report.rubric.clone(),
        properties: vec![
            ("rubric-version", report.rubric_version.to_string()),
            ("agreement", words::part(tally.agree, tally.cases)),
            (
                "agreement-where-it-recommends",
                words::part(tally.recommended_agree, tally.recommended),
            ),
        ],
        cases,
    }
}

fn result(trial: &Trial, reached: bool) -> TestResult {
    let chose = || {
        format!(
            "chose {}, the rubric {}",
            phrases::names(&trial.chosen),
            words::says(trial)
        )
    };
    if !trial.unmet().is_empty() {
        let line = |unmet: &crate::topics::backtest::Unmet| {
            format!(
                "{}: expected {}, found {}",
                unmet.key.id(),
                unmet.expected,
                unmet.found
            )
        };
        return TestResult::Failed {
            kind: "expectation",
            message: "not as expected".to_owned(),
            lines: trial.unmet().iter().map(line).collect(),
        };
    }
    match (trial.comparison, &trial.miss) {
        (Some(Comparison::Differs), Some(miss)) if !reached => TestResult::Failed {
            kind: "disagreement",
            message: chose(),
            lines: words::miss(miss),
        },
        (Some(comparison @ (Comparison::Differs | Comparison::Undecided)), _) => {
            TestResult::Skipped {
                message: format!("{}: {}", comparison.id(), chose()),
            }
        }
        (Some(Comparison::Agrees) | None, _) => TestResult::Passed,
    }
}

/// The agreement that was asked for, as a test case of its own: it may be missed without any case that fails.
fn agreement(report: &Report, asked: MinAgreement) -> TestCase {
    let tally = report.summary.tally;
    let result = if asked.reached {
        TestResult::Passed
    } else {
        TestResult::Failed {
            kind: "agreement",
            message: format!(
                "agrees with {} where it recommends something, and {}% is asked for",
                words::part(tally.recommended_agree, tally.recommended),
                asked.percent
            ),
            lines: Vec::new(),
        }
    };
    TestCase {
        name: "--min-agreement".to_owned(),
        result,
    }
}
