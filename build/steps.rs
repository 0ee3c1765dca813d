//! Writes the steps of a YAML text in the compact form that `src/input/steps.rs` reads and describes.

use granit_parser::{Event, Parser, ScalarStyle};

/// The steps of a text; `None` if it is not plain YAML, which is told where it is read.
pub(crate) fn steps(text: &str) -> Option<Vec<u8>> {
    let mut written = Writer::default();
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let range = span.byte_range()?;
        let start = range.start;
        // The white space after a plain scalar or a block counts to it, with the parser.
        let end = start + text.get(range)?.trim_end().len();
        match event {
            Event::Scalar(value, style, 0, None) => {
                let plain = style == ScalarStyle::Plain;
                let stands_there = if plain {
                    text.get(start..end) == Some(&*value)
                } else {
                    end > start + 1 && text.get(start + 1..end - 1) == Some(&*value)
                };
                let code = match (plain, stands_there) {
                    (true, true) => b'p',
                    (false, true) => b'q',
                    (true, false) => b'P',
                    (false, false) => b'Q',
                };
                written.step(code, start, end)?;
                if !stands_there {
                    written.text(&value);
                }
            }
            Event::SequenceStart(_, 0, None) => written.step(b'[', start, end)?,
            Event::MappingStart(_, 0, None) => written.step(b'{', start, end)?,
            Event::SequenceEnd | Event::MappingEnd => written.step(b'.', start, end)?,
            Event::DocumentStart(..) => documents += 1,
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            _ => return None,
        }
    }
    (documents == 1).then_some(written.bytes)
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    /// Where the step before began.
    last: usize,
}

impl Writer {
    fn step(&mut self, code: u8, start: usize, end: usize) -> Option<()> {
        self.bytes.push(code);
        self.number(start.checked_sub(self.last)?);
        self.number(end - start);
        self.last = start;
        Some(())
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Seven bits to a byte, the lowest first; all bytes but the last have the eighth bit.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }
}
