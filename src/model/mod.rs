//! What a rubric and a requirements file say, validated and free of IO.
//!
//! Everything here is built by [`input`](crate::input), which has already checked that ids exist, that
//! conditions fit the questions they read and that numbers lie in range; the later layers rely on it.

mod advice;
mod alternative;
mod answer;
mod candidate;
mod case;
mod condition;
mod criterion;
mod evidence;
mod facts;
mod file;
mod firmness;
mod following;
mod landscape;
pub mod limits;
mod must;
mod named;
mod problem;
mod problem_meaning;
mod process;
mod question;
mod reply;
mod requirements;
mod rubric;
mod text;
mod truth;
mod veto;
pub mod wording;

pub use advice::{Advice, AdviceKind, NextStep, StepKind};
pub use alternative::{Alternative, PerAlternative};
pub use answer::{Answer, Answers, ChoiceSet, Derived, NumberSpan, Origin, Value};
pub use candidate::{
    Attributes, Candidate, CandidateKind, CandidateState, CandidateStatus, FactSource, Field,
    FieldSet, Release, Steward,
};
pub use case::{Case, CaseFile, CaseLabel, Expectation, ExpectedFirmness, ExpectedOutcome};
pub use condition::{Condition, CountRange, NumberRange, Predicate, Test};
pub use criterion::{Criterion, CriterionIndex, Effect, Level, Ratings, Weight};
pub use evidence::{Evidence, Strength};
pub use facts::{Facts, Status};
pub use file::{File, FileId, Files, Place, Position};
pub use firmness::{FirmnessThresholds, Threshold};
pub use following::{Followed, Following, Said};
pub use landscape::{
    Attribute, AttributeSet, Exclusion, Landscape, LandscapePart, Term, Vocabulary,
};
pub use must::{
    Demand, DerivedAnswer, DerivedFact, EvidenceCounts, LandscapeName, Must, Need, Word,
};
pub use named::Named;
pub use problem::{Problem, ProblemCode, Related, Severity};
pub use problem_meaning::ProblemMeaning;
pub use process::{ProcessItem, ProcessKind, ProcessStep, WorkTime, WorkUnit};
pub use question::{Choice, Group, GroupIndex, Question, QuestionIndex, QuestionKind, Unit};
pub use reply::{Replies, Reply};
pub use requirements::{
    Component, DecisionPlaces, Gate, Minimum, OwnFinding, RecordedDecision, Required, Requirements,
    ScorecardName, Waiver, WeightOverride, Weights,
};
pub use rubric::{Ancestor, Rubric, RubricOrigin, Source, SourceIndex};
pub use text::{Text, TextPart};
pub use truth::Truth;
pub use veto::Veto;
