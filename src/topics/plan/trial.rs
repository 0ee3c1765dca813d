//! The trial: what it has to show, on what, and in which time.

use super::said::{Said, Telling};
use super::schedule::PlannedStep;
use crate::files::{ProcessKind, StepKind, WorkTime};

/// With fewer pass marks, a trial shows too little.
pub const FEWEST_MARKS: usize = 3;
/// With more pass marks, none of them matters.
pub const MOST_MARKS: usize = 5;

/// The trial.
#[derive(Debug)]
pub struct Trial<'a> {
    /// What it has to show; at most [`MOST_MARKS`].
    pub marks: Vec<Said<'a>>,
    /// What it runs on.
    pub data: Vec<Said<'a>>,
    /// How much time it has; `None` if the process has no trial.
    pub time_box: Option<WorkTime>,
}

impl<'a> Trial<'a> {
    /// The trial under these answers. What names a number of the team's comes first, then the marks of the process,
    /// which have numbers of their own, then the other pass marks.
    pub(crate) fn new(telling: Telling<'a>, steps: &[PlannedStep<'a>]) -> Self {
        let of_steps = telling.next_steps(StepKind::PassMark, |_| true);
        let of_process = telling.parts(ProcessKind::PassMark);
        let (numbers, others): (Vec<_>, Vec<_>) =
            of_steps.into_iter().partition(|mark| mark.names_a_number);
        let marks = numbers.into_iter().chain(of_process).chain(others);
        Self {
            marks: marks.take(MOST_MARKS).collect(),
            data: telling.parts(ProcessKind::Data),
            time_box: steps
                .iter()
                .find(|step| step.is_trial)
                .map(|step| step.step.takes),
        }
    }
}
