//! Going on with an interview that was broken off.

use std::fs;
use std::path::Path;

use super::arguments::InterviewArguments;
use super::keeper::Keeper;
use super::start::{Beginning, plan};
use crate::commands::exit_status::ExitStatus;
use crate::commands::output::Output;
use crate::files::requirements::write::{DraftPart, ReadDraft, read_draft};
use crate::files::{QuestionIndex, Rubric, Weights};
use crate::output::wording;
use crate::topics::interview::{Part, Parting, Plan};

/// The draft of an interview that was broken off, if there is one that belongs to this command.
pub(crate) fn find_draft(
    arguments: &InterviewArguments,
    target: &Path,
    output: &Output,
) -> Result<Option<ReadDraft>, ExitStatus> {
    let path = Keeper::path_for(target);
    if arguments.restart || arguments.no_input || !path.exists() {
        return Ok(None);
    }
    let shown = path.display();
    let refuse = |why: &str| {
        let message = format!("there is a draft in `{shown}`, but {why}");
        let help = "`--restart` begins anew and lets the draft go";
        Err(output.usage_error(&message, Some(help)))
    };
    let draft = match fs::read_to_string(&path) {
        Ok(text) => read_draft(&text),
        Err(error) => return refuse(&format!("it cannot be read: {error}")),
    };
    let draft = match draft {
        Ok(draft) => draft,
        Err(error) => return refuse(&error.to_string()),
    };
    let file = &draft.file;
    let asked_plan = plan(arguments, None);
    let from = arguments
        .from
        .as_ref()
        .map(|path| path.display().to_string());
    let rubric = &arguments.rubric;
    if rubric.as_ref().is_some_and(|rubric| *rubric != file.rubric) {
        return refuse(&format!("it is about the rubric `{}`", file.rubric));
    }
    if from.is_some() && from != file.from {
        return refuse("it did not begin with this file");
    }
    if asked_plan != Plan::All && asked_plan.id() != file.plan {
        return refuse("it asks other questions");
    }
    Ok(Some(draft))
}

impl Beginning {
    /// Takes up what a draft holds, and tells so.
    pub(crate) fn take_up(&mut self, output: &Output) {
        let Some(draft) = &self.draft else {
            return;
        };
        let (replies, mut dropped) = draft.replies(&self.rubric);
        let (parts, dropped_in_parts) = draft.parts(&self.rubric);
        dropped.extend(dropped_in_parts);
        let own: usize = parts.iter().map(|part| part.own.iter().count()).sum();
        let kept = wording::count(replies.iter().count() + own, "answer");
        output.tell(&format!("Going on where you broke off: {kept} kept.\n"));
        let version = self.rubric.version.to_string();
        if draft.file.rubric_version != version {
            output.tell(&format!(
                "The rubric has changed since, from {} to {version}.\n",
                crate::output::escape::terminal(&draft.file.rubric_version)
            ));
        }
        if !dropped.is_empty() {
            let names: Vec<String> = dropped.iter().map(|id| format!("`{id}`")).collect();
            let names = crate::output::escape::terminal(&wording::list(&names)).into_owned();
            output.tell(&format!("These answers do not fit it any more: {names}.\n"));
        }
        // The file may have changed since: what was not asked yet is as it says now.
        let asked = |question: QuestionIndex| {
            let id = &self.rubric.question(question).id;
            draft.file.asked.contains(id)
        };
        for question in self.rubric.question_indices() {
            match replies.get(question) {
                Some(reply) if asked(question) || self.replies.get(question).is_none() => {
                    self.replies.set(question, reply.clone());
                }
                None if asked(question) => self.replies.remove(question),
                _ => {}
            }
        }
        if let Some(parting) = Parting::from_id(&draft.file.parting) {
            self.parting = parting;
        }
        self.parts = resumed(
            &self.rubric,
            std::mem::take(&mut self.parts),
            parts,
            &draft.file.dropped,
        );
        self.dropped = dropped;
        self.title.clone_from(&draft.file.title);
        self.title_given |= draft.file.title_asked;
    }
}

/// The parts of the file, those of the draft in their place or behind them, and without those that were dropped.
fn resumed(
    rubric: &Rubric,
    known: Vec<Part>,
    drafted: Vec<DraftPart>,
    dropped: &[String],
) -> Vec<Part> {
    let is_kept = |part: &Part| !dropped.contains(&part.id);
    let mut parts: Vec<Part> = known.into_iter().filter(is_kept).collect();
    for draft in drafted {
        let ids = |ids: &[String]| {
            ids.iter()
                .filter_map(|id| rubric.find_question(id))
                .collect()
        };
        let position = parts.iter().position(|part| part.id == draft.id);
        let weights = match position {
            Some(position) => parts[position].weights.clone(),
            None => Weights::unchanged(rubric.criteria.len()),
        };
        let part = Part {
            chosen: ids(&draft.chosen),
            asked: ids(&draft.asked),
            is_settled: draft.is_settled,
            // Somebody may have taken it out of the file meanwhile.
            is_new: draft.is_new || position.is_none(),
            id: draft.id,
            title: draft.title,
            own: draft.own,
            weights,
        };
        match position {
            Some(position) => parts[position] = part,
            None => parts.push(part),
        }
    }
    parts
}
