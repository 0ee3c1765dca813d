//! The files that people write: reading, checking, what they say, and writing them back.
//!
//! What they say is validated: ids exist, conditions fit the questions they read, and numbers lie in range. The other
//! rooms rely on it.

pub(crate) mod bytes;
pub(crate) mod file;
pub(crate) mod ids;
pub(crate) mod landscape;
pub(crate) mod limits;
pub(crate) mod load;
pub(crate) mod problem;
pub(crate) mod problem_json;
pub(crate) mod problem_meaning;
pub(crate) mod problem_print;
pub(crate) mod read_from;
pub mod requirements;
pub mod rubric;
pub(crate) mod rubric_cache;
pub mod schema;
pub(crate) mod value;
pub(crate) mod yaml;

pub(crate) use crate::files::file::FileId;
pub use crate::files::file::{Files, Place};
pub use crate::files::ids::{CriterionIndex, QuestionIndex};
pub(crate) use crate::files::ids::{GroupIndex, SourceIndex};
pub(crate) use crate::files::landscape::model::candidate::{
    Attributes, Candidate, CandidateStatus, FactSource, Field, FieldSet, Release, Steward,
};
pub use crate::files::landscape::model::candidate::{CandidateKind, CandidateState};
pub use crate::files::landscape::model::landscape::{Attribute, Landscape};
pub(crate) use crate::files::landscape::model::landscape::{
    AttributeSet, Exclusion, LandscapePart, Term, Vocabulary,
};
pub(crate) use crate::files::landscape::read::{
    ForeignItem, MAX_LANDSCAPE_BYTES, MAX_LANDSCAPE_NODES, read_foreign, with_own_landscapes,
};
pub use crate::files::landscape::read::{
    LandscapeError, landscape_of, load_landscape, read_landscape,
};
pub use crate::files::load::{LoadError, load, load_rubric};
pub(crate) use crate::files::load::{Loaded, folder_of, load_from, read_bytes};
pub(crate) use crate::files::problem::Related;
pub use crate::files::problem::{Problem, ProblemCode, Severity};
pub(crate) use crate::files::read_from::ReadFrom;
pub use crate::files::requirements::model::answer::{
    Answer, Answers, ComponentReplies, Derived, Origin, Replies, Reply, RequirementsReplies,
};
pub(crate) use crate::files::requirements::model::case::{
    Case, CaseFile, CaseLabel, Expectation, OutcomeKind,
};
pub use crate::files::requirements::model::evidence::Evidence;
pub(crate) use crate::files::requirements::model::evidence::Strength;
pub use crate::files::requirements::model::facts::{Facts, Status};
pub(crate) use crate::files::requirements::model::facts::{Followed, Following, Said};
pub(crate) use crate::files::requirements::model::requirements::{
    Component, DecisionPlaces, Minimum, OwnFinding, RecordedDecision, Required, ScorecardName,
    Waiver,
};
pub use crate::files::requirements::model::requirements::{
    Gate, Requirements, WeightOverride, Weights,
};
pub(crate) use crate::files::requirements::read::answers_file::read_answers;
pub use crate::files::requirements::read::cases::{Cases, CasesFrom, load_cases};
pub(crate) use crate::files::requirements::read::overrides::{SetAside, apply_overrides};
pub(crate) use crate::files::requirements::read::policy::{PolicyParts, read_policy};
pub use crate::files::requirements::read::requirements::ParsedRequirements;
pub(crate) use crate::files::requirements::read::scorecard::with_scorecards;
pub use crate::files::rubric::bundled::{BUNDLED, Bundled, bundled};
pub use crate::files::rubric::model::alternative::Alternative;
pub(crate) use crate::files::rubric::model::alternative::PerAlternative;
pub use crate::files::rubric::model::condition::Test;
pub use crate::files::rubric::model::condition::Truth;
pub(crate) use crate::files::rubric::model::condition::{
    Condition, CountRange, NumberRange, Predicate,
};
pub use crate::files::rubric::model::criterion::Text;
pub(crate) use crate::files::rubric::model::criterion::TextPart;
pub(crate) use crate::files::rubric::model::criterion::Veto;
pub use crate::files::rubric::model::criterion::{Criterion, Effect, Level, Ratings, Weight};
pub(crate) use crate::files::rubric::model::must::{Demand, EvidenceCounts, LandscapeName, Must};
pub use crate::files::rubric::model::must::{Need, Word};
pub use crate::files::rubric::model::process::ProcessKind;
pub(crate) use crate::files::rubric::model::process::{Advice, AdviceKind, NextStep, StepKind};
pub(crate) use crate::files::rubric::model::process::{
    ProcessItem, ProcessStep, WorkTime, WorkUnit,
};
pub use crate::files::rubric::model::question::{Choice, DerivedFact, Question, QuestionKind};
pub(crate) use crate::files::rubric::model::question::{DerivedAnswer, Group, Unit};
pub use crate::files::rubric::model::rubric::Named;
pub(crate) use crate::files::rubric::model::rubric::{Ancestor, Source};
pub(crate) use crate::files::rubric::model::rubric::{Firmness, FirmnessThresholds, Threshold};
pub use crate::files::rubric::model::rubric::{Rubric, RubricOrigin};
pub(crate) use crate::files::rubric::read::chain::RubricName;
pub use crate::files::rubric::read::inheritance::read_rubric;
pub(crate) use crate::files::rubric_cache::{NotUsable, content_hash, text_hash};
pub use crate::files::rubric_cache::{Read, RubricCache};
pub use crate::files::value::{ChoiceSet, NumberSpan, Value};
pub(crate) use crate::files::yaml::decode::{MAX_BYTES, decode};
pub(crate) use crate::files::yaml::reader::is_id;
pub(crate) use crate::files::yaml::suggest::did_you_mean;
pub(crate) use crate::files::yaml::tree::MAX_NODES;
