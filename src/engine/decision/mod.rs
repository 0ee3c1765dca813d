//! The whole result: what is recommended, why, and what is still open, in words that every output shares.

pub(crate) mod argument;
pub(crate) mod assessment;
pub(crate) mod components;
pub(crate) mod gist;
pub(crate) mod open_question;
pub(crate) mod recommend;
pub(crate) mod recommendation;
pub(crate) mod recorded;
pub(crate) mod robustness;
pub(crate) mod trace;

pub use crate::engine::robustness::acceptability::Error;
pub use crate::engine::scoring::Outcome;
pub(crate) use argument::reasons;
pub(crate) use argument::{Argument, Reason};
pub(crate) use assessment::{Assessment, RubricName, Subject, assess};
pub use assessment::{Part, assess_with};
pub(crate) use components::{Mix, MixPart, SharedDriver};
pub(crate) use gist::{Gist, Gists, gists};
pub(crate) use open_question::OpenQuestion;
pub use recommend::recommend;
pub(crate) use recommendation::{
    AdviceGiven, AlternativeResult, CriterionResult, LevelResult, NextStepGiven, Recommendation,
    VetoResult,
};
pub use recorded::{Agreement, Recorded};
pub(crate) use robustness::{FlipResult, WeightsResult};
pub(crate) use trace::{AnswerResult, AnswerState};
