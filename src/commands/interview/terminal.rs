//! Asking on a terminal, with lists to move about in and a line to type on.

use std::io;

use super::conversation::{Device, numbers, say};
use crate::commands::output::Output;
use crate::files::{ChoiceSet, Question, QuestionIndex, QuestionKind, Reply, Value};
use crate::output::escape::terminal;
use crate::topics::interview::typed::Typed;
use crate::topics::interview::{Stop, Walk, text, typed};
use dialoguer::Confirm;
use dialoguer::console::{Key, Term, measure_text_width, truncate_str};
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};

/// Signs that mean the same at every question.
const SIGNS: &str = "?<us+r";
/// Those that can begin no answer, and so need no Enter where a line is typed.
const SIGNS_OF_LINES: &str = "?<+";
/// Lines that a list leaves to the question above it.
const LEFT_TO_QUESTION: usize = 5;

/// Asks on the terminal that standard error is.
pub(crate) struct Terminal<'o> {
    output: &'o Output,
    term: Term,
    theme: Box<dyn Theme>,
}

impl<'o> Terminal<'o> {
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
        }
    }

    /// What a line means; asks again while it means nothing.
    fn read(&self, question: &Question, line: &str, before: Option<&Reply>) -> Result<Typed, Stop> {
        let mut line = line.to_owned();
        loop {
            match typed::answer(question, &line) {
                Ok(Typed::Unknown(None)) => return self.unknown(before),
                Ok(typed) => return Ok(typed),
                Err(message) => say(self.output, &message),
            }
            line = match read_line(&self.term, ">", SIGNS_OF_LINES)? {
                Line::Text(line) => line,
                Line::Sign('+') => return self.note(),
                Line::Sign(sign) => sign.to_string(),
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
    fn meaning(&self, question: &Question, pick: Pick) -> Result<Option<Typed>, Stop> {
        Ok(Some(match (pick, &question.kind) {
            (Pick::Sign('?'), _) => Typed::Help,
            (Pick::Sign('<'), _) => Typed::Back,
            (Pick::Sign('s'), _) => Typed::Skip,
            (Pick::Sign('r'), _) => Typed::Finish,
            (Pick::Sign('u'), _) => self.unknown(None)?,
            (Pick::Sign(_), _) => self.note()?,
            (Pick::One(choice), QuestionKind::YesNo) => Typed::Value(Value::YesNo(choice == 0)),
            (Pick::One(choice), _) => Typed::Value(Value::Choice(choice)),
            (Pick::Several(marked), QuestionKind::Choices { allow_none, .. }) => {
                let is_marked = |(choice, marked): (usize, &bool)| marked.then_some(choice);
                let set: ChoiceSet = marked.iter().enumerate().filter_map(is_marked).collect();
                if set.is_empty() && !allow_none {
                    return Ok(None);
                }
                Typed::Value(Value::Choices(set))
            }
            (Pick::Several(_), _) => return Ok(None),
        }))
    }

    fn unknown(&self, before: Option<&Reply>) -> Result<Typed, Stop> {
        if before.is_some_and(|reply| reply.note.is_some()) {
            return Ok(Typed::Unknown(None));
        }
        say(
            self.output,
            "Not known. Who will find out, and by when? (Enter: nobody yet)",
        );
        self.line_or_none().map(Typed::Unknown)
    }

    fn note(&self) -> Result<Typed, Stop> {
        say(self.output, "A note for this answer (Enter: none)");
        self.line_or_none().map(Typed::Note)
    }

    fn line_or_none(&self) -> Result<Option<String>, Stop> {
        let typed = self.line(">", "")?;
        let line = typed.trim();
        Ok((!line.is_empty()).then(|| line.to_owned()))
    }
}

impl Device for Terminal<'_> {
    fn show_answers(&self, walk: &Walk<'_>, index: QuestionIndex) {
        let question = walk.rubric().question(index);
        // A key stays on the line of its word.
        let back = if walk.can_go_back() {
            "  <\u{a0}back"
        } else {
            ""
        };
        let how = match &question.kind {
            QuestionKind::Choices { .. } => "space marks, Enter takes".to_owned(),
            QuestionKind::Choice(_) | QuestionKind::YesNo => "Enter chooses".to_owned(),
            QuestionKind::Number { .. } | QuestionKind::Text => typed::expectation(question),
        };
        let look = self.output.look_of_messages();
        let keys = format!(
            "({how}  ?\u{a0}why{back}  u\u{a0}don't\u{a0}know  s\u{a0}skip  +\u{a0}note  r\u{a0}review)"
        );
        self.output.tell(&text::hint(&keys, look));
        if let Some(reply) = walk.reply(index) {
            let now = text::reply(question, reply);
            say(self.output, &format!("now: {now}"));
        }
    }

    /// What was entered: from a list where there are choices, else as a line.
    fn entry(&self, walk: &Walk<'_>, index: QuestionIndex) -> Result<Typed, Stop> {
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
                        Line::Text(line) => return self.read(question, &line, before),
                        Line::Sign(sign) => Pick::Sign(sign),
                    }
                }
            };
            if let Some(typed) = self.meaning(question, read)? {
                return Ok(typed);
            }
            say(
                self.output,
                "mark at least one with the space bar, or press u if you don't know",
            );
        }
    }

    fn heading(&self, ask: &str, keys: &str) {
        let look = self.output.look_of_messages();
        self.output.tell(&text::heading(ask, look));
        self.output.tell(&text::hint(keys, look));
    }

    fn line(&self, _prompt: &str, signs: &str) -> Result<String, Stop> {
        Ok(match read_line(&self.term, ">", signs)? {
            Line::Text(line) => line.trim().to_owned(),
            Line::Sign(sign) => sign.to_string(),
        })
    }

    fn either(&self, choices: [&str; 2]) -> Result<Option<usize>, Stop> {
        loop {
            match self.pick(choices.into_iter(), 0, None)? {
                Pick::One(choice) => return Ok(Some(choice)),
                Pick::Sign('<') => return Ok(None),
                _ => {}
            }
        }
    }

    fn show_items(&self, _items: &[String]) {}

    fn several(&self, items: &[String], marked: &[bool]) -> Result<String, Stop> {
        loop {
            let labels = items.iter().map(String::as_str);
            match self.pick(labels, 0, Some(marked.to_vec()))? {
                Pick::Sign(sign) => return Ok(sign.to_string()),
                Pick::One(_) => {}
                Pick::Several(marked) => return Ok(numbers(&marked)),
            }
        }
    }

    fn echo(&self, chosen: &str) {
        say(self.output, &format!("= {chosen}"));
    }

    fn finishes(&self) -> Result<bool, Stop> {
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

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Text(String),
    /// A sign at its beginning.
    Sign(char),
}

