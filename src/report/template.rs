//! Reports by templates of users, in the language of Jinja.
//!
//! What a template is given is what `report --format json` prints. Values are escaped for what the template makes, which
//! the ending of its name tells; only what the template marks as safe is not.

use std::io;

use super::{filters, html};
use crate::files::Loaded;
use crate::output::json::Printed;
use crate::report::document::whole::Report;
use crate::report::json::ReportDocument;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;

/// How many steps a template may take, so that one that never ends is stopped.
const FUEL: u64 = 20_000_000;
/// The largest report a template may make, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

/// Where a template finds the templates that it includes: the text behind a name, if there is one, or why not.
pub type Loader = Box<dyn Fn(&str) -> Result<Option<String>, String> + Send + Sync>;

/// A report that is written by a template of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltIn {
    /// A page for the repository.
    Markdown,
    /// A decision record.
    Madr,
    /// A page to look at and to try changes in.
    Html,
}

/// What only a decision record is told.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Record {
    /// Its number, for tools that read it nowhere but in the front matter.
    pub number: Option<u32>,
    /// Whether its short form is written.
    pub minimal: bool,
}

impl BuiltIn {
    const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown.md.j2",
            Self::Madr => "madr.md.j2",
            Self::Html => "page.html.j2",
        }
    }

    /// The template.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Markdown => include_str!("templates/markdown.md.j2"),
            Self::Madr => include_str!("templates/madr.md.j2"),
            Self::Html => include_str!("templates/page.html.j2"),
        }
    }

    /// What it makes of a report.
    ///
    /// # Errors
    ///
    /// If the template is at fault, which does not happen.
    pub(crate) fn render(self, input: &Input<'_>) -> Result<String, String> {
        let loader = move |name: &str| Ok((name == self.name()).then(|| self.text().to_owned()));
        made(self.name(), input, Box::new(loader), None)
    }
}

/// What a report is made of.
pub(crate) struct Input<'a> {
    /// What it says.
    pub(crate) report: &'a Report<'a>,
    /// What it is about.
    pub(crate) loaded: &'a Loaded,
    /// The words of the command line that prints its figures.
    pub(crate) command: Vec<String>,
    /// What only a decision record is told.
    pub(crate) record: Record,
}

/// The text that the template of this name makes of a report.
///
/// # Errors
///
/// If the template is at fault: in words, with its name and line.
pub(crate) fn render(name: &str, input: &Input<'_>, loader: Loader) -> Result<String, String> {
    made(name, input, loader, Some(FUEL))
}

fn made(
    name: &str,
    input: &Input<'_>,
    loader: Loader,
    fuel: Option<u64>,
) -> Result<String, String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // On by itself only where the program is built with debug assertions; without it, errors do not name the value.
    environment.set_debug(true);
    environment.set_auto_escape_callback(filters::escaping);
    environment.set_formatter(filters::format);
    environment.set_fuel(fuel);
    environment.set_syntax(whitespace().map_err(|error| told(&error))?);
    environment.set_loader(move |name| {
        loader(name).map_err(|why| Error::new(ErrorKind::InvalidOperation, why))
    });
    filters::add(&mut environment);
    environment.add_global("record", Serde(input.record));
    if filters::escaping(name) == AutoEscape::Html {
        let (rubric, requirements) = (&input.loaded.rubric, &input.loaded.requirements);
        let page = html::page(rubric, requirements, &input.command);
        environment.add_global("page", page.map_err(|error| error.to_string())?);
        environment.add_global("pictures", html::pictures(input.report));
    }
    let template = environment
        .get_template(name)
        .map_err(|error| told(&error))?;
    let document = ReportDocument::new(input.report);
    let mut made = Limited(Vec::new());
    template
        .render_captured_to(Serde(Printed::new(&document)), &mut made)
        .map_err(|error| told(&error))?;
    Ok(String::from_utf8_lossy(&made.0).into_owned())
}

/// Tags on lines of their own leave no empty lines behind, and the last line break stays.
fn whitespace() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
}

/// An error in words: where, what, and what it came from.
fn told(error: &Error) -> String {
    let place = match (error.name(), error.line()) {
        (Some(name), Some(line)) => format!("`{name}`, line {line}: "),
        (Some(name), None) => format!("`{name}`: "),
        _ => String::new(),
    };
    let kind = error.kind().to_string();
    let what = match (error.kind(), error.detail()) {
        (ErrorKind::OutOfFuel, _) => "it takes too long".to_owned(),
        (_, Some(detail)) => format!("{kind}: {detail}"),
        (_, None) => kind,
    };
    let cause = std::error::Error::source(error).map(|cause| format!(" ({cause})"));
    format!("{place}{what}{}", cause.unwrap_or_default())
}

/// Bytes up to the largest report.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST {
            return Err(io::Error::other("it makes more than 16 MiB"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
