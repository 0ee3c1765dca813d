//! `trilemma landscape show`

use super::refused;
use crate::cli::{PageFormat, landscape::ShowArguments};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::{Files, did_you_mean, load_landscape};
use crate::output::json;
use crate::topics::market::json::Candidates;
use crate::topics::market::page;

/// Prints everything about a candidate.
pub(crate) fn run(arguments: &ShowArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    let mut files = Files::default();
    let landscape = match load_landscape(&arguments.landscape, &mut files) {
        Ok(landscape) => landscape,
        Err(error) => return Ok(refused(&error, &files, output)),
    };
    let Some(candidate) = landscape.find(&arguments.id) else {
        let message = format!(
            "the landscape `{}` has no candidate `{}`",
            landscape.id, arguments.id
        );
        let known = landscape.candidates.iter();
        let help = did_you_mean(&arguments.id, known.map(|candidate| candidate.id.as_str()));
        let help = help.unwrap_or_else(|| "`trilemma landscape list` names them all".to_owned());
        return Ok(output.usage_error(&message, Some(&help)));
    };
    output.print(&match arguments.format {
        PageFormat::Text => page::candidate(&landscape, candidate).text(output.look()),
        PageFormat::Markdown => page::candidate(&landscape, candidate).markdown(),
        PageFormat::Json => json::print(&Candidates::new(&landscape, &[candidate]))?,
    })?;
    Ok(ExitStatus::Done)
}
