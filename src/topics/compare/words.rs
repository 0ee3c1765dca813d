//! What became of a decision, in sentences.

use crate::engine::decision::{Agreement, Recommendation, VetoResult};
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::files::Firmness;
use crate::output::wording;
use crate::topics::compare::{
    DecisionComparison, Presence, RecordChange, SubjectChange, SubjectOf, VetoChange, VetoState,
};
use crate::topics::decide::phrases;
use crate::topics::decide::phrases::{doing, name, noun, points_apart};

/// Less than this is no movement that anybody would see.
const VISIBLE: f64 = 0.05;

/// What became of a whole file, in a sentence.
pub(crate) fn summary(comparison: &DecisionComparison<'_>) -> String {
    if comparison.is_same() {
        return "Nothing changed: both files state the same, and so do their rubrics.".to_owned();
    }
    match comparison.subjects.as_slice() {
        [
            SubjectOf {
                presence: Presence::Both(change),
                ..
            },
        ] => headline(change),
        subjects => of_several(subjects),
    }
}

fn of_several(subjects: &[SubjectOf]) -> String {
    let both = subjects
        .iter()
        .filter_map(|subject| match &subject.presence {
            Presence::Both(change) => Some(change),
            Presence::Added(_) | Presence::Removed(_) => None,
        });
    let both: Vec<_> = both.collect();
    let differ = both.iter().filter(|change| !change.same_outcome()).count();
    let mut sentences = Vec::new();
    let is_whole = |subject: &SubjectOf| subject.id.is_none();
    sentences.push(match (differ, both.len()) {
        (_, 0) if subjects.last().is_some_and(is_whole) => {
            "What was decided as a whole is decided component by component now.".to_owned()
        }
        (_, 0) if subjects.first().is_some_and(is_whole) => {
            "What was decided component by component is decided as a whole now.".to_owned()
        }
        (_, 0) => "No component is in both files.".to_owned(),
        (0, _) => "No component that is in both files comes out differently.".to_owned(),
        (differ, all) => format!(
            "The outcome changes for {differ} of {}.",
            wording::count(all, "component")
        ),
    });
    let titles = |is: fn(&Presence) -> bool| {
        let titles = subjects.iter().filter(|subject| is(&subject.presence));
        let titles: Vec<&str> = titles.map(|subject| subject.title.as_str()).collect();
        (!titles.is_empty()).then(|| wording::list(&titles))
    };
    let added = titles(|presence| matches!(presence, Presence::Added(_)));
    let removed = titles(|presence| matches!(presence, Presence::Removed(_)));
    sentences.extend(added.map(|titles| format!("New: {titles}.")));
    sentences.extend(removed.map(|titles| format!("Gone: {titles}.")));
    sentences.join(" ")
}

/// What became of one decision, in a sentence.
pub(crate) fn headline(change: &SubjectChange) -> String {
    let (before, after) = (&change.before, &change.after);
    match (&before.outcome, &after.outcome) {
        (Outcome::Recommended(was), Outcome::Recommended(is)) if was == is => still(change, *is),
        (Outcome::Recommended(was), Outcome::Recommended(is)) => {
            format!(
                "The recommendation changes from {} to {}.",
                name(*was),
                name(*is)
            )
        }
        (Outcome::Recommended(was), Outcome::NoViableAlternative(_)) => format!(
            "{} is not recommended any more: {}.",
            wording::capitalised(noun(*was)),
            present(after)
        ),
        // What it is instead is told in the next sentence.
        (Outcome::Recommended(was), _) => {
            format!(
                "{} is not recommended any more.",
                wording::capitalised(noun(*was))
            )
        }
        (_, Outcome::Recommended(is)) => format!(
            "{} is recommended now; before, {}.",
            wording::capitalised(noun(*is)),
            past(before)
        ),
        _ if change.same_outcome() => format!("{}.", unmoved(after)),
        _ => format!(
            "{}; now {}.",
            wording::capitalised(&past(before)),
            present(after)
        ),
    }
}

/// The same alternative is recommended, and how much further or less far it is ahead.
fn still(change: &SubjectChange, alternative: Alternative) -> String {
    let build = name(alternative);
    let ruled_out = |result: &Recommendation| result.margin.is_none();
    match (ruled_out(&change.before), ruled_out(&change.after)) {
        (true, true) => return format!("Still {build}, the only one that is not ruled out."),
        (false, true) => return format!("Still {build}: the other two are ruled out now."),
        (true | false, false) => {}
    }
    format!("Still {build}: {}.", ahead(change))
}

