//! Problems with the excerpt they are about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::escape::{excerpt, terminal};
use crate::model::{Files, Place, Problem, Severity, wording};

/// How many problems are shown in full.
const SHOWN: usize = 50;

/// Every problem with its place, coloured; a last line counts them.
pub fn problems(problems: &[Problem], files: &Files, width: usize, ascii: bool) -> String {
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
    } else if problems.len() > 1 {
        out.push(count(problems));
    }
    out.join("\n\n") + "\n"
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
    let text = |text: &str| message(text, ascii);
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(text(&problem.found))
        .id(problem.code.id());
    let file = files.get(problem.place.file);
    let name = terminal(&file.name).into_owned();
    let mut group = Group::with_title(title);
    if file.text.is_empty() {
        group = group.element(Origin::path(name));
    } else if lines(&file.text, problem.place.range()).any(|line| line.len() > LONGEST_LINE) {
        let position = files.position(problem.place);
        group = group.element(
            Origin::path(name)
                .line(position.line)
                .char_column(position.column),
        );
        if !problem.expected.is_empty() {
            group = group.element(Level::NOTE.message(text(&problem.expected)));
        }
    } else {
        let span = |place: Place, kind: AnnotationKind, label: &str| {
            let annotation = kind.span(place.range());
            if label.is_empty() {
                annotation
            } else {
                annotation.label(text(label))
            }
        };
        let primary = span(problem.place, AnnotationKind::Primary, &problem.expected);
        let mut snippet = Snippet::source(excerpt(&file.text))
            .path(name)
            .annotation(primary);
        if let Some(related) = problem
            .related
            .as_ref()
            .filter(|other| other.place.file == problem.place.file)
        {
            snippet =
                snippet.annotation(span(related.place, AnnotationKind::Context, &related.label));
        }
        group = group.element(snippet);
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(text(help)));
    }
    renderer.render(&[group])
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
