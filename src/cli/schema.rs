//! What can be said to `trilemma schema`.

use clap::{Args, ValueEnum};

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
pub(crate) struct SchemaArguments {
    /// What the schema is of.
    #[arg(value_enum, value_name = "OF")]
    pub(crate) of: Option<SchemaOf>,
    /// Make the schema of requirements specific to this rubric, a bundled id or a path: its questions, choices and
    /// criteria by name.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Requirements files.
    Requirements,
    /// Rubric files.
    Rubric,
    /// What `decide --format json` prints.
    Decide,
    /// What `rubric lint --format json` prints.
    RubricLint,
    /// What `rubric diff --format json` prints.
    RubricDiff,
    /// What `rubric test --format json` prints.
    RubricTest,
    /// What `check --format json` prints.
    Check,
    /// What `compare --format json` prints.
    Compare,
    /// What `report --format json` prints, and templates are given.
    Report,
    /// Landscape files.
    Landscape,
    /// What `landscape list --format json` and `landscape show --format json` print.
    LandscapeList,
    /// What `landscape lint --format json` prints.
    LandscapeLint,
    /// What `shortlist --format json` prints.
    Shortlist,
    /// What `plan --format json` prints.
    Plan,
    /// Scorecards.
    Scorecard,
}