/// Reads a line after a prompt. dialoguer's own reader knows neither Esc nor Ctrl-D, and writes a line twice once it
/// wraps. One of `signs` at its beginning ends it at once.
fn read_line(term: &Term, prompt: &str, signs: &str) -> Result<Line, Stop> {
    let mut line: Vec<char> = Vec::new();
    loop {
        draw_line(term, prompt, &line)?;
        match term.read_key()? {
            Key::Enter => {
                term.write_line("")?;
                return Ok(Line::Text(line.iter().collect()));
            }
            Key::Escape | Key::CtrlC | Key::Char('\u{3}' | '\u{4}') => {
                term.write_line("")?;
                return Err(Stop::Interrupted);
            }
            Key::Char(sign) if line.is_empty() && signs.contains(sign) => {
                term.write_line(&sign.to_string())?;
                return Ok(Line::Sign(sign));
            }
            Key::Backspace => {
                line.pop();
            }
            // Ctrl-U takes the line back.
            Key::Char('\u{15}') => line.clear(),
            Key::Char(c) if !c.is_control() => line.push(c),
            _ => {}
        }
    }
}

/// Draws the prompt and the end of the line, on one line of the terminal.
fn draw_line(term: &Term, prompt: &str, line: &[char]) -> io::Result<()> {
    let (_, columns) = term.size();
    let room = usize::from(columns).max(20) - measure_text_width(prompt).min(15) - 2;
    let mut shown = line;
    let width = |shown: &[char]| measure_text_width(&shown.iter().collect::<String>());
    while width(shown) > room {
        shown = &shown[1..];
    }
    term.clear_line()?;
    term.write_str(&format!("{prompt} {}", shown.iter().collect::<String>()))?;
    term.flush()
}

/// What was done with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Pick {
    /// This item was chosen.
    One(usize),
    /// These items were.
    Several(Vec<bool>),
    /// A sign was typed.
    Sign(char),
}

