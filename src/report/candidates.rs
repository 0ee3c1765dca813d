//! What could be bought or adopted, as a landscape has it: which candidates a report names, and which it only counts.

use crate::landscape::{Age, Judged, KindList, ShortlistPart, Standing};
use crate::model::{Exclusion, Landscape, QuestionIndex, Rubric};

/// How many candidates of a kind are named where there is one subject.
const MOST: usize = 8;
/// How many are where there are several, which a meeting goes through one by one.
const MOST_OF_A_COMPONENT: usize = 5;

/// The candidates of a landscape, as a report is given them.
#[derive(Debug)]
pub struct Listing<'a> {
    /// The rubric whose musts count.
    pub rubric: &'a Rubric,
    /// Where they come from.
    pub landscape: &'a Landscape,
    /// The whole, or every component.
    pub parts: Vec<ShortlistPart<'a>>,
    /// How old the landscape is on the day of the report; none if the report has no day.
    pub age: Option<Age>,
}

/// The candidates for one subject.
#[derive(Debug)]
pub struct Candidates<'a> {
    /// Where they come from.
    pub listing: &'a Listing<'a>,
    /// What is demanded, and how every candidate stands to it.
    pub part: &'a ShortlistPart<'a>,
    /// The candidates by kind; empty if none is looked at.
    pub kinds: Vec<CandidatesOfKind<'a>>,
    /// The musts of which something named is not documented, by position in the rubric: what to ask.
    pub to_ask: Vec<usize>,
    /// The questions without an answer on which it hangs which candidates are looked at.
    pub hangs_on: Vec<QuestionIndex>,
    /// What was left out of the landscape: told once, with the first subject.
    pub left_out: &'a [Exclusion],
}

/// The candidates of a kind.
#[derive(Debug)]
pub struct CandidatesOfKind<'a> {
    /// All of them, and what would have to give.
    pub list: &'a KindList,
    /// Those that fit or may, the best first, as far as they are named.
    pub named: Vec<&'a Judged<'a>>,
    /// How many others fit or may.
    pub others: usize,
    /// Those that the team itself found to miss something.
    pub found_to_miss: Vec<&'a Judged<'a>>,
}

impl<'a> Listing<'a> {
    /// What there is for a component, or for the whole; `None` if nothing is demanded of candidates.
    pub(super) fn candidates(&'a self, id: Option<&str>) -> Option<Candidates<'a>> {
        let part = self.parts.iter().find(|part| part.id == id)?;
        let mut demanded = part.lineup.demanded.iter();
        demanded
            .any(|one| one.applies().is_possible())
            .then(|| Candidates::new(self, part))
    }
}

impl<'a> Candidates<'a> {
    fn new(listing: &'a Listing<'a>, part: &'a ShortlistPart<'a>) -> Self {
        let is_looked_at = part.kinds.iter().any(|list| !list.looked_at.is_empty());
        let most = part.id.map_or(MOST, |_| MOST_OF_A_COMPONENT);
        let kinds: Vec<CandidatesOfKind<'a>> = if is_looked_at {
            let lists = part.kinds.iter();
            lists
                .map(|list| CandidatesOfKind::new(part, list, most))
                .collect()
        } else {
            Vec::new()
        };
        let selecting = part.lineup.demanded.iter().filter(|one| one.must.selects);
        let mut hangs_on: Vec<QuestionIndex> = selecting
            .flat_map(crate::landscape::Demanded::unanswered)
            .collect();
        hangs_on.sort_unstable();
        hangs_on.dedup();
        Self {
            listing,
            part,
            to_ask: to_ask(&kinds),
            kinds,
            hangs_on,
            left_out: &[],
        }
    }
}

/// The musts to ask about, in the order of the rubric.
fn to_ask(kinds: &[CandidatesOfKind<'_>]) -> Vec<usize> {
    let named = kinds.iter().flat_map(|kind| &kind.named);
    let mut musts: Vec<usize> = named
        .flat_map(|judged| judged.to_ask().map(|on| on.must))
        .collect();
    musts.sort_unstable();
    musts.dedup();
    musts
}

impl<'a> CandidatesOfKind<'a> {
    fn new(part: &'a ShortlistPart<'a>, list: &'a KindList, most: usize) -> Self {
        let judged = |position: &usize| &part.lineup.judged[*position];
        let looked_at: Vec<&'a Judged<'a>> = list.looked_at.iter().map(judged).collect();
        let (mut named, missing): (Vec<_>, Vec<_>) = looked_at
            .into_iter()
            .partition(|judged| judged.standing() <= Standing::MayFit);
        // One left over takes as much room as saying so.
        let others = match named.len().saturating_sub(most) {
            1 => 0,
            others => others,
        };
        named.truncate(named.len() - others);
        let found = |judged: &&Judged<'_>| judged.missed().any(|on| on.own.is_some());
        Self {
            list,
            named,
            others,
            found_to_miss: missing.into_iter().filter(found).collect(),
        }
    }
}
