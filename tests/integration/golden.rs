//! Recorded runs, as data.
//!
//! A file `tests/golden/**/NAME.golden` begins with a command line, `$ trilemma …`, which is run in the file's folder;
//! the exit code, standard output and standard error follow. To add a case, write the command line alone and run
//! `UPDATE_GOLDEN=1 cargo test golden`, then read what was recorded. The references of the bundled rubrics,
//! `rubrics/*/README.md`, and how they do on their cases, `rubrics/AGREEMENT.md`, are recorded too. Of a page only the text
//! is recorded: what it does in a browser is tried by `.ci/check-pages`, apart from `cargo test`.

use std::fs;
use std::path::Path;

use crate::common::{Run, files_with_ending, root, run, trilemma};

#[test]
fn every_recorded_run_is_repeated_to_the_byte() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let cases = files_with_ending(&root().join("tests/golden"), "golden");
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| check(case, update))
        .collect();
    assert!(!cases.is_empty(), "there are no cases");
    assert!(
        failures.is_empty(),
        "{} of {} cases differ; `UPDATE_GOLDEN=1 cargo test golden` records what is now\n\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

#[test]
fn malformed_files_never_end_well() {
    let cases = files_with_ending(&root().join("tests/golden/malformed"), "golden");
    assert!(cases.len() >= 25, "only {} malformed files", cases.len());
    for case in cases {
        let recorded = fs::read_to_string(&case).expect("the case can be read");
        let code = recorded
            .lines()
            .nth(1)
            .expect("a recorded run has an exit code");
        assert!(
            matches!(code, "exit: 1" | "exit: 2"),
            "{}: {code}",
            case.display()
        );
        assert!(
            !recorded.contains("--- stdout"),
            "{}: a malformed file was half-used",
            case.display()
        );
    }
}

#[test]
fn every_bundled_rubric_has_its_current_reference_beside_it() {
    for bundled in trilemma::files::BUNDLED {
        let shown = run("", &["rubric", "show", bundled.id, "--format", "markdown"]);
        assert_eq!(shown.code, Some(0), "{}", shown.stderr);
        let path = format!("rubrics/{}/README.md", bundled.id);
        assert_current(&path, &shown.stdout);
    }
}

#[test]
fn how_the_bundled_rubrics_do_on_their_cases_is_told_as_it_is_now() {
    let tested = run("", &["rubric", "test", "--format", "markdown"]);
    assert_eq!(tested.code, Some(0), "{}", tested.stderr);
    assert_current(
        "rubrics/AGREEMENT.md",
        &format!("{AGREEMENT}{}", tested.stdout),
    );
}

/// What stands above the report on the bundled rubrics.
const AGREEMENT: &str = "\
# How the bundled rubrics do on decisions that were made

This page is generated: below is what `trilemma rubric test --format markdown` prints, and a test keeps it so.
Each rubric was put to the facts of decisions that organisations made and told about, which are in the folders `cases`.
Agreeing with them is no proof of being right: nobody knows how the other choices would have turned out.

";

/// Compares a page of the repository with what it should be, or writes it.
fn assert_current(path: &str, now: &str) {
    let file = root().join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, now).expect("the page can be written");
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == now,
        "{path} is not current; `UPDATE_GOLDEN=1 cargo test golden` writes it"
    );
}

/// What differs in a case, if anything does.
fn check(case: &Path, update: bool) -> Option<String> {
    let recorded = fs::read_to_string(case).expect("the case can be read");
    let command = recorded.lines().next().unwrap_or_default();
    let arguments = command
        .strip_prefix("$ trilemma")
        .expect("a case begins with `$ trilemma`")
        .split_whitespace();
    let folder = case.parent().expect("a case is in a folder");
    let run = Run::from(
        trilemma(folder)
            .args(arguments)
            .output()
            .expect("the program runs"),
    );
    let now = format!("{command}\n{}", run.transcript());
    if update {
        fs::write(case, &now).expect("the case can be written");
        return None;
    }
    (now != recorded).then(|| {
        format!(
            "=== {}\n--- recorded\n{recorded}\n--- now\n{now}",
            case.display()
        )
    })
}
