//! `trilemma shortlist`

use super::candidates::{Asked, landscape_behind};
use super::check::day::today;
use super::exit_status::ExitStatus;
use super::output::Output;
use crate::engine::matching::{Shortlist, bind, shortlist};
use crate::files::{CandidateKind, Files, LoadError, ReadFrom};
use crate::output::escape;
use crate::topics::market::page;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

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
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ShortlistFormat::Text)]
    pub(crate) format: ShortlistFormat,
}

/// What is bought or adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bought {
    /// Products.
    Buy,
    /// Open-source projects.
    OpenSource,
}

/// What `shortlist` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShortlistFormat {
    /// For people at a terminal.
    Text,
    /// For a document.
    Markdown,
    /// For programs: every candidate that is looked at, whatever it misses.
    Json,
}

/// Loads, matches and prints.
pub(crate) fn run(arguments: &ShortlistArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let day = match today(arguments.of.today) {
        Ok(day) => day,
        Err(message) => return Ok(output.usage_error(&message, Some("give `--today YYYY-MM-DD`"))),
    };
    let mut files = Files::default();
    match printed(arguments, day, &mut files, output) {
        Ok(Some(page)) => {
            output.print(&page?)?;
            Ok(ExitStatus::Done)
        }
        Ok(None) => {
            let help = "a rubric names one by `landscape: …`; see rubrics/README.md";
            let message = "the rubric of this file has no landscape of candidates";
            Ok(output.usage_error(message, Some(help)))
        }
        Err(error) => Ok(output.load_error(&error, &files)),
    }
}

/// What is printed; nothing if the rubric has no landscape.
fn printed(
    arguments: &ShortlistArguments,
    day: Date,
    files: &mut Files,
    output: &Output,
) -> Result<Option<anyhow::Result<String>>, LoadError> {
    let loaded = arguments.of.load(files, output)?;
    let Some(landscape) = landscape_behind(&loaded, &arguments.of.file, ReadFrom::Disk, files)?
    else {
        return Ok(None);
    };
    let bound = bind(&loaded.rubric, &landscape).map_err(LoadError::Rubric)?;
    let list = shortlist(
        &loaded.rubric,
        &bound,
        &landscape,
        &loaded.requirements,
        kinds(arguments.alternative),
        day,
    );
    Ok(Some(formatted(&list, arguments, output)))
}

fn formatted(
    list: &Shortlist<'_>,
    arguments: &ShortlistArguments,
    output: &Output,
) -> anyhow::Result<String> {
    Ok(match arguments.format {
        ShortlistFormat::Text => page::shortlist(list, arguments.all).text(output.look()),
        ShortlistFormat::Markdown => page::shortlist(list, arguments.all).markdown(),
        ShortlistFormat::Json => {
            escape::json(&crate::topics::market::shortlist_json::Document::new(list))? + "\n"
        }
    })
}

const fn kinds(alternative: Option<Bought>) -> &'static [CandidateKind] {
    match alternative {
        Some(Bought::Buy) => &[CandidateKind::Product],
        Some(Bought::OpenSource) => &[CandidateKind::OpenSource],
        None => &CandidateKind::ALL,
    }
}
