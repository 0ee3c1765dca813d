//! What can be said to `trilemma report`.

use std::path::{Path, PathBuf};

use super::today::day;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

const NOTES: &str = "\
Examples:
  trilemma report requirements.yaml
  trilemma report requirements.yaml -o docs/serving.md
  trilemma report requirements.yaml --format html -o serving.html
  trilemma report requirements.yaml --adr
  trilemma report requirements.yaml --adr --check

Exit codes of `report`:
  0    done; with `--check`, the report is up to date
  1    the requirements file is at fault, or `--check` finds the report out of date
  2    the command line, the rubric or the template is at fault, or a file cannot be read or written";

/// Write the report on a decision, for a review meeting or as a decision record.
///
/// The answer comes first, then why, how firm it is, what would change it, and what happens next. What is written to a
/// file stands between two marks: writing it again refreshes what is between them and leaves everything around them as
/// it is. docs/reports.md describes formats, decision records and templates.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // they are switches
#[command(after_help = NOTES, override_usage = "trilemma report [OPTIONS] <FILE>")]
pub(crate) struct ReportArguments {
    /// The requirements file; `-` reads standard input.
    #[arg(value_name = "FILE", required_unless_present = "print_template")]
    file: Option<PathBuf>,
    /// What to write: markdown, or madr with `--adr`, if left out.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ReportFormat>,
    /// Use this rubric instead of the one that the file names: a bundled id, or a path.
    #[arg(long, value_name = "RUBRIC")]
    pub(crate) rubric: Option<String>,
    /// Write to this file instead of standard output.
    #[arg(long, short, value_name = "PATH", conflicts_with = "adr")]
    pub(crate) output: Option<PathBuf>,
    /// Write a decision record where the repository keeps them, under the next free number: the folder that `adrs.toml`,
    /// `.adr-dir` or `.log4brains.yml` names, else docs/decisions, docs/adr or doc/adr. `--adr=DIR` names another.
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub(crate) adr: Option<String>,
    /// Leave numbers free that records of this revision have; the default branch of `origin` if left out.
    #[arg(long, value_name = "REV", requires = "adr")]
    pub(crate) base: Option<String>,
    /// Write the short form of a decision record.
    #[arg(long)]
    pub(crate) minimal: bool,
    /// Write with a template of your own, in the language of Jinja. What it is given is what `--format json` prints.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "adr", "minimal"])]
    pub(crate) template: Option<PathBuf>,
    /// Print the template behind a report, to start your own from, and nothing else.
    #[arg(long, value_enum, value_name = "NAME", exclusive = true)]
    pub(crate) print_template: Option<TemplateName>,
    /// Refresh a report that is there, and write none where there is not.
    #[arg(long)]
    pub(crate) update: bool,
    /// Write nothing; fail if the report that is there does not say what it would.
    #[arg(long, conflicts_with_all = ["update", "force"])]
    pub(crate) check: bool,
    /// Write over what others wrote or changed.
    #[arg(long)]
    pub(crate) force: bool,
    /// Put this day on the report, and tell how old the landscape is on it. Without it, a report says the same on every day.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<Date>,
}

/// What `report` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// A page for the repository.
    Markdown,
    /// A decision record: Markdown Any Decision Records 4.0.
    Madr,
    /// A page to look at and to try changes in, which stands by itself.
    Html,
    /// For programs, and what templates are given.
    Json,
}

/// A template of the program.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TemplateName {
    /// That of `--format markdown`; name yours `….md.j2`.
    Markdown,
    /// That of `--format madr`; name yours `….md.j2`.
    Madr,
    /// That of `--format html`; name yours `….html.j2`.
    Html,
}

impl ReportArguments {
    /// The requirements file.
    pub(crate) fn file(&self) -> &Path {
        self.file.as_deref().unwrap_or_else(|| Path::new("-"))
    }

    /// The format that is meant.
    pub(crate) fn format(&self) -> ReportFormat {
        match (self.format, &self.adr) {
            (Some(format), _) => format,
            (None, Some(_)) => ReportFormat::Madr,
            (None, None) => ReportFormat::Markdown,
        }
    }

    /// What does not go together, beyond what the parser knows.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        let is_record = self.format() == ReportFormat::Madr && self.template.is_none();
        if self.adr.is_some() && !is_record {
            Some("`--adr` writes decision records, which are `--format madr`")
        } else if self.minimal && !is_record {
            Some("`--minimal` is a form of decision records; it needs `--format madr` or `--adr`")
        } else if (self.update || self.check) && self.output.is_none() && self.adr.is_none() {
            Some("`--update` and `--check` need a report to look at: `-o PATH` or `--adr`")
        } else {
            None
        }
    }
}
