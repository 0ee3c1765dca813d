//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// What is printed without any arguments.
pub(super) const INTRODUCTION: &str = "\
Build it, buy it, or adopt open source?

  trilemma decide requirements.yaml
      says which, why, and what is still open
  trilemma decide requirements.yaml --set platform-engineers=1
      tries another answer without editing the file
  trilemma decide requirements.yaml --format json | jq .recommendation.outcome
      gives everything to a script

`trilemma --help` lists the commands.
";

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    the requirements file is at fault
  2    the command line or the rubric is at fault";

/// Build it, buy it, or adopt open source? A decision an engineering lead can defend.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) look: LookArguments,
}

/// How output looks.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct LookArguments {
    /// Colour: by itself only on a terminal, and not where `NO_COLOR` is set.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Draw with ASCII alone, as happens by itself where the locale is not UTF-8.
    #[arg(long, global = true)]
    pub(super) ascii: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal that wants it.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Decide(DecideArguments),
    Rubric(RubricArguments),
    Schema(SchemaArguments),
}

/// See and check the rubrics that decisions are made with.
#[derive(Debug, Args)]
pub(super) struct RubricArguments {
    #[command(subcommand)]
    pub(super) command: RubricCommand,
}

/// What can be done with rubrics.
#[derive(Debug, Subcommand)]
pub(super) enum RubricCommand {
    /// List the bundled rubrics.
    List,
}

/// Print a JSON Schema, with which an editor completes and checks a file, or a script what it is given.
#[derive(Debug, Args)]
#[command(
    override_usage = "trilemma schema [OPTIONS] <OF>",
    after_help = "\
Examples:
  trilemma schema requirements --rubric company.yaml > requirements.schema.json
  trilemma schema decide > decide.schema.json

An editor that speaks YAML uses a schema which the first line of a file names:
  # yaml-language-server: $schema=requirements.schema.json"
)]
pub(super) struct SchemaArguments {
    /// What the schema is of.
    #[arg(value_enum, value_name = "OF")]
    pub(super) of: Option<SchemaOf>,
    /// Make the schema of requirements specific to this rubric, a bundled id or a path: its questions, choices and
    /// criteria by name.
    #[arg(long, value_name = "RUBRIC")]
    pub(super) rubric: Option<String>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// Requirements files.
    Requirements,
    /// Rubric files.
    Rubric,
    /// What `decide --format json` prints.
    Decide,
}

/// Score a requirements file against its rubric and say what is recommended, and why.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma decide examples/fraud-scoring-serving.yaml
  trilemma decide examples/fraud-scoring-serving.yaml --set platform-engineers=1
  trilemma decide - --rubric company.yaml --format json < requirements.yaml")]
pub(super) struct DecideArguments {
    /// The requirements file; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Use this rubric instead of the one that the file names: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(super) rubric: Option<String>,
    /// Try another answer, such as `p99-latency-ms=25`, `clouds=aws,gcp` or `serving.legacy=none` for the component
    /// `serving`; `unknown` takes an answer back. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]QUESTION=VALUE")]
    pub(super) set: Vec<String>,
    /// Try another weight, 1 to 10. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]CRITERION=POINTS")]
    pub(super) weight: Vec<String>,
    /// Show this component in full, where a file has components.
    #[arg(long, value_name = "ID")]
    pub(super) component: Option<String>,
    /// Show every reason and every open question.
    #[arg(long)]
    pub(super) all: bool,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = DecideFormat::Table)]
    pub(super) format: DecideFormat,
}

/// What `decide` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DecideFormat {
    /// For people.
    Table,
    /// For programs: everything, with full traces.
    Json,
}
