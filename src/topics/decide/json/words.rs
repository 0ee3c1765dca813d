//! Version 1: words out of closed lists.

use crate::engine::decision::{Agreement, AnswerState, CriterionResult};
use crate::engine::robustness::Firmness;
use crate::engine::scoring::Outcome;
use crate::files::{AdviceKind, Alternative, Origin, StepKind};
use schemars::JsonSchema;
use serde::Serialize;

/// An alternative.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Alternative")]
pub(crate) enum AlternativeId {
    /// The team writes and owns it.
    Build,
    /// A supplier runs or licenses it, managed open source included.
    Buy,
    /// The team runs or assembles open-source software.
    OpenSource,
}

impl From<Alternative> for AlternativeId {
    fn from(alternative: Alternative) -> Self {
        match alternative {
            Alternative::Build => Self::Build,
            Alternative::Buy => Self::Buy,
            Alternative::OpenSource => Self::OpenSource,
        }
    }
}

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Outcome")]
pub(crate) enum OutcomeWord {
    /// One alternative is recommended.
    Recommended,
    /// Several are within the tie margin.
    TooClose,
    /// Too little is answered.
    Inconclusive,
    /// Every alternative is vetoed.
    NoViableAlternative,
}

impl From<&Outcome> for OutcomeWord {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Recommended(_) => Self::Recommended,
            Outcome::TooClose(_) => Self::TooClose,
            Outcome::Inconclusive => Self::Inconclusive,
            Outcome::NoViableAlternative(_) => Self::NoViableAlternative,
        }
    }
}

/// How firm a recommendation is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "FirmnessWord")]
pub(crate) enum FirmnessWord {
    /// Hardly anything would change it.
    Robust,
    /// It is ahead, and some of what was said could change that.
    Leaning,
    /// Little would change it.
    Fragile,
}

impl From<Firmness> for FirmnessWord {
    fn from(firmness: Firmness) -> Self {
        match firmness {
            Firmness::Robust => Self::Robust,
            Firmness::Leaning => Self::Leaning,
            Firmness::Fragile => Self::Fragile,
        }
    }
}

/// How a criterion stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "CriterionState")]
pub(crate) enum CriterionState {
    /// A row applies and rates the alternatives.
    Known,
    /// Which row applies hangs on an open question.
    Open,
    /// A row applies that makes it count for nothing.
    NotApplicable,
    /// No row covers the answers.
    Gap,
}

impl From<&CriterionResult> for CriterionState {
    fn from(criterion: &CriterionResult) -> Self {
        match &criterion.level {
            Some(level) if level.ratings.is_some() => Self::Known,
            Some(_) => Self::NotApplicable,
            None if criterion.hangs_on.is_empty() => Self::Gap,
            None => Self::Open,
        }
    }
}

/// How a question stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "AnswerState")]
pub(crate) enum AnswerStateWord {
    /// It is answered.
    Known,
    /// The team said that it does not know.
    Unknown,
    /// Nothing was said.
    Unanswered,
    /// It is answered, and an open question decides whether it applies.
    MayNotApply,
    /// It does not apply, given the other answers.
    NotApplicable,
}

impl From<&AnswerState> for AnswerStateWord {
    fn from(state: &AnswerState) -> Self {
        match state {
            AnswerState::Known(_) => Self::Known,
            AnswerState::Unknown => Self::Unknown,
            AnswerState::Unanswered => Self::Unanswered,
            AnswerState::MayNotApply(_) => Self::MayNotApply,
            AnswerState::NotApplicable => Self::NotApplicable,
        }
    }
}

/// Where an answer or a weight was given.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SetBy {
    /// In the file, for all of it.
    File,
    /// In the file, for one component.
    Component,
    /// By `--set` or `--weight`.
    CommandLine,
    /// By nobody: a landscape says it.
    Landscape,
}

impl From<Origin> for SetBy {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Shared => Self::File,
            Origin::Component => Self::Component,
            Origin::CommandLine => Self::CommandLine,
            Origin::Landscape => Self::Landscape,
        }
    }
}

/// How a veto stands.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum VetoState {
    /// It rules something out.
    Fired,
    /// It may, depending on an open question.
    Possible,
}

/// What kind of advice it is.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "AdviceKind")]
pub(crate) enum AdviceWord {
    /// Doing nothing yet may be better than any of the three.
    Defer,
    /// Two answers that hardly go together.
    Contradiction,
    /// A mix of alternatives may be better than one.
    Hybrid,
    /// Something to watch.
    Caution,
}

impl From<AdviceKind> for AdviceWord {
    fn from(kind: AdviceKind) -> Self {
        match kind {
            AdviceKind::Defer => Self::Defer,
            AdviceKind::Contradiction => Self::Contradiction,
            AdviceKind::Hybrid => Self::Hybrid,
            AdviceKind::Caution => Self::Caution,
        }
    }
}

/// What a next step is for.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "StepKind")]
pub(crate) enum StepWord {
    /// Something to do.
    Step,
    /// A question to send to suppliers or maintainers.
    Question,
    /// What a trial has to show, so that it can fail.
    PassMark,
    /// Something to look up and tick off.
    Check,
}

impl From<StepKind> for StepWord {
    fn from(kind: StepKind) -> Self {
        match kind {
            StepKind::Step => Self::Step,
            StepKind::Question => Self::Question,
            StepKind::PassMark => Self::PassMark,
            StepKind::Check => Self::Check,
        }
    }
}

/// How a recorded decision compares with what is recommended.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Agreement")]
pub(crate) enum AgreementWord {
    /// It is what is recommended.
    Agrees,
    /// It is among those too close to call.
    AmongTied,
    /// It is not ruled out, but something else is recommended.
    Differs,
    /// It is ruled out.
    RuledOut,
    /// Nothing is recommended to compare it with.
    NothingToCompare,
}

impl From<Agreement> for AgreementWord {
    fn from(agreement: Agreement) -> Self {
        match agreement {
            Agreement::Agrees => Self::Agrees,
            Agreement::AmongTied => Self::AmongTied,
            Agreement::Differs => Self::Differs,
            Agreement::RuledOut => Self::RuledOut,
            Agreement::NothingToCompare => Self::NothingToCompare,
        }
    }
}
