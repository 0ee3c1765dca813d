//! Every candidate against every must.

use std::collections::HashMap;

use super::bind::Bound;
use super::demanded::Demanded;
use super::share::{Share, share};
use super::verdict::{OnMust, Verdict};
use crate::model::{
    Candidate, CandidateKind, EvidenceCounts, Facts, Landscape, OwnFinding, Strength, Truth,
};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
        Self::among(landscape.candidates.iter(), demanded, bound, findings)
    }

    /// Judges some candidates by what is demanded.
    pub(super) fn among(
        candidates: impl Iterator<Item = &'a Candidate>,
        demanded: Vec<Demanded<'a>>,
        bound: &Bound<'_>,
        findings: &'a [OwnFinding],
    ) -> Self {
        let own = OwnFindings::new(findings);
        let judged = candidates.map(|candidate| judge(candidate, &demanded, &own, &bound.counts));
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
pub(super) fn demanded<'a>(bound: &'a Bound<'_>, facts: &Facts<'_>) -> Vec<Demanded<'a>> {
    let musts = bound.musts.iter().enumerate();
    musts
        .map(|(position, must)| Demanded::new(must, position, facts))
        .collect()
}

fn judge<'a>(
    candidate: &'a Candidate,
    demanded: &[Demanded<'a>],
    own: &OwnFindings<'a>,
    counts: &EvidenceCounts,
) -> Judged<'a> {
    let verdict = |demanded: &Demanded<'a>| {
        demanded.judge(candidate, own.on(&candidate.id, demanded.position))
    };
    let of_kind = |selects: bool| {
        demanded.iter().filter(move |demanded| {
            demanded.must.selects == selects && demanded.must.kinds.contains(&candidate.kind)
        })
    };
    let looked_at = of_kind(true).fold(Truth::True, |all, demanded| {
        all.and(lets_in(demanded, &verdict(demanded).verdict))
    });
    // Most of a landscape is for other jobs.
    let others = of_kind(false).filter(|_| looked_at.is_possible());
    let verdicts = others.map(verdict);
    let verdicts: Vec<OnMust<'a>> = verdicts
        .filter(|on| on.verdict != Verdict::NotDemanded)
        .collect();
    Judged {
        candidate,
        looked_at,
        share: share(&verdicts, counts),
        verdicts,
    }
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
            .is_some_and(crate::model::CandidateState::is_gone)
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
struct OwnFindings<'a>(HashMap<(&'a str, usize), &'a OwnFinding>);

impl<'a> OwnFindings<'a> {
    /// Of several findings on the same, the best known counts, then the latest, then the one that is not met.
    fn new(findings: &'a [OwnFinding]) -> Self {
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
}
