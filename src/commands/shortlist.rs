//! `trilemma shortlist`

use super::session::{Done, Refusal, Session, landscape_behind};
use super::today::today;
use crate::cli::PageFormat;
use crate::cli::plan::{Bought, ShortlistArguments};
use crate::engine::matching::{bind, shortlist};
use crate::files::{CandidateKind, LoadError, ReadFrom};
use crate::output::json;
use crate::topics::market::json::Printed;
use crate::topics::market::page;

/// Loads, matches and prints.
pub(crate) fn run(arguments: &ShortlistArguments, session: &mut Session<'_>) -> Done {
    let day = today(arguments.of.today)?;
    let loaded = session.asked(&arguments.of)?;
    let (path, files) = (&arguments.of.file, &mut session.files);
    let Some(landscape) = landscape_behind(&loaded, path, ReadFrom::Disk, files)? else {
        let refusal = Refusal::usage("the rubric of this file has no landscape of candidates");
        return Err(refusal.help("a rubric names one by `landscape: …`; see rubrics/README.md"));
    };
    let (rubric, requirements) = (&loaded.rubric, &loaded.requirements);
    let bound = bind(rubric, &landscape).map_err(LoadError::Rubric)?;
    let kinds: &[CandidateKind] = match arguments.alternative {
        Some(Bought::Buy) => &[CandidateKind::Product],
        Some(Bought::OpenSource) => &[CandidateKind::OpenSource],
        None => &CandidateKind::ALL,
    };
    let list = shortlist(rubric, &bound, &landscape, requirements, kinds, day);
    session.print(&match arguments.format {
        PageFormat::Text => page::shortlist(&list, arguments.all).text(session.output.look()),
        PageFormat::Markdown => page::shortlist(&list, arguments.all).markdown(),
        PageFormat::Json => json::print(&Printed::new(&list))?,
    })
}
