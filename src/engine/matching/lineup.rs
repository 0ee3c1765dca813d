//! Every candidate against every must.

use std::collections::HashMap;

use super::bind::Bound;
use super::demanded::Demanded;
use super::share::{Share, share};
use super::verdict::{OnMust, Verdict};
use crate::files::Facts;
use crate::files::{
    Candidate, CandidateKind, EvidenceCounts, Landscape, OwnFinding, Strength, Truth,
};
use schemars::JsonSchema;
use serde::Serialize;

/// The candidates of a landscape with how each stands to what the answers demand.
#[derive(Debug)]
pub struct Lineup<'a> {
    /// What is demanded, by must.
    pub demanded: Vec<Demanded<'a>>,
    /// The candidates, as in the landscape.
    pub judged: Vec<Judged<'a>>,
}

/// A candidate with how it stands to everything demanded of its kind.
#[derive(Debug)]
pub struct Judged<'a> {
    /// The candidate.
    pub candidate: &'a Candidate,
    /// Whether it is among those looked at: it meets the musts that tell.
    pub looked_at: Truth,
    /// How it stands to every other must that holds for its kind, in the order of the rubric; nothing if it is not looked
    /// at.
    pub verdicts: Vec<OnMust<'a>>,
    /// The share of the musts that it meets, 0 to 1; claims count less.
    pub share: Share,
}

/// How a candidate stands as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It meets every must.
    Fits,
    /// It misses none, and of some it is not known.
    MayFit,
    /// It misses at least one.
    Misses,
    /// It is archived or discontinued, whatever it meets.
    Gone,
}

impl<'a> Lineup<'a> {
    /// Judges every candidate.
    pub fn new(
        bound: &'a Bound<'_>,
        landscape: &'a Landscape,
        facts: &Facts<'_>,
        findings: &'a [OwnFinding],
    ) -> Self {
        let demanded = demanded(bound, facts);
        let own = OwnFindings::new(findings);
        let candidates = landscape.candidates.iter();
        let judged = candidates.map(|candidate| own.judge(candidate, &demanded, &bound.counts));
        let judged = judged.collect();
        Self { demanded, judged }
    }

    /// The candidates of a kind that are looked at, or may be.
    pub fn of(&self, kind: CandidateKind) -> impl Iterator<Item = &Judged<'a>> {
        let judged = self.judged.iter();
        judged.filter(move |judged| judged.candidate.kind == kind && judged.looked_at.is_possible())
    }
}

/// What is demanded under these answers, by must.
pub(crate) fn demanded<'a>(bound: &'a Bound<'_>, facts: &Facts<'_>) -> Vec<Demanded<'a>> {
    let musts = bound.musts.iter().enumerate();
    musts
        .map(|(position, must)| Demanded::new(must, position, facts))
        .collect()
}

/// Whether a must that tells which candidates are looked at lets one in. Where no landscape says what does the job, it
/// lets in what the team says does it, and nothing else.
fn lets_in(demanded: &Demanded<'_>, verdict: &Verdict) -> Truth {
    match verdict.holds() {
        Truth::Unknown if demanded.is_beyond_landscapes() => Truth::False,
        holds => holds,
    }
}

