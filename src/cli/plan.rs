//! What can be said to `trilemma plan` and `trilemma shortlist`.

use std::path::PathBuf;

use super::format::PageFormat;
use super::today::{Today, day};
use crate::files::Alternative;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

/// Which candidates are asked about: those for a requirements file, under other answers too.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// The requirements file; `-` reads standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Use this rubric instead of the one that the file names: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Try another answer, such as `runs-on=aws,azure`. May be repeated.
    #[arg(long, value_name = "[COMPONENT.]QUESTION=VALUE")]
    pub(crate) set: Vec<String>,
    #[command(flatten)]
    pub(crate) today: Today,
}

/// List the products and projects that meet what a requirements file demands.
///
/// Says of each candidate which musts it meets and misses, what is not documented and has to be asked, and what that
/// rests on. The landscape is a starting point of a certain day: a candidate that is not in it may fit all the same, and
/// one that is may have changed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma shortlist requirements.yaml
  trilemma shortlist requirements.yaml --alternative open-source --all
  trilemma shortlist requirements.yaml --set runs-on=azure --format markdown")]
pub(crate) struct ShortlistArguments {
    /// Only what could be bought, or only what could be adopted.
    #[arg(long, value_enum, value_name = "ALTERNATIVE")]
    pub(crate) alternative: Option<Bought>,
    /// Show every candidate that does the job, those that miss something included.
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) of: Asked,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

/// What is bought or adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bought {
    /// Products.
    Buy,
    /// Open-source projects.
    OpenSource,
}

/// Plan how to go about what is recommended: steps with days, questions, a demonstration, a trial, and a scorecard.
///
/// The steps come from the rubric's `process`, the candidates from the shortlist, the numbers from the answers. Planned
/// is what `--for` says, or else what the team decided, or else what is recommended. Every step is given the longest
/// that it may take; Saturdays and Sundays are free, holidays are not known. There is no calendar file: the dates are in
/// the JSON.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  trilemma plan requirements.yaml
  trilemma plan requirements.yaml --start 2026-12-01 --format markdown > plan.md
  trilemma plan requirements.yaml --for buy --format scorecard > scorecard.yaml

A scorecard that is filled in counts as evidence once the requirements file names it:
  scorecards: [scorecard.yaml]

Exit codes of `plan`:
  0    done
  1    the requirements file or a scorecard is at fault
  2    the command line or the rubric is at fault; or nothing is recommended and `--for` is missing;
       or a scorecard is asked for and there are no candidates")]
pub(crate) struct PlanArguments {
    /// Plan for this, whatever is decided or recommended.
    #[arg(long = "for", value_enum, value_name = "ALTERNATIVE")]
    pub(crate) alternative: Option<PlannedFor>,
    /// The day on which the first step begins; without it, days are counted from 1.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) start: Option<Date>,
    /// Plan for this component alone, where a file has components.
    #[arg(long, value_name = "ID")]
    pub(crate) component: Option<String>,
    #[command(flatten)]
    pub(crate) of: Asked,
    /// What to print.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PlanFormat::Text)]
    pub(crate) format: PlanFormat,
}

/// What can be planned for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlannedFor {
    /// A prototype, owners and a scope.
    Build,
    /// A selection among suppliers.
    Buy,
    /// A trial of a project.
    OpenSource,
}

/// What `plan` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlanFormat {
    /// For people at a terminal.
    Text,
    /// For a document: lists to tick off.
    Markdown,
    /// For programs.
    Json,
    /// A file to fill in: a blank entry for each candidate and must.
    Scorecard,
}

impl From<PlannedFor> for Alternative {
    fn from(planned: PlannedFor) -> Self {
        match planned {
            PlannedFor::Build => Self::Build,
            PlannedFor::Buy => Self::Buy,
            PlannedFor::OpenSource => Self::OpenSource,
        }
    }
}
