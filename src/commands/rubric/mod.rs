//! `trilemma rubric`

mod diff;
mod lint;
mod list;
mod new;
mod show;
mod test;

use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::rubric::RubricCommand;

/// Runs a command on rubrics.
pub(crate) fn run(command: &RubricCommand, output: &Output) -> anyhow::Result<ExitStatus> {
    match command {
        RubricCommand::List => list::run(output),
        RubricCommand::Show(arguments) => show::run(arguments, output),
        RubricCommand::Diff(arguments) => diff::run(arguments, output),
        RubricCommand::New(arguments) => new::run(arguments, output),
        RubricCommand::Lint(arguments) => lint::run(arguments, output),
        RubricCommand::Test(arguments) => test::run(arguments, output),
    }
}
