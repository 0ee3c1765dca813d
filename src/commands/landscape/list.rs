//! `trilemma landscape list`

use super::filter::{Filter, Passes};
use super::refused;
use crate::cli::{PageFormat, landscape::ListArguments};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::{Candidate, Files, load_landscape};
use crate::output::json;
use crate::topics::market::json::Candidates;
use crate::topics::market::page::candidates;

/// Prints the candidates that pass.
pub(crate) fn run(arguments: &ListArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let landscape = match load_landscape(&arguments.landscape, &mut files) {
        Ok(landscape) => landscape,
        Err(error) => return Ok(refused(&error, &files, output)),
    };
    let filter = match Filter::new(arguments, &landscape) {
        Ok(filter) => filter,
        Err((message, help)) => return Ok(output.usage_error(&message, help.as_deref())),
    };
    let those = |wanted: Passes| {
        let all = landscape.candidates.iter();
        let those: Vec<&Candidate> = all
            .filter(|candidate| filter.passes(candidate) == wanted)
            .collect();
        those
    };
    let listed = those(Passes::Yes);
    let not_documented = those(Passes::NotDocumented);
    let page = candidates(&landscape, &listed, &not_documented);
    output.print(&match arguments.format {
        PageFormat::Text => page.text(output.look()),
        PageFormat::Markdown => page.markdown(),
        PageFormat::Json => json::print(&Candidates::new(&landscape, &listed))?,
    })?;
    Ok(ExitStatus::Done)
}
