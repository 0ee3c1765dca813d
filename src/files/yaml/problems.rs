//! Collecting what is wrong while reading on.

use crate::files::{Files, Place, Problem, Related};

/// After so many problems no more guesses are made: each looks at everything that is known.
const MANY: usize = 200;

/// The problems found so far, in one file or in several that belong together.
#[derive(Debug)]
pub(crate) struct Problems<'f> {
    files: &'f Files,
    list: Vec<Problem>,
}

impl<'f> Problems<'f> {
    /// None yet, in these files.
    pub(crate) fn none(files: &'f Files) -> Self {
        Self {
            files,
            list: Vec::new(),
        }
    }

    /// Puts what `change` makes of the problems in their place.
    pub(crate) fn map(&mut self, change: impl FnOnce(Vec<Problem>) -> Vec<Problem>) {
        self.list = change(std::mem::take(&mut self.list));
    }

    /// Adds a problem.
    pub(crate) fn add(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    /// Gives the last problem a better help.
    pub(crate) fn amend_last(&mut self, help: String) {
        if let Some(last) = self.list.last_mut() {
            last.help = Some(help);
        }
    }

    /// Points the problems found since there were `before` at the definition of `id` in another file, if it is in
    /// another.
    pub(crate) fn explain_since(&mut self, before: usize, id: &str, definition: Place) {
        let other = self.first_line(self.narrow(definition, id, 0));
        let label = format!("`{id}` is defined here");
        for problem in self.list.iter_mut().skip(before) {
            if problem.related.is_none() && problem.place.file != other.file {
                problem.related = Some(Related {
                    place: other,
                    label: label.clone(),
                });
            }
        }
    }

    /// Whether there are so many that nobody reads what could have been meant in yet another one.
    pub(crate) fn are_many(&self) -> bool {
        self.list.len() >= MANY
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// The part of a place where `needle` is written for the `nth` time, from 0; all of it if it is written otherwise.
    pub(crate) fn narrow(&self, place: Place, needle: &str, nth: usize) -> Place {
        let found = self.text(place).match_indices(needle).nth(nth);
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
    pub(crate) fn first_line(&self, place: Place) -> Place {
        let line = self.text(place).lines().next().unwrap_or_default();
        Place {
            end: place.start + line.trim_end().len(),
            ..place
        }
    }

    fn text(&self, place: Place) -> &'f str {
        &self.files.get(place.file).text[place.range()]
    }

    /// The problems, in the order of the text; of several files, those of the file that was read first come first.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.place);
        self.list
    }
}
