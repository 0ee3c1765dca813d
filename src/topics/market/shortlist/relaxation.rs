//! What would have to give, and who would then fit.

use crate::engine::matching::{KindList, Relaxation, ShortlistPart};
use crate::files::Rubric;
use crate::output::wording;

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
