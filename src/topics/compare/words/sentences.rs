//! What else is to be said at once: how firm it is, what is ruled out, and whether the recorded decision still stands.

use super::is_viable;
use super::summary::VISIBLE;
use crate::engine::decision::{Agreement, Recommendation, VetoResult};
use crate::engine::robustness::Firmness;
use crate::engine::scoring::Outcome;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::compare::{RecordChange, SubjectChange, VetoChange, VetoState};
use crate::topics::decide::phrases;
use crate::topics::decide::phrases::{doing, name};

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
    let word = |result: &Recommendation| result.robustness.firmness.map(|(firmness, _)| firmness);
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
    let viable = [&change.before, &change.after].map(|one| is_viable(one, alternative));
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
