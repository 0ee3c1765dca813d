//! The steps of a YAML text: what it is made of, in order. The build script, which has this file too, keeps those of the
//! bundled files in the program.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A part of a YAML text.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Step<'t> {
    /// A text; `plain` if it was not quoted.
    Scalar {
        #[serde(borrow)]
        text: Cow<'t, str>,
        plain: bool,
    },
    /// A list begins, of so many items if that is known.
    Sequence(usize),
    /// A map begins, of so many entries if that is known.
    Mapping(usize),
    /// The list or map that began last ends.
    End,
}

/// A step with the bytes of the text that it covers.
pub(crate) type PlacedStep<'t> = (Step<'t>, Range<usize>);
