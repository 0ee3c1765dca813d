//! What can be said to `trilemma rubric`.

use std::path::PathBuf;

use super::format::{Format, PageFormat, explained};
use super::today::Today;
use crate::topics::lint::CODES;
use clap::{Args, Subcommand, ValueEnum};

/// The rubric that is shown where none is named.
const DEFAULT_RUBRIC: &str = "ml-infrastructure";

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
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
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

const LINT_NOTES: &str = "\
Examples:
  trilemma rubric lint
  trilemma rubric lint company.yaml --deny-warnings
  trilemma rubric lint company.yaml --max-source-age 5 --today 2026-11-20

Exit codes:
  0    nothing found, or warnings only
  2    a rubric has errors or cannot be read, or the command line is at fault";

/// Look for what is wrong with rubrics although they can be read.
///
/// Finds rows that can never apply, answers that no row covers, vetoes that never or always fire, alternatives that
/// can never come first, advice that is never said, texts that name an answer which may be missing, what counts twice,
/// and what nothing uses. Whether something can happen is decided over every combination of answers; where that is too
/// much, it is a finding by itself.
#[derive(Debug, Args)]
#[command(
    after_help = LINT_NOTES,
    after_long_help = format!("{LINT_NOTES}\n\n{}", explained("Findings:", CODES, true))
)]
pub(crate) struct LintArguments {
    /// The rubrics: bundled ids, or paths; every bundled one if left out.
    #[arg(value_name = "RUBRIC")]
    pub(crate) rubrics: Vec<String>,
    /// Let warnings count like errors.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Report sources that are older than this, and those without a date.
    #[arg(long, value_name = "YEARS", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) max_source_age: Option<u16>,
    #[command(flatten)]
    pub(crate) today: Today,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub(crate) format: Format,
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
