//! Version 1: where the candidates of a report come from.

use crate::files::{Exclusion, Landscape};
use crate::topics::market::candidates::{self, Candidates, CandidatesOfKind, Listing, Remark, Row};
use crate::topics::market::shortlist::{self, caveat_of};
use schemars::JsonSchema;
use serde::Serialize;

/// The landscape behind a report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReportLandscape")]
pub(crate) struct LandscapeEntry<'a> {
    #[serde(flatten)]
    landscape: &'a Landscape,
    /// The day or days of which it is.
    days: String,
    /// The day after which it should be looked at again.
    good_until: String,
    /// The days since its oldest part was put together; null if `--today` names no day.
    age_days: Option<i32>,
    /// Whether it should have been looked at again by the day that `--today` names; null if it names none.
    is_stale: Option<bool>,
    /// Where the candidates come from and how far that goes, in sentences.
    caveat: String,
    /// What was taken out of it, and why.
    left_out: &'a [Exclusion],
}

impl<'a> LandscapeEntry<'a> {
    pub(crate) fn new(listing: &'a Listing<'a>) -> Self {
        let landscape = listing.landscape;
        Self {
            landscape,
            days: landscape.days(),
            good_until: landscape.good_until().to_string(),
            age_days: listing.age.map(|age| age.days),
            is_stale: listing.age.map(|age| age.is_stale),
            caveat: caveat_of(landscape, listing.age),
            left_out: &landscape.exclusions,
        }
    }
}

/// What a report says of the candidates for a subject.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CandidatesSaid<'a> {
    /// The ids of the questions to answer before anybody knows which candidates to look at.
    hangs_on: Vec<&'a str>,
    /// What is demanded of them, in a sentence; null if nothing is yet.
    musts: Option<String>,
    /// The ids of the questions to answer to know the rest of what is demanded.
    to_answer: Vec<&'a str>,
    /// The candidates by kind; empty if none is looked at, or it hangs on answers which are.
    kinds: Vec<KindSaid<'a>>,
    /// What to ask about the candidates named, by must.
    to_ask: Vec<Remark>,
    /// What the team left out of the landscape; told with the first subject.
    left_out: Vec<Remark>,
}

/// What a report says of the candidates of a kind.
#[derive(Debug, Serialize, JsonSchema)]
struct KindSaid<'a> {
    /// What they are headed by.
    heading: &'static str,
    /// How many there are and how they stand, in a sentence.
    counts: String,
    /// What would have to give so that something fits.
    near_misses: Vec<String>,
    /// The candidates that are named: they fit or may, the best first.
    named: Vec<Row<'a>>,
    /// How many others fit or may.
    others: usize,
    /// Those of which it is not known whether they are to be looked at, in a sentence; null if there are none.
    may_be: Option<String>,
    /// What the team itself found candidates to miss.
    found_to_miss: Vec<Remark>,
    /// Which of the candidates named are to be chosen with care.
    cautions: Vec<Remark>,
}

impl<'a> CandidatesSaid<'a> {
    pub(crate) fn new(candidates: &'a Candidates<'a>) -> Self {
        let rubric = candidates.listing.rubric;
        let hangs_on = candidates.hangs_on.iter();
        let kinds = candidates.kinds.iter();
        Self {
            hangs_on: hangs_on.map(|index| &*rubric.question(*index).id).collect(),
            musts: shortlist::musts(candidates.part).map(|musts| musts + "."),
            to_answer: shortlist::unanswered(candidates.part, rubric),
            kinds: kinds.map(|kind| KindSaid::new(candidates, kind)).collect(),
            to_ask: candidates::to_ask(candidates),
            left_out: candidates::left_out(candidates),
        }
    }
}

impl<'a> KindSaid<'a> {
    fn new(candidates: &'a Candidates<'a>, kind: &'a CandidatesOfKind<'a>) -> Self {
        Self {
            heading: shortlist::heading(kind.list.kind),
            counts: shortlist::counts(candidates.part, kind.list),
            near_misses: candidates::near_misses(candidates, kind),
            named: candidates::rows(candidates, kind),
            others: kind.others,
            may_be: candidates::may_be(candidates, kind),
            found_to_miss: candidates::found_to_miss(candidates, kind),
            cautions: candidates::cautions(kind),
        }
    }
}
