//! A list to choose from with the keys. dialoguer's theme draws it; its own lists do not know the signs that every
//! question shares, such as `<` for back, and lose track of lines that wrap.

use std::io;

use crate::topics::interview::Stop;
use dialoguer::console::{Key, Term, measure_text_width, truncate_str};
use dialoguer::theme::Theme;

/// Lines that the list leaves to the question above it.
const LEFT_TO_QUESTION: usize = 5;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pick {
    /// This item was chosen.
    One(usize),
    /// These items were.
    Several(Vec<bool>),
    /// A sign was typed.
    Sign(char),
}

/// A list to choose from.
pub(crate) struct List<'a> {
    /// What there is.
    pub(crate) items: &'a [String],
    /// The item under the cursor.
    pub(crate) at: usize,
    /// Which items are marked, where several can be.
    pub(crate) marked: Option<Vec<bool>>,
    /// The characters that end the choice.
    pub(crate) signs: &'a str,
}

impl List<'_> {
    /// Lets the user choose.
    pub(crate) fn choose(mut self, term: &Term, theme: &dyn Theme) -> Result<Pick, Stop> {
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
