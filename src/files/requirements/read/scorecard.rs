//! Scorecards: what a team found out about candidates, in files of their own that a requirements file names.

use std::path::Path;

use crate::files::bytes::reason;
use crate::files::limits::MOST_SCORECARDS;
use crate::files::requirements::read::finding::finding;
use crate::files::rubric::read::chain::relative_to;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Fields, list, prose, text};
use crate::files::yaml::tree;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{
    FileId, Files, LoadError, MAX_BYTES, OwnFinding, Problem, ProblemCode, ReadFrom, Requirements,
    Rubric, ScorecardName, decode,
};

/// What is filled in. An entry in which none of this says anything counts for nothing.
const FILLED_IN: [&str; 5] = ["meets", "evidence", "date", "note", "source"];

/// Reads the names of the scorecards.
pub(crate) fn scorecards(node: &Node, problems: &mut Problems<'_>) -> Option<Vec<ScorecardName>> {
    let read = list(node, "`scorecards`", problems, |item, problems| {
        let name = text(item, problems)?;
        let named = ScorecardName {
            name,
            place: item.place,
        };
        if let Err(found) = relative_to(&named.name, Path::new("")) {
            problems.add(refused(&named, found));
            return None;
        }
        Some(named)
    })?;
    if read.len() > MOST_SCORECARDS {
        let found = format!("{} scorecards", read.len());
        let place = problems.first_line(node.place);
        problems.add(
            Problem::new(ProblemCode::OutOfRange, place, found)
                .expected(format!("at most {MOST_SCORECARDS}")),
        );
        return None;
    }
    Some(read)
}

/// Adds what stands in the scorecards that a requirements file names to what the team found out. Paths are relative to
/// `folder`.
///
/// # Errors
///
/// Whatever is wrong with them, as problems of the requirements file.
pub(crate) fn with_scorecards(
    requirements: &mut Requirements,
    rubric: &Rubric,
    folder: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<(), LoadError> {
    let mut found = Vec::new();
    for named in &requirements.scorecards {
        let read = read(named, rubric, folder, from, files);
        found.extend(read.map_err(LoadError::Requirements)?);
    }
    requirements.findings.extend(found);
    Ok(())
}

fn read(
    named: &ScorecardName,
    rubric: &Rubric,
    folder: &Path,
    from: ReadFrom<'_>,
    files: &mut Files,
) -> Result<Vec<OwnFinding>, Vec<Problem>> {
    let refuse = |found: String| vec![refused(named, found)];
    let path = relative_to(&named.name, folder).map_err(refuse)?;
    let name = from.name(&path);
    let bytes = from
        .bytes(&path, MAX_BYTES)
        .map_err(|error| refuse(format!("cannot read `{name}`: {}", reason(&error))))?;
    let file = decode(&name, &bytes, files).map_err(|problem| vec![problem])?;
    read_scorecard(file, rubric, files)
}

/// Reads a scorecard that was added before: what is filled in.
///
/// # Errors
///
/// Every problem of the file, in the order of its text.
pub(crate) fn read_scorecard(
    file: FileId,
    rubric: &Rubric,
    files: &Files,
) -> Result<Vec<OwnFinding>, Vec<Problem>> {
    let tree = tree::parse(file, &files.get(file).text).map_err(|problem| vec![problem])?;
    let mut problems = Problems::none(files);
    match scorecard(&tree, rubric, &mut problems) {
        Some(findings) if problems.count() == 0 => Ok(findings),
        _ => Err(problems.into_sorted()),
    }
}

fn scorecard(node: &Node, rubric: &Rubric, problems: &mut Problems<'_>) -> Option<Vec<OwnFinding>> {
    let mut fields = Fields::read(node, "a scorecard", problems)?;
    fields.required("scorecard", problems, prose);
    let found = fields.required("candidates", problems, |node, problems| {
        list(node, "`candidates`", problems, |item, problems| {
            let filled_in = filled_in(item)?;
            finding(&filled_in, rubric, problems)
        })
    });
    fields.finish(problems);
    found
}

/// An entry without what was left blank; `None` if nothing was filled in.
fn filled_in(node: &Node) -> Option<Node> {
    let NodeKind::Mapping(entries) = &node.kind else {
        return Some(node.clone());
    };
    let is_one = |key: &Node| key.text().is_some_and(|key| FILLED_IN.contains(&key));
    let is_blank =
        |value: &Node| value.is_null() || value.text().is_some_and(|text| text.trim().is_empty());
    let (to_fill_in, given): (Vec<_>, Vec<_>) =
        entries.iter().cloned().partition(|(key, _)| is_one(key));
    let filled: Vec<_> = to_fill_in
        .into_iter()
        .filter(|(_, value)| !is_blank(value))
        .collect();
    // Whatever else an entry has is for the reader to judge, as a misspelt key.
    let only_names = given
        .iter()
        .all(|(key, _)| key.text().is_some_and(|key| ["id", "musts"].contains(&key)));
    if filled.is_empty() && only_names {
        return None;
    }
    Some(Node {
        place: node.place,
        kind: NodeKind::Mapping(given.into_iter().chain(filled).collect()),
    })
}

fn refused(named: &ScorecardName, found: impl Into<String>) -> Problem {
    Problem::new(ProblemCode::ScorecardNotFound, named.place, found)
        .expected("a `.yaml` file, relative to this one")
}
