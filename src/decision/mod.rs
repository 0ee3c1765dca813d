//! The whole result: what is recommended, why, and what is still open, in words that every output shares.

mod argument;
mod assessment;
mod components;
mod gist;
mod open_question;
mod recommend;
mod recommendation;
mod recorded;
mod robustness;
mod trace;

pub use argument::{Argument, Reason};
pub use assessment::{Assessment, Part, RubricName, Subject, assess, assess_with};
pub use components::{Mix, SharedDriver};
pub use gist::{Gist, Gists, gists};
pub use open_question::OpenQuestion;
pub use recommend::recommend;
pub use recommendation::{
    AdviceGiven, AlternativeResult, CriterionResult, LevelResult, NextStepGiven, Recommendation,
    VetoResult, WayOut,
};
pub use recorded::{Agreement, Recorded};
pub use robustness::{FlipResult, JointChangeResult, Robustness, WeightsResult};
pub use trace::{AnswerResult, AnswerState};

pub use crate::robustness::acceptability::Error;
pub use crate::scoring::Outcome;
