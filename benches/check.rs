//! How long the gate takes over 10,000 files, beside merely reading and parsing the same files on as many threads.

#![allow(missing_docs)] // a program of its own
#![allow(clippy::expect_used, clippy::print_stdout)] // a benchmark may fail, and prints

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

use trilemma::files::{Files, RubricCache};

const FILES: usize = 10_000;
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let files = generate(folder.path());
    let parse = median(|| parse(&files));
    let check = median(|| check(folder.path()));
    let ratio = check.as_secs_f64() / parse.as_secs_f64();
    println!("check of {FILES} files: {check:.0?}; parsing alone: {parse:.0?}; ratio {ratio:.2}");
}

/// The examples over and over, each under another title.
fn generate(folder: &Path) -> Vec<PathBuf> {
    let mut examples: Vec<String> = fs::read_dir("examples")
        .expect("the examples are there")
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| fs::read_to_string(entry.path()).expect("it can be read"))
        .collect();
    examples.sort();
    let write = |number: usize| {
        let text =
            examples[number % examples.len()].replacen("title: ", &format!("title: {number} "), 1);
        let path = folder.join(format!("{number:05}.yaml"));
        fs::write(&path, text).expect("it can be written");
        path
    };
    (0..FILES).map(write).collect()
}

/// Reads and parses every file, on as many threads as there are.
fn parse(files: &[PathBuf]) {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (name, bytes) = RubricCache::bytes(path).expect("it can be read");
            let draft = RubricCache::draft(&name, &bytes, &mut Files::default());
            assert!(draft.is_ok(), "{name} is YAML");
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
}

fn check(folder: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_trilemma"))
        .args(["check", "--quiet", "--today", "2026-11-23"])
        .arg(folder)
        .output()
        .expect("the program runs");
    assert!(output.status.code().is_some_and(|code| code < 2));
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}