/// How far the leader is ahead, and was.
fn ahead(change: &SubjectChange) -> String {
    let lead = &change.lead;
    let rival = noun(lead.over);
    if lead.moved().abs() < VISIBLE {
        return format!("as far ahead of {rival} as before");
    }
    let now = format!("{} ahead of {rival}", points_apart(lead.after));
    let (up, less) = if lead.moved() > 0.0 {
        ("up", "more")
    } else {
        ("down", "less")
    };
    if !change.before.is_viable(lead.over) {
        return format!("{now}, which was ruled out before");
    }
    let [was, is] = [lead.before, lead.after].map(wording::points);
    if was == is {
        return format!("{now}, slightly {less} than before");
    }
    format!("{now}, {up} from {was}")
}

fn between(tied: &[Alternative]) -> String {
    let nouns: Vec<&str> = tied.iter().map(|one| noun(*one)).collect();
    wording::list(&nouns)
}

/// What an outcome without a recommendation is, as a clause.
fn present(result: &Recommendation) -> String {
    match &result.outcome {
        Outcome::Recommended(alternative) => format!("{} is recommended", noun(*alternative)),
        Outcome::TooClose(tied) => format!("it is too close to call between {}", between(tied)),
        Outcome::Inconclusive => "too little is known to recommend anything".to_owned(),
        Outcome::NoViableAlternative(_) => "every alternative is ruled out".to_owned(),
    }
}

/// What it was, as a clause.
fn past(result: &Recommendation) -> String {
    match &result.outcome {
        Outcome::Recommended(alternative) => format!("{} was recommended", noun(*alternative)),
        Outcome::TooClose(tied) => format!("it was too close to call between {}", between(tied)),
        Outcome::Inconclusive => "too little was known to recommend anything".to_owned(),
        Outcome::NoViableAlternative(_) => "every alternative was ruled out".to_owned(),
    }
}

fn unmoved(result: &Recommendation) -> String {
    match &result.outcome {
        Outcome::Recommended(alternative) => format!("Still {}", name(*alternative)),
        Outcome::TooClose(tied) => format!("Still too close to call between {}", between(tied)),
        Outcome::Inconclusive => "Still too little is known to recommend anything".to_owned(),
        Outcome::NoViableAlternative(_) => "Still every alternative is ruled out".to_owned(),
    }
}

/// What became of a subject, in a few words for a table.
pub(crate) fn brief(subject: &SubjectOf) -> String {
    match &subject.presence {
        Presence::Both(change) if change.is_same() => {
            format!("{}, as before", result(&change.after))
        }
        Presence::Both(change) if change.same_outcome() => {
            let line = headline(change);
            let line = line.trim_end_matches('.');
            let mut chars = line.chars();
            let first = chars.next().map(|first| first.to_lowercase().to_string());
            first.unwrap_or_default() + chars.as_str()
        }
        Presence::Both(change) => {
            format!("{} → {}", result(&change.before), result(&change.after))
        }
        Presence::Added(after) => format!("new: {}", result(after)),
        Presence::Removed(before) => format!("gone (was {})", result(before)),
    }
}

/// An outcome in a few words.
fn result(result: &Recommendation) -> String {
    match &result.outcome {
        Outcome::Recommended(alternative) => name(*alternative).to_owned(),
        Outcome::TooClose(tied) => format!("too close to call ({})", phrases::names(tied)),
        Outcome::Inconclusive => "inconclusive".to_owned(),
        Outcome::NoViableAlternative(_) => "every alternative ruled out".to_owned(),
    }
}

/// The sentences after the first.
pub(crate) fn opening(change: &SubjectChange) -> Vec<String> {
    let mut sentences = Vec::new();
    if change.same_outcome() {
        sentences.extend(firmness(change));
        sentences.extend(coverage(change));
    } else if !matches!(change.after.outcome, Outcome::NoViableAlternative(_)) {
        sentences.push(phrases::headline(&change.after));
    }
    let all = Alternative::ALL.into_iter();
    sentences.extend(all.filter_map(|alternative| ruled_out(change, alternative)));
    if change.leader_changed() {
        sentences.extend(phrases::vetoed_leader(&change.after));
    }
    sentences.extend(agreement(&change.record));
    sentences
}

fn firmness(change: &SubjectChange) -> Option<String> {
    let word = |result: &Recommendation| result.firmness.map(|it| it.word);
    let (was, is) = (word(&change.before)?, word(&change.after)?);
    let say = |firmness| match firmness {
        Firmness::Robust => "robust",
        Firmness::Leaning => "a leaning",
        Firmness::Fragile => "fragile",
    };
    (was != is).then(|| format!("It was {} and is {} now.", say(was), say(is)))
}

