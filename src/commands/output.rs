//! Standard output and standard error, and what they are like.

use std::borrow::Cow;
use std::io;
use std::io::{IsTerminal, Write};

use super::exit_status::ExitStatus;
use crate::cli::{Color, LookArguments};
use crate::files::problem_print::problems;
use crate::files::{Files, LoadError};
use crate::output::escape::terminal;
use crate::output::text::Look;
use anstream::ColorChoice;
use anstream::adapter::strip_str;

/// Columns where nothing tells how wide the terminal is.
const DEFAULT_WIDTH: usize = 80;
/// Lines longer than this are hard to read.
const MAX_WIDTH: usize = 100;
const MIN_WIDTH: usize = 40;

/// Where results and messages go.
pub(crate) struct Output {
    color: ColorChoice,
    ascii: bool,
}

impl Output {
    pub(crate) fn new(arguments: LookArguments) -> Self {
        let color = match arguments.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        };
        Self {
            color,
            ascii: arguments.ascii || locale_is_ascii(),
        }
    }

    /// What standard output is like.
    pub(crate) fn look(&self) -> Look {
        Look {
            width: width(&io::stdout()),
            ascii: self.ascii,
        }
    }

    /// What standard error is like.
    pub(crate) fn look_of_messages(&self) -> Look {
        Look {
            width: width(&io::stderr()),
            ascii: self.ascii,
        }
    }

    /// Whether messages are drawn without colour, or with ASCII alone.
    pub(crate) fn is_plain(&self) -> bool {
        self.ascii || self.choice(&io::stderr()) == ColorChoice::Never
    }

    /// Prints a result. A reader that went away is no error: it has seen what it wanted.
    pub(crate) fn print(&self, text: &str) -> io::Result<()> {
        let choice = self.choice(&io::stdout());
        // Stripped as a whole, for a stream that strips would write every piece between two colours on its own.
        let text = match choice {
            ColorChoice::Never => Cow::Owned(strip_str(text).to_string()),
            _ => Cow::Borrowed(text),
        };
        let mut stdout = anstream::AutoStream::new(io::stdout().lock(), choice);
        match stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
        {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// Prints a message beside the result.
    pub(crate) fn tell(&self, text: &str) {
        let mut stderr = anstream::AutoStream::new(io::stderr().lock(), self.choice(&io::stderr()));
        // Nowhere is left to report a failure to.
        let _ = stderr.write_all(text.as_bytes());
    }

    /// Prints an error of the command line.
    pub(crate) fn usage_error(&self, message: &str, help: Option<&str>) -> ExitStatus {
        let style = anstyle::AnsiColor::Red.on_default().bold();
        let help = help
            .map(|help| format!("  help: {}\n", terminal(help)))
            .unwrap_or_default();
        self.tell(&format!(
            "{style}error{style:#}: {}\n{help}",
            terminal(message)
        ));
        ExitStatus::UsageOrRubricAtFault
    }

    /// Tells why something could not be loaded.
    pub(crate) fn load_error(&self, error: &LoadError, files: &Files) -> ExitStatus {
        let (found, status) = match error {
            LoadError::Requirements(found) => (found, ExitStatus::RequirementsAtFault),
            LoadError::Rubric(found)
            | LoadError::Landscape(found)
            | LoadError::Cases(found)
            | LoadError::CommandLine(found) => (found, ExitStatus::UsageOrRubricAtFault),
            LoadError::Unreadable { .. } | LoadError::NoSuchRubric { .. } => {
                return self.usage_error(&error.to_string(), None);
            }
        };
        self.tell(&problems(found, files, width(&io::stderr()), self.ascii));
        status
    }

    fn choice(&self, stream: &impl anstream::stream::RawStream) -> ColorChoice {
        match self.color {
            ColorChoice::Auto => anstream::AutoStream::choice(stream),
            choice => choice,
        }
    }
}

/// The width of a stream's terminal, or what COLUMNS says, within what can be read.
fn width(stream: &impl IsTerminal) -> usize {
    let stated = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let terminal = || {
        let size = stream
            .is_terminal()
            .then(terminal_size::terminal_size)
            .flatten();
        size.map(|(width, _)| usize::from(width.0))
    };
    stated
        .or_else(terminal)
        .unwrap_or(DEFAULT_WIDTH)
        .clamp(MIN_WIDTH, MAX_WIDTH)
}

/// Whether the locale names a character set other than UTF-8. Where it names none, UTF-8 is most likely.
fn locale_is_ascii() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.is_some_and(|locale| {
        let upper = locale.to_uppercase();
        upper == "C"
            || upper == "POSIX"
            || (upper.contains('.') && !upper.contains("UTF-8") && !upper.contains("UTF8"))
    })
}
