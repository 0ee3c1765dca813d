//! `trilemma rubric`

mod lint;
mod list;

pub(super) use lint::{codes as lint_codes, day};

use super::cli::RubricCommand;
use super::exit_status::ExitStatus;
use super::output::Output;

/// Runs a command on rubrics.
pub(super) fn run(command: &RubricCommand, output: &Output) -> anyhow::Result<ExitStatus> {
    match command {
        RubricCommand::List => list::run(output),
        RubricCommand::Lint(arguments) => lint::run(arguments, output),
    }
}
