//! What is said of a shortlist, in the words of every format.

use std::collections::BTreeSet;

use crate::engine::matching::{
    Age, Demanded, Judged, KindList, OnMust, Relaxation, ShortlistPart, Standing, Verdict,
};
use crate::files::{Attribute, CandidateKind, Landscape, QuestionIndex, Rubric, Strength, Truth};
use crate::output::wording;
use crate::topics::market::landscape::{kind, state};

/// How old the landscape is, and what it is not; until when it is good, if no day is given on which it is looked at.
pub(crate) fn caveat_of(landscape: &Landscape, age: Option<Age>) -> String {
    format!(
        "From the landscape {} of {}, {} It is a starting point: what is not in it may fit too, and what counts has \
         to be verified with the supplier or project.",
        landscape.id,
        landscape.days(),
        age.map_or_else(
            || format!("to be looked at again after {}.", landscape.good_until()),
            old
        ),
    )
}

fn old(age: Age) -> String {
    let ago = match age.days {
        0 => "today".to_owned(),
        days if days > 0 => format!("{} ago", count(days, "day")),
        days => format!("{} ahead", count(-days, "day")),
    };
    let stale = if age.is_stale {
        " It should have been looked at again by now, so check everything."
    } else {
        ""
    };
    format!("{ago}.{stale}")
}

fn count(days: i32, noun: &str) -> String {
    wording::count(usize::try_from(days).unwrap_or(0), noun)
}

/// The heading over candidates of a kind.
pub(crate) const fn heading(kind: CandidateKind) -> &'static str {
    match kind {
        CandidateKind::Product => "To buy",
        CandidateKind::OpenSource => "To adopt",
    }
}

/// How a candidate stands, in a word or two.
pub(crate) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Fits => "fits",
        Standing::MayFit => "may fit",
        Standing::Misses => "misses",
        Standing::Gone => "gone",
    }
}

/// How many candidates of a kind there are, and how they stand.
pub(crate) fn counts(part: &ShortlistPart<'_>, list: &KindList) -> String {
    let of = |wanted: Standing| {
        let looked_at = list.looked_at.iter();
        let wanted =
            looked_at.filter(|position| part.lineup.judged[**position].standing() == wanted);
        wanted.count()
    };
    let nouns = match list.kind {
        CandidateKind::Product => "product",
        CandidateKind::OpenSource => "project",
    };
    if list.looked_at.is_empty() {
        return format!("The landscape has no {nouns} for this.");
    }
    let (fits, may, misses, gone) = (
        of(Standing::Fits),
        of(Standing::MayFit),
        of(Standing::Misses),
        of(Standing::Gone),
    );
    let looked_at = wording::count(list.looked_at.len(), nouns);
    let are = verb(list.looked_at.len(), "is", "are");
    let meet = verb(fits, "meets", "meet");
    let miss = verb(misses, "misses", "miss");
    let mut said = format!(
        "Of {looked_at} that {are} looked at, {} {meet} every must, {} may, {} {miss} {}",
        or_none(fits),
        or_none(may),
        or_none(misses),
        if misses == 0 { "any" } else { "something" },
    );
    if gone > 0 {
        said.extend([format!(
            ", and {gone} {} not to be begun with any more",
            verb(gone, "is", "are")
        )]);
    }
    said + "."
}

/// The verb of so many: of none it stands in the singular.
const fn verb(number: usize, one: &'static str, several: &'static str) -> &'static str {
    if number <= 1 { one } else { several }
}

fn or_none(number: usize) -> String {
    if number == 0 {
        "none".to_owned()
    } else {
        number.to_string()
    }
}

/// The candidates that are shown: those that fit or may, and the others only if all are wanted.
pub(crate) fn shown<'l>(
    part: &'l ShortlistPart<'_>,
    list: &'l KindList,
    all: bool,
) -> impl Iterator<Item = &'l Judged<'l>> {
    let judged = list
        .looked_at
        .iter()
        .map(|position| &part.lineup.judged[*position]);
    judged.filter(move |judged| all || judged.standing() <= Standing::MayFit)
}

/// Why a candidate is to be chosen with care, or not at all.
pub(crate) fn caution(judged: &Judged<'_>) -> Option<String> {
    let status = judged.candidate.status.as_ref()?;
    let careful = status.state.needs_care() || status.state.is_gone();
    careful.then(|| {
        let note = status.note.as_ref();
        let note = note.map(|note| format!(": {note}")).unwrap_or_default();
        let date = status.date.as_ref();
        let date = date.map(|date| format!(" ({date})")).unwrap_or_default();
        format!("{}{date}{note}", wording::capitalised(state(status.state)))
    })
}

/// What a candidate is, in a line.
pub(crate) fn line(judged: &Judged<'_>) -> String {
    let candidate = judged.candidate;
    let mut parts = vec![kind(candidate.kind).to_owned()];
    parts.extend(candidate.licence.clone());
    parts.extend(
        candidate
            .as_of
            .as_ref()
            .map(|as_of| format!("looked at {as_of}")),
    );
    parts.join(" · ")
}

