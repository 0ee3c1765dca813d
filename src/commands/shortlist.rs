//! `trilemma shortlist`

use super::candidates::landscape_behind;
use super::exit_status::ExitStatus;
use super::output::Output;
use super::today::today;
use crate::cli::PageFormat;
use crate::cli::plan::{Bought, ShortlistArguments};
use crate::engine::matching::{Shortlist, bind, shortlist};
use crate::files::{CandidateKind, Files, LoadError, ReadFrom};
use crate::output::escape;
use crate::topics::market::page;
use jiff::civil::Date;

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
        PageFormat::Text => page::shortlist(list, arguments.all).text(output.look()),
        PageFormat::Markdown => page::shortlist(list, arguments.all).markdown(),
        PageFormat::Json => {
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
