//! Version 1: how a candidate stands.

use crate::engine::matching::{Judged, OnMust, ShortlistPart, Standing, Verdict};
use crate::files::{Attribute, OwnFinding, Rubric, Strength};
use crate::topics::market::shortlist as said;
use schemars::JsonSchema;
use serde::Serialize;

/// A candidate that is looked at.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Candidate<'a> {
    /// Its id.
    id: &'a str,
    /// What it is called.
    name: &'a str,
    standing: StandingWord,
    /// The least share of the musts that it meets, 0 to 1; claims count less.
    share_low: f64,
    /// The greatest.
    share_high: f64,
    /// Its licence.
    licence: Option<&'a str>,
    /// What the licence does not say by its name.
    licence_note: Option<&'a str>,
    /// How it is doing, in a word.
    state: Option<&'static str>,
    /// Why it is to be chosen with care, or not at all.
    caution: Option<String>,
    /// When it was last looked at.
    as_of: Option<&'a str>,
    /// How it stands to every must that is demanded, but for those that tell which candidates are looked at.
    musts: Vec<On<'a>>,
    /// The musts it misses, in words.
    misses: Vec<String>,
    /// The musts it meets, in words: those of which that is known best first.
    meets: Vec<String>,
    /// What to ask about it.
    ask: Vec<String>,
}

/// How a candidate stands as a whole.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Standing")]
enum StandingWord {
    /// It meets every must.
    Fits,
    /// It misses none, and of some it is not known.
    MayFit,
    /// It misses at least one.
    Misses,
    /// It is archived or discontinued, whatever it meets.
    Gone,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(
        judged: &'a Judged<'a>,
        part: &'a ShortlistPart<'a>,
        rubric: &'a Rubric,
    ) -> Self {
        let candidate = judged.candidate;
        Self {
            id: &candidate.id,
            name: &candidate.name,
            standing: match judged.standing() {
                Standing::Fits => StandingWord::Fits,
                Standing::MayFit => StandingWord::MayFit,
                Standing::Misses => StandingWord::Misses,
                Standing::Gone => StandingWord::Gone,
            },
            share_low: judged.share.low,
            share_high: judged.share.high,
            licence: candidate.licence.as_deref(),
            licence_note: candidate.licence_note.as_deref(),
            state: candidate.state().map(crate::files::CandidateState::id),
            caution: said::caution(judged),
            as_of: candidate.as_of.as_deref(),
            musts: judged
                .verdicts
                .iter()
                .map(|on| On::new(on, rubric))
                .collect(),
            misses: said::missed(judged, rubric),
            meets: said::met(judged, rubric),
            ask: said::asks(judged, part),
        }
    }
}

/// How a candidate stands to a must.
#[derive(Debug, Serialize, JsonSchema)]
struct On<'a> {
    /// The must's id.
    must: &'a str,
    verdict: VerdictWord,
    /// How far it is known that it is met, if it is: remembered, claimed, documented, demonstrated, tested or
    /// in-production.
    known: Option<&'static str>,
    /// The attributes that are not documented.
    undocumented: Vec<&'static str>,
    /// The ids of the questions without an answer on which it hangs.
    unanswered: Vec<&'a str>,
    /// What the team found out by itself, if that decided it.
    own: Option<Own<'a>>,
}

/// Whether a must is met.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Verdict")]
enum VerdictWord {
    /// It is.
    Met,
    /// It is not.
    Missed,
    /// It is not documented whether it is.
    NotDocumented,
    /// Whether it matters hangs on answers that are missing.
    NotAnswered,
}

impl<'a> On<'a> {
    fn new(on: &'a OnMust<'a>, rubric: &'a Rubric) -> Self {
        let missing = match &on.verdict {
            Verdict::Open(missing) => Some(missing),
            _ => None,
        };
        let undocumented = missing
            .iter()
            .flat_map(|missing| missing.undocumented.iter());
        let unanswered = missing.iter().flat_map(|missing| &missing.unanswered);
        Self {
            must: &rubric.musts[on.must].id,
            verdict: match &on.verdict {
                Verdict::Met(_) | Verdict::NotDemanded => VerdictWord::Met,
                Verdict::Missed => VerdictWord::Missed,
                Verdict::Open(missing) if missing.is_documented => VerdictWord::NotAnswered,
                Verdict::Open(_) => VerdictWord::NotDocumented,
            },
            known: on.verdict.strength().map(Strength::id),
            undocumented: undocumented.map(Attribute::id).collect(),
            unanswered: unanswered
                .map(|question| rubric.question(*question).id.as_str())
                .collect(),
            own: on.own.map(Own::new),
        }
    }
}

/// What a team found out by itself.
#[derive(Debug, Serialize, JsonSchema)]
struct Own<'a> {
    /// How far it is known.
    evidence: &'static str,
    /// When it was found out.
    date: Option<String>,
    /// What was found.
    note: Option<&'a str>,
    /// What it rests on.
    source: Option<&'a str>,
}

impl<'a> Own<'a> {
    fn new(finding: &'a OwnFinding) -> Self {
        Self {
            evidence: finding.evidence.id(),
            date: finding.date.map(|date| date.to_string()),
            note: finding.note.as_deref(),
            source: finding.source.as_deref(),
        }
    }
}
