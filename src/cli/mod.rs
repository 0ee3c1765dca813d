//! What can be said on the command line, and nothing else: one file for each command or pair of commands.

pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod decide;
pub(crate) mod format;
pub(crate) mod interview;
pub(crate) mod landscape;
pub(crate) mod plan;
pub(crate) mod report;
pub(crate) mod rubric;
pub(crate) mod schema;
pub(crate) mod today;

use self::check::CheckArguments;
use self::compare::CompareArguments;
use self::decide::{DecideArguments, ExplainArguments};
pub(crate) use self::format::{Format, PageFormat};

use self::interview::{InitArguments, InterviewArguments};
use self::landscape::LandscapeArguments;
use self::plan::{PlanArguments, ShortlistArguments};
use self::report::ReportArguments;
use self::rubric::RubricArguments;
use self::schema::SchemaArguments;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// What is printed without any arguments.
pub(crate) const INTRODUCTION: &str = "\
Build it, buy it, or adopt open source?

  trilemma interview
      asks what matters, and writes requirements.yaml
  trilemma decide requirements.yaml
      says which, why, and what is still open
  trilemma decide requirements.yaml --set platform-engineers=1
      tries another answer without editing the file
  trilemma decide requirements.yaml --format json | jq .recommendation.outcome
      gives everything to a script
  trilemma check decisions
      fails in CI when a decision does not stand any more

`trilemma --help` lists the commands.
";

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    the requirements file is at fault, or a rubric does not do on its cases what was asked of it
  2    the command line, the rubric or one of its cases is at fault
  3    nothing was checked
  130  broken off";

/// Build it, buy it, or adopt open source? A decision an engineering lead can defend.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) look: LookArguments,
}

/// How output looks.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct LookArguments {
    /// Colour: by itself only on a terminal, and not where `NO_COLOR` is set.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Draw with ASCII alone, as happens by itself where the locale is not UTF-8.
    #[arg(long, global = true)]
    pub(crate) ascii: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that wants it.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Interview(InterviewArguments),
    Init(InitArguments),
    Decide(DecideArguments),
    Check(CheckArguments),
    Compare(CompareArguments),
    Report(ReportArguments),
    Rubric(RubricArguments),
    Shortlist(ShortlistArguments),
    Landscape(LandscapeArguments),
    Plan(PlanArguments),
    Explain(ExplainArguments),
    Schema(SchemaArguments),
}
