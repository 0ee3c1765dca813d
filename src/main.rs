//! The `trilemma` program.

use std::process::ExitCode;

use clap::Parser;
use trilemma::cli::Cli;
use trilemma::commands::{refuse, run};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error).into(),
    };
    match run(cli) {
        Ok(status) => status.into(),
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
