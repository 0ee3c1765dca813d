//! A part of what is decided about, for which some answers are its own.

use std::collections::BTreeSet;

use super::walk::Walk;
use crate::files::{ComponentReplies, QuestionIndex, Replies, Weights};

/// A part that is decided by itself.
#[derive(Debug, Clone)]
pub struct InterviewPart {
    /// Its id in the file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is said for it alone.
    pub own: Replies,
    /// What its criteria weigh.
    pub weights: Weights,
    /// The questions that are answered for it alone, as far as they were chosen.
    pub chosen: BTreeSet<QuestionIndex>,
    /// Whether it was said which those are.
    pub is_settled: bool,
    /// The questions that were asked for it.
    pub asked: BTreeSet<QuestionIndex>,
    /// Whether it was named in this interview.
    pub is_new: bool,
}

impl InterviewPart {
    /// A part that was named in this interview.
    pub fn new(id: String, title: String, shared: &Walk<'_>) -> Self {
        let own = Replies::none(shared.rubric().questions.len());
        let said = ComponentReplies { id, title, own };
        Self {
            is_new: true,
            ..Self::known(said, shared.weights().clone())
        }
    }

    /// A part of the file that the interview begins with.
    pub fn known(said: ComponentReplies, weights: Weights) -> Self {
        Self {
            chosen: said.own.iter().map(|(question, _)| question).collect(),
            id: said.id,
            title: said.title,
            own: said.own,
            weights,
            is_settled: false,
            asked: BTreeSet::new(),
            is_new: false,
        }
    }

    /// The same, of which only what is not known is asked.
    #[must_use]
    pub fn with_gaps_only(mut self) -> Self {
        let said = self.own.iter();
        let (known, unknown): (Vec<_>, Vec<_>) = said.partition(|(_, reply)| reply.value.is_some());
        self.chosen = unknown.into_iter().map(|(question, _)| question).collect();
        self.asked = known.into_iter().map(|(question, _)| question).collect();
        self.is_settled = true;
        self
    }

    /// The way through the questions that are asked for it: those that were chosen, and those that apply to it alone.
    pub(crate) fn walk<'r>(&self, shared: &Walk<'r>) -> Walk<'r> {
        let for_it_alone = |question| !shared.applies(question).is_possible();
        shared
            .of_part(&self.title, self.replies(shared), self.weights.clone())
            .asking(|question| self.chosen.contains(&question) || for_it_alone(question))
            .resumed(self.asked.iter().copied())
    }

    /// Takes over what was said on the way through its questions.
    pub(crate) fn take(&mut self, walk: &Walk<'_>, shared: &Walk<'_>) {
        self.asked = walk.asked().collect();
        for &question in &self.asked {
            match walk.reply(question) {
                Some(reply) if shared.reply(question) != Some(reply) => {
                    self.own.set(question, reply.clone());
                }
                _ => self.own.remove(question),
            }
        }
    }

    /// Says which questions are answered for it alone; the others are as for all.
    pub(crate) fn choose(&mut self, chosen: BTreeSet<QuestionIndex>) {
        for &question in self.chosen.difference(&chosen) {
            self.own.remove(question);
        }
        self.chosen = chosen;
        self.asked.clear();
        self.is_settled = true;
    }

    /// Asks again what has no answer.
    pub(crate) fn ask_the_rest(&mut self) {
        let own = &self.own;
        self.asked.retain(|&question| own.get(question).is_some());
    }

    /// What holds for it: what is said for it and for all, as far as it applies.
    pub fn kept(&self, shared: &Walk<'_>) -> Replies {
        self.walk(shared).kept()
    }

    /// What has to stand under it in a file that says `for_all` for all.
    pub fn written(&self, shared: &Walk<'_>, for_all: &Replies) -> Replies {
        let mut written = self.kept(shared);
        let is_inherited = |question: &QuestionIndex| {
            self.own.get(*question).is_none() && for_all.get(*question).is_some()
        };
        let said: Vec<_> = written.iter().map(|(question, _)| question).collect();
        for question in said.into_iter().filter(is_inherited) {
            written.remove(question);
        }
        written
    }

    /// What is said for it and for all, what does not apply to it included.
    fn replies(&self, shared: &Walk<'_>) -> Replies {
        let mut replies = shared.replies().clone();
        for (question, reply) in self.own.iter() {
            replies.set(question, reply.clone());
        }
        replies
    }
}

/// An id made of a title: its letters and digits in lower case, joined by hyphens.
pub(crate) fn id_of(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(6).collect();
    if words.is_empty() {
        "part".to_owned()
    } else {
        words.join("-")
    }
}

/// What is said for all in the file: what applies there, and what a file said for all before and some part still uses.
pub fn said_for_all(
    shared: &Walk<'_>,
    before: Option<&Replies>,
    parts: &[InterviewPart],
) -> Replies {
    let mut said = shared.kept();
    let kept: Vec<Replies> = parts.iter().map(|part| part.kept(shared)).collect();
    for question in shared.set_aside() {
        let is_used = |(part, kept): (&InterviewPart, &Replies)| {
            part.own.get(question).is_none() && kept.get(question).is_some()
        };
        if let Some(reply) = before.and_then(|before| before.get(question))
            && parts.iter().zip(&kept).any(is_used)
        {
            said.set(question, reply.clone());
        }
    }
    said
}
