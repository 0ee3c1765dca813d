//! An interview as a whole: the questions for all, the parts, and what differs for each of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::part::{InterviewPart, id_of};
use super::walk::{Step, Walk};
use crate::files::{QuestionIndex, Reply};

/// What is asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Something that holds for all parts.
    Shared(Step),
    /// Whether to decide part by part.
    Split,
    /// What the next part is called.
    Naming,
    /// Which answers differ for a part.
    Differences(usize),
    /// Something about a part.
    Part(usize, Step),
    /// What to do with all the answers.
    Review,
}

/// How far the talk about parts has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartsProgress {
    /// Whether there are parts is still to be asked.
    Ahead,
    /// They are being named.
    Naming,
    /// They are named, and gone through one by one.
    Named,
    /// The review was reached.
    Behind,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// A title.
    Title(String),
    /// An answer.
    Reply(Reply),
    /// No answer for now.
    Skip,
    /// Back to what was asked before.
    Back,
    /// No more questions.
    Finish,
}

/// What came of asking for a part's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameResponse {
    /// A name.
    Name(String),
    /// There is no other part.
    Enough,
    /// Back to what was asked before.
    Back,
}

/// What came of asking which answers differ for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DifferencesResponse {
    /// Those to these questions.
    Differ(BTreeSet<QuestionIndex>),
    /// Back to what was asked before.
    Back,
    /// No more questions.
    Finish,
}

/// What to do at the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewResponse {
    /// Ask this again.
    Edit(Step),
    /// Ask what has no answer.
    AskTheRest,
    /// Name further parts.
    AddParts,
    /// Say anew what differs for this part.
    ChangePart(usize),
    /// Decide without this part.
    DropPart(usize),
    /// Write the file.
    Save,
}

/// Where an interview stands.
#[derive(Debug, Clone)]
pub struct Interview<'r> {
    shared: Walk<'r>,
    parts: Vec<InterviewPart>,
    parting: PartsProgress,
    stage: Stage,
    /// The way through the questions of the part that is asked about.
    walk: Option<Walk<'r>>,
    /// The parts that are gone through.
    round: Vec<usize>,
    dropped: Vec<String>,
}

impl<'r> Interview<'r> {
    /// An interview whose questions for all are those of a walk, about these parts and without those with the ids in
    /// `dropped`.
    pub fn new(
        shared: Walk<'r>,
        parts: Vec<InterviewPart>,
        parting: PartsProgress,
        dropped: Vec<String>,
    ) -> Self {
        let mut interview = Self {
            shared,
            parts,
            parting,
            stage: Stage::Review,
            walk: None,
            round: Vec::new(),
            dropped,
        };
        interview.go_on();
        interview
    }

