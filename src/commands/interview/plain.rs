//! Asking in plain lines: numbered choices, nothing redrawn, an answer a line. A screen reader, a pipe and a test use it
//! alike.

use std::io::{self, BufRead};

use super::answering::{Asking, answer};
use super::words::{self, CONFIRM};
use crate::commands::output::Output;
use crate::interview::{
    Entry, Prompter, Remaining, Response, ReviewResponse, Step, Stop, Walk, expectation, read_entry,
};
use crate::model::{GroupIndex, QuestionIndex, QuestionKind};
use crate::render::escape::terminal;
use crate::render::text::questionnaire;

/// Asks in plain lines on standard error and reads the answers from standard input.
pub(super) struct Plain<'o> {
    output: &'o Output,
    group: Option<GroupIndex>,
}

impl<'o> Plain<'o> {
    pub(super) fn new(output: &'o Output) -> Self {
        Self {
            output,
            group: None,
        }
    }

    /// A line that was typed after a prompt.
    fn line(&self, prompt: &str) -> Result<String, Stop> {
        self.output.tell(&format!("{} ", terminal(prompt)));
        let mut line = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut line)?;
        if read == 0 {
            return Err(Stop::Interrupted);
        }
        // What is not UTF-8 is shown as such, and is no answer that anything takes.
        Ok(String::from_utf8_lossy(&line).trim().to_owned())
    }

    fn title(&self, walk: &Walk<'_>) -> Result<Response, Stop> {
        self.output
            .tell("\nWhat is this decision about, in a few words?\n");
        if let Some(title) = walk.title() {
            self.say(&format!("now: {title} (Enter keeps it)"));
        }
        loop {
            let line = self.line("a line of text >")?;
            match words::title(walk, &line) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }
}

impl Asking for Plain<'_> {
    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Entry, Stop> {
        let question = walk.rubric().question(index);
        let back = if walk.can_go_back() { ", < back" } else { "" };
        let prompt = format!("{}; ? why{back}, u don't know >", expectation(question));
        loop {
            match read_entry(question, &self.line(&prompt)?) {
                Ok(entry) => return Ok(entry),
                Err(message) => self.say(&message),
            }
        }
    }

    fn output(&self) -> &Output {
        self.output
    }
}

impl Prompter for Plain<'_> {
    fn ask(&mut self, walk: &Walk<'_>, step: Step) -> Result<Response, Stop> {
        let Step::Question(index) = step else {
            return self.title(walk);
        };
        let look = self.output.look_of_messages();
        let question = walk.rubric().question(index);
        let new_group = self.group.replace(question.group) != Some(question.group);
        self.output.tell("\n");
        self.output
            .tell(&words::question(walk, index, new_group, look));
        self.output.tell(&questionnaire::choices(question, look));
        if matches!(question.kind, QuestionKind::YesNo) {
            self.output.tell("  1  yes\n  2  no\n");
        }
        if let Some(reply) = walk.reply(index) {
            let now = questionnaire::reply(question, reply);
            self.say(&format!("now: {now} (Enter keeps it)"));
        }
        answer(self, walk, index)
    }

    fn review(&mut self, walk: &Walk<'_>) -> Result<ReviewResponse, Stop> {
        let look = self.output.look_of_messages();
        self.group = None;
        let asked = words::applicable(walk);
        self.output.tell(&words::review(walk, &asked, look));
        let rest = words::has_gaps(walk, &asked);
        let or = if rest {
            ", `rest` asks what has no answer"
        } else {
            ""
        };
        loop {
            let prompt = format!("\n`save` writes the file, a number changes an answer{or} >");
            self.output.tell("\n");
            match words::review_response(&self.line(prompt.trim_start())?, &asked, rest) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    fn between_groups(&mut self, walk: &Walk<'_>, left: &Remaining) -> Result<bool, Stop> {
        let Some(message) = words::left(walk, left) else {
            return Ok(false);
        };
        self.output.tell("\n");
        self.say(&message);
        if left.settled.is_none() {
            return Ok(false);
        }
        loop {
            match self.line(CONFIRM)?.to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "" | "n" | "no" => return Ok(false),
                other => self.say(&format!("`{other}` is no answer; expected `yes` or `no`")),
            }
        }
    }
}
