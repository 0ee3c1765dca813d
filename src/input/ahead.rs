//! Bundled files that are parsed ahead, on threads of their own, while the main one reads something else. What comes of it
//! is the same as without.

use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::bundled::{BUNDLED, bundled};
use super::landscape::MAX_LANDSCAPE_NODES;
use super::node::Node;
use super::tree;
use crate::model::{FileId, Files, Problem};

/// A bundled text that is being parsed.
struct Begun {
    text: &'static str,
    parsing: JoinHandle<Option<Node>>,
}

static BEGUN: Mutex<Vec<Begun>> = Mutex::new(Vec::new());

/// Begins with what a bundled rubric extends.
pub(super) fn begin_extended(rubric: &str) {
    let Some(rubric) = bundled(rubric) else {
        return;
    };
    let extends = |other: &str| rubric.text.contains(&format!("\nextends: {other}\n"));
    for other in BUNDLED.iter().filter(|other| extends(other.id)) {
        begin(other.text);
    }
}

/// Begins with the landscape that comes with a bundled rubric.
pub(super) fn begin_landscape(rubric: &str) {
    if let Some(text) = bundled(rubric).and_then(|rubric| rubric.landscape) {
        begin(text);
    }
}

fn begin(text: &'static str) {
    let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    if begun.iter().any(|begun| begun.text == text) {
        return;
    }
    let somewhere = Files::default().add("", "");
    let parse = move || tree::parse_within(somewhere, text, MAX_LANDSCAPE_NODES).ok();
    // Without a thread it is parsed when it is needed.
    if let Ok(parsing) = Builder::new().spawn(parse) {
        begun.push(Begun { text, parsing });
    }
}

/// The tree of a text, taken from a thread if one has begun with it.
///
/// # Errors
///
/// The first thing that keeps the text from being one plain YAML document with at most so many values.
pub(super) fn tree(file: FileId, text: &str, most: usize) -> Result<Node, Problem> {
    let taken = {
        let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
        let position = begun.iter().position(|begun| begun.text == text);
        position.map(|position| begun.swap_remove(position))
    };
    let parsed = taken.and_then(|begun| begun.parsing.join().ok().flatten());
    match parsed {
        Some(mut node) => {
            node.put_into(file);
            Ok(node)
        }
        None => tree::parse_within(file, text, most),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{begin_extended, begin_landscape, tree};
    use crate::input::bundled::bundled;
    use crate::input::landscape::MAX_LANDSCAPE_NODES;
    use crate::input::tree::parse_within;
    use crate::model::Files;

    #[test]
    fn what_was_parsed_ahead_is_what_is_parsed_when_it_is_needed() {
        let ml = bundled("ml-infrastructure").unwrap();
        let base = bundled("infrastructure").unwrap();
        for text in [ml.landscape.unwrap(), base.text, ml.text] {
            let mut files = Files::default();
            files.add("another", "");
            let file = files.add("this", text);
            let now = parse_within(file, text, MAX_LANDSCAPE_NODES).unwrap();
            begin_extended("ml-infrastructure");
            begin_landscape("ml-infrastructure");
            assert_eq!(tree(file, text, MAX_LANDSCAPE_NODES).unwrap(), now);
        }
    }
}
