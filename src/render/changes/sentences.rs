//! What else is to be said at once: how firm it is, what is ruled out, and whether the recorded decision still stands.

use super::is_viable;
use super::summary::VISIBLE;
use crate::comparison::decisions::{RecordChange, SubjectChange, VetoChange, VetoState};
use crate::decision::{Agreement, Recommendation};
use crate::model::{Alternative, wording};
use crate::render::phrases::{self, doing, name};
use crate::robustness::Firmness;
use crate::scoring::Outcome;

/// The sentences after the first.
pub(in crate::render) fn opening(change: &SubjectChange) -> Vec<String> {
    let mut sentences = Vec::new();
    if change.same_outcome() {
        sentences.extend(firmness(change));
        sentences.extend(coverage(change));
    } else if !matches!(change.after.outcome, Outcome::NoViableAlternative(_)) {
        sentences.push(phrases::headline(&change.after));
    }
    sentences.extend(change.vetoes.iter().flat_map(|one| veto(change, one)));
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

/// What a veto that stands otherwise means for each alternative that it rules out.
fn veto<'a>(
    change: &'a SubjectChange,
    veto: &'a VetoChange,
) -> impl Iterator<Item = String> + use<'a> {
    let each = veto.excludes.iter();
    each.map(move |alternative| of_one(change, veto, *alternative))
}

fn of_one(change: &SubjectChange, veto: &VetoChange, alternative: Alternative) -> String {
    let because = &veto.because;
    let what = doing(alternative);
    let build = wording::capitalised(what);
    let was_viable = is_viable(&change.before, alternative);
    let viable = is_viable(&change.after, alternative);
    match (veto.before, veto.after) {
        (_, VetoState::Fired) if was_viable => format!("{build} is ruled out now: {because}."),
        (_, VetoState::Fired) => format!("One more reason rules out {what}: {because}."),
        (VetoState::Fired, VetoState::Possible) => {
            format!("What ruled out {what} may or may not hold now: {because}.")
        }
        (VetoState::Fired, VetoState::Quiet) if viable => {
            format!("{build} is no longer ruled out. The reason was: {because}.")
        }
        (VetoState::Fired, VetoState::Quiet) => {
            format!("{build} is still ruled out, but no longer because of this: {because}.")
        }
        (_, VetoState::Possible) => {
            format!("An open question could now rule out {what}: {because}.")
        }
        (_, VetoState::Quiet) => {
            format!("This can no longer turn out to rule out {what}: {because}.")
        }
    }
}

/// Whether what was decided still is what is recommended, in a sentence.
pub(in crate::render) fn agreement(record: &RecordChange) -> Option<String> {
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
pub(in crate::render) fn is_visible(points: f64) -> bool {
    points.abs() >= VISIBLE
}
