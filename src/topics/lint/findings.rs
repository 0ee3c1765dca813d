//! What a lint found, with places that are worth pointing at.

use super::space::{Demand, Search, Space};
use crate::files::{Condition, Files, Place, Problem, ProblemCode, Rubric};

/// Why a condition that no answers meet cannot hold.
pub(crate) const CONTRADICTION: &str =
    "no answers meet it: it contradicts itself, the range of a question, or an `ask-when`";

/// The findings so far.
pub(crate) struct Findings<'f> {
    files: &'f Files,
    problems: Vec<Problem>,
}

impl<'f> Findings<'f> {
    /// None yet.
    pub(crate) fn none(files: &'f Files) -> Self {
        Self {
            files,
            problems: Vec::new(),
        }
    }

    /// Adds a finding.
    pub(crate) fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Adds that something could not be proven.
    pub(crate) fn give_up(&mut self, place: Place, what: &str) {
        let found = format!("whether {what} is not proven: too much hangs together");
        self.add(
            Problem::new(
                ProblemCode::TooEntangledToCheck,
                self.first_line(place),
                found,
            )
            .help("split the conditions up, or read fewer questions at once"),
        );
    }

    /// Whether no answers meet these demands. That it could not be told is a finding about `what`.
    pub(crate) fn rules_out(
        &mut self,
        space: &Space<'_>,
        demands: &[Demand<'_>],
        place: Place,
        what: impl FnOnce() -> String,
    ) -> bool {
        match space.find(demands) {
            Search::Found(_) => false,
            Search::Impossible => true,
            Search::GivenUp => {
                self.give_up(place, &what());
                false
            }
        }
    }

    /// Adds that something stands there a second time.
    pub(crate) fn repeated(
        &mut self,
        code: ProblemCode,
        [first, second]: [Place; 2],
        found: impl Into<String>,
        label: &str,
        help: &str,
    ) {
        let [first, second] = [first, second].map(|place| self.first_line(place));
        let problem = Problem::new(code, second, found.into());
        self.add(problem.related(first, label).help(help));
    }

    /// The first line of a place: pointing at a whole block helps nobody.
    pub(crate) fn first_line(&self, place: Place) -> Place {
        let text = &self.files.get(place.file).text[place.range()];
        let line = text.lines().next().unwrap_or_default();
        Place {
            end: place.start + line.trim_end().len(),
            ..place
        }
    }

    /// Where a text is written for the first time within a place; its first line if it is written otherwise.
    pub(crate) fn narrow(&self, place: Place, needle: &str) -> Place {
        let text = &self.files.get(place.file).text[place.range()];
        text.find(needle).map_or_else(
            || self.first_line(place),
            |offset| Place {
                start: place.start + offset,
                end: place.start + offset + needle.len(),
                ..place
            },
        )
    }

    /// A key of a map; its first line if it is written otherwise.
    pub(crate) fn key(&self, place: Place, name: &str) -> Place {
        let text = &self.files.get(place.file).text[place.range()];
        let starts = |at: usize| text[..at].ends_with([' ', '\n', '\t', '{', ',']) || at == 0;
        let ends = |at: usize| text[at + name.len()..].starts_with(':');
        let mut found = text.match_indices(name).map(|(at, _)| at);
        found.find(|&at| starts(at) && ends(at)).map_or_else(
            || self.first_line(place),
            |at| Place {
                start: place.start + at,
                end: place.start + at + name.len(),
                ..place
            },
        )
    }

    /// The line on which a section of the rubric begins; the head of its file if it is written otherwise.
    pub(crate) fn section(&self, rubric: &Rubric, name: &str) -> Option<Place> {
        let file = rubric.lineage.last()?.file;
        let text = &self.files.get(file).text;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if line
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(':'))
            {
                let end = start + name.len();
                return Some(Place { file, start, end });
            }
            start += line.len();
        }
        Some(Place {
            file,
            start: 0,
            end: 0,
        })
    }

    /// The findings, in the order of the text.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        self.problems
            .sort_by(|a, b| (a.place, a.code.id()).cmp(&(b.place, b.code.id())));
        self.problems
    }
}

/// Whether two conditions, or none, are written the same.
pub(crate) fn same_when(one: Option<&Condition>, other: Option<&Condition>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same_condition(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Whether two conditions are written the same, wherever they stand.
pub(crate) fn same_condition(one: &Condition, other: &Condition) -> bool {
    let same_parts = |one: &[Condition], other: &[Condition]| {
        one.len() == other.len()
            && one
                .iter()
                .zip(other)
                .all(|(one, other)| same_condition(one, other))
    };
    match (one, other) {
        (Condition::AllOf(one), Condition::AllOf(other))
        | (Condition::AnyOf(one), Condition::AnyOf(other)) => same_parts(one, other),
        (Condition::Not(one), Condition::Not(other)) => same_condition(one, other),
        (Condition::Test(one), Condition::Test(other)) => {
            one.question == other.question && one.predicate == other.predicate
        }
        _ => false,
    }
}
