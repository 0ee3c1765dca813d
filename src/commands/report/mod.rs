//! `trilemma report`

mod adr;
mod document;
mod drift;
mod root;
mod target;
mod template;

use std::path::Path;

use super::exit_status::ExitStatus;
use super::output::Output;
use crate::cli::report::{ReportArguments, TemplateName};
use crate::commands::report::document::{Document, command};
use crate::commands::report::root::Root;
use crate::commands::report::target::Target;
use crate::commands::session::{Done, Session};
use crate::engine::matching::{Age, Bound, shortlist_parts};
use crate::files::{
    CandidateKind, Files, Landscape, Loaded, RubricOrigin, content_hash, text_hash,
};
use crate::report::document::provenance::Provenance;
use crate::report::document::whole::Report;
use crate::report::template::{BuiltIn, Input, Record};
use crate::topics::market::candidates::Listing;

/// Loads, decides, and writes or checks the report.
pub(crate) fn run(arguments: &ReportArguments, output: &Output) -> anyhow::Result<ExitStatus> {
    if let Some(problem) = arguments.problem() {
        return Ok(output.usage_error(problem, None));
    }
    if let Some(name) = arguments.print_template {
        let template = match name {
            TemplateName::Markdown => BuiltIn::Markdown,
            TemplateName::Madr => BuiltIn::Madr,
            TemplateName::Html => BuiltIn::Html,
        };
        output.print(template.text())?;
        return Ok(ExitStatus::Done);
    }
    let mut session = Session::new(output);
    written(arguments, &mut session).or_else(|refusal| session.refuse(refusal))
}

fn written(arguments: &ReportArguments, session: &mut Session<'_>) -> Done {
    let loaded = session.load(arguments.file(), arguments.rubric.as_deref(), &[], &[])?;
    let decision = session.decision(loaded, arguments.file())?;
    let bound = decision.bound()?;
    let loaded = &decision.loaded;
    let listing = bound
        .as_ref()
        .map(|(landscape, bound)| listing(arguments, loaded, landscape, bound));
    let assessment = decision.assess()?;
    let root = Root::of(arguments.file())?;
    let provenance = provenance(arguments, loaded, &session.files, &root);
    let report = Report::new(&assessment, listing.as_ref(), provenance);
    let input = Input {
        report: &report,
        loaded,
        command: command(&report, arguments),
        record: Record {
            number: None,
            minimal: arguments.minimal,
        },
    };
    Ok(write(input, &root, arguments, session.output)?)
}

/// The candidates behind a requirements file. Their age counts from the day of the report, and is not told where that
/// has none: a report that is checked tomorrow is to say the same.
fn listing<'a>(
    arguments: &ReportArguments,
    loaded: &'a Loaded,
    landscape: &'a Landscape,
    bound: &'a Bound<'_>,
) -> Listing<'a> {
    let (rubric, requirements) = (&loaded.rubric, &loaded.requirements);
    let kinds = &CandidateKind::ALL;
    Listing {
        rubric,
        landscape,
        parts: shortlist_parts(rubric, bound, landscape, requirements, kinds),
        age: arguments.today.map(|today| Age::of(landscape, today)),
    }
}

/// Writes or checks the report.
fn write(
    input: Input<'_>,
    root: &Root,
    arguments: &ReportArguments,
    output: &Output,
) -> anyhow::Result<ExitStatus> {
    if let Some(directory) = &arguments.adr {
        return adr::run(arguments, Path::new(directory), input, root, output);
    }
    let document = match &arguments.template {
        Some(template) => match template::document(&input, template) {
            Ok(document) => document,
            Err(message) => return Ok(output.usage_error(&message, None)),
        },
        None => Document::new(&input, arguments.format())?,
    };
    match &arguments.output {
        None => {
            output.print(&document.text)?;
            Ok(ExitStatus::Done)
        }
        Some(path) => match Target::at(path) {
            Ok(target) => target.settle(&document, arguments, output),
            Err(message) => Ok(output.usage_error(&message, None)),
        },
    }
}

fn provenance(
    arguments: &ReportArguments,
    loaded: &Loaded,
    files: &Files,
    root: &Root,
) -> Provenance {
    let text = files.iter().next().map_or("", |file| &file.text);
    Provenance {
        input: root.named(arguments.file()),
        input_hash: text_hash([text]),
        rubric_path: match loaded.rubric.origin() {
            RubricOrigin::Bundled => None,
            RubricOrigin::Path(path) => Some(root.named(Path::new(path))),
        },
        rubric_hash: content_hash(&loaded.rubric, files),
        today: arguments.today,
    }
}
