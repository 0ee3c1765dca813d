//! What can be said after `trilemma interview` and `trilemma init`.

use std::path::PathBuf;

use clap::Args;

/// The rubric whose questions are asked if nothing else is said.
pub(crate) const DEFAULT_RUBRIC: &str = "ml-infrastructure";
/// The file that is written if nothing else is said.
pub(crate) const DEFAULT_FILE: &str = "requirements.yaml";

/// Ask the questions of a rubric, write the answers to a requirements file, and say what is recommended.
///
/// Every answer is kept in a draft beside the file, so that an interview which is broken off goes on where it was when
/// the same command is given again.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // each is a flag
#[command(after_help = "\
While a question is asked: `?` says why, `<` goes back, `u` is \"I don't know\",
`s` skips it, `note …` adds a note to the answer, `review` shows all answers.

Examples:
  trilemma interview -o fraud-scoring.yaml
  trilemma interview --from fraud-scoring.yaml --missing
  trilemma interview --no-input --title \"Vector search\" --answers answers.yaml -o search.yaml

Exit codes of `interview`:
  0    the file is written
  1    a requirements file is at fault, or changed meanwhile
  2    the command line or the rubric is at fault, or there is no terminal to ask on
  130  broken off; what was answered is kept")]
pub(crate) struct InterviewArguments {
    /// The requirements file to write; `requirements.yaml`, or the one that `--from` names, if left out.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Begin with the answers of this requirements file. Its comments and order stay.
    #[arg(long, value_name = "FILE", conflicts_with = "rubric")]
    pub(crate) from: Option<PathBuf>,
    /// Ask only what has no answer yet, or whose answer is `unknown`.
    #[arg(long, conflicts_with = "quick")]
    pub(crate) missing: bool,
    /// Ask only the most decisive questions: by what they can still move, as far as it takes to recommend something.
    #[arg(long)]
    pub(crate) quick: bool,
    /// The rubric whose questions are asked, a bundled id or a path; `ml-infrastructure` if left out.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// What is decided about.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Take answers from this file, a requirements file or a map from question to answer, and do not ask for them.
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
    /// Give an answer, such as `p99-latency-ms=25` or `clouds=aws,gcp`, and do not ask for it. May be repeated.
    #[arg(long, value_name = "QUESTION=VALUE")]
    pub(crate) set: Vec<String>,
    /// Ask nothing: what is not given is left unanswered.
    #[arg(long)]
    pub(crate) no_input: bool,
    /// Ask in plain lines, and read the answers line by line, from a pipe too. `ACCESSIBLE=1` asks like this as well.
    #[arg(long)]
    pub(crate) plain: bool,
    /// Replace the file if it is there already.
    #[arg(long)]
    pub(crate) force: bool,
    /// Begin anew although there is a draft, and let it go.
    #[arg(long)]
    pub(crate) restart: bool,
}

/// Write a requirements file to fill in by hand: every question with its choices and why it is asked, all unknown.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma init
  trilemma init --rubric company.yaml --title \"Feature store\" -o feature-store.yaml")]
pub(crate) struct InitArguments {
    /// The file to write, `requirements.yaml` if left out; `-` writes to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The rubric whose questions are asked, a bundled id or a path; `ml-infrastructure` if left out.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// What is decided about.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Replace the file if it is there already.
    #[arg(long)]
    pub(crate) force: bool,
}
