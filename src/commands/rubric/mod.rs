//! `trilemma rubric`

mod list;
mod test;

use super::cli::RubricCommand;
use super::exit_status::ExitStatus;
use super::output::Output;

/// Runs a command on rubrics.
pub(super) fn run(command: &RubricCommand, output: &Output) -> anyhow::Result<ExitStatus> {
    match command {
        RubricCommand::List => list::run(output),
        RubricCommand::Test(arguments) => test::run(arguments, output),
    }
}
