//! The draft of an interview: where every answer is kept as soon as it is given, and from where an interview that was
//! broken off goes on.
//!
//! A draft is a requirements file with one more key, `interview`, which says how far the interview has come. Answers that
//! do not apply for now stand in it too.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io};

use serde::{Deserialize, Serialize};

use super::paths::argument;
use crate::commands::session::Refusal;
use crate::files::requirements::write::{Heading, Replace, document, write_whole};
use crate::files::rubric::read::chain::is_path;
use crate::files::{
    ComponentReplies, Files, ParsedRequirements, QuestionIndex, RequirementsReplies, Rubric,
};
use crate::output::escape::terminal;
use crate::output::wording;
use crate::topics::interview::{Interview, InterviewPart, PartsProgress, Plan, Stop};
use dialoguer::console::Term;

/// What helps where a draft is in the way.
const ANEW: &str = "`--restart` begins anew and lets the draft go";

/// How far an interview has come, beside its answers. Questions and components are named by their ids.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Progress {
    pub(crate) rubric_version: String,
    /// The file whose answers the interview began with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) from: Option<String>,
    /// Which questions are asked.
    pub(crate) plan: Plan,
    /// Those questions, where they were chosen once.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) planned: Option<Vec<String>>,
    pub(crate) title_asked: bool,
    /// The questions that were asked, answered or not.
    pub(crate) asked: Vec<String>,
    /// How far the talk about parts has come.
    pub(crate) parts: PartsProgress,
    pub(crate) components: Vec<ComponentProgress>,
    /// The components of the file that are to be left out.
    pub(crate) dropped: Vec<String>,
}

/// How far an interview has come with a component.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ComponentProgress {
    pub(crate) id: String,
    /// The questions whose answers differ for it, once that was said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) differs: Option<Vec<String>>,
    /// The questions that were asked for it.
    pub(crate) asked: Vec<String>,
}

/// The key that only drafts have; the others are read as those of a requirements file.
#[derive(Serialize, Deserialize)]
struct InterviewKey {
    interview: Progress,
}

/// A draft; its answers cannot be read before its rubric is known.
pub(crate) struct Draft {
    pub(crate) progress: Progress,
    pub(crate) requirements: ParsedRequirements,
}

impl Draft {
    /// Where the draft of a file is.
    pub(crate) fn path_for(target: &Path) -> PathBuf {
        let name = target.file_name().unwrap_or(target.as_os_str());
        target.with_file_name(format!(".{}.draft", name.to_string_lossy()))
    }

    /// Reads the draft at a path.
    ///
    /// # Errors
    ///
    /// Why it cannot be used, and what helps.
    pub(crate) fn read(path: &Path, files: &mut Files) -> Result<Self, Refusal> {
        let text = fs::read_to_string(path)
            .map_err(|error| refused(path, &format!("it cannot be read: {error}")))?;
        let file = files.add("draft", text.as_str());
        let no_draft = || refused(path, "it is no draft of an interview");
        let requirements = ParsedRequirements::read(file, files).map_err(|_| no_draft())?;
        if requirements.key_place("draft").is_some() {
            let refusal = refused(path, "an older version of trilemma wrote it");
            let path = argument(&path.display().to_string());
            return Err(refusal.help(format!(
                "`--restart --answers {path}` begins anew with its answers; {ANEW}"
            )));
        }
        if requirements.key_place("interview").is_none() {
            return Err(no_draft());
        }
        let InterviewKey { interview } = serde_yaml::from_str(&text).map_err(|_| {
            let why = "its `interview` cannot be read: it is damaged, or another version of trilemma wrote it";
            refused(path, why)
        })?;
        if requirements.rubric.is_none() {
            return Err(no_draft());
        }
        Ok(Self {
            progress: interview,
            requirements,
        })
    }

    /// The rubric as the draft names it: a bundled id, or a path relative to the draft.
    pub(crate) fn rubric(&self) -> &str {
        let named = self.requirements.rubric.as_ref();
        named.map_or("", |named| &named.name)
    }

    /// The rubric as it is named from elsewhere, where `folder` is the draft's.
    pub(crate) fn rubric_from(&self, folder: &Path) -> String {
        let name = self.rubric();
        if is_path(name) {
            folder.join(name).display().to_string()
        } else {
            name.to_owned()
        }
    }
}

/// Refuses a draft, and says how to begin without it.
pub(crate) fn refused(path: &Path, why: &str) -> Refusal {
    let message = format!("there is a draft in `{}`, but {why}", path.display());
    Refusal::usage(message).help(ANEW)
}

