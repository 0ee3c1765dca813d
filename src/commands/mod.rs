//! The command line: one module per subcommand, which reads, calls the layers and prints.

mod candidates;
mod check;
mod compare;
mod decide;
mod exit_status;
mod explain;
mod git;
mod interview;
mod landscape;
mod output;
pub mod output_schemas;
mod plan;
mod report;
mod rubric;
mod schema;
mod shortlist;
mod today;

pub use exit_status::ExitStatus;

use crate::cli::{Cli, Command};
use crate::commands::output::Output;
use crate::output::escape::terminal;

/// Prints what was asked for instead of a command (help, the version), or what is wrong with the command line.
pub fn refuse(error: &clap::Error) -> ExitStatus {
    if !error.use_stderr() {
        // Help and version go where results go; nothing is left to do if they cannot.
        let _ = error.print();
        return ExitStatus::Done;
    }
    let acts = |text: String| text.chars().any(char::is_control);
    if std::env::args_os().any(|argument| acts(argument.to_string_lossy().into_owned())) {
        // The argument would be repeated as it is.
        let message = error.to_string();
        let lines: Vec<String> = message
            .lines()
            .map(|line| terminal(line).into_owned())
            .collect();
        anstream::eprintln!("{}", lines.join("\n"));
    } else {
        let _ = error.print();
    }
    ExitStatus::UsageOrRubricAtFault
}

/// Runs a command line that was understood.
///
/// # Errors
///
/// If the result could not be written; a reader that went away is no error.
pub fn run(cli: Cli) -> anyhow::Result<ExitStatus> {
    let output = Output::new(cli.look);
    match cli.command {
        Some(Command::Decide(arguments)) => decide::run(&arguments, &output),
        Some(Command::Check(arguments)) => check::run(&arguments, &output),
        Some(Command::Compare(arguments)) => compare::run(&arguments, &output),
        Some(Command::Report(arguments)) => report::run(&arguments, &output),
        Some(Command::Explain(arguments)) => explain::run(&arguments, &output),
        Some(Command::Interview(arguments)) => interview::run(&arguments, &output),
        Some(Command::Init(arguments)) => interview::init(&arguments, &output),
        Some(Command::Landscape(arguments)) => landscape::run(&arguments, &output),
        Some(Command::Plan(arguments)) => plan::run(&arguments, &output),
        Some(Command::Rubric(arguments)) => rubric::run(&arguments.command, &output),
        Some(Command::Shortlist(arguments)) => shortlist::run(&arguments, &output),
        Some(Command::Schema(arguments)) => schema::run(&arguments, &output),
        None => {
            output.print(crate::cli::INTRODUCTION)?;
            Ok(ExitStatus::Done)
        }
    }
}
