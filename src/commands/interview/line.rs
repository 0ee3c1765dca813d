//! A line to type on. dialoguer's own knows neither Esc nor Ctrl-D, and writes a line twice once it wraps.

use std::io;

use crate::topics::interview::Stop;
use dialoguer::console::{Key, Term, measure_text_width};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// A line.
    Line(String),
    /// A sign at its beginning.
    Sign(char),
}

/// Reads a line after a prompt. One of `signs` at its beginning ends it at once.
pub(crate) fn read_line(term: &Term, prompt: &str, signs: &str) -> Result<Typed, Stop> {
    let mut line: Vec<char> = Vec::new();
    loop {
        draw(term, prompt, &line)?;
        match term.read_key()? {
            Key::Enter => {
                term.write_line("")?;
                return Ok(Typed::Line(line.iter().collect()));
            }
            Key::Escape | Key::CtrlC | Key::Char('\u{3}' | '\u{4}') => {
                term.write_line("")?;
                return Err(Stop::Interrupted);
            }
            Key::Char(sign) if line.is_empty() && signs.contains(sign) => {
                term.write_line(&sign.to_string())?;
                return Ok(Typed::Sign(sign));
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
fn draw(term: &Term, prompt: &str, line: &[char]) -> io::Result<()> {
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
