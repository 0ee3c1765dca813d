//! The draft: where every answer is kept as soon as it is given.

use std::io;
use std::path::{Path, PathBuf};

use super::interrupt::farewell;
use crate::input::write::{DraftFile, Replace, write_whole};
use crate::interview::{Plan, Stop, Walk};
use crate::model::{Rubric, wording};

/// Keeps an interview's draft.
pub(super) struct Keeper {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The rubric as it was given.
    pub(super) rubric: String,
    /// The file whose answers the interview began with.
    pub(super) from: Option<String>,
    /// Which questions are asked.
    pub(super) plan: Plan,
    /// The ids of those questions, where they are chosen once.
    pub(super) planned: Option<Vec<String>>,
    /// The command that goes on with it.
    pub(super) resume: String,
}

impl Keeper {
    /// Where the draft of a file is.
    pub(super) fn path_for(target: &Path) -> PathBuf {
        let name = target.file_name().unwrap_or(target.as_os_str());
        target.with_file_name(format!(".{}.draft", name.to_string_lossy()))
    }

    /// Keeps what was said so far.
    pub(super) fn keep(&self, walk: &Walk<'_>) -> Result<(), Stop> {
        let rubric = walk.rubric();
        let text = self
            .file(walk)
            .written(&self.resume, rubric, walk.replies());
        write_whole(&self.path, &text, Replace::Whatever).map_err(|error| {
            let message = format!("cannot keep `{}`: {error}", self.path.display());
            Stop::Failed(io::Error::other(message))
        })?;
        self.announce(walk);
        Ok(())
    }

    /// Lets the draft go: there is a file now.
    pub(super) fn let_go(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Prepares what is said if the user breaks off now.
    pub(super) fn announce(&self, walk: &Walk<'_>) {
        let kept = walk.replies().iter().count();
        let count = wording::count(kept, "answer");
        let are = if kept == 1 { "is" } else { "are" };
        farewell(if kept == 0 && walk.title().is_none() {
            "\nBroken off before anything was answered.".to_owned()
        } else {
            format!(
                "\nBroken off. {count} {are} kept in {}; go on with\n  {}",
                self.path.display(),
                self.resume
            )
        });
    }

    fn file(&self, walk: &Walk<'_>) -> DraftFile {
        let rubric: &Rubric = walk.rubric();
        let id = |question| rubric.question(question).id.clone();
        DraftFile {
            rubric: self.rubric.clone(),
            rubric_version: rubric.version.to_string(),
            from: self.from.clone(),
            plan: self.plan.id().to_owned(),
            title: walk.title().map(str::to_owned),
            title_asked: walk.title_was_asked(),
            asked: walk.asked().map(id).collect(),
            planned: self.planned.clone(),
        }
    }
}
