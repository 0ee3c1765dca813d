//! A report as a document, and how it is put in the place of an older one.

use crate::cli::report::{ReportArguments, ReportFormat};
use crate::output::json;
use crate::report::document::region::{Broken, Syntax, find};
use crate::report::document::whole::Report;
use crate::report::html;
use crate::report::json::{ReportDocument, is_report};
use crate::report::template::{BuiltIn, Input};

/// A report as it is written. What is between its marks is ours, if it has some.
pub(crate) struct Document {
    /// The text.
    pub(crate) text: String,
    /// Whether an older text without marks is ours.
    pub(crate) is_ours: fn(&str) -> bool,
}

/// An older document with the new report in its place.
pub(crate) struct Refreshed {
    /// The text.
    pub(crate) text: String,
    /// Whether the front matter was left as it is because somebody changed it.
    pub(crate) keeps_front: bool,
}

/// Why an older document is not touched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Untouchable {
    /// It is not ours.
    #[error("`trilemma report` did not write it")]
    NotOurs,
    /// It is the report on another file.
    #[error("it is the report on `{0}`")]
    OfAnother(String),
    /// Somebody changed what is ours.
    #[error("somebody changed it between the marks")]
    Edited,
    /// Its marks are broken.
    #[error("{0}")]
    Broken(#[from] Broken),
}

impl Document {
    /// The report in a format.
    ///
    /// # Errors
    ///
    /// If it cannot be written, which does not happen.
    pub(crate) fn new(input: &Input<'_>, format: ReportFormat) -> anyhow::Result<Self> {
        let made = |template: BuiltIn| template.render(input).map_err(anyhow::Error::msg);
        let none: fn(&str) -> bool = |_| false;
        let (text, is_ours) = match format {
            ReportFormat::Markdown => (made(BuiltIn::Markdown)?, none),
            ReportFormat::Madr => (made(BuiltIn::Madr)?, none),
            ReportFormat::Html => (made(BuiltIn::Html)?, html::is_ours as _),
            ReportFormat::Json => {
                let document = ReportDocument::new(input.report);
                (json::print(&document)?, is_report as _)
            }
        };
        Ok(Self { text, is_ours })
    }

    /// An older document with this one in its place: of a marked one, only what is between the marks is replaced.
    ///
    /// # Errors
    ///
    /// If what is there is not ours, or was changed by somebody; nothing of that counts with `force`.
    pub(crate) fn refresh(&self, older: &str, force: bool) -> Result<Refreshed, Untouchable> {
        let whole = || Refreshed {
            text: self.text.clone(),
            keeps_front: false,
        };
        let Ok(Some(new)) = find(Syntax::Html, &self.text) else {
            return if force || self.text == older || (self.is_ours)(older) {
                Ok(whole())
            } else {
                Err(Untouchable::NotOurs)
            };
        };
        let old = match find(Syntax::Html, older) {
            Ok(Some(old)) => old,
            _ if force => return Ok(whole()),
            Ok(None) => return Err(Untouchable::NotOurs),
            Err(broken) => return Err(broken.into()),
        };
        if !force && old.source != new.source {
            return Err(Untouchable::OfAnother(old.source));
        }
        if !force && old.is_edited() {
            return Err(Untouchable::Edited);
        }
        let text = old.replaced_by(&new);
        // Front matter is put up to date too, unless none of it is ours any more.
        let (before, rest) = text.split_at(old.before.len());
        let fronts = (find(Syntax::Yaml, before), find(Syntax::Yaml, new.before));
        Ok(match fronts {
            (Ok(Some(old)), Ok(Some(new))) if force || !old.is_edited() => Refreshed {
                text: old.replaced_by(&new) + rest,
                keeps_front: false,
            },
            (Ok(Some(old)), Ok(Some(new))) => Refreshed {
                keeps_front: old.body.replace("\r\n", "\n") != new.body,
                text,
            },
            _ => Refreshed {
                text,
                keeps_front: false,
            },
        })
    }
}

/// The command that prints the figures of a report, from the folder that its paths are told from.
pub(crate) fn command(report: &Report<'_>, arguments: &ReportArguments) -> Vec<String> {
    let provenance = &report.provenance;
    let file = match provenance.input.as_str() {
        "<stdin>" => "-".to_owned(),
        dashed if dashed.starts_with('-') => format!("./{dashed}"),
        file => file.to_owned(),
    };
    let mut command = vec!["trilemma".to_owned(), "decide".to_owned(), file];
    if let Some(rubric) = &arguments.rubric {
        let path = provenance.rubric_path.as_ref();
        command.extend(["--rubric".to_owned(), path.unwrap_or(rubric).clone()]);
    }
    command
}
