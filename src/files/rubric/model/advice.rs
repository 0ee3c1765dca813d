//! What is said beside a recommendation.

use crate::files::{Alternative, Condition, Place, SourceIndex, Text};
use crate::output::with_ids::with_ids;

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