/// How much was and is answered, where that is what an outcome hangs on.
fn coverage(change: &SubjectChange) -> Option<String> {
    let (before, after) = (&change.before, &change.after);
    let [was, is] = [before.coverage, after.coverage].map(wording::percent);
    (after.outcome == Outcome::Inconclusive && was != is).then(|| {
        let needed = wording::percent(after.min_coverage);
        format!("{is} of the weight is answered, {was} before; {needed} is needed.")
    })
}

/// That an alternative is ruled out now, or is not any more; `None` if neither.
fn ruled_out(change: &SubjectChange, alternative: Alternative) -> Option<String> {
    let viable = [&change.before, &change.after].map(|one| one.is_viable(alternative));
    let build = wording::capitalised(doing(alternative));
    match viable {
        [true, false] => {
            let reasons = reasons(&change.after, alternative);
            Some(format!("{build} is ruled out now: {reasons}."))
        }
        [false, true] => {
            let reasons = reasons(&change.before, alternative);
            let may = |veto: &VetoResult| !veto.fired && veto.excludes.contains(&alternative);
            let again = if change.after.vetoes.iter().any(may) {
                " An open question could still rule it out."
            } else {
                ""
            };
            Some(format!(
                "{build} is no longer ruled out. It was: {reasons}.{again}"
            ))
        }
        _ => None,
    }
}

fn reasons(result: &Recommendation, alternative: Alternative) -> String {
    let vetoes = result.vetoes.iter();
    let fired = vetoes.filter(|veto| veto.fired && veto.excludes.contains(&alternative));
    let reasons: Vec<&str> = fired.map(|veto| veto.because.as_str()).collect();
    reasons.join("; ")
}

/// What vetoes that stand otherwise mean for alternatives that are ruled out in both files or in neither.
pub(crate) fn other_vetoes(change: &SubjectChange) -> Vec<String> {
    let mut sentences = Vec::new();
    for veto in &change.vetoes {
        let stays = |alternative: &&Alternative| ruled_out(change, **alternative).is_none();
        for alternative in veto.excludes.iter().filter(stays) {
            sentences.push(of_one(veto, doing(*alternative)));
        }
    }
    sentences
}

fn of_one(veto: &VetoChange, doing: &str) -> String {
    let because = &veto.because;
    match (veto.before, veto.after) {
        (_, VetoState::Fired) => format!("One more reason rules out {doing}: {because}."),
        (VetoState::Fired, VetoState::Possible) => {
            format!("One of the reasons that rule out {doing} is now open: {because}.")
        }
        (VetoState::Fired, VetoState::Quiet) => {
            format!("One reason less rules out {doing}: {because}.")
        }
        (_, VetoState::Possible) => {
            format!("An open question could now rule out {doing}: {because}.")
        }
        (_, VetoState::Quiet) => {
            format!("It is settled that this does not rule out {doing}: {because}.")
        }
    }
}

/// Whether what was decided still is what is recommended, in a sentence.
pub(crate) fn agreement(record: &RecordChange) -> Option<String> {
    let [was, is] = &record.chosen;
    let names = |chosen: &[Alternative]| {
        let names: Vec<&str> = chosen.iter().map(|one| name(*one)).collect();
        wording::list(&names)
    };
    let decided = match (was.as_slice(), is.as_slice()) {
        ([], []) => return None,
        ([], is) => Some(format!("A decision is recorded now: {}", names(is))),
        (was, []) => return Some(format!("The recorded decision, {}, is gone.", names(was))),
        (was, is) if was != is => Some(format!(
            "The recorded decision changes from {} to {}",
            names(was),
            names(is)
        )),
        _ => None,
    };
    let compared = record.agreement[1].map(compared);
    match (decided, compared) {
        (Some(decided), Some(compared)) => Some(format!("{decided}, which {compared}.")),
        (Some(decided), None) => Some(format!("{decided}.")),
        (None, Some(compared)) if record.agreement[0] != record.agreement[1] => Some(format!(
            "The recorded decision, {}, {compared} now.",
            names(is)
        )),
        (None, _) => None,
    }
}

const fn compared(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agrees => "is what is recommended",
        Agreement::AmongTied => "is one of those too close to call",
        Agreement::Differs => "is not what is recommended",
        Agreement::RuledOut => "is ruled out",
        Agreement::NothingToCompare => "has no recommendation to be held against",
    }
}

/// Whether a movement is large enough to be seen in tenths of a point.
pub(crate) fn is_visible(points: f64) -> bool {
    points.abs() >= VISIBLE
}
