//! Collecting what is wrong while reading on.

use crate::model::{Place, Problem};

/// The problems found so far in one text.
#[derive(Debug)]
pub(super) struct Problems<'t> {
    text: &'t str,
    list: Vec<Problem>,
}

impl<'t> Problems<'t> {
    /// None yet, for a file with this text.
    pub(super) fn none(text: &'t str) -> Self {
        Self {
            text,
            list: Vec::new(),
        }
    }

    /// Adds a problem.
    pub(super) fn add(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    /// Gives the last problem a better help.
    pub(super) fn amend_last(&mut self, help: String) {
        if let Some(last) = self.list.last_mut() {
            last.help = Some(help);
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.list.len()
    }

    /// The part of a place where `needle` is written for the `nth` time, from 0; all of it if it is written otherwise.
    pub(super) fn narrow(&self, place: Place, needle: &str, nth: usize) -> Place {
        let found = self.text[place.range()].match_indices(needle).nth(nth);
        found.map_or(place, |(offset, _)| {
            let start = place.start + offset;
            Place {
                start,
                end: start + needle.len(),
                ..place
            }
        })
    }

    /// The first line of a place: pointing at a whole block helps nobody.
    pub(super) fn first_line(&self, place: Place) -> Place {
        let line = self.text[place.range()].lines().next().unwrap_or_default();
        Place {
            end: place.start + line.trim_end().len(),
            ..place
        }
    }

    /// The problems, in the order of the text.
    pub(super) fn into_sorted(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.place);
        self.list
    }
}
