//! The gate: what CI sees of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{Run, files_with_ending, root, run, run_with_input, trilemma};
use crate::validator::Validator;
use serde_json::Value;
use trilemma::files::ProblemCode;
use trilemma::topics::gate::CODES;

const RUBRIC: &str = include_str!("../golden/check/rubric.yaml");
const SOUND: &str = "rubric: rubric.yaml\ntitle: Vans\n\
    answers: {vans: 40, mechanics: 4, lift: yes, special: some}\n\
    decision: {chosen: build}\ngate: {min-coverage: 0.8}\n";
const THIN: &str = "rubric: rubric.yaml\ntitle: Vans\nanswers: {vans: 40}\n\
    decision: {chosen: build}\ngate: {min-coverage: 0.8}\n\
    waivers: [{code: coverage-too-low, because: busy, owner: me, until: 2099-01-01}]\n";

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("it can be written");
}

/// Runs the program in a folder, with git in reach.
fn check(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = trilemma(folder);
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env("PATH", path).env("HOME", folder);
    command
        .args(["check", "--today", "2026-11-23"])
        .args(arguments);
    Run::from(command.output().expect("the program runs"))
}

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(["-c", "init.defaultBranch=main"])
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A repository whose main branch passes, on another branch.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    git(folder.path(), &["init", "--quiet"]);
    write(folder.path(), "rubric.yaml", RUBRIC);
    write(folder.path(), "vans.yaml", SOUND);
    write(folder.path(), "other.yaml", SOUND);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "Decide"]);
    git(folder.path(), &["switch", "--quiet", "-c", "change"]);
    folder
}

#[test]
fn a_pull_request_cannot_exempt_itself() {
    let folder = repository();
    let folder = folder.path();
    assert_eq!(check(folder, &["."]).code, Some(0));
    write(folder, "vans.yaml", THIN);
    git(folder, &["commit", "--quiet", "-am", "Waive it"]);
    let own = check(folder, &["."]);
    assert_eq!(own.code, Some(0), "{}", own.stdout);
    let held = check(folder, &[".", "--policy-from", "git:main"]);
    assert_eq!(held.code, Some(1), "{}{}", held.stdout, held.stderr);
    assert!(
        held.stdout.contains("error[coverage-too-low]"),
        "{}",
        held.stdout
    );
    // A copy of the base branch in a folder or a file does the same.
    git(folder, &["worktree", "add", "--quiet", ".base", "main"]);
    for policy in [".base", ".base/vans.yaml"] {
        let held = check(folder, &["vans.yaml", "--policy-from", policy]);
        assert_eq!(held.code, Some(1), "{policy}: {}", held.stdout);
        assert!(held.stdout.contains("does not count"), "{}", held.stdout);
    }
    // Nor by lowering what is demanded, nor by choosing an easier rubric.
    write(folder, "vans.yaml", &THIN.replace("0.8", "0.1"));
    let lowered = check(folder, &["vans.yaml", "--policy-from", "git:main"]);
    assert_eq!(lowered.code, Some(1), "{}", lowered.stdout);
    write(
        folder,
        "easy.yaml",
        &RUBRIC.replace("vans: {under: 10}", "vans: {under: 9}"),
    );
    write(
        folder,
        "vans.yaml",
        &SOUND.replace("rubric.yaml", "easy.yaml"),
    );
    let pinned = check(
        folder,
        &["vans.yaml", "--rubric", "rubric.yaml", "--format", "json"],
    );
    let document: Value = serde_json::from_str(&pinned.stdout).expect("it is JSON");
    let pinned = document["files"][0]["rubric"]["hash"].clone();
    let own = check(folder, &["vans.yaml", "--format", "json"]);
    let document: Value = serde_json::from_str(&own.stdout).expect("it is JSON");
    assert_ne!(document["files"][0]["rubric"]["hash"], pinned);
}

#[test]
fn a_landscape_or_a_scorecard_that_changes_has_what_names_it_checked_again() {
    let folder = repository();
    let folder = folder.path();
    write(folder, "unlike.yaml", &SOUND.replace("Vans", "Carts"));
    write(
        folder,
        "rubric.yaml",
        &format!("{RUBRIC}landscape: market.yaml\n"),
    );
    let market = "landscape: market\nversion: 1.0.0\ntitle: Vans\ncompiled: 2026-06-01\n";
    write(folder, "market.yaml", market);
    write(folder, "list.yaml", &market.replace("market", "list"));
    write(folder, "card.yaml", "scorecard: Vans seen\n");
    let named = format!("{SOUND}landscape: [list.yaml]\nscorecards: [card.yaml]\n");
    write(folder, "vans.yaml", &named);
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "-m", "Look around"]);
    let checked = || {
        let run = check(
            folder,
            &[".", "--changed-since", "HEAD", "--format", "json"],
        );
        let document: Value = serde_json::from_str(&run.stdout).unwrap_or_default();
        let files = document["files"].as_array().cloned().unwrap_or_default();
        let names = files.iter().map(|file| file["name"].to_string());
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(checked(), "");
    for changed in ["list.yaml", "card.yaml"] {
        let before = std::fs::read_to_string(folder.join(changed)).expect("it is there");
        write(folder, changed, &format!("{before}# another\n"));
        let names = checked();
        assert!(names.contains("vans.yaml"), "{changed}: {names}");
        assert!(!names.contains("unlike.yaml"), "{changed}: {names}");
        write(folder, changed, &before);
    }
    write(folder, "market.yaml", &market.replace("1.0.0", "1.1.0"));
    let names = checked();
    assert!(names.contains("vans.yaml"), "{names}");
    assert!(names.contains("unlike.yaml"), "{names}");
}

