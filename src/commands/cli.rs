//! What can be said on the command line.

use std::path::PathBuf;

use super::check::CheckArguments;
use super::compare::CompareArguments;
use super::explain::ExplainArguments;
use super::interview::{InitArguments, InterviewArguments};
use super::landscape::LandscapeArguments;
use super::plan::PlanArguments;
use super::report::ReportArguments;
use super::rubric::{DiffArguments, NewArguments, ShowArguments};
use super::shortlist::ShortlistArguments;
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

const LINT_NOTES: &str = "\
Examples:
  trilemma rubric lint
  trilemma rubric lint company.yaml --deny-warnings
  trilemma rubric lint company.yaml --max-source-age 5 --today 2026-11-20

Exit codes:
  0    nothing found, or warnings only
  2    a rubric has errors or cannot be read, or the command line is at fault";

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

/// See and check the rubrics that decisions are made with.
#[derive(Debug, Args)]
pub(crate) struct RubricArguments {
    #[command(subcommand)]
    pub(crate) command: RubricCommand,
}

/// What can be done with rubrics.
#[derive(Debug, Subcommand)]
pub(crate) enum RubricCommand {
    /// List the bundled rubrics.
    List,
    Show(ShowArguments),
    Diff(DiffArguments),
    New(NewArguments),
    Lint(LintArguments),
    Test(RubricTestArguments),
}

/// Look for what is wrong with rubrics although they can be read.
///
/// Finds rows that can never apply, answers that no row covers, vetoes that never or always fire, alternatives that
/// can never come first, advice that is never said, texts that name an answer which may be missing, what counts twice,
/// and what nothing uses. Whether something can happen is decided over every combination of answers; where that is too
/// much, it is a finding by itself.
#[derive(Debug, Args)]
#[command(
    after_help = LINT_NOTES,
    after_long_help = format!("{LINT_NOTES}\n\n{}", super::rubric::lint_codes())
)]
pub(crate) struct LintArguments {
    /// The rubrics: bundled ids, or paths; every bundled one if left out.
    #[arg(value_name = "RUBRIC")]
    pub(crate) rubrics: Vec<String>,
    /// Let warnings count like errors.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Report sources that are older than this, and those without a date. Needs a day to count from.
    #[arg(long, value_name = "YEARS", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) max_source_age: Option<u16>,
    /// The day from which ages count; `TRILEMMA_TODAY` if left out. No clock is read.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::rubric::day, requires = "max_source_age")]
    pub(crate) today: Option<jiff::civil::Date>,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = LintFormat::Human)]
    pub(crate) format: LintFormat,
}

/// What `rubric lint` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LintFormat {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Test rubrics on decisions that organisations made.
///
/// Says how often a rubric recommends what they chose, where it does not and why, whether simpler rules would do as
/// well, and which of its parts no case reaches. Several rubrics are also counted together, over all of their cases,
/// unless two of them share a case.
#[derive(Debug, Args)]
#[command(after_help = "\
Cases are the requirements files in the folder `cases` beside the rubric, or else beside the
rubric it extends. Each says one of these, or both:
  what was decided   decision: {chosen: buy}
                     case: {organisation: …, year: 2021, domain: …, label: clean}
  what to expect     expect: {outcome: recommended, recommended: buy, firmness: robust,
                              vetoes: [exactly those that fire], advice: [exactly what is given]}
Where a mix was decided, a rubric agrees if it recommends a part of it, or if all of its parts
are among those too close to call. `label` is clean, hybrid, ambiguous or weak.

Exit codes of `rubric test`:
  0    done
  1    an expectation is not met, or agreement is lower than `--min-agreement`
  2    the command line, a rubric or a case is at fault
  3    there are no cases, so nothing was checked

Examples:
  trilemma rubric test
  trilemma rubric test ml-infrastructure --min-agreement 80 --format junit
  trilemma rubric test company.yaml --cases decisions")]
pub(crate) struct RubricTestArguments {
    /// A bundled id, or a path; every bundled rubric if none is given.
    #[arg(value_name = "RUBRIC")]
    pub(crate) rubrics: Vec<String>,
    /// Test on the cases in this folder instead.
    #[arg(long, value_name = "DIR")]
    pub(crate) cases: Option<PathBuf>,
    /// Fail if a rubric agrees with less than this share of the cases where it recommends something. Each rubric has to
    /// reach it by itself.
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) min_agreement: Option<u8>,
    /// Show this case in full: what was known, what `decide` says, and how that compares.
    #[arg(long, value_name = "CASE", conflicts_with_all = ["min_agreement", "all"])]
    pub(crate) explain: Option<String>,
    /// List every row, veto and piece of advice that no case reaches.
    #[arg(long)]
    pub(crate) all: bool,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = TestFormat::Table)]
    pub(crate) format: TestFormat,
}

/// What `rubric test` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
    /// For a README or a comment.
    Markdown,
    /// For servers that show test results: a failure is what this command fails for, other differences are skipped.
    Junit,
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

/// Score a requirements file against its rubric and say what is recommended, and why.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma decide examples/fraud-scoring-serving.yaml
  trilemma decide examples/fraud-scoring-serving.yaml --set platform-engineers=1
  trilemma decide - --rubric company.yaml --format json < requirements.yaml")]
pub(crate) struct DecideArguments {
    /// The requirements file; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Use this rubric instead of the one that the file names: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Try another answer, such as `p99-latency-ms=25`, `clouds=aws,gcp` or `serving.legacy=none` for the component
    /// `serving`; `unknown` takes an answer back. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]QUESTION=VALUE")]
    pub(crate) set: Vec<String>,
    /// Try another weight, 1 to 10. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]CRITERION=POINTS")]
    pub(crate) weight: Vec<String>,
    /// Show this component in full, where a file has components.
    #[arg(long, value_name = "ID")]
    pub(crate) component: Option<String>,
    /// Show every reason and every open question.
    #[arg(long)]
    pub(crate) all: bool,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = DecideFormat::Table)]
    pub(crate) format: DecideFormat,
}

/// What `decide` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DecideFormat {
    /// For people.
    Table,
    /// For programs: everything, with full traces.
    Json,
}
