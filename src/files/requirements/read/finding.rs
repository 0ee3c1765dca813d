//! What a requirements file says of candidates: landscapes of its own, and what the team found out.

use std::path::Path;

use crate::files::rubric::read::chain::relative_to;
use crate::files::rubric::read::ids::UniqueIds;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, date, id, known_id, list, prose, some_items, text, yes_no,
};
use crate::files::yaml::tree::Node;
use crate::files::{LandscapeName, OwnFinding, Problem, ProblemCode, Rubric, Strength};

/// How many landscapes may be put over that of the rubric.
const MOST_LANDSCAPES: usize = 8;

/// Reads the landscapes that are put over that of the rubric.
pub(crate) fn landscapes(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<LandscapeName>> {
    let read = list(node, "`landscape`", problems, |item, problems| {
        let name = text(item, problems)?;
        if let Err(found) = relative_to(&name, Path::new("")) {
            problems.add(
                Problem::new(ProblemCode::LandscapeNotFound, item.place, found)
                    .expected("a `.yaml` file, relative to this one"),
            );
            return None;
        }
        Some(LandscapeName {
            name,
            place: item.place,
        })
    })?;
    if read.len() > MOST_LANDSCAPES {
        let found = format!("{} landscapes", read.len());
        let place = problems.first_line(node.place);
        problems.add(
            Problem::new(ProblemCode::OutOfRange, place, found)
                .expected(format!("at most {MOST_LANDSCAPES}")),
        );
        return None;
    }
    Some(read)
}

/// Reads what the team found out about candidates. Whether there are such candidates is looked at when the landscape is
/// known.
/// Reads what the team found out about one candidate.
pub(crate) fn findings(
    node: &Node,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<Vec<OwnFinding>> {
    list(node, "`candidates`", problems, |item, problems| {
        finding(item, rubric, problems)
    })
}

pub(crate) fn finding(
    node: &Node,
    rubric: &Rubric,
    problems: &mut Problems<'_>,
) -> Option<OwnFinding> {
    let mut fields = Fields::read(node, "a finding about a candidate", problems)?;
    let candidate = fields.required("id", problems, id);
    let place = fields.value_place("id").unwrap_or(node.place);
    let musts = fields.required("musts", problems, |node, problems| {
        musts(node, rubric, problems)
    });
    let meets = fields.required("meets", problems, yes_no);
    let evidence = fields.required("evidence", problems, |node, problems| {
        let known = Strength::OWN.map(Strength::id);
        Some(Strength::OWN[known_id(node, "kind of evidence", known, problems)?])
    });
    let date = fields.optional("date", problems, date);
    let note = fields.optional("note", problems, prose);
    let source = fields.optional("source", problems, prose);
    fields.finish(problems);
    Some(OwnFinding {
        candidate: candidate?,
        place,
        musts: musts?,
        meets: meets?,
        evidence: evidence?,
        date,
        note,
        source,
    })
}

/// Reads musts of the rubric, each at most once.
fn musts(node: &Node, rubric: &Rubric, problems: &mut Problems<'_>) -> Option<Vec<usize>> {
    let mut once = UniqueIds::default();
    let known = || rubric.musts.iter().map(|must| must.id.as_str());
    let items = some_items(node, "`musts`", problems)?.iter();
    let read = items.filter_map(|item| {
        let at = known_id(item, "must", known(), problems)?;
        once.claim(&rubric.musts[at].id, item.place, problems);
        Some(at)
    });
    Some(read.collect())
}
