//! What is said beside a recommendation.

use crate::files::{Alternative, Condition, Place, SourceIndex, Text};
use schemars::JsonSchema;
use serde::Serialize;

/// Something worth saying that never changes a score.
#[derive(Debug, Clone)]
pub struct Advice {
    /// Its id.
    pub id: String,
    /// What kind of advice it is.
    pub kind: AdviceKind,
    /// When it is said.
    pub when: Condition,
    /// The alternatives beside whose recommendation it is said; whatever is recommended, if empty.
    pub beside: Vec<Alternative>,
    /// What is said: one or more sentences.
    pub say: Text,
    /// What it rests on.
    pub sources: Vec<SourceIndex>,
    /// Where it is defined.
    pub place: Place,
}

/// What kind of advice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AdviceKind {
    /// Doing nothing yet may be better than any of the three.
    Defer,
    /// Two answers that hardly go together.
    Contradiction,
    /// A mix of alternatives may be better than one.
    Hybrid,
    /// Something to watch.
    Caution,
}

impl AdviceKind {
    /// Every kind, in the order in which advice is said.
    pub const ALL: [Self; 4] = [
        Self::Defer,
        Self::Contradiction,
        Self::Hybrid,
        Self::Caution,
    ];

    /// The id used in files and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Defer => "defer",
            Self::Contradiction => "contradiction",
            Self::Hybrid => "hybrid",
            Self::Caution => "caution",
        }
    }
}

/// What a next step is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Something to do.
    #[default]
    Step,
    /// A question to send to suppliers or maintainers.
    Question,
    /// What a trial has to show, so that it can fail.
    PassMark,
    /// Something to look up and tick off.
    Check,
}

impl StepKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Step, Self::Question, Self::PassMark, Self::Check];

    /// The id used in files and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Question => "question",
            Self::PassMark => "pass-mark",
            Self::Check => "check",
        }
    }
}

/// What to do next once an alternative is chosen.
#[derive(Debug, Clone)]
pub struct NextStep {
    /// What it is for.
    pub kind: StepKind,
    /// When it is worth doing; always, if absent.
    pub when: Option<Condition>,
    /// What to do: an imperative sentence; for a question, the question.
    pub say: Text,
    /// How long it takes, in words, such as "two to four weeks".
    pub takes: Option<String>,
    /// What it rests on.
    pub sources: Vec<SourceIndex>,
    /// Where it is defined.
    pub place: Place,
}
