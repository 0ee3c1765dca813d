//! What a report says of candidates, in the words of every format; where a shortlist says it too, in the same.

use std::collections::BTreeSet;

use super::shortlist as listed;
use crate::engine::matching::{
    Age, Demanded, Judged, KindList, OnMust, ShortlistPart, Standing, Verdict,
};
use crate::files::{CandidateKind, Exclusion, Landscape, QuestionIndex, Rubric, Strength, Truth};
use crate::output::wording;
use schemars::JsonSchema;
use serde::Serialize;

/// How many candidates are named of which only one thing is said: that they would fit if something gave, for one.
const NAMED_TOGETHER: usize = 6;

/// Something of which more is said.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Remark {
    /// What it is.
    pub(crate) of: String,
    /// What is said.
    pub(crate) text: String,
}

/// A candidate that fits or may.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CandidateSaid")]
pub(crate) struct Row<'a> {
    /// What it is called.
    pub(crate) name: &'a str,
    /// Its licence.
    pub(crate) licence: String,
    /// The day on which it was looked at.
    pub(crate) as_of: String,
    /// How it stands, in a word or two.
    pub(crate) standing: &'static str,
    /// The musts it meets.
    pub(crate) meets: Vec<String>,
    /// The musts of which something is still open.
    pub(crate) open: Vec<String>,
}

/// The candidates of a kind that are named.
pub(crate) fn rows<'a>(candidates: &Candidates<'a>, kind: &CandidatesOfKind<'a>) -> Vec<Row<'a>> {
    let rubric = candidates.listing.rubric;
    let row = |judged: &&'a Judged<'a>| Row {
        name: &judged.candidate.name,
        licence: documented(judged.candidate.licence.as_deref()),
        as_of: documented(judged.candidate.as_of.as_deref()),
        standing: listed::standing(judged.standing()),
        meets: met(judged, rubric),
        open: open(judged, rubric),
    };
    kind.named.iter().map(row).collect()
}

fn documented(fact: Option<&str>) -> String {
    fact.unwrap_or("not documented").to_owned()
}

/// How many musts a candidate meets by how far that is known, and what the team found out itself in full.
fn met(judged: &Judged<'_>, rubric: &Rubric) -> Vec<String> {
    let (own, others): (Vec<_>, Vec<_>) = judged.met().partition(|(on, _)| on.own.is_some());
    let own = found(own.into_iter().map(|(on, _)| on), rubric);
    let counted = Strength::ALL.into_iter().rev().filter_map(|strength| {
        let known = others.iter().filter(|(_, known)| *known == strength);
        let count = known.count();
        (count > 0).then(|| format!("{count} {}", listed::strength_words(strength)))
    });
    own.into_iter().chain(counted).collect()
}

/// The musts on which the team found something out, with what that was: those together of which it is the same.
fn found<'a>(all: impl Iterator<Item = &'a OnMust<'a>>, rubric: &Rubric) -> Vec<String> {
    let mut by_note: Vec<(String, Vec<String>)> = Vec::new();
    for on in all {
        let note = listed::own_note(on);
        let title = format!("“{}”", rubric.musts[on.must].title);
        match by_note.iter_mut().find(|(known, _)| *known == note) {
            Some((_, titles)) => titles.push(title),
            None => by_note.push((note, vec![title])),
        }
    }
    let said = by_note.into_iter();
    said.map(|(note, titles)| wording::list(&titles) + &note)
        .collect()
}

/// The musts to ask about a candidate, and whether others hang on answers; which answers is said above.
fn open(judged: &Judged<'_>, rubric: &Rubric) -> Vec<String> {
    let to_ask = judged
        .to_ask()
        .map(|on| rubric.musts[on.must].title.as_str());
    let hangs = judged.open().any(|on| match &on.verdict {
        Verdict::Open(missing) => !missing.unanswered.is_empty(),
        _ => false,
    });
    let answers = hangs.then_some("your answers");
    to_ask.chain(answers).map(str::to_owned).collect()
}

/// What would have to give so that something of a kind fits.
pub(crate) fn near_misses(candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) -> Vec<String> {
    let (part, rubric) = (candidates.part, candidates.listing.rubric);
    let relaxations = kind.list.relaxations.iter();
    relaxations
        .map(|one| listed::relaxation(one, part, rubric, NAMED_TOGETHER))
        .collect()
}

/// The candidates of a kind of which it is not known whether they are to be looked at.
pub(crate) fn may_be(candidates: &Candidates<'_>, kind: &CandidatesOfKind<'_>) -> Option<String> {
    let may_be = listed::may_be(candidates.part, kind.list, NAMED_TOGETHER)?;
    Some(may_be + ".")
}

/// What the team itself found candidates of a kind to miss.
pub(crate) fn found_to_miss(
    candidates: &Candidates<'_>,
    kind: &CandidatesOfKind<'_>,
) -> Vec<Remark> {
    let rubric = candidates.listing.rubric;
    let remark = |judged: &&Judged<'_>| {
        let own = judged.missed().filter(|on| on.own.is_some());
        Remark {
            of: judged.candidate.name.clone(),
            text: format!("misses {}", wording::list(&found(own, rubric))),
        }
    };
    kind.found_to_miss.iter().map(remark).collect()
}

/// Which of the candidates named are to be chosen with care, and what the licence of a project does not say by its name.
pub(crate) fn cautions(kind: &CandidatesOfKind<'_>) -> Vec<Remark> {
    let is_adopted = kind.list.kind == CandidateKind::OpenSource;
    let remarks = kind.named.iter().flat_map(|judged| {
        let candidate = judged.candidate;
        let licence = candidate.licence_note.as_ref().filter(|_| is_adopted);
        let licence = licence.map(|note| format!("Licence: {note}"));
        let said = listed::caution(judged).into_iter().chain(licence);
        said.map(|text| Remark {
            of: candidate.name.clone(),
            text,
        })
    });
    remarks.collect()
}

/// What to ask about the candidates named, by must.
pub(crate) fn to_ask(candidates: &Candidates<'_>) -> Vec<Remark> {
    let ask = |must: &usize| Remark {
        of: candidates.listing.rubric.musts[*must].title.clone(),
        text: candidates.part.asks[*must].clone(),
    };
    candidates.to_ask.iter().map(ask).collect()
}

/// What the team left out of the landscape, and why.
pub(crate) fn left_out(candidates: &Candidates<'_>) -> Vec<Remark> {
    let left_out = candidates.left_out.iter();
    left_out
        .map(|one| Remark {
            of: one.id.clone(),
            text: one.because.clone(),
        })
        .collect()
}

/// How many candidates of a kind are named where there is one subject.
const MOST: usize = 8;
/// How many are where there are several, which a meeting goes through one by one.
const MOST_OF_A_COMPONENT: usize = 5;

/// The candidates of a landscape, as a report is given them.
#[derive(Debug)]
pub(crate) struct Listing<'a> {
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
pub(crate) struct Candidates<'a> {
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
pub(crate) struct CandidatesOfKind<'a> {
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
            to_ask: musts_to_ask(&kinds),
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
fn musts_to_ask(kinds: &[CandidatesOfKind<'_>]) -> Vec<usize> {
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
