//! What is said beside a recommendation, and how an alternative is gone about once it is chosen.

use crate::files::{Alternative, Condition, Place, SourceIndex, Text};
use crate::output::with_ids::with_ids;
use crate::output::wording;
use schemars::JsonSchema;
use serde::Serialize;

/// A part of the process towards an alternative.
#[derive(Debug, Clone)]
pub struct ProcessItem {
    pub id: String,
    pub kind: ProcessKind,
    /// The alternatives whose process it belongs to; at least one.
    pub alternatives: Vec<Alternative>,
    /// When it belongs there; always, if absent.
    pub when: Option<Condition>,
    /// What is done, asked, shown, tried or demanded: one or more sentences.
    pub say: Text,
    /// What a step has beside that; of steps and trials only.
    pub step: Option<ProcessStep>,
    pub sources: Vec<SourceIndex>,
    pub place: Place,
}

/// What a step has beside what is done in it.
#[derive(Debug, Clone)]
pub struct ProcessStep {
    pub title: String,
    pub takes: WorkTime,
    pub needs: Vec<String>,
    /// What comes out of it.
    pub gives: Option<String>,
    /// What must hold to go on.
    pub gate: Option<String>,
    /// The steps that come before it, by position in the process; it can begin at once if there are none.
    pub after: Vec<usize>,
}

with_ids! {
    /// What a part of a process is for.
    pub enum ProcessKind {
        /// Something to do.
        Step = "step",
        /// The step in which the pass marks are tried; the time it takes is the time that the trial has.
        Trial = "trial",
        /// Something to ask for beside the musts, as it may be sent to suppliers.
        Want = "want",
        /// A line of the script of a demonstration.
        Demo = "demo",
        /// What a trial has to show, so that it can fail.
        PassMark = "pass-mark",
        /// What a trial runs on.
        Data = "data",
        /// A question to those who use it already.
        Reference = "reference",
        /// A question about security.
        Security = "security",
        /// A point to agree on before signing.
        Negotiation = "negotiation",
        /// What ends the attempt, or leads out of it later.
        Exit = "exit",
    }
}

impl ProcessKind {
    /// Whether it takes time: a step or a trial.
    pub const fn takes_time(self) -> bool {
        matches!(self, Self::Step | Self::Trial)
    }
}

/// A stretch of working time, from its shortest to its longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "WorkDays")]
#[schemars(with = "WorkDays")]
pub struct WorkTime {
    /// The least, 1 or more.
    pub least: u16,
    /// The most, not under the least.
    pub most: u16,
    /// What is counted.
    pub unit: WorkUnit,
}

/// What working time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkUnit {
    /// Working days.
    Days,
    /// Weeks of five working days.
    Weeks,
}

/// How long something takes as it is written, in working days.
#[derive(Serialize, JsonSchema)]
struct WorkDays {
    /// The least working days that it takes.
    least_days: u32,
    /// The most working days that it takes.
    most_days: u32,
}

impl From<WorkTime> for WorkDays {
    fn from(time: WorkTime) -> Self {
        Self {
            least_days: time.least_days(),
            most_days: time.most_days(),
        }
    }
}

impl WorkTime {
    /// The longest that anything may take, in either unit.
    pub const MOST: u16 = 500;

    /// The least of it, in working days.
    pub const fn least_days(self) -> u32 {
        self.least as u32 * self.unit.days()
    }

    /// The most of it, in working days.
    pub const fn most_days(self) -> u32 {
        self.most as u32 * self.unit.days()
    }

    /// It as it stands in a file: `2-3 days`, `1 week`.
    pub fn written(self) -> String {
        let noun = self.unit.noun();
        if self.least == self.most {
            wording::count(self.most.into(), noun)
        } else {
            format!("{}-{}", self.least, wording::count(self.most.into(), noun))
        }
    }

    /// It in a sentence: `2 to 3 days`, `1 week`.
    pub fn words(self) -> String {
        self.written().replacen('-', " to ", 1)
    }
}

impl WorkUnit {
    const fn days(self) -> u32 {
        match self {
            Self::Days => 1,
            Self::Weeks => 5,
        }
    }

    const fn noun(self) -> &'static str {
        match self {
            Self::Days => "day",
            Self::Weeks => "week",
        }
    }
}

/// Something worth saying that never changes a score.
#[derive(Debug, Clone)]
pub struct Advice {
    pub id: String,
    pub kind: AdviceKind,
    pub when: Condition,
    /// The alternatives beside whose recommendation it is said; whatever is recommended, if empty.
    pub beside: Vec<Alternative>,
    pub say: Text,
    pub sources: Vec<SourceIndex>,
    pub place: Place,
}

with_ids! {
    /// What kind of advice it is.
    pub enum AdviceKind {
        /// Doing nothing yet may be better than any of the three.
        Defer = "defer",
        /// Two answers that hardly go together.
        Contradiction = "contradiction",
        /// A mix of alternatives may be better than one.
        Hybrid = "hybrid",
        /// Something to watch.
        Caution = "caution",
    }
}

with_ids! {
    /// What a next step is for.
    #[derive(Default)]
    pub enum StepKind {
        /// Something to do.
        #[default]
        Step = "step",
        /// A question to send to suppliers or maintainers.
        Question = "question",
        /// What a trial has to show, so that it can fail.
        PassMark = "pass-mark",
        /// Something to look up and tick off.
        Check = "check",
    }
}

/// What to do next once an alternative is chosen.
#[derive(Debug, Clone)]
pub struct NextStep {
    pub kind: StepKind,
    /// When it is worth doing; always, if absent.
    pub when: Option<Condition>,
    /// What to do: an imperative sentence; for a question, the question.
    pub say: Text,
    /// How long it takes, in words, such as "two to four weeks".
    pub takes: Option<String>,
    pub sources: Vec<SourceIndex>,
    pub place: Place,
}
