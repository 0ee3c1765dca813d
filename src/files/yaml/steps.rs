//! The steps of a YAML text: what it is made of, in order.
//!
//! Those of the bundled files are found when the program is built (`build/steps.rs`) and kept in a compact form. A step is a
//! letter, then how far it begins behind the one before, then its length, both in bytes:
//!
//! | letter | step |
//! |---|---|
//! | `p`, `q` | a scalar, plain or quoted, that stands in the file as it is |
//! | `P`, `Q` | a scalar, plain or not, whose text follows: its length, then its bytes |
//! | `[`, `{` | a list, a map; how many items or entries it has follows |
//! | `.` | the end of the last of these |
//!
//! Numbers have seven bits to a byte, the lowest first; all bytes but the last have the eighth bit.

use std::borrow::Cow;
use std::ops::Range;

/// A part of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    /// A text; `plain` if it was not quoted.
    Scalar {
        text: Cow<'static, str>,
        plain: bool,
    },
    /// A list begins, of so many items if that is known.
    Sequence(usize),
    /// A map begins, of so many entries if that is known.
    Mapping(usize),
    /// The list or map that began last ends.
    End,
}

/// Reads steps from their compact form.
pub(crate) struct Steps {
    text: &'static str,
    left: &'static [u8],
    /// Where the step before began.
    last: usize,
}

impl Steps {
    /// The steps of this text.
    pub(crate) const fn new(text: &'static str, steps: &'static [u8]) -> Self {
        Self {
            text,
            left: steps,
            last: 0,
        }
    }

    /// Whether nothing is left to be read.
    pub(crate) const fn is_at_end(&self) -> bool {
        self.left.is_empty()
    }

    /// The next step and the bytes it covers; `None` if there is none, or if this is not the form.
    pub(crate) fn step(&mut self) -> Option<(Step, Range<usize>)> {
        let (letter, left) = self.left.split_first()?;
        self.left = left;
        let start = self.last.checked_add(self.number()?)?;
        let end = start.checked_add(self.number()?)?;
        self.last = start;
        let scalar = |text: &'static str, plain| Step::Scalar {
            text: Cow::Borrowed(text),
            plain,
        };
        let step = match letter {
            b'p' => scalar(self.text.get(start..end)?, true),
            b'q' => scalar(self.text.get(start + 1..end.checked_sub(1)?)?, false),
            b'P' => scalar(self.own_text()?, true),
            b'Q' => scalar(self.own_text()?, false),
            b'[' => Step::Sequence(self.items()?),
            b'{' => Step::Mapping(self.items()?),
            b'.' => Step::End,
            _ => return None,
        };
        Some((step, start..end))
    }

    /// How many items follow: never more than there are bytes.
    fn items(&mut self) -> Option<usize> {
        let items = self.number()?;
        (items <= self.left.len()).then_some(items)
    }

    fn own_text(&mut self) -> Option<&'static str> {
        let length = self.number()?;
        let (text, left) = self.left.split_at_checked(length)?;
        self.left = left;
        std::str::from_utf8(text).ok()
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0_usize, 0);
        while shift < usize::BITS {
            let (&byte, left) = self.left.split_first()?;
            self.left = left;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
        None
    }
}
