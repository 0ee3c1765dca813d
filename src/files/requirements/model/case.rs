//! Decisions that organisations made, and what a rubric is expected to say about them.

use crate::files::{Alternative, Firmness, Requirements};
use crate::output::with_ids::with_ids;
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
}

with_ids! {
    /// How clearly what an organisation chose is one of the three alternatives.
    pub enum CaseLabel {
        /// It is one of them.
        Clean = "clean",
        /// It is a mix; the main part, or each part, is named.
        Hybrid = "hybrid",
        /// It could be read in more than one way.
        Ambiguous = "ambiguous",
        /// It was told in hindsight.
        Weak = "weak",
    }
}

/// What a rubric is expected to say: what is left out may be anything.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// The kind of outcome.
    pub outcome: Option<OutcomeKind>,
    /// The alternatives of which one is to be recommended; any, if empty.
    pub recommended: Vec<Alternative>,
    /// How firm the recommendation is to be.
    pub firmness: Option<Firmness>,
    /// The ids of the vetoes that fire: exactly these.
    pub vetoes: Option<Vec<String>>,
    /// The ids of the advice that is given: exactly this.
    pub advice: Option<Vec<String>>,
}

with_ids! {
    /// What a comparison comes to.
    pub enum OutcomeKind {
        /// One alternative is recommended.
        Recommended = "recommended",
        /// Several are too close to call.
        TooClose = "too-close",
        /// Too little is answered.
        Inconclusive = "inconclusive",
        /// Every alternative is vetoed.
        NoViableAlternative = "no-viable-alternative",
    }
}
