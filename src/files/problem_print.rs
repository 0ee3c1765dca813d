//! Problems with the excerpt they are about.

use crate::files::{Files, Place, Problem, Related, Severity};
use crate::output::escape::{excerpt, terminal};
use crate::output::wording;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// How many problems are shown in full.
const SHOWN: usize = 50;

/// Every problem with its place, coloured; a last line counts them.
pub(crate) fn problems(problems: &[Problem], files: &Files, width: usize, ascii: bool) -> String {
    let mut out = each(problems, files, width, ascii);
    if problems.len() <= SHOWN && problems.len() > 1 {
        out.push(count(problems));
    }
    out.join("\n\n") + "\n"
}

/// Every problem by itself; where there are too many, the last text says how many more.
pub(crate) fn each(problems: &[Problem], files: &Files, width: usize, ascii: bool) -> Vec<String> {
    let decor = if ascii {
        DecorStyle::Ascii
    } else {
        DecorStyle::Unicode
    };
    let renderer = Renderer::styled().decor_style(decor).term_width(width);
    let mut out: Vec<String> = problems
        .iter()
        .take(SHOWN)
        .map(|problem| render(problem, files, ascii, &renderer))
        .collect();
    if problems.len() > SHOWN {
        out.push(format!(
            "and {}",
            wording::count(problems.len() - SHOWN, "more problem")
        ));
    }
    out
}

/// How many there are; warnings are counted by themselves.
fn count(problems: &[Problem]) -> String {
    let is_warning = |problem: &&Problem| problem.code.severity() == Severity::Warning;
    match problems.iter().filter(is_warning).count() {
        0 => wording::count(problems.len(), "problem"),
        all if all == problems.len() => wording::count(all, "warning"),
        some => wording::list(&[
            wording::count(problems.len() - some, "error"),
            wording::count(some, "warning"),
        ]),
    }
}

/// Lines longer than this are not shown; a file has no business with them, and an excerpt would be no help.
const LONGEST_LINE: usize = 1000;
/// Messages are cut at this length.
const LONGEST_MESSAGE: usize = 400;

fn render(problem: &Problem, files: &Files, ascii: bool, renderer: &Renderer) -> String {
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(message(&problem.found, ascii))
        .id(problem.code.id());
    let related = problem.related.as_ref();
    let (near, far): (Vec<_>, Vec<_>) = related
        .into_iter()
        .partition(|related| related.place.file == problem.place.file);
    let mut group = show(Group::with_title(title), problem, &near, files, ascii);
    for related in far {
        group = show_related(group, related, files, ascii);
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(message(help, ascii)));
    }
    renderer.render(&[group])
}

/// The place of a problem, with what belongs to it in the same file.
fn show<'f>(
    group: Group<'f>,
    problem: &Problem,
    near: &[&Related],
    files: &'f Files,
    ascii: bool,
) -> Group<'f> {
    if let Some(origin) = name_alone(problem.place, files) {
        let group = group.element(origin);
        let is_empty = files.get(problem.place.file).text.is_empty();
        if is_empty || problem.expected.is_empty() {
            return group;
        }
        return group.element(Level::NOTE.message(message(&problem.expected, ascii)));
    }
    let expected = &problem.expected;
    let primary = span(problem.place, AnnotationKind::Primary, expected, ascii);
    let near = near.iter().map(|related| context(related, ascii));
    group.element(
        snippet(problem.place, files)
            .annotation(primary)
            .annotations(near),
    )
}

/// Another place that belongs to a problem, in another file.
fn show_related<'f>(
    group: Group<'f>,
    related: &Related,
    files: &'f Files,
    ascii: bool,
) -> Group<'f> {
    match name_alone(related.place, files) {
        Some(origin) => group
            .element(Level::NOTE.message(message(&related.label, ascii)))
            .element(origin),
        None => group.element(snippet(related.place, files).annotation(context(related, ascii))),
    }
}

/// The excerpt around a place.
fn snippet(place: Place, files: &Files) -> Snippet<'_, Annotation<'_>> {
    let file = files.get(place.file);
    Snippet::source(excerpt(&file.text)).path(terminal(&file.name).into_owned())
}

/// Where a place is, if an excerpt would be no help.
fn name_alone(place: Place, files: &Files) -> Option<Origin<'_>> {
    let file = files.get(place.file);
    let origin = Origin::path(terminal(&file.name).into_owned());
    if file.text.is_empty() {
        return Some(origin);
    }
    if lines(&file.text, place.range()).all(|line| line.len() <= LONGEST_LINE) {
        return None;
    }
    let position = files.position(place);
    Some(origin.line(position.line).char_column(position.column))
}

fn context(related: &Related, ascii: bool) -> Annotation<'static> {
    span(
        related.place,
        AnnotationKind::Context,
        &related.label,
        ascii,
    )
}

fn span(place: Place, kind: AnnotationKind, label: &str, ascii: bool) -> Annotation<'static> {
    let annotation = kind.span(place.range());
    if label.is_empty() {
        annotation
    } else {
        annotation.label(message(label, ascii))
    }
}

/// The lines that a stretch of text touches.
fn lines(text: &str, range: std::ops::Range<usize>) -> impl Iterator<Item = &str> {
    let start = text[..range.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[range.end..]
        .find('\n')
        .map_or(text.len(), |newline| range.end + newline);
    text[start..end].lines()
}

/// A message that is safe for a terminal and not endless.
fn message(text: &str, ascii: bool) -> String {
    let mut text = terminal(text).into_owned();
    if let Some((cut, _)) = text.char_indices().nth(LONGEST_MESSAGE) {
        text.truncate(cut);
        text.push('…');
    }
    if ascii {
        text.replace('…', "...")
    } else {
        text
    }
}
