//! Asking in plain lines: numbered choices, nothing redrawn, an answer a line. A screen reader, a pipe and a test use it
//! alike.

use std::io;
use std::io::BufRead;

use super::conversation::{Device, numbers, say};
use crate::commands::output::Output;
use crate::files::{QuestionIndex, QuestionKind};
use crate::output::escape::terminal;
use crate::topics::interview::typed::Typed;
use crate::topics::interview::{Stop, Walk, text, typed};

/// Asks in plain lines on standard error and reads the answers from standard input.
pub(crate) struct Plain<'o> {
    output: &'o Output,
}

impl<'o> Plain<'o> {
    pub(crate) fn new(output: &'o Output) -> Self {
        Self { output }
    }
}

impl Device for Plain<'_> {
    fn show_answers(&self, walk: &Walk<'_>, index: QuestionIndex) {
        let look = self.output.look_of_messages();
        let question = walk.rubric().question(index);
        self.output.tell(&text::choices(question, look));
        if matches!(question.kind, QuestionKind::YesNo) {
            self.output.tell("  1  yes\n  2  no\n");
        }
        if let Some(reply) = walk.reply(index) {
            let now = text::reply(question, reply);
            say(self.output, &format!("now: {now} (Enter keeps it)"));
        }
    }

    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Typed, Stop> {
        let question = walk.rubric().question(index);
        let back = if walk.can_go_back() { ", < back" } else { "" };
        let expected = typed::expectation(question);
        let prompt = format!("{expected}; ? why{back}, u don't know >");
        loop {
            match typed::answer(question, &self.line(&prompt, "")?) {
                Ok(typed) => return Ok(typed),
                Err(message) => say(self.output, &message),
            }
        }
    }

    fn heading(&self, ask: &str, _keys: &str) {
        say(self.output, ask);
    }

    fn line(&self, prompt: &str, _signs: &str) -> Result<String, Stop> {
        self.output.tell(&format!("{} ", terminal(prompt)));
        let mut line = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut line)?;
        if read == 0 {
            return Err(Stop::Interrupted);
        }
        // What is not UTF-8 is shown as such, and is no answer that anything takes.
        Ok(String::from_utf8_lossy(&line).trim().to_owned())
    }

    fn either(&self, choices: [&str; 2]) -> Result<Option<usize>, Stop> {
        for (position, choice) in choices.iter().enumerate() {
            say(self.output, &format!("  {}  {choice}", position + 1));
        }
        loop {
            let line = self.line("1 or 2 [1]; < back >", "")?;
            match line.to_lowercase().as_str() {
                "" | "1" | "one" | "no" | "n" => return Ok(Some(0)),
                "2" | "parts" | "yes" | "y" => return Ok(Some(1)),
                "<" | "back" => return Ok(None),
                _ => {
                    let message = format!("`{line}` is no answer; expected `1` or `2`");
                    say(self.output, &message);
                }
            }
        }
    }

    fn show_items(&self, items: &[String]) {
        let look = self.output.look_of_messages();
        self.output.tell(&text::numbered(items, look));
    }

    fn several(&self, _items: &[String], marked: &[bool]) -> Result<String, Stop> {
        let numbers = numbers(marked);
        let prompt = format!("numbers, as in `2, 5-7`, Enter for {numbers}; ? what, < back >");
        self.line(&prompt, "")
    }

    fn echo(&self, _chosen: &str) {}

    fn finishes(&self) -> Result<bool, Stop> {
        loop {
            let line = self.line("Finish here? yes or no [no] >", "")?;
            match line.to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "" | "n" | "no" => return Ok(false),
                other => {
                    let message = format!("`{other}` is no answer; expected `yes` or `no`");
                    say(self.output, &message);
                }
            }
        }
    }
}
