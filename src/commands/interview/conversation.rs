//! What is said and asked in an interview, on a terminal and in plain lines alike.

use crate::commands::output::Output;
use crate::files::{GroupIndex, QuestionIndex, Reply};
use crate::output::escape::terminal;
use crate::topics::interview::typed::Typed;
use crate::topics::interview::{
    DifferencesResponse, Interview, NameResponse, Prompter, Remaining, Response, ReviewResponse,
    Step, Stop, Walk, text, typed,
};

/// Where it is asked: on a terminal, or in plain lines.
pub(crate) trait Device {
    /// Shows what can be answered to a question, and what was answered before.
    fn show_answers(&self, walk: &Walk<'_>, index: QuestionIndex);

    /// Takes what is entered as the answer to a question.
    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Typed, Stop>;

    /// Asks something that is no question of the rubric. `keys` says what can be typed.
    fn heading(&self, ask: &str, keys: &str);

    /// Takes a line after a prompt. One of `signs` at its beginning needs no Enter where keys are read one by one.
    fn line(&self, prompt: &str, signs: &str) -> Result<String, Stop>;

    /// Takes one of two choices, by position; `None` to go back.
    fn either(&self, choices: [&str; 2]) -> Result<Option<usize>, Stop>;

    /// Shows items of which several can be chosen, if they are not shown while they are.
    fn show_items(&self, items: &[String]);

    /// Takes a line that names some of these items by their numbers. `marked` are those named before.
    fn several(&self, items: &[String], marked: &[bool]) -> Result<String, Stop>;

    /// Says what was chosen, where choosing left no line.
    fn echo(&self, chosen: &str);

    /// Takes a yes or no to whether to finish here.
    fn finishes(&self) -> Result<bool, Stop>;
}

/// An interview's questions and messages.
pub(crate) struct Conversation<'o> {
    output: &'o Output,
    device: &'o dyn Device,
    /// The group of the last question.
    group: Option<GroupIndex>,
}

impl<'o> Conversation<'o> {
    pub(crate) fn new(output: &'o Output, device: &'o dyn Device) -> Self {
        Self {
            output,
            device,
            group: None,
        }
    }

