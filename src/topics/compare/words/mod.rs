//! What differs between two decisions in words, the same in every format.

pub mod items;
pub mod sentences;
pub mod summary;

pub(crate) use self::items::{Item, items, texts, verdict_change};
pub(crate) use self::sentences::{agreement, opening, other_vetoes};
pub(crate) use self::summary::{brief, headline, summary};

use crate::engine::decision::Recommendation;
use crate::files::Alternative;
use crate::output::wording;
use crate::topics::compare::{Lead, SubjectChange};
use crate::topics::decide::phrases;

/// What the two sides of a comparison are called.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The file before, as it was asked for.
    pub before: &'a str,
    /// The file after.
    pub after: &'a str,
    /// The path of the file after, without a revision.
    pub file: &'a str,
}

/// The heading over shared answers that changed for no component.
pub(crate) const SHARED: &str = "Shared, and taken over by no component that is in both files";

/// How far alternatives, coverage and firmness moved, as rows of a table.
pub(crate) struct Standing {
    /// What it is about.
    pub(crate) name: String,
    /// What it was.
    pub(crate) before: String,
    /// What it is.
    pub(crate) after: String,
    /// The whole points by which it moved.
    pub(crate) moved: String,
    /// What else is to be said.
    pub(crate) remark: &'static str,
}

/// A row for each alternative, in their order after, and one for the share of the weight that is answered.
pub(crate) fn standings(change: &SubjectChange) -> Vec<Standing> {
    let alternatives = change.after.alternatives.iter();
    let mut rows: Vec<Standing> = alternatives
        .map(|after| alternative(change, after.alternative))
        .collect();
    rows.push(Standing {
        name: "answered".to_owned(),
        before: wording::percent(change.before.coverage),
        after: wording::percent(change.after.coverage),
        moved: String::new(),
        remark: "",
    });
    rows
}

fn alternative(change: &SubjectChange, alternative: Alternative) -> Standing {
    let [before, after] = [&change.before, &change.after].map(|result| score(result, alternative));
    let viable = [&change.before, &change.after].map(|result| is_viable(result, alternative));
    Standing {
        name: phrases::name(alternative).to_owned(),
        before: wording::signed_points(before),
        after: wording::signed_points(after),
        moved: match wording::signed_points(after.round() - before.round()).as_str() {
            "0" => "=".to_owned(),
            moved => moved.to_owned(),
        },
        remark: match viable {
            [true, true] => "",
            [true, false] => "ruled out now",
            [false, true] => "no longer ruled out",
            [false, false] => "still ruled out",
        },
    }
}

/// The heading over what moved the lead.
pub(crate) fn lead_heading(lead: &Lead) -> String {
    format!(
        "What moved the lead of {} over {}, from {} to {}",
        phrases::noun(lead.of),
        phrases::noun(lead.over),
        wording::signed_tenths(lead.before),
        wording::signed_tenths(lead.after),
    )
}

/// The heading over what changed without moving the lead.
pub(crate) fn others_heading(change: &SubjectChange, some_moved: bool) -> String {
    if some_moved {
        return "Changed without moving it".to_owned();
    }
    let [of, over] = [change.lead.of, change.lead.over].map(phrases::noun);
    format!("Changed without moving the lead of {of} over {over}")
}

/// The score of an alternative.
pub(crate) fn score(result: &Recommendation, alternative: Alternative) -> f64 {
    let mut all = result.alternatives.iter();
    all.find(|one| one.alternative == alternative)
        .map_or(0.0, |one| one.score)
}

/// Whether an alternative is not ruled out.
pub(crate) fn is_viable(result: &Recommendation, alternative: Alternative) -> bool {
    let mut all = result.alternatives.iter();
    all.any(|one| one.alternative == alternative && one.rank.is_some())
}
