//! What a requirements file says of candidates: landscapes of its own, and what the team found out.

use std::path::Path;

use crate::files::rubric::read::chain::relative_to;
use crate::files::rubric::read::ids::UniqueIds;
use crate::files::schema::build as schema;
use crate::files::schema::words::yes_no as yes_no_schema;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{
    Fields, date, id, known_id, list, prose, some_items, text, yes_no,
};
use crate::files::yaml::shape::Kind::{Like, Ref};
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{LandscapeName, OwnFinding, Problem, ProblemCode, Rubric, Strength};
use serde_json::json;

#[rustfmt::skip] // a table
pub(crate) const FINDING: Shape = Shape {
    name: "a finding about a candidate",
    about: "What the team found out about a candidate by itself.",
    keys: &[
        required("id", Ref("id"), "The candidate."),
        required(
            "musts",
            Like(|| schema::distinct(schema::some(schema::defined("must-id"), None))),
            "The musts of the rubric that it is about.",
        ),
        required("meets", Like(yes_no_schema), "Whether they are met."),
        required("evidence", Like(|| json!({"enum": Strength::OWN.map(Strength::id)})), "How far that is known."),
        optional("date", Ref("date"), "When it was found out."),
        optional("note", Ref("text"), "What was found."),
        optional("source", Ref("text"), "What it rests on."),
    ],
};

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
    let mut fields = Fields::of(node, &FINDING, problems)?;
    let candidate = fields.get("id", problems, id);
    let place = fields.value_place("id").unwrap_or(node.place);
    let musts = fields.get("musts", problems, |node, problems| {
        musts(node, rubric, problems)
    });
    let meets = fields.get("meets", problems, yes_no);
    let evidence = fields.get("evidence", problems, |node, problems| {
        let known = Strength::OWN.map(Strength::id);
        Some(Strength::OWN[known_id(node, "kind of evidence", known, problems)?])
    });
    let date = fields.get("date", problems, date);
    let note = fields.get("note", problems, prose);
    let source = fields.get("source", problems, prose);
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