/// Keeps an interview's draft.
pub(crate) struct Keeper {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The rubric as a file in its folder names it.
    pub(crate) rubric: String,
    /// The file whose answers the interview began with.
    pub(crate) from: Option<String>,
    pub(crate) plan: Plan,
    /// The questions that are asked, where they are chosen once.
    pub(crate) planned: Option<Vec<QuestionIndex>>,
    /// The command that goes on with it.
    pub(crate) resume: String,
}

impl Keeper {
    /// Keeps what was said so far.
    pub(crate) fn keep(&self, interview: &Interview<'_>) -> Result<(), Stop> {
        let failed = |error: &dyn std::fmt::Display| {
            let message = format!("cannot keep `{}`: {error}", self.path.display());
            Stop::Failed(io::Error::other(message))
        };
        let text = self.text(interview).map_err(|error| failed(&error))?;
        write_whole(&self.path, &text, Replace::Whatever).map_err(|error| failed(&error))?;
        self.announce(interview);
        Ok(())
    }

    fn text(&self, interview: &Interview<'_>) -> serde_yaml::Result<String> {
        let walk = interview.shared();
        let heading = Heading {
            rubric: &self.rubric,
            title: walk.title().unwrap_or_default(),
        };
        let component = |part: &InterviewPart| ComponentReplies {
            id: part.id.clone(),
            title: part.title.clone(),
            own: part.own.clone(),
        };
        let replies = RequirementsReplies {
            shared: walk.replies().clone(),
            components: interview.parts().iter().map(component).collect(),
        };
        let resume = if self.resume.contains(char::is_control) {
            "trilemma interview"
        } else {
            &self.resume
        };
        let requirements = document(walk.rubric(), &heading, &replies);
        let progress = serde_yaml::to_string(&InterviewKey {
            interview: self.progress(interview),
        })?;
        Ok(format!(
            "# An interview in progress. It goes on with: {resume}\n{requirements}\n{progress}"
        ))
    }

    fn progress(&self, interview: &Interview<'_>) -> Progress {
        let walk = interview.shared();
        let rubric = walk.rubric();
        let component = |part: &InterviewPart| ComponentProgress {
            id: part.id.clone(),
            differs: part
                .is_settled
                .then(|| ids(rubric, part.chosen.iter().copied())),
            asked: ids(rubric, part.asked.iter().copied()),
        };
        Progress {
            rubric_version: rubric.version.to_string(),
            from: self.from.clone(),
            plan: self.plan,
            planned: self
                .planned
                .as_ref()
                .map(|planned| ids(rubric, planned.iter().copied())),
            title_asked: walk.title_was_asked(),
            asked: ids(rubric, walk.asked()),
            parts: interview.parts_progress(),
            components: interview.parts().iter().map(component).collect(),
            dropped: interview.dropped().to_vec(),
        }
    }

    /// Lets the draft go: there is a file now.
    pub(crate) fn let_go(&self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
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
        let text = if kept == 0 && walk.title().is_none() {
            "\nBroken off before anything was answered.".to_owned()
        } else {
            format!(
                "\nBroken off. {count} {are} kept in {}; go on with\n  {}",
                self.path.display(),
                self.resume
            )
        };
        if let Ok(mut farewell) = FAREWELL.lock() {
            *farewell = text;
        }
    }
}

fn ids(rubric: &Rubric, questions: impl IntoIterator<Item = QuestionIndex>) -> Vec<String> {
    let questions = questions.into_iter();
    questions
        .map(|question| rubric.question(question).id.clone())
        .collect()
}

/// What is said when the user breaks off.
static FAREWELL: Mutex<String> = Mutex::new(String::new());
/// Whether it was said; locked while it is being said, so that nobody ends the program meanwhile.
static SAID: Mutex<bool> = Mutex::new(false);

/// Brings the cursor back and says what resumes the interview, once.
pub(crate) fn say_farewell() {
    let Ok(mut said) = SAID.lock() else {
        return;
    };
    if std::mem::replace(&mut *said, true) {
        return;
    }
    let term = Term::stderr();
    // Nowhere is left to report a failure to.
    if term.is_term() {
        let _ = term.show_cursor();
    }
    let farewell = FAREWELL.try_lock().map(|text| text.clone());
    for line in farewell.unwrap_or_default().lines() {
        let _ = term.write_line(&terminal(line));
    }
}

/// Lets Ctrl-C, a closed terminal and a request to end do the same from anywhere, as from within a read that blocks.
pub(crate) fn listen() {
    // Where no handler can be set, the system's own ends the program; the draft is safe either way.
    let _ = ctrlc::set_handler(|| {
        say_farewell();
        std::process::exit(130);
    });
}
