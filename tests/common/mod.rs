//! Running the program in a clean environment.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Noon on 20 November 2026: the day of every run that states no other.
pub const TODAY: &str = "1795176000";

/// What is passed on to the program: the date and the place that all tests are run at.
const PASSED_ON: [&str; 5] = [
    "LD_PRELOAD",
    "FAKETIME",
    "FAKETIME_DONT_FAKE_MONOTONIC",
    "TZ",
    "LC_ALL",
];

/// The program, with nothing of this machine's settings, on a fixed day.
pub fn trilemma(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trilemma"));
    command
        .current_dir(folder)
        .env_clear()
        .envs(
            PASSED_ON
                .iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?))),
        )
        .env("LANG", "C.UTF-8")
        .env("SOURCE_DATE_EPOCH", TODAY)
        .stdin(Stdio::null());
    command
}

/// Runs the program in a folder of the repository.
pub fn run<S: AsRef<OsStr>>(folder: &str, arguments: &[S]) -> Run {
    let output = trilemma(&root().join(folder)).args(arguments).output();
    Run::from(output.expect("the program runs"))
}

/// Runs the program with something on its standard input.
pub fn run_with_input<S: AsRef<OsStr>>(folder: &str, arguments: &[S], input: &[u8]) -> Run {
    let mut command = trilemma(&root().join(folder));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    // It may end without reading everything.
    let _ = child
        .stdin
        .take()
        .expect("standard input is piped")
        .write_all(input);
    Run::from(child.wait_with_output().expect("the program ends"))
}

/// How a run ended and what it printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

impl Run {
    /// Exit code, standard output and standard error in one text.
    pub fn transcript(&self) -> String {
        let code = self
            .code
            .map_or("signal".to_owned(), |code| code.to_string());
        let mut text = format!("exit: {code}\n");
        for (name, output) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !output.is_empty() {
                text.extend(["--- ", name, "\n", output]);
            }
        }
        text
    }
}

/// Every file below a folder with this ending, in order.
pub fn files_with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with_ending(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
    found.sort();
    found
}