/// A list to choose from with the keys. dialoguer's theme draws it; its own lists do not know the signs that every
/// question shares, such as `<` for back, and lose track of lines that wrap.
struct List<'a> {
    items: &'a [String],
    /// The item under the cursor.
    at: usize,
    /// Which items are marked, where several can be.
    marked: Option<Vec<bool>>,
    /// The characters that end the choice.
    signs: &'a str,
}

impl List<'_> {
    fn choose(mut self, term: &Term, theme: &dyn Theme) -> Result<Pick, Stop> {
        term.hide_cursor()?;
        let picked = self.run(term, theme);
        term.show_cursor()?;
        picked
    }

    fn run(&mut self, term: &Term, theme: &dyn Theme) -> Result<Pick, Stop> {
        let mut typed = 0;
        loop {
            let lines = self.draw(term, theme)?;
            let key = term.read_key()?;
            term.clear_last_lines(lines)?;
            let digit = match key {
                Key::Char(c) => c.to_digit(10).map(|digit| digit as usize),
                _ => None,
            };
            typed = match digit {
                Some(digit) => self.jump(typed, digit),
                None => 0,
            };
            if digit.is_none()
                && let Some(pick) = self.press(&key)?
            {
                return Ok(pick);
            }
        }
    }

    /// Moves to the item with the number typed so far and tells that number.
    fn jump(&mut self, typed: usize, digit: usize) -> usize {
        let longer = typed * 10 + digit;
        let number = if longer <= self.items.len() {
            longer
        } else {
            digit
        };
        if (1..=self.items.len()).contains(&number) {
            self.at = number - 1;
        }
        number
    }

    fn press(&mut self, key: &Key) -> Result<Option<Pick>, Stop> {
        let count = self.items.len();
        match key {
            Key::ArrowDown | Key::Tab => self.at = (self.at + 1) % count,
            Key::ArrowUp | Key::BackTab => self.at = (self.at + count - 1) % count,
            Key::Home | Key::PageUp => self.at = 0,
            Key::End | Key::PageDown => self.at = count - 1,
            Key::Char(' ') => {
                if let Some(marked) = &mut self.marked {
                    marked[self.at] = !marked[self.at];
                }
            }
            Key::Enter => {
                return Ok(Some(match &self.marked {
                    Some(marked) => Pick::Several(marked.clone()),
                    None => Pick::One(self.at),
                }));
            }
            Key::Escape | Key::CtrlC | Key::Char('\u{3}' | '\u{4}') => {
                return Err(Stop::Interrupted);
            }
            Key::Char(sign) if self.signs.contains(*sign) => return Ok(Some(Pick::Sign(*sign))),
            _ => {}
        }
        Ok(None)
    }

    /// Draws as much of the list as fits, and tells in how many lines.
    fn draw(&self, term: &Term, theme: &dyn Theme) -> io::Result<usize> {
        let (rows, columns) = term.size();
        let (rows, columns) = (usize::from(rows), usize::from(columns).max(20));
        let visible = rows
            .saturating_sub(LEFT_TO_QUESTION)
            .max(3)
            .min(self.items.len());
        let first = (self.at + 1).saturating_sub(visible);
        let mut lines: Vec<String> = (first..first + visible)
            .map(|position| self.line(theme, position, columns))
            .collect();
        if visible < self.items.len() {
            lines.push(format!("  {} of {}", self.at + 1, self.items.len()));
        }
        for line in &lines {
            term.write_line(line)?;
        }
        Ok(lines.len())
    }

    fn line(&self, theme: &dyn Theme, position: usize, columns: usize) -> String {
        let is_current = position == self.at;
        let text = format!("{} {}", position + 1, self.items[position]);
        // Room for what the theme puts before it, and a column that is never written to.
        let text = truncate_str(&text, columns - 8, "…");
        let mut line = String::new();
        let drawn = match &self.marked {
            Some(marked) => theme.format_multi_select_prompt_item(
                &mut line,
                &text,
                marked[position],
                is_current,
            ),
            None => theme.format_select_prompt_item(&mut line, &text, is_current),
        };
        if drawn.is_err() || measure_text_width(&line) >= columns {
            return truncate_str(&line, columns - 1, "").into_owned();
        }
        line
    }
}
