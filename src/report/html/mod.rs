//! The decision report as one page that stands by itself: it loads nothing, says everything without a script, and with
//! its script lets readers try a change.

pub mod data;
pub mod head;
pub mod markup;
pub mod page;
pub mod part;
pub mod pictures;
pub mod sections;
pub mod words;

use crate::files::{Requirements, Rubric};
use crate::report::document::whole::Report;
use crate::report::html::data::PageData;

/// Whether a text is a page of this program.
pub fn is_ours(text: &str) -> bool {
    text.starts_with("<!doctype html>") && text.contains(head::GENERATOR)
}

/// The page of a report. Changes are tried on the rubric and the requirements that it was made from; `command` are the
/// words of the command line that prints the same figures, such as `trilemma decide requirements.yaml`.
///
/// # Errors
///
/// If what the page works with cannot be written as JSON.
pub fn report(
    report: &Report<'_>,
    rubric: &Rubric,
    requirements: &Requirements,
    command: &[String],
) -> serde_json::Result<String> {
    let data = PageData::new(rubric, requirements, command).to_json()?;
    Ok(page::document(report, &command.join(" "), data))
}