#[test]
fn only_what_has_changed_is_checked_and_nothing_changed_is_fine() {
    let folder = repository();
    let folder = folder.path();
    let none = check(folder, &[".", "--changed-since", "main"]);
    assert_eq!(none.code, Some(0), "{}", none.stderr);
    assert!(
        none.stderr
            .contains("2 requirements files have not changed since `main`"),
        "{}",
        none.stderr
    );
    let empty = check(folder, &["*.nothing", "--changed-since", "main"]);
    assert_eq!(empty.code, Some(3), "a path that leads nowhere is no pass");
    write(folder, "vans.yaml", &SOUND.replace("Vans", "More vans"));
    write(folder, "new.yaml", SOUND);
    let some = check(folder, &[".", "--changed-since", "main"]);
    assert!(some.stdout.contains("checked 2 files"), "{}", some.stdout);
    // A rubric that changes may change what every decision made with it comes to.
    write(folder, "rubric.yaml", &RUBRIC.replace("2.1.0", "2.2.0"));
    let all = check(folder, &[".", "--changed-since", "main"]);
    assert!(all.stdout.contains("checked 3 files"), "{}", all.stdout);
    for unknown in ["nowhere", "--all", ""] {
        let refused = check(folder, &[".", &format!("--changed-since={unknown}")]);
        assert_eq!(refused.code, Some(2), "{unknown}: {}", refused.stderr);
    }
}

#[test]
fn the_exit_code_never_depends_on_the_format() {
    let folder = "tests/golden/check";
    let cases = [
        ("nothing-found.yaml", 0),
        ("three", 1),
        ("rubric-at-fault.yaml", 2),
        ("empty-folder", 3),
    ];
    for (path, code) in cases {
        for format in ["human", "json", "github", "sarif", "junit", "markdown"] {
            for quiet in [None, Some("--quiet")] {
                let arguments = ["check", path, "--format", format, "--today", "2026-11-23"];
                let arguments: Vec<&str> = arguments.into_iter().chain(quiet).collect();
                let run = run(folder, &arguments);
                assert_eq!(run.code, Some(code), "{path} as {format}: {}", run.stderr);
            }
        }
    }
}

#[test]
fn what_check_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::check());
    let cases = [
        ("three", 1),
        ("rubric-at-fault.yaml", 2),
        ("empty-folder", 3),
        ("components.yaml", 1),
        ("waived.yaml", 0),
        ("nowhere.yaml", 2),
    ];
    for (path, code) in cases {
        let arguments = ["check", path, "--format", "json", "--today", "2026-11-23"];
        validator.assert_prints_ending("tests/golden/check", &arguments, code);
    }
}

#[test]
fn every_finding_of_the_gate_has_a_recorded_case_and_an_explanation() {
    let folder = root().join("tests/golden/check");
    let recorded: Vec<String> = files_with_ending(&folder, "golden")
        .iter()
        .map(|path| fs::read_to_string(path).expect("it can be read"))
        .collect();
    let more = [ProblemCode::UnreadableFile, ProblemCode::RubricAtFault];
    for code in CODES.iter().chain(&more) {
        let shown = format!("{}[{}]: ", code.severity().id(), code.id());
        assert!(
            recorded.iter().any(|text| text.contains(&shown)),
            "no case for {shown}"
        );
        let explained = run("", &["explain", code.id()]);
        assert_eq!(explained.code, Some(0), "{}", explained.stderr);
        assert!(
            explained.stdout.contains("What to do: "),
            "{}",
            explained.stdout
        );
    }
}

#[test]
fn the_page_on_ci_tells_of_every_finding_format_and_exit_code() {
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("it can be read");
    for code in CODES {
        let row = format!("| `{}` | {} |", code.id(), code.severity().id());
        assert!(page.contains(&row), "docs/ci.md has no row {row}");
    }
    for format in ["human", "json", "github", "sarif", "junit", "markdown"] {
        assert!(
            page.contains(&format!("| `{format}` |")),
            "docs/ci.md leaves out {format}"
        );
    }
    for exit in 0..=3 {
        assert!(
            page.contains(&format!("| {exit} | ")),
            "docs/ci.md leaves out {exit}"
        );
    }
}

