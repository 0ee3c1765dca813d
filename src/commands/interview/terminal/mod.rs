//! Asking on a terminal, with lists to move about in.

mod parts;

use super::answering::{Asking, answer};
use super::line::{Typed, read_line};
use super::list::{List, Pick};
use super::words;
use crate::commands::output::Output;
use crate::files::{GroupIndex, Question, QuestionIndex, QuestionKind, Reply, Value};
use crate::output::escape::terminal;
use crate::topics::interview::{
    DifferencesResponse, Entry, Interview, NameResponse, Prompter, Remaining, Response,
    ReviewResponse, Step, Stop, Walk, expectation, read_entry, text as questionnaire,
};
use dialoguer::Confirm;
use dialoguer::console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};

/// Signs that mean the same at every question.
const SIGNS: &str = "?<us+r";
/// Those that can begin no answer, and so need no Enter where a line is typed.
const SIGNS_OF_LINES: &str = "?<+";

/// Asks on the terminal that standard error is.
pub(crate) struct Dialogue<'o> {
    output: &'o Output,
    term: Term,
    theme: Box<dyn Theme>,
    group: Option<GroupIndex>,
}

impl<'o> Dialogue<'o> {
    pub(crate) fn new(output: &'o Output) -> Self {
        let theme: Box<dyn Theme> = if output.is_plain() {
            Box::new(SimpleTheme)
        } else {
            Box::new(ColorfulTheme::default())
        };
        Self {
            output,
            term: Term::stderr(),
            theme,
            group: None,
        }
    }

