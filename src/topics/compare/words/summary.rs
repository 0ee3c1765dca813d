//! The answer first, in a sentence.

use super::is_viable;
use crate::engine::decision::Recommendation;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::compare::{DecisionComparison, Presence, SubjectChange, SubjectOf};
use crate::topics::decide::phrases;
use crate::topics::decide::phrases::{name, noun, points_apart};

/// Less than this is no movement that anybody would see.
pub(crate) const VISIBLE: f64 = 0.05;

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
    if !is_viable(&change.before, lead.over) {
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
