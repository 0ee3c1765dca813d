//! What can be said to the commands on landscapes.

use std::path::PathBuf;

use super::format::{Format, PageFormat, explained};
use super::today::{Today, day};
use crate::topics::lint::LANDSCAPE_CODES;
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

/// The landscape that is shown where none is named.
pub(crate) const DEFAULT: &str = "ml-infrastructure";

/// See and check what there is to buy or to adopt.
#[derive(Debug, Args)]
pub(crate) struct LandscapeArguments {
    #[command(subcommand)]
    pub(crate) command: LandscapeCommand,
}

/// What can be done with landscapes.
#[derive(Debug, Subcommand)]
pub(crate) enum LandscapeCommand {
    List(ListArguments),
    Show(ShowArguments),
    Lint(LintArguments),
    Import(ImportArguments),
}

/// List candidates.
///
/// Filters are matched against what is documented. A candidate of which the fact in question is not documented is not
/// listed; how many those are is said below.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma landscape list --component feature-store
  trilemma landscape list --kind product --runs-on azure --hosting own-cloud-account
  trilemma landscape list company.yaml --language r --format json")]
pub(crate) struct ListArguments {
    /// The landscape: a bundled id, or a path.
    #[arg(value_name = "LANDSCAPE", default_value = DEFAULT)]
    pub(crate) landscape: String,
    /// Only products, or only open source.
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,
    /// Only what does this. May be repeated, like the other filters: all have to be met.
    #[arg(long, value_name = "COMPONENT")]
    pub(crate) component: Vec<String>,
    /// Only what runs there.
    #[arg(long, value_name = "PLACE")]
    pub(crate) runs_on: Vec<String>,
    /// Only what can be hosted so.
    #[arg(long, value_name = "HOSTING")]
    pub(crate) hosting: Vec<String>,
    /// Only what can be used in this language.
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) language: Vec<String>,
    /// Only what works with this framework.
    #[arg(long, value_name = "FRAMEWORK")]
    pub(crate) framework: Vec<String>,
    /// Only what has this attestation.
    #[arg(long, value_name = "ATTESTATION")]
    pub(crate) attestation: Vec<String>,
    /// Only what can keep data there.
    #[arg(long, value_name = "REGION")]
    pub(crate) data_region: Vec<String>,
    /// Only what has such support.
    #[arg(long, value_name = "SUPPORT")]
    pub(crate) support: Vec<String>,
    /// Only what is under a licence of this class.
    #[arg(long, value_name = "CLASS")]
    pub(crate) licence: Vec<String>,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

/// Whether something is bought or adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// What is bought.
    Product,
    /// What is adopted.
    OpenSource,
}

/// Show one candidate with everything that is known of it, and what that rests on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma landscape show mlflow
  trilemma landscape show house-registry --landscape company.yaml")]
pub(crate) struct ShowArguments {
    /// The candidate's id.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Look in this landscape: a bundled id, or a path.
    #[arg(long, value_name = "LANDSCAPE", default_value = DEFAULT)]
    pub(crate) landscape: String,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

const LINT_NOTES: &str = "\
Examples:
  trilemma landscape lint
  trilemma landscape lint company.yaml --deny-warnings
  trilemma landscape lint company.yaml --today 2026-11-20 --format json

Exit codes:
  0    nothing found, or warnings only
  2    a landscape cannot be read, or the command line is at fault";

/// Look for what is wrong with landscapes although they can be read.
///
/// Finds facts without a source, facts that rest on memory alone, sources for nothing, candidates that are most likely
/// one, words that describe nothing, and what has grown old.
#[derive(Debug, Args)]
#[command(
    after_help = LINT_NOTES,
    after_long_help = format!("{LINT_NOTES}\n\n{}", explained("Findings, all of them warnings:", LANDSCAPE_CODES, false))
)]
pub(crate) struct LintArguments {
    /// The landscapes: bundled ids, or paths; every bundled one if left out.
    #[arg(value_name = "LANDSCAPE")]
    pub(crate) landscapes: Vec<String>,
    /// Let warnings count like errors.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    #[command(flatten)]
    pub(crate) today: Today,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// Make a landscape of one that a foundation or a company keeps.
///
/// Reads the `landscape.yml` that landscape2 reads and writes candidates with what it says: name, addresses, licence,
/// how far a project has come. What it does not say is left out, and so is not documented. What names a repository is
/// taken for open source, and everything else for a product: look them through.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma landscape import landscape.yml --extends ml-infrastructure \\
      --component 'Machine Learning=model-serving' --component 'Data/Labelling=data-labelling' -o lfai.yaml")]
pub(crate) struct ImportArguments {
    /// The file to import; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What the entries of a category, or of a part of one, do. May be repeated; entries of other categories are then
    /// left out.
    #[arg(long, value_name = "CATEGORY[/PART]=COMPONENT")]
    pub(crate) component: Vec<String>,
    /// Use the words of this landscape, and put the result over it: a bundled id, or a path relative to the new file.
    #[arg(long, value_name = "LANDSCAPE")]
    pub(crate) extends: Option<String>,
    /// The id of the new landscape.
    #[arg(long, value_name = "ID", default_value = "imported")]
    pub(crate) id: String,
    /// What the sources call the file; its path if left out.
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// The day of the file; `SOURCE_DATE_EPOCH`, or else today, if left out.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) compiled: Option<Date>,
    /// Write to this file, which must not exist yet, instead of standard output.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
}
