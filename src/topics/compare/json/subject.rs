//! Version 1 of `compare --format json`: one decision.

use super::change::{ChangeEntry, KeyEntry, VetoChangeEntry};
use crate::engine::decision::Recommendation;
use crate::topics::compare::words::{is_viable, score};
use crate::topics::compare::{
    AdviceChange, Lead, Presence, RecordChange, SubjectChange, SubjectOf,
};
use crate::topics::decide::json::shapes::{Each, ids, outcome};
use crate::topics::decide::json::words::{
    AdviceWord, AgreementWord, AlternativeId, FirmnessWord, OutcomeWord,
};
use schemars::JsonSchema;
use serde::Serialize;

/// Something that is decided.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Subject")]
pub(crate) struct SubjectEntry<'c> {
    /// The id of the component; null if it is decided as a whole.
    component: Option<&'c str>,
    /// What it is called.
    title: &'c str,
    /// How it came out; null if it is in the file after only.
    before: Option<ResultEntry>,
    /// How it comes out; null if it is in the file before only.
    after: Option<ResultEntry>,
    /// What changed; null if it is in one of the files only.
    comparison: Option<ComparisonEntry<'c>>,
}

impl<'c> SubjectEntry<'c> {
    pub(crate) fn new(subject: &'c SubjectOf) -> Self {
        let (before, after, comparison) = match &subject.presence {
            Presence::Both(change) => {
                let comparison = ComparisonEntry::new(change);
                (Some(&change.before), Some(&change.after), Some(comparison))
            }
            Presence::Added(after) => (None, Some(&**after), None),
            Presence::Removed(before) => (Some(&**before), None, None),
        };
        Self {
            component: subject.id.as_deref(),
            title: &subject.title,
            before: before.map(ResultEntry::new),
            after: after.map(ResultEntry::new),
            comparison,
        }
    }
}

/// How a decision comes out.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Result")]
struct ResultEntry {
    outcome: OutcomeWord,
    /// The alternative that is recommended, or those that are too close to call; else empty.
    recommended: Vec<AlternativeId>,
    /// How firm a recommendation is; null if there is none.
    firmness: Option<FirmnessWord>,
    /// Points, -100 to 100; those that are ruled out keep theirs.
    scores: Each<f64>,
    /// Which alternatives are ruled out.
    ruled_out: Each<bool>,
    /// Points by which the first is ahead of the second; null if fewer than two are not ruled out.
    margin: Option<f64>,
    /// Share of the weight whose level is known, 0 to 1.
    coverage: f64,
}

impl ResultEntry {
    fn new(result: &Recommendation) -> Self {
        let (word, recommended) = outcome(&result.outcome);
        let firmness = result.robustness.firmness.map(|(firmness, _)| firmness);
        Self {
            outcome: word,
            recommended,
            firmness: firmness.map(FirmnessWord::from),
            scores: Each::from_fn(|alternative| score(result, alternative)),
            ruled_out: Each::from_fn(|alternative| !is_viable(result, alternative)),
            margin: result.margin,
            coverage: result.coverage,
        }
    }
}

/// What changed, and what each change accounts for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SubjectComparison")]
struct ComparisonEntry<'c> {
    /// Whether the outcome is the same.
    same_outcome: bool,
    lead: LeadEntry,
    /// Everything that changed and that scores may hang on, what moved the lead most first. Their points add up to what
    /// the lead moved, and their scores to what each score moved.
    changes: Vec<ChangeEntry<'c>>,
    /// Whether what each change accounts for is its Shapley value. If not, there are too many changes, and it is the
    /// mean over evenly spread orders in which they could be made.
    exact: bool,
    /// Vetoes that stand otherwise. They are no matter of points.
    vetoes: Vec<VetoChangeEntry<'c>>,
    /// Advice that came or went.
    advice: Vec<AdviceEntry<'c>>,
    /// What differs in the recorded decision.
    recorded_decision: RecordEntry<'c>,
}

impl<'c> ComparisonEntry<'c> {
    fn new(change: &'c SubjectChange) -> Self {
        let changes = change.changes.iter();
        Self {
            same_outcome: change.same_outcome(),
            lead: LeadEntry::new(&change.lead),
            changes: changes
                .map(|one| ChangeEntry::new(one, &change.lead))
                .collect(),
            exact: change.exact,
            vetoes: change.vetoes.iter().map(VetoChangeEntry::new).collect(),
            advice: change.advice.iter().map(AdviceEntry::new).collect(),
            recorded_decision: RecordEntry::new(&change.record),
        }
    }
}

/// How far one alternative is ahead of another: if the leader changed, the one that led before over the one that leads
/// now; if not, the leader over its closest rival now.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Lead")]
struct LeadEntry {
    of: AlternativeId,
    over: AlternativeId,
    /// Points before; negative if it was behind.
    before: f64,
    /// Points after.
    after: f64,
    /// Points by which it moved.
    moved: f64,
}

impl LeadEntry {
    fn new(lead: &Lead) -> Self {
        Self {
            of: lead.of.into(),
            over: lead.over.into(),
            before: lead.before,
            after: lead.after,
            moved: lead.moved(),
        }
    }
}

/// Advice that came or went.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AdviceChange")]
struct AdviceEntry<'c> {
    /// Its id.
    id: &'c str,
    kind: AdviceWord,
    /// What is said.
    say: &'c str,
    /// Whether it is given now; if not, it was given before.
    given: bool,
}

impl<'c> AdviceEntry<'c> {
    fn new(advice: &'c AdviceChange) -> Self {
        Self {
            id: &advice.id,
            kind: advice.kind.into(),
            say: &advice.say,
            given: advice.given,
        }
    }
}

/// What differs in a recorded decision.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RecordChange")]
pub(crate) struct RecordEntry<'c> {
    /// What was chosen; empty if nothing was recorded.
    chosen_before: Vec<AlternativeId>,
    /// What is chosen; empty if nothing is recorded.
    chosen_after: Vec<AlternativeId>,
    /// How it compared with what was recommended; null if that is not known.
    agreement_before: Option<AgreementWord>,
    /// How it compares with what is recommended; null if that is not known.
    agreement_after: Option<AgreementWord>,
    /// The keys that differ.
    keys: Vec<KeyEntry<'c>>,
}

impl<'c> RecordEntry<'c> {
    pub(crate) fn new(record: &'c RecordChange) -> Self {
        let [before, after] = record.agreement.map(|one| one.map(AgreementWord::from));
        Self {
            chosen_before: ids(&record.chosen[0]),
            chosen_after: ids(&record.chosen[1]),
            agreement_before: before,
            agreement_after: after,
            keys: record.keys.iter().map(KeyEntry::new).collect(),
        }
    }
}