    fn title(&self, walk: &Walk<'_>) -> Result<Response, Stop> {
        self.say("\u{20}");
        self.say("What is this decision about, in a few words?");
        if let Some(title) = walk.title() {
            self.say(&format!("now: {title} (Enter keeps it)"));
        }
        loop {
            match words::title(walk, &self.typed("?<")?) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    /// What a line means; asks again while it means nothing.
    fn read(&self, question: &Question, line: &str, before: Option<&Reply>) -> Result<Entry, Stop> {
        let mut line = line.to_owned();
        loop {
            match read_entry(question, &line) {
                Ok(Entry::Unknown(None)) => return self.unknown(before),
                Ok(entry) => return Ok(entry),
                Err(message) => self.say(&message),
            }
            line = match read_line(&self.term, ">", SIGNS_OF_LINES)? {
                Typed::Line(line) => line,
                Typed::Sign('+') => return self.note(),
                Typed::Sign(sign) => sign.to_string(),
            };
        }
    }

    fn pick<'t>(
        &self,
        labels: impl Iterator<Item = &'t str>,
        at: usize,
        marked: Option<Vec<bool>>,
    ) -> Result<Pick, Stop> {
        let items: Vec<String> = labels.map(|label| terminal(label).into_owned()).collect();
        let list = List {
            items: &items,
            at,
            marked,
            signs: SIGNS,
        };
        list.choose(&self.term, self.theme.as_ref())
    }

    /// What a choice means; nothing if it is none.
    fn meaning(&self, question: &Question, pick: Pick) -> Result<Option<Entry>, Stop> {
        Ok(Some(match (pick, &question.kind) {
            (Pick::Sign('?'), _) => Entry::Help,
            (Pick::Sign('<'), _) => Entry::Back,
            (Pick::Sign('s'), _) => Entry::Skip,
            (Pick::Sign('r'), _) => Entry::Finish,
            (Pick::Sign('u'), _) => self.unknown(None)?,
            (Pick::Sign(_), _) => self.note()?,
            (Pick::One(choice), QuestionKind::YesNo) => Entry::Value(Value::YesNo(choice == 0)),
            (Pick::One(choice), _) => Entry::Value(Value::Choice(choice)),
            (Pick::Several(marked), QuestionKind::Choices { allow_none, .. }) => {
                let is_marked = |(choice, marked): (usize, &bool)| marked.then_some(choice);
                let set = marked.iter().enumerate().filter_map(is_marked).collect();
                let set: crate::files::ChoiceSet = set;
                if set.is_empty() && !allow_none {
                    return Ok(None);
                }
                Entry::Value(Value::Choices(set))
            }
            (Pick::Several(_), _) => return Ok(None),
        }))
    }

    fn unknown(&self, before: Option<&Reply>) -> Result<Entry, Stop> {
        if before.is_some_and(|reply| reply.note.is_some()) {
            return Ok(Entry::Unknown(None));
        }
        self.say("Not known. Who will find out, and by when? (Enter: nobody yet)");
        self.words().map(Entry::Unknown)
    }

    fn note(&self) -> Result<Entry, Stop> {
        self.say("A note for this answer (Enter: none)");
        self.words().map(Entry::Note)
    }

    /// A line, or one of these signs at its beginning.
    fn typed(&self, signs: &str) -> Result<String, Stop> {
        Ok(match read_line(&self.term, ">", signs)? {
            Typed::Line(line) => line,
            Typed::Sign(sign) => sign.to_string(),
        })
    }

    fn words(&self) -> Result<Option<String>, Stop> {
        let typed = self.typed("")?;
        let line = typed.trim();
        Ok((!line.is_empty()).then(|| line.to_owned()))
    }

    /// The keys of a question, and what is expected where a line is typed.
    fn keys(&self, walk: &Walk<'_>, question: &Question) {
        // A key stays on the line of its word.
        let back = if walk.can_go_back() {
            "  <\u{a0}back"
        } else {
            ""
        };
        let how = match &question.kind {
            QuestionKind::Choices { .. } => "space marks, Enter takes".to_owned(),
            QuestionKind::Choice(_) | QuestionKind::YesNo => "Enter chooses".to_owned(),
            QuestionKind::Number { .. } | QuestionKind::Text => expectation(question),
        };
        let look = self.output.look_of_messages();
        let keys = format!(
            "({how}  ?\u{a0}why{back}  u\u{a0}don't\u{a0}know  s\u{a0}skip  +\u{a0}note  r\u{a0}review)"
        );
        self.output.tell(&questionnaire::hint(&keys, look));
    }
}

impl Asking for Dialogue<'_> {
    /// What was entered: from a list where there are choices, else as a line.
    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Entry, Stop> {
        let question = walk.rubric().question(index);
        let before = walk.reply(index);
        let value = before.and_then(|reply| reply.value.as_ref());
        loop {
            let read = match &question.kind {
                QuestionKind::Choice(choices) => {
                    let at = match value {
                        Some(Value::Choice(choice)) => *choice,
                        _ => 0,
                    };
                    let labels = choices.iter().map(|choice| choice.label.as_str());
                    self.pick(labels, at, None)?
                }
                QuestionKind::Choices { choices, .. } => {
                    let is_marked =
                        |choice| matches!(value, Some(Value::Choices(set)) if set.contains(choice));
                    let marked = (0..choices.len()).map(is_marked).collect();
                    let labels = choices.iter().map(|choice| choice.label.as_str());
                    self.pick(labels, 0, Some(marked))?
                }
                QuestionKind::YesNo => {
                    let at = usize::from(matches!(value, Some(Value::YesNo(false))));
                    self.pick(["yes", "no"].into_iter(), at, None)?
                }
                QuestionKind::Number { .. } | QuestionKind::Text => {
                    match read_line(&self.term, ">", SIGNS_OF_LINES)? {
                        Typed::Line(line) => return self.read(question, &line, before),
                        Typed::Sign(sign) => Pick::Sign(sign),
                    }
                }
            };
            if let Some(entry) = self.meaning(question, read)? {
                return Ok(entry);
            }
            self.say("mark at least one with the space bar, or press u if you don't know");
        }
    }

    fn output(&self) -> &Output {
        self.output
    }
}

impl Prompter for Dialogue<'_> {
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
        self.keys(walk, question);
        if let Some(reply) = walk.reply(index) {
            let now = questionnaire::reply(question, reply);
            self.say(&format!("now: {now}"));
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
            let line = self.typed("")?;
            match words::review_response(line.trim(), &asked, rest, parts) {
                Ok(response) => return Ok(response),
                Err(message) => self.say(&message),
            }
        }
    }

    fn split(&mut self, _interview: &Interview<'_>) -> Result<Option<bool>, Stop> {
        self.is_split()
    }

    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop> {
        self.part_name(interview)
    }

    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop> {
        self.group = None;
        self.part_differences(interview, part)
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
        let confirm = Confirm::with_theme(self.theme.as_ref())
            .with_prompt("Finish here?")
            .default(false);
        match confirm.interact_on_opt(&self.term) {
            Ok(Some(finish)) => Ok(finish),
            Ok(None) => Err(Stop::Interrupted),
            Err(dialoguer::Error::IO(error)) => Err(error.into()),
        }
    }
}
