//! Asking in plain lines: numbered choices, nothing redrawn, an answer a line. A screen reader, a pipe and a test use it
//! alike.

use std::io;
use std::io::BufRead;

use super::answering::{Asking, answer};
use super::words::CONFIRM;
use super::{parts, words};
use crate::commands::output::Output;
use crate::files::{GroupIndex, QuestionIndex, QuestionKind};
use crate::output::escape::terminal;
use crate::topics::interview::{
    DifferencesResponse, Entry, Interview, NameResponse, Prompter, Remaining, Response,
    ReviewResponse, Step, Stop, Walk, expectation, read_entry, text as questionnaire,
};

/// Asks in plain lines on standard error and reads the answers from standard input.
pub(crate) struct Plain<'o> {
    output: &'o Output,
    group: Option<GroupIndex>,
}

impl<'o> Plain<'o> {
    pub(crate) fn new(output: &'o Output) -> Self {
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

    fn review(&mut self, interview: &Interview<'_>) -> Result<ReviewResponse, Stop> {
        let look = self.output.look_of_messages();
        self.group = None;
        let asked = words::applicable(interview.shared());
        self.output.tell(&words::review(interview, &asked, look));
        let rest = words::has_gaps(interview.shared(), &asked);
        let keys = words::review_keys(interview, rest);
        let parts = interview.parts().len();
        loop {
            self.output.tell("\n");
            self.output.tell(&questionnaire::hint(&keys, look));
            match words::review_response(&self.line("what now >")?, &asked, rest, parts) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    fn split(&mut self, _interview: &Interview<'_>) -> Result<Option<bool>, Stop> {
        self.output.tell("\n");
        self.say(parts::SPLIT);
        for (position, choice) in parts::SPLIT_CHOICES.iter().enumerate() {
            self.say(&format!("  {}  {choice}", position + 1));
        }
        loop {
            let line = self.line("1 or 2 [1]; < back >")?;
            match line.to_lowercase().as_str() {
                "" | "1" | "one" | "no" | "n" => return Ok(Some(false)),
                "2" | "parts" | "yes" | "y" => return Ok(Some(true)),
                "<" | "back" => {
                    self.say("< back");
                    return Ok(None);
                }
                _ => self.say(&format!("`{line}` is no answer; expected `1` or `2`")),
            }
        }
    }

    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop> {
        self.output.tell("\n");
        self.say(&parts::naming(interview));
        loop {
            let line = self.line("a name, or Enter if that is all; ? what, < back >")?;
            match parts::name(interview, &line) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop> {
        self.group = None;
        let asked = interview.may_differ();
        let part = &interview.parts()[part];
        self.output.tell("\n");
        self.say(&parts::differences(part));
        let look = self.output.look_of_messages();
        let answers = parts::shared_answers(interview, &asked);
        self.output.tell(&questionnaire::numbered(&answers, look));
        let numbers = parts::numbers(&asked, &part.chosen);
        let prompt = format!("numbers, as in `2, 5-7`, Enter for {numbers}; ? what, < back >");
        loop {
            let line = self.line(&prompt)?;
            match parts::chosen(interview, &asked, &part.chosen, &line) {
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