    /// Takes lines until one of them means something.
    fn understood<T>(
        &self,
        mut line: impl FnMut() -> Result<String, Stop>,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stop> {
        loop {
            match read(&line()?) {
                Ok(read) => return Ok(read),
                Err(message) => say(self.output, &message),
            }
        }
    }

    fn title(&self, walk: &Walk<'_>) -> Result<Response, Stop> {
        self.output
            .tell("\nWhat is this decision about, in a few words?\n");
        if let Some(title) = walk.title() {
            say(self.output, &format!("now: {title} (Enter keeps it)"));
        }
        let line = || self.device.line("a line of text >", "?<");
        self.understood(line, |line| typed::title(walk, line))
    }

    /// Takes entries until one of them answers the question or leads away from it.
    fn answer(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Response, Stop> {
        let before = walk.reply(index);
        let mut note = before.and_then(|reply| reply.note.clone());
        let say = |line: &str| say(self.output, line);
        loop {
            let value = match self.device.entry(walk, index)? {
                Typed::Value(value) => Some(value),
                Typed::Unknown(said) => {
                    note = said.or(note);
                    None
                }
                Typed::Accept => {
                    if let Some(reply) = before {
                        reply.value.clone()
                    } else {
                        say("type an answer, `u` if you don't know, or `s` to leave it out");
                        continue;
                    }
                }
                Typed::Note(said) => {
                    say(match said {
                        Some(_) => "noted; now the answer",
                        None => "no note; now the answer",
                    });
                    note = said;
                    continue;
                }
                Typed::Help => {
                    let look = self.output.look_of_messages();
                    self.output.tell(&text::why(walk.rubric(), index, look));
                    continue;
                }
                Typed::Back if walk.can_go_back() => {
                    say("< back");
                    return Ok(Response::Back);
                }
                Typed::Back => {
                    say("this is the first question");
                    continue;
                }
                Typed::Skip => {
                    say(match walk.part() {
                        Some(_) => "as for all",
                        None => "left out",
                    });
                    return Ok(Response::Skip);
                }
                Typed::Finish => return Ok(Response::Finish),
            };
            let reply = Reply {
                value,
                note,
                source: before.and_then(|reply| reply.source.clone()),
            };
            let words = text::reply(walk.rubric().question(index), &reply);
            say(&format!("= {words}"));
            return Ok(Response::Reply(reply));
        }
    }
}

/// Says something on a line of its own.
pub(crate) fn say(output: &Output, line: &str) {
    output.tell(&format!("{}\n", terminal(line)));
}

/// The numbers of what is marked, as they are typed.
pub(crate) fn numbers(marked: &[bool]) -> String {
    let positions = marked.iter().enumerate().filter(|(_, marked)| **marked);
    let numbers: Vec<String> = positions.map(|(at, _)| (at + 1).to_string()).collect();
    if numbers.is_empty() {
        "none".to_owned()
    } else {
        numbers.join(", ")
    }
}

impl Prompter for Conversation<'_> {
    fn ask(&mut self, walk: &Walk<'_>, step: Step) -> Result<Response, Stop> {
        let Step::Question(index) = step else {
            return self.title(walk);
        };
        let group = walk.rubric().question(index).group;
        let is_new = self.group.replace(group) != Some(group);
        let look = self.output.look_of_messages();
        self.output.tell("\n");
        self.output.tell(&text::question(walk, index, is_new, look));
        self.device.show_answers(walk, index);
        self.answer(walk, index)
    }

    fn review(&mut self, interview: &Interview<'_>) -> Result<ReviewResponse, Stop> {
        self.group = None;
        let look = self.output.look_of_messages();
        let walk = interview.shared();
        let asked = walk.applicable();
        self.output.tell("\n");
        self.output.tell(&text::review(interview, &asked, look));
        let gaps = asked.iter().any(|&index| walk.reply(index).is_none());
        let parts = interview.parts().len();
        let keys = text::hint(&text::review_keys(parts > 0, gaps), look);
        let line = || {
            self.output.tell("\n");
            self.output.tell(&keys);
            self.device.line("what now >", "")
        };
        self.understood(line, |line| typed::review(line, &asked, gaps, parts))
    }

    fn split(&mut self, _interview: &Interview<'_>) -> Result<Option<bool>, Stop> {
        self.output.tell("\n");
        let keys = "(Enter chooses  <\u{a0}back)";
        self.device.heading(text::SPLIT, keys);
        let chosen = self.device.either(text::SPLIT_CHOICES)?;
        match chosen {
            Some(position) => self.device.echo(text::SPLIT_CHOICES[position]),
            None => say(self.output, "< back"),
        }
        Ok(chosen.map(|position| position == 1))
    }

    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop> {
        self.output.tell("\n");
        let keys = "(a name, or Enter if that is all  ?\u{a0}what  <\u{a0}back)";
        self.device.heading(&text::ask_for_part(interview), keys);
        let prompt = "a name, or Enter if that is all; ? what, < back >";
        let line = || self.device.line(prompt, "?<");
        self.understood(line, |line| typed::part_name(interview, line))
    }

    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop> {
        self.group = None;
        let walk = interview.shared();
        let asked = interview.may_differ();
        let part = &interview.parts()[part];
        self.output.tell("\n");
        let ask = format!("{}: which answers are not as for all?", part.title);
        let keys = "(space marks, Enter takes  ?\u{a0}what  <\u{a0}back  r\u{a0}review)";
        self.device.heading(&ask, keys);
        let answers = text::shared_answers(walk, &asked);
        let marked = asked.iter().map(|index| part.chosen.contains(index));
        let marked: Vec<bool> = marked.collect();
        self.device.show_items(&answers);
        let line = || self.device.several(&answers, &marked);
        let response = self.understood(line, |line| {
            typed::differences(walk, &asked, &part.chosen, line)
        })?;
        if let DifferencesResponse::Differ(chosen) = &response {
            let names = text::names(walk.rubric(), chosen.iter().copied());
            let chosen = if names.is_empty() { "none" } else { &names };
            self.device.echo(chosen);
        }
        Ok(response)
    }

    fn between_groups(&mut self, walk: &Walk<'_>, left: &Remaining) -> Result<bool, Stop> {
        let Some(message) = text::left(walk.rubric(), left) else {
            return Ok(false);
        };
        self.output.tell("\n");
        say(self.output, &message);
        if left.settled.is_none() {
            return Ok(false);
        }
        self.device.finishes()
    }
}
