//! Recorded runs, as data: every one is a test of its own.
//!
//! A file `tests/golden/**/NAME.golden` begins with a command line, `$ trilemma …`, which is run in the file's folder;
//! the exit code, standard output and standard error follow. The test's name is the file's path without its ending:
//! `cargo test --test golden check/` runs those of the gate. To add a case, write the command line alone and run
//! `UPDATE_GOLDEN=1 cargo test --test golden NAME`, then read what was recorded.
//!
//! Of a page, the style and the script are left out: they are the same in every page, and files of their own
//! (`src/report/html`). The page names the script's hash.
//!
//! The references of the bundled rubrics, `rubrics/*/README.md`, and how these do on their cases,
//! `rubrics/AGREEMENT.md`, are recorded too.

#![allow(clippy::expect_used)] // a test may fail
#![allow(unreachable_pub, dead_code)] // nobody reaches a test, and the other tests use more of `common`

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::{Run, files_with_ending, root, run, trilemma};
use libtest_mimic::{Arguments, Failed, Trial, run as run_trials};

fn main() -> ExitCode {
    let folder = root().join("tests/golden");
    let cases = files_with_ending(&folder, "golden");
    let mut trials: Vec<Trial> = cases
        .into_iter()
        .map(|case| {
            let name = case.strip_prefix(&folder).expect("a case is in the folder");
            let name = name.with_extension("").display().to_string();
            Trial::test(name.replace('\\', "/"), move || repeats(&case))
        })
        .collect();
    for bundled in trilemma::files::BUNDLED {
        trials.push(Trial::test(format!("reference/{}", bundled.id), || {
            let arguments = ["rubric", "show", bundled.id, "--format", "markdown"];
            let path = root().join(format!("rubrics/{}/README.md", bundled.id));
            is_current(&path, &printed(&arguments)?)
        }));
    }
    trials.push(Trial::test("agreement", || {
        let tested = printed(&["rubric", "test", "--format", "markdown"])?;
        let path = root().join("rubrics/AGREEMENT.md");
        is_current(&path, &format!("{AGREEMENT}{tested}"))
    }));
    run_trials(&Arguments::from_args(), trials).exit_code()
}

/// What stands above the report on the bundled rubrics.
const AGREEMENT: &str = "\
# How the bundled rubrics do on decisions that were made

This page is generated: below is what `trilemma rubric test --format markdown` prints, and a test keeps it so.
Each rubric was put to the facts of decisions that organisations made and told about, which are in the folders `cases`.
Agreeing with them is no proof of being right: nobody knows how the other choices would have turned out.

";

/// Runs a case again, and compares.
fn repeats(case: &PathBuf) -> Result<(), Failed> {
    let recorded = fs::read_to_string(case).expect("the case can be read");
    let command = recorded.lines().next().unwrap_or_default();
    let arguments = command
        .strip_prefix("$ trilemma")
        .ok_or("a case begins with `$ trilemma`")?;
    let folder = case.parent().expect("a case is in a folder");
    let mut program = trilemma(folder);
    program.args(arguments.split_whitespace());
    let run = Run::from(program.output().expect("the program runs"));
    if folder == root().join("tests/golden/malformed") {
        is_refused(&run)?;
    }
    is_current(case, &format!("{command}\n{}", bare(&run.transcript())))
}

/// A malformed file never ends well.
fn is_refused(run: &Run) -> Result<(), Failed> {
    if !matches!(run.code, Some(1 | 2)) {
        return Err(format!("a malformed file ended in {:?}", run.code).into());
    }
    if !run.stdout.is_empty() {
        return Err("a malformed file was half-used".into());
    }
    Ok(())
}

/// What a command that ends well prints.
fn printed(arguments: &[&str]) -> Result<String, Failed> {
    let run = run("", arguments);
    if run.code == Some(0) {
        Ok(run.stdout)
    } else {
        Err(run.stderr.into())
    }
}

/// A page without its style and its script; anything else as it is.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut left = text;
    for (from, to) in [("\n<style>", "</style>\n"), ("\n<script>", "</script>\n")] {
        let Some((before, rest)) = left.split_once(from) else {
            continue;
        };
        let Some((_, after)) = rest.split_once(to) else {
            continue;
        };
        bare.extend([before, from, to]);
        left = after;
    }
    bare + left
}

/// Compares what was recorded with what it is now, or records it.
fn is_current(path: &Path, now: &str) -> Result<(), Failed> {
    let recorded = fs::read_to_string(path).unwrap_or_default();
    if recorded == now {
        return Ok(());
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, now).expect("it can be written");
        return Ok(());
    }
    Err(format!(
        "`UPDATE_GOLDEN=1 cargo test --test golden` records what is now\n--- recorded\n{recorded}\n--- now\n{now}"
    )
    .into())
}
