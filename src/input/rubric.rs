//! Rubric files.

use super::advice;
use super::criterion::{self, Context};
use super::known::Known;
use super::problems::Problems;
use super::question::{groups, questions};
use super::reader::{Entry, Fields, check_id, entries, number, prose, shortened, text, version};
use super::tree::{self, Node};
use super::veto;
use super::vocabulary::Vocabulary;
use crate::model::{
    Ancestor, FileId, Files, FirmnessThresholds, Problem, ProblemCode, Rubric, RubricOrigin,
    Source, Threshold,
};

const TIE_MARGIN: f64 = 5.0;
const MIN_COVERAGE: f64 = 0.6;

/// Reads a rubric from a file that was added before.
///
/// # Errors
///
/// Every problem of the file, in the order of its text.
pub fn read_rubric(
    file: FileId,
    files: &Files,
    origin: RubricOrigin,
) -> Result<Rubric, Vec<Problem>> {
    let text = &files.get(file).text;
    let tree = tree::parse(file, text).map_err(|problem| vec![problem])?;
    let mut problems = Problems::none(text);
    let rubric = rubric(&tree, file, origin, &mut problems);
    match rubric {
        Some(rubric) if problems.count() == 0 => Ok(rubric),
        _ => Err(problems.into_sorted()),
    }
}

fn rubric(
    node: &Node,
    file: FileId,
    origin: RubricOrigin,
    problems: &mut Problems<'_>,
) -> Option<Rubric> {
    let mut fields = Fields::read(node, "a rubric", problems)?;
    let id = fields.required("rubric", problems, super::reader::id);
    let version = fields.required("version", problems, version);
    let title = fields.required("title", problems, prose);
    let about = fields.optional("about", problems, prose);
    let tie_margin = fields.optional("tie-margin", problems, |node, problems| {
        number(node, (Some(0.0), Some(100.0)), problems)
    });
    let min_coverage = fields.optional("min-coverage", problems, |node, problems| {
        number(node, (Some(0.0), Some(1.0)), problems)
    });
    let firmness = fields.optional("firmness", problems, firmness);
    let sources = if fields.has("sources") {
        let sources = fields.optional("sources", problems, |node, problems| {
            Some(sources(node, problems))
        });
        sources.unwrap_or_else(Known::unreadable)
    } else {
        Known::none()
    };
    let groups = fields
        .required("groups", problems, |node, problems| {
            Some(groups(node, problems))
        })
        .unwrap_or_else(Known::unreadable);
    let vocabulary = fields
        .required("questions", problems, |node, problems| {
            Some(questions(node, &groups, problems))
        })
        .unwrap_or_else(Vocabulary::unreadable);
    let context = Context {
        vocabulary: &vocabulary,
        groups: &groups,
        sources: &sources,
    };
    let criteria = fields
        .required("criteria", problems, |node, problems| {
            Some(criterion::criteria(node, &context, problems))
        })
        .unwrap_or_default();
    let vetoes = fields
        .optional("vetoes", problems, |node, problems| {
            Some(veto::vetoes(node, &context, problems))
        })
        .unwrap_or_default();
    let advice = fields
        .optional("advice", problems, |node, problems| {
            Some(advice::advice(node, &context, problems))
        })
        .unwrap_or_default();
    let next_steps = fields
        .optional("next-steps", problems, |node, problems| {
            advice::next_steps(node, &context, problems)
        })
        .unwrap_or_default();
    fields.finish(problems);
    let (id, version) = (id?, version?);
    let own = Ancestor {
        id: id.clone(),
        version: version.clone(),
        origin,
        file,
    };
    Some(Rubric {
        id,
        version,
        title: title?,
        about,
        lineage: vec![own],
        tie_margin: tie_margin.unwrap_or(TIE_MARGIN),
        min_coverage: min_coverage.unwrap_or(MIN_COVERAGE),
        firmness: firmness.unwrap_or_default(),
        questions: vocabulary.questions,
        groups: groups.items,
        sources: sources.items,
        criteria,
        vetoes,
        advice,
        next_steps,
    })
}

fn firmness(node: &Node, problems: &mut Problems<'_>) -> Option<FirmnessThresholds> {
    let default = FirmnessThresholds::default();
    let mut fields = Fields::read(node, "`firmness`", problems)?;
    let mut read = |key, default| {
        fields
            .optional(key, problems, |node, problems| {
                threshold(node, default, problems)
            })
            .unwrap_or(default)
    };
    let thresholds = FirmnessThresholds {
        robust: read("robust", default.robust),
        leaning: read("leaning", default.leaning),
    };
    fields.finish(problems);
    Some(thresholds)
}

fn threshold(node: &Node, default: Threshold, problems: &mut Problems<'_>) -> Option<Threshold> {
    let mut fields = Fields::read(node, "a threshold", problems)?;
    let mut read = |key, default| {
        let share = |node: &Node, problems: &mut Problems<'_>| {
            number(node, (Some(0.0), Some(1.0)), problems)
        };
        fields.optional(key, problems, share).unwrap_or(default)
    };
    let threshold = Threshold {
        acceptability: read("acceptability", default.acceptability),
        weight_error: read("weight-error", default.weight_error),
        outlook: read("outlook", default.outlook),
    };
    fields.finish(problems);
    Some(threshold)
}

fn sources(node: &Node, problems: &mut Problems<'_>) -> Known<Source> {
    match entries(node, "`sources`", problems) {
        Some(entries) => Known::new(entries.iter().map(|entry| source(entry, problems))),
        None => Known::unreadable(),
    }
}

fn source(entry: &Entry<'_>, problems: &mut Problems<'_>) -> Result<Source, Option<String>> {
    let id = check_id(entry.key, entry.key_place, problems);
    let key = || Some(entry.key.to_owned());
    let mut fields = Fields::read(entry.value, "a source", problems).ok_or_else(key)?;
    let title = fields.required("title", problems, prose);
    let author = fields.optional("author", problems, prose);
    let publisher = fields.optional("publisher", problems, prose);
    let date = fields.optional("date", problems, source_date);
    let url = fields.optional("url", problems, url);
    let note = fields.optional("note", problems, prose);
    fields.finish(problems);
    match (id, title) {
        (Some(id), Some(title)) => Ok(Source {
            id,
            title,
            author,
            publisher,
            date,
            url,
            note,
            place: entry.key_place,
        }),
        _ => Err(key()),
    }
}

/// A year, a month or a day, kept as written.
fn source_date(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    let written = text(node, problems)?;
    let full = match written.len() {
        4 => format!("{written}-01-01"),
        7 => format!("{written}-01"),
        _ => written.clone(),
    };
    if full.len() == "2019-10-25".len() && full.parse::<jiff::civil::Date>().is_ok() {
        return Some(written);
    }
    let found = format!("`{}` is no date", shortened(&written));
    problems.add(
        Problem::new(ProblemCode::InvalidFormat, node.place, found)
            .expected("a year, a month or a day, such as `2024`, `2024-05` or `2024-05-31`"),
    );
    None
}

/// An address that a report may link to.
pub(super) fn url(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    let written = text(node, problems)?;
    let is_link = written.starts_with("https://") || written.starts_with("http://");
    if is_link
        && !written
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'))
    {
        return Some(written);
    }
    problems.add(
        Problem::new(
            ProblemCode::InvalidFormat,
            node.place,
            format!("`{}` is not an address", shortened(&written)),
        )
        .expected("`https://…` without spaces"),
    );
    None
}