#[test]
fn fingerprints_survive_moved_lines() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), "rubric.yaml", RUBRIC);
    let prints = |text: &str| -> Vec<String> {
        write(folder.path(), "vans.yaml", text);
        let run = check(folder.path(), &["vans.yaml", "--format", "sarif"]);
        let document: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        let results = document["runs"][0]["results"].as_array().expect("results");
        let print = |result: &Value| result["partialFingerprints"]["trilemma/v1"].to_string();
        results.iter().map(print).collect()
    };
    let before = "rubric: rubric.yaml\ntitle: Vans\nanswers: {vans: 40}\n\
        gate: {required: [mechanics, special], min-coverage: 0.9}\n";
    let first = prints(before);
    assert_eq!(first.len(), 3);
    assert_eq!(
        first,
        prints(&before.replace("answers", "# more\n# lines\n\nanswers"))
    );
    let distinct: std::collections::BTreeSet<&String> = first.iter().collect();
    assert_eq!(distinct.len(), 3);
}

#[test]
fn github_is_shown_ten_errors_of_which_the_last_counts_the_rest() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), "rubric.yaml", RUBRIC);
    for number in 10..23 {
        let text = SOUND.replace(
            "chosen: build",
            "chosen: buy, rubric-version: 2.1.0, review-by: 2026-12-01",
        );
        write(folder.path(), &format!("{number}.yaml"), &text);
    }
    let summary = folder.path().join("summary.md");
    write(folder.path(), "summary.md", "before\n");
    let mut command = trilemma(folder.path());
    command.env("GITHUB_STEP_SUMMARY", &summary);
    command.args(["check", ".", "--format", "github", "--today", "2026-11-23"]);
    let run = Run::from(command.output().expect("the program runs"));
    let count = |what: &str| {
        run.stdout
            .lines()
            .filter(|line| line.starts_with(what))
            .count()
    };
    assert_eq!(
        (count("::error "), count("::warning ")),
        (10, 10),
        "{}",
        run.stdout
    );
    let first_warning = run
        .stdout
        .lines()
        .position(|line| line.starts_with("::warning "));
    assert_eq!(first_warning, Some(10));
    assert!(run.stdout.contains("and 3 more errors"), "{}", run.stdout);
    assert!(run.stdout.contains("and 3 more warnings"), "{}", run.stdout);
    let summary = fs::read_to_string(summary).expect("it is there");
    assert!(
        summary.starts_with("before\n## Decisions: failed"),
        "{summary}"
    );
}

#[test]
fn standard_input_stands_for_the_file_it_is_said_to_be() {
    let folder = "tests/golden/check";
    let arguments = ["check", "-", "--today", "2026-11-23"];
    let text = THIN.replace("waivers", "# waivers");
    let named = [&arguments[..], &["--stdin-filename", "three/vans.yaml"]].concat();
    let run = run_with_input(
        folder,
        &named,
        text.replace("rubric.yaml", "../rubric.yaml").as_bytes(),
    );
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stdout.contains("three/vans.yaml:5:"), "{}", run.stdout);
    let unnamed = run_with_input(folder, &arguments, text.as_bytes());
    assert!(unnamed.stdout.contains("<stdin>:5:"), "{}", unnamed.stdout);
}

#[test]
fn a_slip_in_a_file_of_a_folder_does_not_hide_it() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), "rubric.yaml", RUBRIC);
    write(
        folder.path(),
        "slip.yaml",
        &SOUND.replace("rubric: ", "rubrik: "),
    );
    write(
        folder.path(),
        "broken.yaml",
        &SOUND.replace("title: Vans", "title: \"Vans"),
    );
    write(folder.path(), "other.yaml", "name: CI\non: push\n");
    write(folder.path(), "other-broken.yaml", "{{ template }}: [");
    let run = check(folder.path(), &["."]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("checked 2 files"), "{}", run.stdout);
}

#[test]
fn many_files_come_in_the_order_of_their_names_whatever_finishes_first() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    write(folder.path(), "rubric.yaml", RUBRIC);
    for number in 0..300 {
        write(folder.path(), &format!("{number:03}.yaml"), SOUND);
    }
    let first = check(folder.path(), &[".", "--format", "json"]);
    let again = check(folder.path(), &["./**/*.yaml", "--format", "json"]);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    assert_eq!(first.stdout, again.stdout);
    let document: Value = serde_json::from_str(&first.stdout).expect("it is JSON");
    let files = document["files"].as_array().expect("files");
    let names: Vec<&str> = files
        .iter()
        .filter_map(|file| file["name"].as_str())
        .collect();
    assert!(names.is_sorted() && names.len() == 300);
}
