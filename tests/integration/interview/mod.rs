//! The questionnaire and the files it writes.

mod edits;
mod files;
mod kills;
mod parts;
mod plain;
mod session;
#[cfg(unix)]
mod terminal;

use std::path::Path;
use std::process::Stdio;

use crate::common::{Run, run_with_input, trilemma};
use trilemma::files::{
    ChoiceSet, Files, Place, Question, QuestionKind, Reply, Rubric, Value, load_rubric,
};
use trilemma::topics::interview::{
    DifferencesResponse, Interview, NameResponse, PartsProgress, Prompter, Remaining, Response,
    ReviewResponse, Step, Stop, Walk, conduct,
};

/// A rubric with a question of every kind.
pub const SMALL: &str = include_str!("small.yaml");

/// A folder with the small rubric in it.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("small.yaml"), SMALL).expect("it can be written to");
    folder
}

/// Runs the program with lines to answer with.
pub fn answer_lines(folder: &Path, arguments: &[&str], lines: &[&str]) -> Run {
    let input: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    run_with_input(&folder.display().to_string(), arguments, input.as_bytes())
}

/// Runs the program without any input.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = trilemma(folder);
    command.args(arguments).stdin(Stdio::null());
    Run::from(command.output().expect("the program runs"))
}

pub fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn rubric(name: &str) -> Rubric {
    load_rubric(name, &mut Files::default()).expect("the rubric is sound")
}

pub fn nowhere() -> Place {
    Place {
        file: Files::default().add("", ""),
        start: 0,
        end: 0,
    }
}

/// Some answer to a question.
pub fn some_value(question: &Question, by: usize) -> Value {
    let count = question.choices().len().max(1);
    match &question.kind {
        QuestionKind::Choice(_) => Value::Choice(by % count),
        QuestionKind::Choices { .. } => {
            Value::Choices(ChoiceSet::from_bits(1 + by as u64 % ((1 << count) - 1)))
        }
        QuestionKind::Number {
            minimum, maximum, ..
        } => {
            let number = minimum.unwrap_or(0.0) + (by % 40) as f64;
            Value::Number(maximum.map_or(number, |high| number.min(high)))
        }
        QuestionKind::YesNo => Value::YesNo(by.is_multiple_of(2)),
        QuestionKind::Text => Value::Text(format!("remark {by}")),
    }
}

/// A value as it is typed in plain lines.
fn typed(question: &Question, value: &Value) -> String {
    match value {
        Value::Choice(choice) => (choice + 1).to_string(),
        Value::Choices(set) => {
            let numbers: Vec<String> = set.iter().map(|choice| (choice + 1).to_string()).collect();
            numbers.join(",")
        }
        other => question.written(other),
    }
}

/// An interview answered in some way: what is typed at each question, with the question and what it is answered by.
#[derive(Default)]
pub struct Script {
    by: usize,
    /// The names of the parts.
    parts: Vec<String>,
    /// What is typed at each step, with what is typed before the next question appears.
    pub steps: Vec<Vec<String>>,
    /// What `--set` needs for the same.
    pub set: Vec<String>,
}

impl Script {
    /// The script of an interview about a rubric in which the answers differ by `by`.
    pub fn of(rubric: &Rubric, by: usize) -> Self {
        Self::with_parts(rubric, by, &[])
    }

    /// The same, decided part by part.
    pub fn with_parts(rubric: &Rubric, by: usize, parts: &[&str]) -> Self {
        let mut script = Self {
            by,
            parts: parts.iter().map(|part| (*part).to_owned()).collect(),
            ..Self::default()
        };
        let walk = Walk::new(rubric, nowhere());
        let mut interview = Interview::new(walk, Vec::new(), PartsProgress::Ahead, Vec::new());
        conduct(&mut interview, &mut script, &mut |_| Ok(())).expect("it ends");
        script
    }

    /// All lines.
    pub fn lines(&self) -> Vec<&str> {
        self.steps.iter().flatten().map(String::as_str).collect()
    }
}

impl Prompter for Script {
    fn ask(&mut self, walk: &Walk<'_>, step: Step) -> Result<Response, Stop> {
        let Step::Question(index) = step else {
            self.steps.push(vec!["A title".to_owned()]);
            return Ok(Response::Title("A title".to_owned()));
        };
        let question = walk.rubric().question(index);
        let part = walk.part().map_or(0, str::len);
        let value = some_value(question, self.by + 3 * index.0 + part);
        self.steps.push(vec![typed(question, &value)]);
        self.set
            .push(format!("{}={}", question.id, question.written(&value)));
        Ok(Response::Reply(Reply::of(value)))
    }

    fn review(&mut self, _interview: &Interview<'_>) -> Result<ReviewResponse, Stop> {
        self.steps.push(vec!["save".to_owned()]);
        Ok(ReviewResponse::Save)
    }

    fn split(&mut self, _interview: &Interview<'_>) -> Result<Option<bool>, Stop> {
        let by_part = !self.parts.is_empty();
        self.steps
            .push(vec![if by_part { "2" } else { "1" }.to_owned()]);
        Ok(Some(by_part))
    }

    fn name_part(&mut self, interview: &Interview<'_>) -> Result<NameResponse, Stop> {
        let next = self.parts.get(interview.parts().len());
        self.steps.push(vec![next.cloned().unwrap_or_default()]);
        Ok(next
            .cloned()
            .map_or(NameResponse::Enough, NameResponse::Name))
    }

    fn differences(
        &mut self,
        interview: &Interview<'_>,
        part: usize,
    ) -> Result<DifferencesResponse, Stop> {
        let asked = interview.may_differ();
        let differs = |position: &usize| (position + self.by + part).is_multiple_of(5);
        let positions: Vec<usize> = (0..asked.len()).filter(differs).collect();
        let numbers: Vec<String> = positions.iter().map(|at| (at + 1).to_string()).collect();
        self.steps.push(vec![numbers.join(",")]);
        let chosen = positions.into_iter().map(|at| asked[at]).collect();
        Ok(DifferencesResponse::Differ(chosen))
    }

    fn between_groups(&mut self, _walk: &Walk<'_>, left: &Remaining) -> Result<bool, Stop> {
        if left.settled.is_some() {
            let step = self.steps.last_mut().expect("something was asked");
            step.push("no".to_owned());
        }
        Ok(false)
    }
}
