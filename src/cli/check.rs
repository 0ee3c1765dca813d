//! What can be said to `trilemma check`.

use std::path::PathBuf;

use super::format::explained;
use super::today::Today;
use crate::topics::gate::{CODES, FailOn};
use clap::{Args, ValueEnum};

const NOTES: &str = "\
Exit codes of `check`, whatever the format:
  0    the gate passed
  1    a requirements file is at fault: it has findings, or cannot be understood
  2    the command line, a rubric or the policy is at fault, or a file cannot be opened
  3    nothing was checked

Examples:
  trilemma check requirements.yaml
  trilemma check decisions --changed-since origin/main --format github
  trilemma check . --policy-from git:origin/main --output sarif=trilemma.sarif";

/// Check that decisions stand: the gate for CI.
///
/// Looks at what a requirements file demands of itself in `gate:`, at whether the decision recorded in it is still what
/// is recommended, at reviews that are due and at waivers. Of a folder, and of what a pattern matches, every YAML file
/// that names a rubric is checked; a file that is named by itself always is. `gate:` and `waivers:` are described in
/// docs/ci.md, every code by `trilemma explain CODE`.
#[derive(Debug, Args)]
#[command(after_help = NOTES, after_long_help = format!("{NOTES}\n\n{}", explained("Findings, beside everything that is wrong with a file:", CODES, true)))]
pub(crate) struct CheckArguments {
    /// Files, folders, or patterns with `*`, `?` and `**`; `-` reads one file from standard input.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    /// Also write this format to a file. May be repeated.
    #[arg(long, value_name = "FORMAT=PATH", value_parser = written)]
    pub(crate) output: Vec<Written>,
    /// From which severity on a finding fails the gate.
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = Threshold::Error)]
    pub(crate) fail_on: Threshold,
    /// Print only what fails the gate, and nothing if it passes.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Use this rubric whatever the files name, so that none can choose an easier one: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Take `gate:` and `waivers:` from another copy of the files, so that a change cannot exempt itself: a file, a
    /// folder in which they have the same paths, or `git:` and a revision. What has no other copy is checked with its
    /// own gate and without waivers.
    #[arg(long, value_name = "FILE|FOLDER|git:REV")]
    pub(crate) policy_from: Option<String>,
    /// Check only files that differ from the point where the history of this revision was left, or whose rubric does.
    /// Needs git.
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,
    /// Pass where there is nothing to check.
    #[arg(long)]
    pub(crate) allow_empty: bool,
    /// The path that the file on standard input stands for.
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) today: Today,
}

/// What `check` prints and writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people.
    #[value(aliases = ["table", "human"])]
    Text,
    /// For programs.
    Json,
    /// Annotations on GitHub; the markdown is added to the summary of the job.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// For servers that show test results.
    Junit,
    /// For a summary or a comment.
    Markdown,
}

/// From which severity on a finding fails the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Threshold {
    /// Errors alone.
    Error,
    /// Warnings too.
    Warning,
}

impl From<Threshold> for FailOn {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::Error => Self::Error,
            Threshold::Warning => Self::Warning,
        }
    }
}

/// A format with the file it goes to.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) format: CheckFormat,
    pub(crate) path: PathBuf,
}

fn written(argument: &str) -> Result<Written, String> {
    let (format, path) = argument
        .split_once('=')
        .filter(|(_, path)| !path.is_empty())
        .ok_or("write it as FORMAT=PATH, such as `sarif=trilemma.sarif`")?;
    let format = CheckFormat::from_str(format, false)
        .map_err(|_| "the formats are text, json, github, sarif, junit and markdown")?;
    Ok(Written {
        format,
        path: path.into(),
    })
}
