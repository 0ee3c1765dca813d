//! The result, in every format that is asked for, where it is asked for.

use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::Path;

use crate::cli::check::{CheckArguments, CheckFormat};
use crate::commands::output::Output;
use crate::output::escape;
use crate::output::text::Look;
use crate::topics::gate::{Report, github, sarif};

/// The variable that names the file to which a step on GitHub adds to the summary of its job.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";
/// What is larger is dropped by GitHub as a whole.
const LARGEST_SUMMARY: u64 = 1024 * 1024;
/// How wide a file for people is.
const WIDTH: usize = 100;

/// Prints and writes. What could not be written comes back as a message.
pub(crate) fn all(
    arguments: &CheckArguments,
    report: &Report,
    output: &Output,
) -> anyhow::Result<Result<(), String>> {
    let look = output.look();
    output.print(&render(arguments.format, report, look, arguments.quiet)?)?;
    if arguments.format == CheckFormat::Github
        && let Some(path) = std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty())
        && let Err(error) = add_summary(
            Path::new(&path),
            &crate::topics::gate::markdown::check(report),
        )
    {
        // The summary is an extra; the gate does not hang on it.
        output.tell(&format!(
            "note: the summary of the job was not written: {error}\n"
        ));
    }
    for written in &arguments.output {
        let look = Look {
            width: WIDTH,
            ascii: look.ascii,
        };
        let text = render(written.format, report, look, false)?;
        let plain = anstream::adapter::strip_str(&text).to_string();
        if let Err(error) = std::fs::write(&written.path, plain) {
            let path = written.path.display();
            return Ok(Err(format!("`{path}` cannot be written: {error}")));
        }
    }
    Ok(Ok(()))
}

fn render(
    format: CheckFormat,
    report: &Report,
    look: Look,
    quiet: bool,
) -> serde_json::Result<String> {
    Ok(match format {
        CheckFormat::Text => crate::topics::gate::text::check(report, look, quiet),
        CheckFormat::Json => {
            escape::json(&crate::topics::gate::json::Document::new(report))? + "\n"
        }
        CheckFormat::Github => github::check(report),
        CheckFormat::Sarif => escape::json(&sarif::check(report))? + "\n",
        CheckFormat::Junit => crate::topics::gate::junit::check(report),
        CheckFormat::Markdown => crate::topics::gate::markdown::check(report),
    })
}

fn add_summary(path: &Path, page: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let size = file.metadata()?.len() + page.len() as u64;
    if size > LARGEST_SUMMARY {
        return Err(io::Error::other("it is full"));
    }
    file.write_all(page.as_bytes())
}