/// The musts a candidate meets, by how far that is known: the best known first.
pub(crate) fn met(judged: &Judged<'_>, rubric: &Rubric) -> Vec<String> {
    let mut said = Vec::new();
    for strength in Strength::ALL.into_iter().rev() {
        let of: Vec<&str> = judged
            .met()
            .filter(|(_, known)| *known == strength)
            .map(|(on, _)| rubric.musts[on.must].title.as_str())
            .collect();
        if !of.is_empty() {
            said.push(format!("{} ({})", of.join("; "), strength_words(strength)));
        }
    }
    said
}

/// How far something is known, in words.
pub(crate) const fn strength_words(strength: Strength) -> &'static str {
    match strength {
        Strength::Remembered => "from memory",
        Strength::Claimed => "claimed",
        Strength::Documented => "documented",
        Strength::Demonstrated => "you saw it",
        Strength::Tested => "you tested it",
        Strength::InProduction => "you use it so",
    }
}

/// The musts a candidate misses.
pub(crate) fn missed(judged: &Judged<'_>, rubric: &Rubric) -> Vec<String> {
    judged
        .missed()
        .map(|on| rubric.musts[on.must].title.clone() + &own_note(on))
        .collect()
}

/// What the team noted on a must.
pub(crate) fn own_note(on: &OnMust<'_>) -> String {
    let Some(own) = on.own else {
        return String::new();
    };
    let note = own.note.as_ref();
    let note = note.map(|note| format!(": {note}")).unwrap_or_default();
    let date = own.date.map(|date| format!(", {date}")).unwrap_or_default();
    format!(" ({}{date}{note})", strength_words(own.evidence))
}

/// What to ask about a candidate: the question of each must of which it is not documented whether it is met.
pub(crate) fn asks(judged: &Judged<'_>, part: &ShortlistPart<'_>) -> Vec<String> {
    // What hangs on answers alone is said once, above.
    let to_ask = judged.to_ask().map(|on| {
        let ask = &part.asks[on.must];
        let of: Vec<&str> = match &on.verdict {
            Verdict::Open(missing) => missing.undocumented.iter().map(Attribute::words).collect(),
            _ => Vec::new(),
        };
        if of.is_empty() {
            ask.clone()
        } else {
            format!("{ask} Not documented: {}.", wording::list(&of))
        }
    });
    to_ask.collect()
}

/// The musts that the answers demand, those first that tell what is looked at; `None` if they demand none.
pub(crate) fn musts(part: &ShortlistPart<'_>) -> Option<String> {
    let demanded = part.lineup.demanded.iter();
    let applies = demanded.filter(|one| one.applies() == Truth::True);
    let titles: Vec<&str> = applies.map(|one| one.must.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("Musts: {}", titles.join("; ")))
}

/// The ids of the questions without an answer on which it hangs what is demanded.
pub(crate) fn unanswered<'r>(part: &ShortlistPart<'_>, rubric: &'r Rubric) -> Vec<&'r str> {
    let demanded = part.lineup.demanded.iter();
    let questions: BTreeSet<QuestionIndex> = demanded.flat_map(Demanded::unanswered).collect();
    let questions = questions.into_iter();
    questions
        .map(|question| rubric.question(question).id.as_str())
        .collect()
}

/// What would have to give so that something fits, naming at most so many candidates of either sort.
pub(crate) fn relaxation(
    relaxation: &Relaxation,
    part: &ShortlistPart<'_>,
    rubric: &Rubric,
    most: usize,
) -> String {
    let musts: Vec<String> = relaxation
        .musts
        .iter()
        .map(|must| format!("“{}”", rubric.musts[*must].title))
        .collect();
    let mut said = Vec::new();
    if !relaxation.fit.is_empty() {
        let verb = if relaxation.fit.len() == 1 {
            "fits"
        } else {
            "fit"
        };
        said.push(format!("{} {verb}", names(&relaxation.fit, part, most)));
    }
    if !relaxation.may_fit.is_empty() {
        let names = names(&relaxation.may_fit, part, most);
        said.push(format!("{names} may fit"));
    }
    format!("Without {}: {}", wording::list(&musts), said.join(", "))
}

/// What candidates are called, the first of them at least.
fn names(ids: &[String], part: &ShortlistPart<'_>, most: usize) -> String {
    let judged = &part.lineup.judged;
    let name = |id: &String| {
        let mut judged = judged.iter().map(|judged| judged.candidate);
        let found = judged.find(|candidate| candidate.id == *id);
        found.map_or_else(|| id.clone(), |candidate| candidate.name.clone())
    };
    list(ids.iter().map(name), most)
}

/// The first so many, and how many more there are.
fn list(all: impl Iterator<Item = String>, most: usize) -> String {
    let mut all: Vec<String> = all.collect();
    if let rest @ 1.. = all.len().saturating_sub(most) {
        all.truncate(most);
        all.push(format!("{rest} more"));
    }
    wording::list(&all)
}

/// The candidates of which it is not known whether they are to be looked at, the first so many by id; `None` if there
/// are none.
pub(crate) fn may_be(part: &ShortlistPart<'_>, kind: &KindList, most: usize) -> Option<String> {
    let judged = &part.lineup.judged;
    let ids = kind.may_be.iter();
    let ids = ids.map(|position| judged[*position].candidate.id.clone());
    (!kind.may_be.is_empty()).then(|| format!("Not known to do the job: {}", list(ids, most)))
}
