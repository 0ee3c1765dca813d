//! The whole result: what is recommended, why, and what is still open, in words that every output shares.

pub mod argument;
pub mod assessment;
pub mod components;
pub mod gist;
pub mod open_question;
pub mod recommend;
pub mod recommendation;
pub mod recorded;
pub mod robustness;
pub mod trace;

pub use crate::engine::robustness::acceptability::Error;
pub use crate::engine::scoring::Outcome;
pub(crate) use argument::reasons;
pub use argument::{Argument, Reason};
pub use assessment::{Assessment, Part, RubricName, Subject, assess, assess_with};
pub use components::{Mix, MixPart, SharedDriver};
pub use gist::{Gist, Gists, gists};
pub use open_question::OpenQuestion;
pub use recommend::recommend;
pub use recommendation::{
    AdviceGiven, AlternativeResult, CriterionResult, CriterionState, LevelResult, NextStepGiven,
    Recommendation, VetoResult, WayOut,
};
pub use recorded::{Agreement, Recorded};
pub use robustness::{FlipResult, Robustness, WeightsResult};
pub use trace::{AnswerResult, AnswerState};
