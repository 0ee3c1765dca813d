//! Files from git.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{Run, trilemma};

const BASE: &str = include_str!("../../golden/compare/rubric.yaml");
const REQUIREMENTS: &str = "rubric: rubric.yaml\ntitle: Bread\nanswers: {loaves: 120, bakers: 3, night: yes, taste: guests}\n";

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
    fs::write(path, text).expect("it can be written");
}

/// Runs the program in a folder, with git in reach.
fn compare(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = trilemma(folder);
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.env("PATH", path).env("HOME", folder);
    command.arg("compare").args(arguments);
    Run::from(command.output().expect("the program runs"))
}

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args([
            "-c",
            "commit.gpgsign=false",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// A repository with a branch on which neither the rubric nor the answers are what they were.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = folder.path();
    git(at, &["init", "--quiet"]);
    write(at, "rubric.yaml", BASE);
    write(at, "bread.yaml", REQUIREMENTS);
    let company =
        "rubric: inn\nversion: 1.0.0\ntitle: Inn\nextends: ../rubric.yaml\nweights: {volume: 8}\n";
    write(at, "deep/company.yaml", company);
    write(
        at,
        "deep/bread.yaml",
        &REQUIREMENTS.replace("rubric.yaml", "company.yaml"),
    );
    git(at, &["add", "."]);
    git(at, &["commit", "--quiet", "-m", "Decide"]);
    git(at, &["switch", "--quiet", "-c", "change"]);
    write(at, "rubric.yaml", &BASE.replace("weight: 2", "weight: 9"));
    write(at, "bread.yaml", &REQUIREMENTS.replace("120", "80"));
    folder
}

#[test]
fn a_file_is_compared_with_what_it_was_and_so_is_its_rubric() {
    let folder = repository();
    let run = compare(folder.path(), &["bread.yaml@main"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for part in [
        "The recommendation changes from build to buy.",
        "loaves: 120 loaves → 80 loaves",
        "the rubric's weight of flavour: 2 → 9",
        "bread.yaml@main → bread.yaml",
    ] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
    // Named as the same on both sides, nothing of what changed since is read.
    let same = compare(folder.path(), &["bread.yaml@main", "bread.yaml@HEAD"]);
    assert!(same.stdout.contains("Nothing changed"), "{}", same.stdout);
    let back = compare(folder.path(), &["bread.yaml", "bread.yaml@main"]);
    let says = "The recommendation changes from buy to build.";
    assert!(back.stdout.contains(says), "{}", back.stdout);
}

#[test]
fn what_a_rubric_extends_is_read_at_the_revision_too() {
    let folder = repository();
    fs::remove_file(folder.path().join("rubric.yaml")).expect("it can be removed");
    let run = compare(
        folder.path(),
        &["deep/bread.yaml@main", "deep/bread.yaml@HEAD"],
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("Nothing changed"), "{}", run.stdout);
    let deep = folder.path().join("deep");
    let inside = compare(&deep, &["bread.yaml@main", "../deep/bread.yaml@HEAD"]);
    assert!(
        inside.stdout.contains("Nothing changed"),
        "{}{}",
        inside.stdout,
        inside.stderr
    );
}

#[test]
fn a_file_that_is_gone_can_still_be_compared() {
    let folder = repository();
    git(folder.path(), &["mv", "bread.yaml", "rolls.yaml"]);
    let run = compare(folder.path(), &["bread.yaml@main", "rolls.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("from build to buy"), "{}", run.stdout);
}

#[test]
fn a_file_that_is_called_like_a_revision_is_taken_as_it_is() {
    let folder = repository();
    write(
        folder.path(),
        "bread.yaml@main",
        &REQUIREMENTS.replace("120", "80"),
    );
    let run = compare(folder.path(), &["bread.yaml@main", "bread.yaml"]);
    assert!(
        run.stdout.contains("Nothing changed"),
        "{}{}",
        run.stdout,
        run.stderr
    );
    // The part before the mark may hold one too.
    write(
        folder.path(),
        "a@b/bread.yaml",
        &REQUIREMENTS.replace("rubric.yaml", "../rubric.yaml"),
    );
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "-m", "More"]);
    let run = compare(folder.path(), &["a@b/bread.yaml@HEAD"]);
    assert!(
        run.stdout.contains("Nothing changed"),
        "{}{}",
        run.stdout,
        run.stderr
    );
    let run = compare(folder.path(), &["bread.yaml@main@{0}", "bread.yaml@@"]);
    assert!(
        run.stdout.contains("from build to buy") || run.code == Some(2),
        "{}",
        run.stderr
    );
}

#[test]
fn what_git_does_not_know_is_said_and_does_no_harm() {
    let folder = repository();
    let at = folder.path();
    let cases = [
        ("bread.yaml@nowhere", "git knows no revision `nowhere`"),
        (
            "bread.yaml@--output=x",
            "git knows no revision `--output=x`",
        ),
        ("bread.yaml@-h", "git knows no revision `-h`"),
        ("bread.yaml@main:rubric.yaml", "git knows no revision"),
        ("bread.yaml@main --help", "git knows no revision"),
        ("bread.yaml@\u{1b}[31m", "git knows no revision"),
        ("--output=x@main", "unexpected argument"),
        ("./--output=x@main", "it is not in `main`"),
        (
            "nowhere.yaml@main",
            "cannot read `nowhere.yaml@main`: it is not in `main`",
        ),
        ("../bread.yaml@main", "it is not in `main`"),
        ("/etc/passwd@main", "it is not in `main`"),
        (".@main", "it is not in `main`"),
    ];
    for (operand, says) in cases {
        let run = compare(at, &[operand, "bread.yaml"]);
        assert_eq!(run.code, Some(2), "{operand}: {}", run.stdout);
        assert!(run.stderr.contains(says), "{operand}: {}", run.stderr);
        assert!(!run.stderr.contains('\u{1b}'), "{operand}");
    }
    let dash = compare(at, &["--", "-@main", "bread.yaml"]);
    assert!(
        dash.stderr.contains("`./-@main`: it is not in `main`"),
        "{}",
        dash.stderr
    );
    assert!(!at.join("x").exists(), "a file was written");
    // Where there is no repository, that is what is said.
    let bare = tempfile::tempdir().expect("a folder can be made");
    write(bare.path(), "bread.yaml", REQUIREMENTS);
    let run = compare(bare.path(), &["bread.yaml@main"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("not a git repository"),
        "{}",
        run.stderr
    );
}

#[test]
fn faults_at_a_revision_are_shown_with_the_file_and_the_revision() {
    let folder = repository();
    let at = folder.path();
    write(at, "bread.yaml", &REQUIREMENTS.replace("loaves", "loafs"));
    git(at, &["commit", "--quiet", "-am", "Slip"]);
    let run = compare(at, &["bread.yaml@HEAD", "bread.yaml@main"]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(
        run.stderr.contains("bread.yaml@HEAD:3:11"),
        "{}",
        run.stderr
    );
    write(
        at,
        "bread.yaml",
        &REQUIREMENTS.replace("rubric.yaml", "gone.yaml"),
    );
    git(at, &["commit", "--quiet", "-am", "Another"]);
    let run = compare(at, &["bread.yaml@HEAD", "bread.yaml@main"]);
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(run.stderr.contains("`gone.yaml@HEAD`"), "{}", run.stderr);
    // Larger than any requirements file.
    write(at, "bread.yaml", &"#".repeat(3 * 1024 * 1024));
    git(at, &["commit", "--quiet", "-am", "Much"]);
    let run = compare(at, &["bread.yaml@HEAD", "bread.yaml@main"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("larger than 1024 KiB"),
        "{}",
        run.stderr
    );
}
