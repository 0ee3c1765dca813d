//! Decisions that organisations made, and what a rubric is expected to say about them.

use crate::files::{Alternative, Place, Requirements};
use schemars::JsonSchema;
use serde::Serialize;

/// A file to test a rubric on.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The name of the file without its ending.
    pub id: String,
    /// What it says; a case with its decision, an expectation, or both.
    pub requirements: Requirements,
}

/// Where a decision that an organisation made comes from, so that a rubric can be tested on it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Case {
    /// Who decided.
    pub organisation: String,
    /// In which year, if that is known.
    pub year: Option<u16>,
    /// What it was about, in a word or two that several cases share.
    pub domain: String,
    /// The part of it that was decided.
    pub component: Option<String>,
    /// What was known at the time, from which the answers were derived.
    pub facts: Vec<String>,
    /// Addresses of what tells about it.
    pub sources: Vec<String>,
    /// How clearly what was chosen is one of the three alternatives.
    pub label: CaseLabel,
    /// What else to know about it.
    pub note: Option<String>,
    /// Where it stands.
    #[serde(skip)]
    pub place: Place,
}

/// How clearly what an organisation chose is one of the three alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseLabel {
    /// It is one of them.
    Clean,
    /// It is a mix; the main part, or each part, is named.
    Hybrid,
    /// It could be read in more than one way.
    Ambiguous,
    /// It was told in hindsight.
    Weak,
}

/// What a rubric is expected to say: what is left out may be anything.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// The kind of outcome.
    pub outcome: Option<OutcomeKind>,
    /// The alternatives of which one is to be recommended; any, if empty.
    pub recommended: Vec<Alternative>,
    /// How firm the recommendation is to be.
    pub firmness: Option<ExpectedFirmness>,
    /// The ids of the vetoes that fire: exactly these.
    pub vetoes: Option<Vec<String>>,
    /// The ids of the advice that is given: exactly this.
    pub advice: Option<Vec<String>>,
    /// Where it stands.
    pub place: Place,
}

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// One alternative is recommended.
    Recommended,
    /// Several are too close to call.
    TooClose,
    /// Too little is answered.
    Inconclusive,
    /// Every alternative is vetoed.
    NoViableAlternative,
}

/// How firm a recommendation is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedFirmness {
    /// Robust.
    Robust,
    /// Leaning.
    Leaning,
    /// Fragile.
    Fragile,
}

impl CaseLabel {
    /// Every label, the clearest first.
    pub const ALL: [Self; 4] = [Self::Clean, Self::Hybrid, Self::Ambiguous, Self::Weak];

    /// The id used in files and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Hybrid => "hybrid",
            Self::Ambiguous => "ambiguous",
            Self::Weak => "weak",
        }
    }
}

impl OutcomeKind {
    /// Every kind of outcome.
    pub const ALL: [Self; 4] = [
        Self::Recommended,
        Self::TooClose,
        Self::Inconclusive,
        Self::NoViableAlternative,
    ];

    /// The id used in files and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::TooClose => "too-close",
            Self::Inconclusive => "inconclusive",
            Self::NoViableAlternative => "no-viable-alternative",
        }
    }
}

impl ExpectedFirmness {
    /// Every word, the firmest first.
    pub const ALL: [Self; 3] = [Self::Robust, Self::Leaning, Self::Fragile];

    /// The id used in files and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Robust => "robust",
            Self::Leaning => "leaning",
            Self::Fragile => "fragile",
        }
    }
}