    /// What is asked now.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The questions for all.
    pub fn shared(&self) -> &Walk<'r> {
        &self.shared
    }

    /// The parts.
    pub fn parts(&self) -> &[InterviewPart] {
        &self.parts
    }

    /// The ids of the parts that were taken out.
    pub fn dropped(&self) -> &[String] {
        &self.dropped
    }

    /// How far the talk about parts has come.
    pub fn parts_progress(&self) -> PartsProgress {
        self.parting
    }

    /// The questions of the part that is asked about, or those for all.
    pub fn walk(&self) -> &Walk<'r> {
        self.walk.as_ref().unwrap_or(&self.shared)
    }

    /// The questions whose answers may differ for a part: those that apply to all, or may.
    pub fn may_differ(&self) -> Vec<QuestionIndex> {
        let questions = self.shared.rubric().question_indices();
        questions
            .filter(|&question| self.shared.applies(question).is_possible())
            .collect()
    }

    /// Answers what is asked for all or about a part, or leaves it.
    pub fn respond(&mut self, response: Response) {
        match self.stage {
            _ if response == Response::Finish => self.finish(),
            Stage::Part(part, _) => self.respond_about(part, response),
            _ => {
                act(&mut self.shared, response);
                self.go_on();
            }
        }
    }

    /// Leaves out whatever was not asked yet.
    pub fn finish(&mut self) {
        if let (Stage::Part(part, _), Some(walk)) = (self.stage, &self.walk) {
            self.parts[part].asked.extend(walk.pending());
        }
        self.shared.finish();
        self.reach_review();
    }

    /// Says whether to decide part by part.
    pub fn split(&mut self, by_part: bool) {
        if by_part {
            self.parting = PartsProgress::Naming;
            self.stage = Stage::Naming;
        } else {
            self.reach_review();
        }
    }

    /// Names a part. Its id is made of the name.
    pub fn name(&mut self, title: String) {
        let id = self.id_for(&title);
        self.round.push(self.parts.len());
        self.parts.push(InterviewPart::new(id, title, &self.shared));
    }

    /// Says that all parts are named.
    pub fn named(&mut self) {
        if self.parting != PartsProgress::Behind {
            self.parting = PartsProgress::Named;
            self.round = (0..self.parts.len()).collect();
        }
        self.go_through(0);
    }

    /// Says which answers differ for the part that is asked about.
    pub fn differ(&mut self, chosen: BTreeSet<QuestionIndex>) {
        if let Stage::Differences(part) = self.stage {
            self.parts[part].choose(chosen);
            self.go_through(self.position(part));
        }
    }

    /// Goes back from a question about parts to what was asked before; tells whether there was anything.
    pub fn back(&mut self) -> bool {
        match self.stage {
            Stage::Naming if self.parts.last().is_some_and(|part| part.is_new) => {
                self.parts.pop();
                self.round.pop();
                true
            }
            Stage::Naming if self.parting == PartsProgress::Behind => self.reach_review(),
            Stage::Naming if self.parts.is_empty() => {
                self.parting = PartsProgress::Ahead;
                self.stage = Stage::Split;
                true
            }
            Stage::Split | Stage::Naming => self.back_to_shared(),
            Stage::Differences(part) => self.back_from(part),
            Stage::Shared(_) | Stage::Part(..) | Stage::Review => false,
        }
    }

    /// Does what was said at the review.
    pub fn review(&mut self, response: ReviewResponse) {
        self.round.clear();
        match response {
            ReviewResponse::Save => {}
            ReviewResponse::Edit(step) => {
                self.shared.edit(step);
                self.go_on();
            }
            ReviewResponse::AskTheRest => {
                self.shared.ask_the_rest();
                for part in &mut self.parts {
                    part.ask_the_rest();
                }
                self.go_on();
            }
            ReviewResponse::AddParts => self.stage = Stage::Naming,
            ReviewResponse::ChangePart(part) => {
                self.round.push(part);
                self.stage = Stage::Differences(part);
            }
            ReviewResponse::DropPart(part) => {
                let part = self.parts.remove(part);
                self.dropped.push(part.id);
            }
        }
    }

    fn respond_about(&mut self, part: usize, response: Response) {
        let Some(walk) = &mut self.walk else {
            return;
        };
        if response == Response::Back && walk.is_at_start() {
            self.ask_differences(part);
            return;
        }
        act(walk, response);
        self.parts[part].take(walk, &self.shared);
        match walk.at() {
            Some(step) => self.stage = Stage::Part(part, step),
            None => self.go_through(self.position(part) + 1),
        }
    }

    fn back_to_shared(&mut self) -> bool {
        let can = self.shared.can_go_back();
        if can {
            self.shared.back();
            self.go_on();
        }
        can
    }

    fn back_from(&mut self, part: usize) -> bool {
        match self.position(part).checked_sub(1) {
            Some(before) => self.ask_differences(self.round[before]),
            None if self.parting == PartsProgress::Behind => return self.reach_review(),
            None => {
                self.parting = PartsProgress::Naming;
                self.stage = Stage::Naming;
            }
        }
        true
    }

    /// Goes on with the questions for all, and then with the parts.
    fn go_on(&mut self) {
        self.walk = None;
        if let Some(step) = self.shared.at() {
            self.stage = Stage::Shared(step);
            return;
        }
        match self.parting {
            PartsProgress::Ahead if self.parts.is_empty() => self.stage = Stage::Split,
            PartsProgress::Ahead | PartsProgress::Naming => {
                self.parting = PartsProgress::Naming;
                self.stage = Stage::Naming;
            }
            PartsProgress::Named => {
                self.round = (0..self.parts.len()).collect();
                self.go_through(0);
            }
            PartsProgress::Behind => {
                let settled = |part: &usize| self.parts[*part].is_settled;
                self.round = (0..self.parts.len()).filter(settled).collect();
                self.go_through(0);
            }
        }
    }

    /// Asks what is not asked yet in the round from a position on.
    fn go_through(&mut self, from: usize) {
        for position in from..self.round.len() {
            let part = self.round[position];
            if !self.parts[part].is_settled {
                self.ask_differences(part);
                return;
            }
            let walk = self.parts[part].walk(&self.shared);
            if let Some(step) = walk.at() {
                self.stage = Stage::Part(part, step);
                self.walk = Some(walk);
                return;
            }
        }
        self.reach_review();
    }

    fn ask_differences(&mut self, part: usize) {
        self.walk = None;
        self.stage = Stage::Differences(part);
    }

    fn reach_review(&mut self) -> bool {
        self.walk = None;
        self.round.clear();
        self.parting = PartsProgress::Behind;
        self.stage = Stage::Review;
        true
    }

    /// Where a part comes in the round.
    fn position(&self, part: usize) -> usize {
        let position = self.round.iter().position(|&other| other == part);
        position.unwrap_or(0)
    }

    /// An id made of a title that no other part has.
    fn id_for(&self, title: &str) -> String {
        let stem = id_of(title);
        let is_free = |id: &String| self.parts.iter().all(|part| part.id != *id);
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut candidates = std::iter::once(stem.clone()).chain(numbered);
        candidates.find(is_free).unwrap_or(stem)
    }
}

fn act(walk: &mut Walk<'_>, response: Response) {
    match response {
        Response::Title(title) => walk.name(title),
        Response::Reply(reply) => walk.answer(reply),
        Response::Skip => walk.skip(),
        Response::Back => walk.back(),
        Response::Finish => walk.finish(),
    }
}
