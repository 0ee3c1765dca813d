//! A decision record among those of the repository.

mod configured;
mod directory;
mod names;
mod records;

use std::fs;
use std::path::Path;

use self::directory::Directory;
use self::records::Records;
use super::document::Document;
use super::root::Root;
use super::target::Target;
use crate::cli::report::{ReportArguments, ReportFormat};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::report::template::Input;

/// Writes or checks the record of a requirements file.
pub(crate) fn run(
    arguments: &ReportArguments,
    named: &Path,
    mut input: Input<'_>,
    root: &Root,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    let report = input.report;
    let found = Directory::of(named, root).and_then(|directory| {
        let records = Records::of(&directory, root, arguments.base.as_deref())?;
        Ok((directory, records))
    });
    let (directory, records) = match found {
        Ok(found) => found,
        Err(message) => return Ok(output.usage_error(&message, None)),
    };
    let source = &report.provenance.input;
    let existing = match records.of_source(source) {
        Ok(existing) => existing,
        Err(message) => return Ok(output.usage_error(&message, None)),
    };
    let (name, number) = match existing {
        Some(record) => (record.name.clone(), record.number),
        None if arguments.check => {
            let folder = crate::output::escape::terminal(&directory.shown).into_owned();
            output.print(&format!("there is no record of {source} in {folder}\n"))?;
            return Ok(ExitStatus::ReportOutdated);
        }
        None if arguments.update => {
            let message = format!("there is no record of `{source}` in `{}`", directory.shown);
            return Ok(output.usage_error(&message, Some("leave out `--update` to write one")));
        }
        None => match records.next(report) {
            Ok(next) => next,
            Err(message) => {
                let help = "`--today YYYY-MM-DD` names one, or `decided-on` of the decision";
                return Ok(output.usage_error(&message, Some(help)));
            }
        },
    };
    input.record.number = number.filter(|_| directory.wants_number);
    let document = Document::new(&input, ReportFormat::Madr)?;
    if !arguments.check
        && let Err(error) = fs::create_dir_all(&directory.path)
    {
        let message = format!(
            "cannot make the folder `{}`: {}",
            directory.shown,
            error.kind()
        );
        return Ok(output.usage_error(&message, None));
    }
    match directory.file(&name).and_then(|path| {
        let mut target = Target::at(&path)?;
        target.shown = format!("{}/{name}", directory.shown);
        Ok(target)
    }) {
        Ok(target) => target.settle(&document, arguments, output),
        Err(message) => Ok(output.usage_error(&message, None)),
    }
}
