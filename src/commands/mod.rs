//! The command line: one module per subcommand, which reads, calls the layers and prints.

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
mod session;
mod shortlist;
mod today;

pub(crate) use exit_status::ExitStatus;

use crate::cli::{Cli, Command};
use crate::commands::output::Output;
use crate::commands::session::{Done, Session};
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
    let mut session = Session::new(&output);
    carried_out(cli.command, &mut session).or_else(|refusal| session.refuse(refusal))
}

fn carried_out(command: Option<Command>, session: &mut Session<'_>) -> Done {
    match command {
        Some(Command::Decide(arguments)) => decide::run(&arguments, session),
        Some(Command::Check(arguments)) => check::run(&arguments, session),
        Some(Command::Compare(arguments)) => compare::run(&arguments, session),
        Some(Command::Report(arguments)) => Ok(report::run(&arguments, session.output)?),
        Some(Command::Explain(arguments)) => explain::run(&arguments, session),
        Some(Command::Interview(arguments)) => interview::run(&arguments, session),
        Some(Command::Init(arguments)) => interview::init(&arguments, session),
        Some(Command::Landscape(arguments)) => landscape::run(&arguments.command, session),
        Some(Command::Plan(arguments)) => plan::run(&arguments, session),
        Some(Command::Rubric(arguments)) => rubric::run(&arguments.command, session),
        Some(Command::Shortlist(arguments)) => shortlist::run(&arguments, session),
        Some(Command::Schema(arguments)) => schema::run(&arguments, session),
        None => session.print(crate::cli::INTRODUCTION),
    }
}