impl Judged<'_> {
    /// Whether it is archived or discontinued.
    pub fn is_gone(&self) -> bool {
        self.candidate
            .state()
            .is_some_and(crate::files::CandidateState::is_gone)
    }

    /// Whether it meets every must and can be chosen.
    pub fn fits(&self) -> Truth {
        if self.is_gone() {
            return Truth::False;
        }
        let verdicts = self.verdicts.iter().map(|on| on.verdict.holds());
        verdicts.fold(self.looked_at, Truth::and)
    }

    /// How it stands as a whole, among those looked at.
    pub fn standing(&self) -> Standing {
        match self.fits() {
            _ if self.is_gone() => Standing::Gone,
            Truth::True => Standing::Fits,
            Truth::Unknown => Standing::MayFit,
            Truth::False => Standing::Misses,
        }
    }

    /// The musts it misses.
    pub fn missed(&self) -> impl Iterator<Item = &OnMust<'_>> {
        let verdicts = self.verdicts.iter();
        verdicts.filter(|on| on.verdict == Verdict::Missed)
    }

    /// The musts of which it is not known whether it meets them.
    pub fn open(&self) -> impl Iterator<Item = &OnMust<'_>> {
        let verdicts = self.verdicts.iter();
        verdicts.filter(|on| on.verdict.holds() == Truth::Unknown)
    }

    /// The musts of which something is to be asked about it, rather than answered by the team alone.
    pub fn to_ask(&self) -> impl Iterator<Item = &OnMust<'_>> {
        self.open().filter(|on| match &on.verdict {
            Verdict::Open(missing) => !missing.is_documented,
            _ => false,
        })
    }

    /// The musts it meets, each with how far that is known.
    pub fn met(&self) -> impl Iterator<Item = (&OnMust<'_>, Strength)> {
        let verdicts = self.verdicts.iter();
        verdicts.filter_map(|on| Some((on, on.verdict.strength()?)))
    }

    /// Whether all that it meets rests on claims and memory; false if it meets nothing.
    pub fn rests_on_claims(&self) -> bool {
        let mut met = self.met().peekable();
        met.peek().is_some() && met.all(|(_, strength)| strength.is_claim())
    }
}

/// What the team found out, by candidate and must.
#[derive(Debug)]
pub(crate) struct OwnFindings<'a>(HashMap<(&'a str, usize), &'a OwnFinding>);

impl<'a> OwnFindings<'a> {
    /// Of several findings on the same, the best known counts, then the latest, then the one that is not met.
    pub(crate) fn new(findings: &'a [OwnFinding]) -> Self {
        let rank = |finding: &OwnFinding| (finding.evidence, finding.date, !finding.meets);
        let mut kept: HashMap<(&str, usize), &OwnFinding> = HashMap::new();
        for finding in findings {
            for must in &finding.musts {
                let slot = kept
                    .entry((finding.candidate.as_str(), *must))
                    .or_insert(finding);
                if rank(finding) > rank(slot) {
                    *slot = finding;
                }
            }
        }
        Self(kept)
    }

    fn on(&self, candidate: &str, must: usize) -> Option<&'a OwnFinding> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&(candidate, must)).copied()
    }

    fn judge(
        &self,
        candidate: &'a Candidate,
        demanded: &[Demanded<'a>],
        counts: &EvidenceCounts,
    ) -> Judged<'a> {
        let looked_at = self.looked_at(candidate, demanded);
        // Most of a landscape is for other jobs.
        let others = demanded
            .iter()
            .filter(|demanded| !demanded.must.selects && looked_at.is_possible());
        let verdicts: Vec<OnMust<'a>> = others
            .filter_map(|demanded| self.verdict(candidate, demanded))
            .collect();
        Judged {
            candidate,
            looked_at,
            share: share(&verdicts, counts),
            verdicts,
        }
    }

    /// Whether a candidate meets the musts that tell which are looked at.
    pub(crate) fn looked_at(&self, candidate: &Candidate, demanded: &[Demanded<'a>]) -> Truth {
        let selecting = demanded.iter().filter(|demanded| demanded.must.selects);
        selecting.fold(Truth::True, |all, demanded| {
            let verdict = self.verdict(candidate, demanded);
            let holds = verdict.map_or(Truth::True, |on| lets_in(demanded, &on.verdict));
            all.and(holds)
        })
    }

    /// How a candidate stands to a must; `None` if that demands nothing of it.
    pub(crate) fn verdict(
        &self,
        candidate: &Candidate,
        demanded: &Demanded<'a>,
    ) -> Option<OnMust<'a>> {
        if !demanded.must.kinds.contains(&candidate.kind) {
            return None;
        }
        let on = demanded.judge(candidate, self.on(&candidate.id, demanded.position));
        (on.verdict != Verdict::NotDemanded).then_some(on)
    }
}
