//! A report as a document, and how it is put in the place of an older one.

use crate::cli::report::{ReportArguments, ReportFormat};
use crate::files::Loaded;
use crate::output::json;
use crate::report::document::region::{Broken, Region, Syntax, find, marked};
use crate::report::document::whole::Report;
use crate::report::{html, madr};

/// A report as it is written.
pub(crate) enum Document {
    /// Text of which a marked region is ours.
    Marked {
        /// The lines of the front matter, if it has one.
        front: Option<String>,
        /// What stands between the marks.
        body: String,
        /// The requirements file, as named in the report.
        source: String,
    },
    /// Text that is ours as a whole, and how to tell.
    Whole {
        /// The text.
        text: String,
        /// Whether an older text is ours too.
        is_ours: fn(&str) -> bool,
    },
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
    /// The report in a format; a page lets readers try changes on what it was made from.
    ///
    /// # Errors
    ///
    /// If it cannot be written as JSON, which does not happen.
    pub(crate) fn new(
        report: &Report<'_>,
        loaded: &Loaded,
        arguments: &ReportArguments,
    ) -> anyhow::Result<Self> {
        Ok(match arguments.format() {
            ReportFormat::Markdown => Self::Marked {
                front: None,
                body: spaced(&crate::report::markdown::report(report)),
                source: report.provenance.input.clone(),
            },
            ReportFormat::Madr => Self::record(report, arguments, None)?,
            ReportFormat::Html => Self::Whole {
                text: html::report(
                    report,
                    &loaded.rubric,
                    &loaded.requirements,
                    &command(report, arguments),
                )?,
                is_ours: html::is_ours,
            },
            ReportFormat::Json => Self::Whole {
                text: json::print(&crate::report::json::ReportDocument::new(report))?,
                is_ours: crate::report::json::is_report,
            },
        })
    }

    /// The report as a decision record, with its number if it has one.
    ///
    /// # Errors
    ///
    /// If its front matter cannot be written as YAML, which does not happen.
    pub(crate) fn record(
        report: &Report<'_>,
        arguments: &ReportArguments,
        number: Option<u32>,
    ) -> anyhow::Result<Self> {
        let (front, body) = if arguments.minimal {
            (None, madr::minimal(report))
        } else {
            let front = madr::front_matter(report, number)?;
            (Some(front), madr::full(report))
        };
        Ok(Self::Marked {
            front,
            body: spaced(&body),
            source: report.provenance.input.clone(),
        })
    }

    /// The whole text of a new document.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Whole { text, .. } => text.clone(),
            Self::Marked {
                front,
                body,
                source,
            } => {
                let front = front.as_ref().map(|front| {
                    let front = marked(Syntax::Yaml, "", front);
                    format!("---\n{front}---\n\n")
                });
                front.unwrap_or_default() + &marked(Syntax::Html, source, body)
            }
        }
    }

    /// An older document with this one in its place: of a marked one, only what is between the marks is replaced.
    ///
    /// # Errors
    ///
    /// If what is there is not ours, or was changed by somebody; nothing of that counts with `force`.
    pub(crate) fn refresh(&self, older: &str, force: bool) -> Result<Refreshed, Untouchable> {
        let whole = || Refreshed {
            text: self.text(),
            keeps_front: false,
        };
        let (front, body, source) = match self {
            Self::Whole { text, is_ours } => {
                return if force || text == older || is_ours(older) {
                    Ok(whole())
                } else {
                    Err(Untouchable::NotOurs)
                };
            }
            Self::Marked {
                front,
                body,
                source,
            } => (front, body, source),
        };
        let region = match find(Syntax::Html, older) {
            Ok(Some(region)) => region,
            _ if force => return Ok(whole()),
            Ok(None) => return Err(Untouchable::NotOurs),
            Err(broken) => return Err(broken.into()),
        };
        if !force && region.source != *source {
            return Err(Untouchable::OfAnother(region.source));
        }
        if !force && region.is_edited() {
            return Err(Untouchable::Edited);
        }
        let text = region.replaced_by(&marked(Syntax::Html, source, body));
        Ok(with_front(text, &region, front.as_deref(), force))
    }
}

/// A document whose front matter is put up to date too, unless it has none of ours any more.
fn with_front(text: String, region: &Region<'_>, front: Option<&str>, force: bool) -> Refreshed {
    let Some(front) = front else {
        return Refreshed {
            text,
            keeps_front: false,
        };
    };
    let (before, rest) = text.split_at(region.before.len());
    match find(Syntax::Yaml, before) {
        Ok(Some(ours)) if force || !ours.is_edited() => Refreshed {
            text: ours.replaced_by(&marked(Syntax::Yaml, "", front)) + rest,
            keeps_front: false,
        },
        Ok(Some(ours)) => Refreshed {
            keeps_front: ours.body.replace("\r\n", "\n") != front,
            text,
        },
        Ok(None) | Err(_) => Refreshed {
            text,
            keeps_front: false,
        },
    }
}

/// The command that prints the figures of a report, from the folder that its paths are told from.
fn command(report: &Report<'_>, arguments: &ReportArguments) -> Vec<String> {
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

/// A page with an empty line on either side, so that the marks are blocks of their own.
fn spaced(page: &str) -> String {
    format!("\n{page}\n")
}
