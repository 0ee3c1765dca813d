//! `trilemma landscape`

mod filter;
mod import;
mod lint;
mod list;
mod show;

use crate::cli::landscape::LandscapeArguments;

use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::landscape::LandscapeCommand;
use crate::files::{Files, LandscapeError};

/// Runs a command on landscapes.
pub(crate) fn run(arguments: &LandscapeArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    match &arguments.command {
        LandscapeCommand::List(arguments) => list::run(arguments, output),
        LandscapeCommand::Show(arguments) => show::run(arguments, output),
        LandscapeCommand::Lint(arguments) => lint::run(arguments, output),
        LandscapeCommand::Import(arguments) => import::run(arguments, output),
    }
}

/// Tells why a landscape could not be loaded.
fn refused(error: &LandscapeError, files: &Files, output: &Output) -> ExitStatus {
    match error {
        LandscapeError::NotFound { .. } => output.usage_error(&error.to_string(), None),
        LandscapeError::AtFault(problems) => output.at_fault(problems, files),
    }
}
