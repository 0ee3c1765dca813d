//! What could be bought or adopted, as a landscape has it: which candidates a report names, and which it only counts.

use std::collections::BTreeSet;

use crate::engine::matching::{Age, Demanded, Judged, KindList, ShortlistPart, Standing};
use crate::files::{Exclusion, Landscape, QuestionIndex, Rubric, Truth};

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
    /// The candidates by kind; empty if none is looked at, or it hangs on answers which are.
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
    pub(crate) fn candidates(&'a self, id: Option<&str>) -> Option<Candidates<'a>> {
        let part = self.parts.iter().find(|part| part.id == id)?;
        let mut demanded = part.lineup.demanded.iter();
        demanded
            .any(|one| one.applies().is_possible())
            .then(|| Candidates::new(self, part))
    }
}

impl<'a> Candidates<'a> {
    fn new(listing: &'a Listing<'a>, part: &'a ShortlistPart<'a>) -> Self {
        let hangs_on = hangs_on(part);
        let mut lists = part.kinds.iter();
        let is_there = lists.any(|list| !list.looked_at.is_empty() || !list.may_be.is_empty());
        let most = part.id.map_or(MOST, |_| MOST_OF_A_COMPONENT);
        let mut kinds: Vec<CandidatesOfKind<'a>> = Vec::new();
        if hangs_on.is_empty() && is_there {
            let lists = part.kinds.iter();
            kinds.extend(lists.map(|list| CandidatesOfKind::new(part, list, most)));
        }
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

/// The questions to answer before anybody knows which candidates to look at; none as soon as one must tells.
fn hangs_on(part: &ShortlistPart<'_>) -> Vec<QuestionIndex> {
    let demanded = part.lineup.demanded.iter();
    let selecting: Vec<&Demanded<'_>> = demanded.filter(|one| one.must.selects).collect();
    if selecting.iter().any(|one| one.applies() == Truth::True) {
        return Vec::new();
    }
    let questions = selecting.iter().flat_map(|one| one.unanswered());
    let questions: BTreeSet<QuestionIndex> = questions.collect();
    questions.into_iter().collect()
}

/// The musts to ask about, in the order of the rubric.
fn to_ask(kinds: &[CandidatesOfKind<'_>]) -> Vec<usize> {
    let named = kinds.iter().flat_map(|kind| &kind.named);
    let musts: BTreeSet<usize> = named
        .flat_map(|judged| judged.to_ask().map(|on| on.must))
        .collect();
    musts.into_iter().collect()
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
