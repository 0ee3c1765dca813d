//! Sources of a rubric.

use crate::files::rubric::read::ids::Defined;
use crate::files::yaml::problems::Problems;
use crate::files::yaml::reader::{Entry, Fields, check_id, entries, prose, shortened, text};
use crate::files::yaml::shape::Kind::Ref;
use crate::files::yaml::shape::{Shape, optional, required};
use crate::files::yaml::tree::Node;
use crate::files::{Problem, ProblemCode, Source};

pub(crate) const SOURCE: Shape = Shape {
    name: "a source",
    about: "A publication or experience that a rubric rests on.",
    keys: &[
        required("title", Ref("text"), "What it is called."),
        optional("author", Ref("text"), "Who wrote it."),
        optional("publisher", Ref("text"), "Who published it."),
        optional("date", Ref("source-date"), ""),
        optional("url", Ref("url"), "Where to read it."),
        optional("note", Ref("text"), "How far to trust it."),
    ],
};

pub(crate) fn sources(node: &Node, problems: &mut Problems<'_>) -> Defined<Source> {
    match entries(node, "`sources`", problems) {
        Some(entries) => Defined::new(entries.iter().map(|entry| source(entry, problems))),
        None => Defined::unreadable(),
    }
}

fn source(entry: &Entry<'_>, problems: &mut Problems<'_>) -> Result<Source, Option<String>> {
    let id = check_id(entry.key, entry.key_place, problems);
    let key = || Some(entry.key.to_owned());
    let mut fields = Fields::of(entry.value, &SOURCE, problems).ok_or_else(key)?;
    let title = fields.get("title", problems, prose);
    let author = fields.get("author", problems, prose);
    let publisher = fields.get("publisher", problems, prose);
    let date = fields.get("date", problems, source_date);
    let url = fields.get("url", problems, url);
    let note = fields.get("note", problems, prose);
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
pub(crate) fn source_date(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
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
pub(crate) fn url(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
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
