//! The files that people write: reading, checking, what they say, and writing them back.
//!
//! What they say is validated: ids exist, conditions fit the questions they read, and numbers lie in range. The other
//! rooms rely on it.

pub mod bytes;
pub mod file;
pub mod ids;
pub mod landscape;
pub mod limits;
pub mod load;
pub mod problem;
pub(crate) mod problem_json;
pub mod problem_meaning;
pub mod problem_print;
pub mod read_from;
pub mod requirements;
pub mod rubric;
pub mod rubric_cache;
pub mod schema;
pub mod value;
pub mod yaml;

pub use crate::files::file::{File, FileId, Files, Place, Position};
pub use crate::files::ids::{CriterionIndex, GroupIndex, QuestionIndex, SourceIndex};
pub use crate::files::landscape::model::candidate::{
    Attributes, Candidate, CandidateKind, CandidateState, CandidateStatus, FactSource, Field,
    FieldSet, Release, Steward,
};
pub use crate::files::landscape::model::landscape::{
    Attribute, AttributeSet, Exclusion, Landscape, LandscapePart, Term, Vocabulary,
};
pub use crate::files::landscape::read::{
    ForeignItem, LandscapeError, MAX_LANDSCAPE_BYTES, MAX_LANDSCAPE_NODES, landscape_of,
    load_landscape, read_foreign, read_landscape, with_own_landscapes,
};
pub use crate::files::load::{
    LoadError, Loaded, folder_of, load, load_from, load_rubric, read_bytes,
};
pub use crate::files::problem::{Problem, ProblemCode, Related, Severity};
pub use crate::files::problem_meaning::ProblemMeaning;
pub use crate::files::read_from::ReadFrom;
pub use crate::files::requirements::model::answer::{
    Answer, Answers, ComponentReplies, Derived, Origin, Replies, Reply, RequirementsReplies,
};
pub use crate::files::requirements::model::case::{
    Case, CaseFile, CaseLabel, Expectation, OutcomeKind,
};
pub use crate::files::requirements::model::evidence::{Evidence, Strength};
pub use crate::files::requirements::model::facts::{Facts, Followed, Following, Said, Status};
pub use crate::files::requirements::model::requirements::{
    Component, DecisionPlaces, Gate, Minimum, OwnFinding, RecordedDecision, Required, Requirements,
    ScorecardName, Waiver, WeightOverride, Weights,
};
pub use crate::files::requirements::read::answers_file::read_answers;
pub use crate::files::requirements::read::cases::{Cases, CasesFrom, load_cases};
pub use crate::files::requirements::read::overrides::{SetAside, apply_overrides};
pub use crate::files::requirements::read::policy::{PolicyParts, read_policy};
pub use crate::files::requirements::read::requirements::ParsedRequirements;
pub use crate::files::requirements::read::scorecard::{read_scorecard, with_scorecards};
pub use crate::files::rubric::bundled::{BUNDLED, Bundled, bundled};
pub use crate::files::rubric::model::advice::{Advice, AdviceKind, NextStep, StepKind};
pub use crate::files::rubric::model::alternative::{Alternative, PerAlternative};
pub use crate::files::rubric::model::condition::{
    Condition, CountRange, NumberRange, Predicate, Test,
};
pub use crate::files::rubric::model::criterion::{Criterion, Effect, Level, Ratings, Weight};
pub use crate::files::rubric::model::firmness::{Firmness, FirmnessThresholds, Threshold};
pub use crate::files::rubric::model::must::{
    Demand, EvidenceCounts, LandscapeName, Must, Need, Word,
};
pub use crate::files::rubric::model::named::Named;
pub use crate::files::rubric::model::process::{
    ProcessItem, ProcessKind, ProcessStep, WorkTime, WorkUnit,
};
pub use crate::files::rubric::model::question::{
    Choice, DerivedAnswer, DerivedFact, Group, Question, QuestionKind, Unit,
};
pub use crate::files::rubric::model::rubric::{Ancestor, Rubric, RubricOrigin, Source};
pub use crate::files::rubric::model::text::{Text, TextPart};
pub use crate::files::rubric::model::truth::Truth;
pub use crate::files::rubric::model::veto::Veto;
pub use crate::files::rubric::read::assembled::read_rubric;
pub use crate::files::rubric::read::named::RubricName;
pub use crate::files::rubric_cache::{
    Faulty, NotUsable, Read, RubricCache, content_hash, text_hash,
};
pub use crate::files::value::{ChoiceSet, NumberSpan, Value};
pub use crate::files::yaml::decode::{MAX_BYTES, decode};
pub use crate::files::yaml::reader::is_id;
pub use crate::files::yaml::suggest::did_you_mean;
pub use crate::files::yaml::tree::{MAX_DEPTH, MAX_NODES};
