//! Writes the steps of a YAML text in the compact form that `src/files/yaml/steps.rs` reads and describes.

use granit_parser::{Event, Parser, ScalarStyle};

/// A step before it is written.
struct Step {
    letter: u8,
    start: usize,
    end: usize,
    /// What a list or map has in it.
    items: usize,
    /// A text that does not stand in the file as it is.
    text: Option<String>,
}

/// The steps of a text; `None` if it is not plain YAML, which is told where it is read.
pub(crate) fn steps(text: &str) -> Option<Vec<u8>> {
    let mut steps: Vec<Step> = Vec::new();
    // Positions of the lists and maps that are open.
    let mut open: Vec<usize> = Vec::new();
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let range = span.byte_range()?;
        let start = range.start;
        // The white space after a plain scalar or a block counts to it, with the parser.
        let end = start + text.get(range)?.trim_end().len();
        let (letter, own) = match event {
            Event::Scalar(value, style, 0, None) => {
                let plain = style == ScalarStyle::Plain;
                let stands_there = if plain {
                    text.get(start..end) == Some(&*value)
                } else {
                    end > start + 1 && text.get(start + 1..end - 1) == Some(&*value)
                };
                let letter = match (plain, stands_there) {
                    (true, true) => b'p',
                    (false, true) => b'q',
                    (true, false) => b'P',
                    (false, false) => b'Q',
                };
                (letter, (!stands_there).then(|| value.into_owned()))
            }
            Event::SequenceStart(_, 0, None) => (b'[', None),
            Event::MappingStart(_, 0, None) => (b'{', None),
            Event::SequenceEnd | Event::MappingEnd => (b'.', None),
            Event::DocumentStart(..) => {
                documents += 1;
                continue;
            }
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => continue,
            _ => return None,
        };
        if letter == b'.' {
            open.pop()?;
        } else if let Some(around) = open.last() {
            steps[*around].items += 1;
        }
        if matches!(letter, b'[' | b'{') {
            open.push(steps.len());
        }
        steps.push(Step {
            letter,
            start,
            end,
            items: 0,
            text: own,
        });
    }
    (documents == 1).then(|| written(&steps)).flatten()
}

fn written(steps: &[Step]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut last = 0;
    for step in steps {
        bytes.push(step.letter);
        number(step.start.checked_sub(last)?, &mut bytes);
        number(step.end - step.start, &mut bytes);
        match step.letter {
            b'[' => number(step.items, &mut bytes),
            b'{' => number(step.items / 2, &mut bytes),
            _ => {}
        }
        if let Some(text) = &step.text {
            number(text.len(), &mut bytes);
            bytes.extend_from_slice(text.as_bytes());
        }
        last = step.start;
    }
    Some(bytes)
}

/// Seven bits to a byte, the lowest first; all bytes but the last have the eighth bit.
fn number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}
