//! The draft: where every answer is kept as soon as it is given.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::interrupt::farewell;
use crate::files::requirements::write::{DraftFile, DraftPart, Replace, write_whole};
use crate::files::{QuestionIndex, Rubric};
use crate::output::wording;
use crate::topics::interview::{Interview, Part, Plan, Stop};

/// Keeps an interview's draft.
pub(crate) struct Keeper {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The rubric as it was given.
    pub(crate) rubric: String,
    /// The file whose answers the interview began with.
    pub(crate) from: Option<String>,
    /// Which questions are asked.
    pub(crate) plan: Plan,
    /// The ids of those questions, where they are chosen once.
    pub(crate) planned: Option<Vec<String>>,
    /// The command that goes on with it.
    pub(crate) resume: String,
}

impl Keeper {
    /// Where the draft of a file is.
    pub(crate) fn path_for(target: &Path) -> PathBuf {
        let name = target.file_name().unwrap_or(target.as_os_str());
        target.with_file_name(format!(".{}.draft", name.to_string_lossy()))
    }

    /// Keeps what was said so far.
    pub(crate) fn keep(&self, interview: &Interview<'_>) -> Result<(), Stop> {
        let walk = interview.shared();
        let rubric = walk.rubric();
        let parts = interview.parts().iter();
        let parts: Vec<DraftPart> = parts.map(|part| drafted(part, rubric)).collect();
        let file = self.file(interview);
        let text = file.written(&self.resume, rubric, walk.replies(), &parts);
        write_whole(&self.path, &text, Replace::Whatever).map_err(|error| {
            let message = format!("cannot keep `{}`: {error}", self.path.display());
            Stop::Failed(io::Error::other(message))
        })?;
        self.announce(interview);
        Ok(())
    }

    /// Lets the draft go: there is a file now.
    pub(crate) fn let_go(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Prepares what is said if the user breaks off now.
    pub(crate) fn announce(&self, interview: &Interview<'_>) {
        let walk = interview.shared();
        let own = interview.parts().iter().map(|part| part.own.iter().count());
        let kept = walk.replies().iter().count() + own.sum::<usize>();
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

    fn file(&self, interview: &Interview<'_>) -> DraftFile {
        let walk = interview.shared();
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
            parting: interview.parting().id().to_owned(),
            dropped: interview.dropped().to_vec(),
        }
    }
}

fn drafted(part: &Part, rubric: &Rubric) -> DraftPart {
    let ids = |questions: &BTreeSet<QuestionIndex>| {
        let ids = questions
            .iter()
            .map(|&question| rubric.question(question).id.clone());
        ids.collect()
    };
    DraftPart {
        id: part.id.clone(),
        title: part.title.clone(),
        is_new: part.is_new,
        is_settled: part.is_settled,
        chosen: ids(&part.chosen),
        asked: ids(&part.asked),
        own: part.own.clone(),
    }
}
