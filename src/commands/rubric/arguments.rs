//! What can be said to the commands on rubrics.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The rubric that is shown where none is named.
const DEFAULT_RUBRIC: &str = "ml-infrastructure";

/// Show a whole rubric: what is asked, what follows from the answers, and what that rests on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma rubric show
  trilemma rubric show company.yaml --format markdown > README.md
  trilemma rubric show company.yaml --format yaml > whole.yaml")]
pub(crate) struct ShowArguments {
    /// A bundled id, or a path.
    #[arg(value_name = "RUBRIC", default_value = DEFAULT_RUBRIC)]
    pub(crate) rubric: String,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ShowFormat::Table)]
    pub(crate) format: ShowFormat,
}

/// What `rubric show` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people at a terminal.
    Table,
    /// A page for a code host.
    Markdown,
    /// A rubric file that needs no other: what it extends is put in.
    Yaml,
}

/// Show what differs between two rubrics.
///
/// It is no fault if they differ: the exit code is 0 either way.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma rubric diff ml-infrastructure company.yaml
  trilemma rubric diff old.yaml new.yaml --format markdown")]
pub(crate) struct DiffArguments {
    /// The rubric before: a bundled id, or a path.
    #[arg(value_name = "BEFORE")]
    pub(crate) before: String,
    /// The rubric after: a bundled id, or a path.
    #[arg(value_name = "AFTER")]
    pub(crate) after: String,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = DiffFormat::Table)]
    pub(crate) format: DiffFormat,
}

/// What `rubric diff` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people at a terminal.
    Table,
    /// For a pull request.
    Markdown,
    /// For programs.
    Json,
}

/// Write a rubric to begin with, which explains itself.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma rubric new data-platform -o data-platform.yaml
  trilemma rubric new company --extends ml-infrastructure -o company.yaml")]
pub(crate) struct NewArguments {
    /// The new rubric's id: lower-case words joined by hyphens.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Write to this file, which must not exist yet, instead of standard output.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Begin from this rubric: a bundled id, or a path relative to the new file.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) extends: Option<String>,
}
