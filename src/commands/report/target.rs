//! Where a report goes: looked at, checked or written.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::document::{Document, Untouchable};
use super::drift::drift;
use crate::cli::report::ReportArguments;
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::requirements::write::{Replace, write_whole};
use crate::output::escape::terminal;

/// A report larger than this is not one.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A file that a report goes to.
pub(crate) struct Target {
    /// Its path.
    pub(crate) path: PathBuf,
    /// Its path as it is told.
    pub(crate) shown: String,
    /// What is there already.
    pub(crate) older: Option<String>,
}

impl Target {
    /// The file at a path, which may be there.
    ///
    /// # Errors
    ///
    /// If something is there that cannot be read as text, in words.
    pub(crate) fn at(path: &Path) -> Result<Self, String> {
        let shown = path.display().to_string().replace('\\', "/");
        let refuse = |why: String| format!("`{shown}` cannot be read: {why}");
        let older = match fs::metadata(path) {
            Ok(found) if !found.is_file() => return Err(refuse("it is no file".to_owned())),
            Ok(found) if found.len() > LARGEST => return Err(refuse("it is too large".to_owned())),
            Ok(_) => Some(fs::read_to_string(path).map_err(|error| refuse(error.to_string()))?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(refuse(error.to_string())),
        };
        Ok(Self {
            path: path.to_owned(),
            shown,
            older,
        })
    }

    /// Checks or writes the file.
    pub(crate) fn settle(
        &self,
        document: &Document,
        arguments: &ReportArguments,
        output: &Output,
    ) -> anyhow::Result<ExitStatus> {
        if arguments.check {
            return Ok(self.check(document, output)?);
        }
        let (text, replace) = match &self.older {
            None if arguments.update => {
                let message = format!("there is no `{}` to update", self.shown);
                return Ok(output.usage_error(&message, Some("leave out `--update` to write it")));
            }
            None => (document.text.clone(), Replace::Never),
            Some(older) => match document.refresh(older, arguments.force) {
                Ok(refreshed) => {
                    if refreshed.keeps_front {
                        output.tell(&self.front_note());
                    }
                    if refreshed.text == *older {
                        output.tell(&format!("{} is up to date\n", terminal(&self.shown)));
                        return Ok(ExitStatus::Done);
                    }
                    (refreshed.text, Replace::Whatever)
                }
                Err(why) => return Ok(self.refuse(&why, output)),
            },
        };
        Ok(match write_whole(&self.path, &text, replace) {
            Ok(()) => {
                output.tell(&format!("wrote {}\n", terminal(&self.shown)));
                ExitStatus::Done
            }
            Err(error) => {
                let message = match error.kind() {
                    io::ErrorKind::NotFound => "there is no such folder".to_owned(),
                    kind => kind.to_string(),
                };
                let message = format!("cannot write `{}`: {message}", self.shown);
                output.usage_error(&message, None)
            }
        })
    }

    /// Whether the file says what the report would; what differs goes to standard output.
    fn check(&self, document: &Document, output: &Output) -> io::Result<ExitStatus> {
        let shown = terminal(&self.shown);
        let Some(older) = &self.older else {
            output.print(&format!("{shown} is not there\n"))?;
            return Ok(ExitStatus::ReportOutdated);
        };
        let refreshed = match document.refresh(older, false) {
            Ok(refreshed) => refreshed,
            Err(why) => {
                output.print(&format!("{shown} cannot be up to date: {why}\n"))?;
                return Ok(ExitStatus::ReportOutdated);
            }
        };
        if refreshed.keeps_front {
            output.tell(&self.front_note());
        }
        match drift(older, &refreshed.text) {
            None => {
                output.print(&format!("{shown} is up to date\n"))?;
                Ok(ExitStatus::Done)
            }
            Some(differences) => {
                output.print(&format!(
                    "{shown} does not say what the requirements say any more:\n{differences}the same command with `--update` instead of `--check` refreshes it\n"
                ))?;
                Ok(ExitStatus::ReportOutdated)
            }
        }
    }

    fn refuse(&self, why: &Untouchable, output: &Output) -> ExitStatus {
        let help = match why {
            Untouchable::NotOurs => "`--force` replaces it, or `-o` names another file",
            Untouchable::OfAnother(_) => "`-o` names another file, or `--force` replaces it",
            Untouchable::Edited => {
                "move what is yours below the mark at its end, where nothing is touched; `--force` throws it away"
            }
            Untouchable::Broken(_) => "mend the marks, or let `--force` replace the whole file",
        };
        output.usage_error(
            &format!("`{}` is left as it is: {why}", self.shown),
            Some(help),
        )
    }

    fn front_note(&self) -> String {
        format!(
            "note: the front matter of {} was changed by hand and is left as it is\n",
            terminal(&self.shown)
        )
    }
}
