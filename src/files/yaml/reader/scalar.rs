//! Texts, ids, dates and the like.

use crate::files::yaml::problems::Problems;
use crate::files::yaml::suggest::expect_known;
use crate::files::yaml::tree::{Node, NodeKind};
use crate::files::{Place, Problem, ProblemCode};
use jiff::civil::Date;

/// A text that says something, as written.
pub(crate) fn text(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    match &node.kind {
        NodeKind::Scalar { text, .. } if !node.is_null() && !text.trim().is_empty() => {
            Some(text.trim_end().to_owned())
        }
        NodeKind::Scalar { .. } => {
            problems.add(
                Problem::new(ProblemCode::MissingValue, node.place, "this is empty")
                    .expected("a text"),
            );
            None
        }
        _ => {
            problems.add(wrong_type(node, "this", "a text", problems));
            None
        }
    }
}

/// A text of one paragraph: line breaks and runs of spaces count as one space.
pub(crate) fn prose(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    let text = text(node, problems)?;
    if is_one_paragraph(&text) {
        return Some(text);
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text is plainly one paragraph already, as most are.
fn is_one_paragraph(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().all(|byte| {
        let is_plain = byte.is_ascii_graphic() || (byte == b' ' && before != b' ');
        before = byte;
        is_plain
    })
}

/// An id: lower-case words of letters and digits, joined by hyphens.
pub(crate) fn id(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    check_id(&text(node, problems)?, node.place, problems)
}

/// A text that has the form of an id.
pub(crate) fn check_id(id: &str, place: Place, problems: &mut Problems<'_>) -> Option<String> {
    if is_id(id) {
        return Some(id.to_owned());
    }
    let found = format!("`{}` is not an id", shortened(id));
    problems.add(
        Problem::new(ProblemCode::InvalidFormat, place, found)
            .expected("lower-case words joined by hyphens, such as `data-location`"),
    );
    None
}

/// Whether a text has the form of an id: lower-case words of letters and digits, joined by hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(is_part);
    text.split('-').all(is_word)
}

/// Yes or no, quoted or not; `true` and `false` are understood too.
pub(crate) fn yes_no(node: &Node, problems: &mut Problems<'_>) -> Option<bool> {
    if let NodeKind::Scalar { text, .. } = &node.kind {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "true" => return Some(true),
            "no" | "false" => return Some(false),
            _ => {}
        }
    }
    problems.add(wrong_type(node, "this", "`yes` or `no`", problems));
    None
}

/// A day, as in `2026-11-20`.
pub(crate) fn date(node: &Node, problems: &mut Problems<'_>) -> Option<Date> {
    let written = text(node, problems)?;
    if written.len() == "2026-11-20".len()
        && let Ok(date) = written.parse::<Date>()
    {
        return Some(date);
    }
    problems.add(
        Problem::new(
            ProblemCode::InvalidFormat,
            node.place,
            format!("`{}` is not a day of the calendar", shortened(&written)),
        )
        .expected("a date such as `2026-11-20`"),
    );
    None
}

/// Reads the hash of a rubric's content, `sha256:` and 8 to 64 hexadecimal digits: the digits.
pub(crate) fn content_hash(node: &Node, problems: &mut Problems<'_>) -> Option<String> {
    let written = text(node, problems)?;
    let digits = written
        .trim_end()
        .strip_prefix("sha256:")
        .unwrap_or_default();
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if (8..=64).contains(&digits.len()) && digits.chars().all(is_digit) {
        return Some(digits.to_owned());
    }
    let found = format!("`{}` is not the hash of a rubric", shortened(&written));
    problems.add(
        Problem::new(ProblemCode::InvalidFormat, node.place, found)
            .expected("`sha256:` and 8 to 64 hexadecimal digits, as `trilemma check` prints them"),
    );
    None
}

/// A version of three numbers, as in `1.2.0`.
pub(crate) fn version(node: &Node, problems: &mut Problems<'_>) -> Option<semver::Version> {
    let written = text(node, problems)?;
    if let Ok(version) = written.parse() {
        return Some(version);
    }
    let found = format!("`{}` is not a version", shortened(&written));
    problems.add(
        Problem::new(ProblemCode::InvalidFormat, node.place, found)
            .expected("three numbers, such as `1.2.0`"),
    );
    None
}

/// An id out of a list of known ones.
pub(crate) fn known_id<'k>(
    node: &Node,
    what: &str,
    known: impl IntoIterator<Item = &'k str> + Clone,
    problems: &mut Problems<'_>,
) -> Option<usize> {
    let NodeKind::Scalar { text: written, .. } = &node.kind else {
        problems.add(wrong_type(
            node,
            "this",
            &format!("a single {what}"),
            problems,
        ));
        return None;
    };
    let found = known.clone().into_iter().position(|id| id == written);
    if found.is_none() {
        let message = if node.is_null() {
            format!("no {what} is named")
        } else {
            format!("there is no {what} `{}`", shortened(written))
        };
        let problem = Problem::new(ProblemCode::UnknownId, node.place, message);
        problems.add(if problems.are_many() {
            problem
        } else {
            expect_known(problem, written, known)
        });
    }
    found
}

/// A problem for a value of the wrong kind.
pub(crate) fn wrong_type(
    node: &Node,
    what: &str,
    expected: &str,
    problems: &Problems<'_>,
) -> Problem {
    let (found, place) = match &node.kind {
        NodeKind::Scalar { .. } if node.is_null() => ("nothing".to_owned(), node.place),
        NodeKind::Scalar { text, .. } => (format!("`{}`", shortened(text)), node.place),
        NodeKind::Sequence(_) => ("a list".to_owned(), problems.first_line(node.place)),
        NodeKind::Mapping(_) => ("a map".to_owned(), problems.first_line(node.place)),
    };
    let found = if what == "this" {
        format!("found {found}")
    } else {
        format!("{what} is {found}")
    };
    Problem::new(ProblemCode::WrongType, place, found).expected(format!("expected {expected}"))
}

/// A text of a user in a message, cut where it gets long.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain("…".chars()).collect()
}
