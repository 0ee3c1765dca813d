//! What the page of a report has beside its text: pictures, its style and script, and what the script works with.
//!
//! The page stands by itself: it loads nothing, says everything without a script, and with its script lets readers try a
//! change.

pub mod data;
pub mod head;
pub mod markup;
pub mod pictures;
pub mod words;

use crate::files::{Alternative, Requirements, Rubric};
use crate::report::document::whole::Report;
use crate::report::html::data::PageData;
use crate::report::html::markup::Element;
use minijinja::{Value, context};

/// Whether a text is a page of this program.
pub fn is_ours(text: &str) -> bool {
    text.starts_with("<!doctype html>") && text.contains(head::GENERATOR)
}

/// What templates of pages are given as `page`: style, script and their policy, and what changes are tried on; `command`
/// are the words of the command line that prints the same figures.
///
/// # Errors
///
/// If what the page works with cannot be written as JSON.
pub(crate) fn page(
    rubric: &Rubric,
    requirements: &Requirements,
    command: &[String],
) -> serde_json::Result<Value> {
    let script = head::script();
    let data = PageData::new(rubric, requirements, command).to_json()?;
    Ok(context! {
        policy => head::policy(&script),
        style => Value::from_safe_string(head::STYLE.to_owned()),
        script => Value::from_safe_string(script),
        data => Value::from_safe_string(data),
        command => command.join(" "),
    })
}

/// What templates of pages are given as `pictures`: those of every section, as markup.
pub(crate) fn pictures(report: &Report<'_>) -> Value {
    let markup = |picture: &Element| Value::from_safe_string(picture.to_markup());
    let sections = report.sections.iter().enumerate().map(|(at, section)| {
        let recommendation = section.recommendation;
        let id = |name: &str| match &report.mix {
            Some(_) => format!("part-{}-{name}", at + 1),
            None => name.to_owned(),
        };
        let points = pictures::contributions(&id("points"), recommendation);
        let points = points.iter().map(|(alternative, picture)| {
            let id = |alternative: Alternative| Value::from(alternative.id());
            Value::from(vec![id(*alternative), markup(picture)])
        });
        context! {
            first => pictures::first_places(&id("first"), recommendation).as_ref().map(markup),
            scores => markup(&pictures::scores(&id("scores"), recommendation)),
            points => points.collect::<Vec<_>>(),
            tornado => pictures::tornado(&id("tornado"), recommendation).as_ref().map(markup),
        }
    });
    context! {
        patterns => markup(&pictures::patterns()),
        sections => sections.collect::<Vec<_>>(),
    }
}
