//! What an interview has come to so far, as a file.

use std::fmt::Write;

use super::draft_part::DraftPart;
use super::scalar::{quoted, reply};
use crate::files::requirements::read::answer::answer;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::tree;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Files, Origin, QuestionIndex, Replies, Reply, Rubric};

/// The version of the format that is written and read.
const VERSION: &str = "1";

/// What an interview has come to so far.
#[derive(Debug, Clone)]
pub struct DraftFile {
    /// The rubric as it was given: a bundled id, or a path.
    pub rubric: String,
    /// Its version then.
    pub rubric_version: String,
    /// The file whose answers the interview began with, if there was one.
    pub from: Option<String>,
    /// Which questions are asked, as a word.
    pub plan: String,
    /// What is decided about, if that was said.
    pub title: Option<String>,
    /// Whether the title was asked for.
    pub title_asked: bool,
    /// The ids of the questions that were asked.
    pub asked: Vec<String>,
    /// The ids of the questions that are to be asked; none if all are.
    pub planned: Option<Vec<String>>,
    /// How far the talk about parts has come, as a word.
    pub parting: String,
    /// The ids of the components of the file that are to be left out.
    pub dropped: Vec<String>,
}

/// Why a draft cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// It is damaged, or no draft.
    #[error("it is no draft of an interview")]
    NoDraft,
    /// Another version of the program wrote it.
    #[error("another version of trilemma wrote it")]
    OtherVersion,
}

impl DraftFile {
    /// The file with what was said so far. `resume` is the command that goes on with it.
    pub fn written(
        &self,
        resume: &str,
        rubric: &Rubric,
        replies: &Replies,
        parts: &[DraftPart],
    ) -> String {
        let mut text = format!(
            "# An interview in progress. It goes on with: {}\ndraft: {VERSION}\n",
            if resume.contains(char::is_control) {
                "trilemma interview"
            } else {
                resume
            }
        );
        let mut line = |key: &str, value: &str| text.extend([key, ": ", value, "\n"]);
        line("rubric", &quoted(&self.rubric));
        line("rubric-version", &quoted(&self.rubric_version));
        if let Some(from) = &self.from {
            line("from", &quoted(from));
        }
        line("plan", &self.plan);
        if let Some(title) = &self.title {
            line("title", &quoted(title));
        }
        line("title-asked", if self.title_asked { "yes" } else { "no" });
        line("asked", &format!("[{}]", self.asked.join(", ")));
        if let Some(planned) = &self.planned {
            line("planned", &format!("[{}]", planned.join(", ")));
        }
        line("parting", &self.parting);
        line("dropped", &format!("[{}]", self.dropped.join(", ")));
        text.push_str("answers:");
        let mut none = true;
        for (index, said) in replies.iter() {
            none = false;
            let question = rubric.question(index);
            let _ = write!(text, "\n  {}: {}", question.id, reply(question, said));
        }
        text.push_str(if none { " {}\nparts:" } else { "\nparts:" });
        for part in parts {
            part.write(&mut text, rubric);
        }
        text + if parts.is_empty() { " []\n" } else { "\n" }
    }
}

/// A draft with the answers in it, which cannot be read before its rubric is known.
#[derive(Debug)]
pub struct ReadDraft {
    /// Everything but the answers.
    pub file: DraftFile,
    tree: Node,
    files: Files,
}

/// Reads a draft.
///
/// # Errors
///
/// If it is none, or not one of this version.
pub fn read_draft(text: &str) -> Result<ReadDraft, NotKept> {
    let mut files = Files::default();
    let file = files.add("draft", text);
    let tree = tree::parse(file, text).map_err(|_| NotKept::NoDraft)?;
    let word = |key: &str| tree.get(key).and_then(Node::text).map(str::to_owned);
    match word("draft").as_deref() {
        Some(VERSION) => {}
        Some(_) => return Err(NotKept::OtherVersion),
        None => return Err(NotKept::NoDraft),
    }
    let list = |key: &str| {
        let items = tree.get(key)?.items().iter();
        Some(
            items
                .filter_map(|item| Some(item.text()?.to_owned()))
                .collect(),
        )
    };
    let file = DraftFile {
        rubric: word("rubric").ok_or(NotKept::NoDraft)?,
        rubric_version: word("rubric-version").ok_or(NotKept::NoDraft)?,
        from: word("from"),
        plan: word("plan").ok_or(NotKept::NoDraft)?,
        title: word("title"),
        title_asked: word("title-asked").as_deref() == Some("yes"),
        asked: list("asked").unwrap_or_default(),
        planned: list("planned"),
        parting: word("parting").ok_or(NotKept::NoDraft)?,
        dropped: list("dropped").unwrap_or_default(),
    };
    Ok(ReadDraft { file, tree, files })
}

impl ReadDraft {
    /// The answers that still fit the rubric, and the ids of the questions whose answers do not: they are not asked any
    /// more, or take other answers.
    pub fn replies(&self, rubric: &Rubric) -> (Replies, Vec<String>) {
        self.replies_of(&self.tree, rubric)
    }

    /// The parts, and the ids of the questions whose answers in them do not fit the rubric any more.
    pub fn parts(&self, rubric: &Rubric) -> (Vec<DraftPart>, Vec<String>) {
        let items = self.tree.get("parts").map(Node::items).unwrap_or_default();
        let mut all_dropped = Vec::new();
        let mut read = |item: &Node| {
            let (own, dropped) = self.replies_of(item, rubric);
            all_dropped.extend(dropped);
            DraftPart::read(item, own)
        };
        (items.iter().filter_map(&mut read).collect(), all_dropped)
    }

    fn replies_of(&self, node: &Node, rubric: &Rubric) -> (Replies, Vec<String>) {
        let mut replies = Replies::none(rubric.questions.len());
        let mut dropped = Vec::new();
        let Some(NodeKind::Mapping(entries)) = node.get("answers").map(|node| &node.kind) else {
            return (replies, dropped);
        };
        for (key, value) in entries {
            let id = key.text().unwrap_or_default();
            match self.reply(rubric, id, value) {
                Some((index, reply)) => replies.set(index, reply),
                None => dropped.push(id.to_owned()),
            }
        }
        (replies, dropped)
    }

    fn reply(&self, rubric: &Rubric, id: &str, value: &Node) -> Option<(QuestionIndex, Reply)> {
        let index = rubric.find_question(id)?;
        let mut problems = Problems::none(&self.files);
        let read = answer(value, Origin::Shared, rubric.question(index), &mut problems)?;
        (problems.count() == 0).then(|| (index, Reply::from(&read)))
    }
}
