//! YAML text to a tree with a place on every key and value.
//!
//! A file may come from anybody's pull request, so it is refused as soon as it uses what these files do without
//! (anchors and aliases, tags, several documents) or is nested or long beyond any need.

use std::borrow::Cow;
use std::ops::Range;

use crate::files::rubric::bundled::bundled_steps;
pub(crate) use crate::files::yaml::node::{Node, NodeKind};
use crate::files::yaml::steps::{PlacedStep, Step};
use crate::files::{FileId, Place, Problem, ProblemCode};
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, StrInput};

/// How deep lists and maps may be nested.
pub(crate) const MAX_DEPTH: usize = 32;
/// How many keys and values a file may have.
pub(crate) const MAX_NODES: usize = 100_000;

/// A list or map that is still open.
enum Open {
    Sequence(Place, Vec<Node>),
    Mapping(Place, Vec<(Node, Node)>, Option<Node>),
}

/// Reads the single document of a file.
///
/// # Errors
///
/// The first thing that keeps the text from being one plain YAML document.
pub(crate) fn parse(file: FileId, text: &str) -> Result<Node, Problem> {
    parse_within(file, text, MAX_NODES)
}

/// The same, for files that may have more values.
///
/// # Errors
///
/// The first thing that keeps the text from being one plain YAML document.
pub(crate) fn parse_within(file: FileId, text: &str, most: usize) -> Result<Node, Problem> {
    match built_in(file, text, most) {
        Some(tree) => Ok(tree),
        None => parsed(file, text, most),
    }
}

fn parsed(file: FileId, text: &str, most: usize) -> Result<Node, Problem> {
    let mut builder = Builder::new(file, text, most);
    let mut options = Options::default();
    options.flow_nesting_limit = u16::try_from(2 * MAX_DEPTH).unwrap_or(u16::MAX).into();
    options.emit_unresolved_aliases = true;
    options.block_nesting_limit = u16::try_from(2 * MAX_DEPTH).unwrap_or(u16::MAX).into();
    for event in Parser::<StrInput<'_>>::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => builder.take(event, span)?,
            Err(error) => {
                let at = error
                    .marker()
                    .byte_offset()
                    .unwrap_or(text.len())
                    .min(text.len());
                return Err(syntax_problem(builder.here(at), text, &error));
            }
        }
    }
    builder.root.filter(|root| !root.is_null()).ok_or_else(|| {
        Problem::new(
            ProblemCode::EmptyFile,
            Place {
                file,
                start: 0,
                end: 0,
            },
            "the file is empty",
        )
    })
}

/// The tree of a bundled file, whose steps are known; `None` of any other, and of one with anything wrong with it.
fn built_in(file: FileId, text: &str, most: usize) -> Option<Node> {
    let mut left = bundled_steps(text)?;
    let mut builder = Builder::new(file, text, most);
    while !left.is_empty() {
        let (step, range): PlacedStep<'static>;
        ((step, range), left) = postcard::take_from_bytes(left).ok()?;
        builder.build(step, builder.trimmed(range)).ok()?;
    }
    builder.root
}

fn syntax_problem(place: Place, text: &str, error: &ScanError) -> Problem {
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return too_deep(place);
    }
    // The parser quotes like `this'.
    let reason = error.info().replace('\'', "`");
    let line_start = text[..place.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let control = line
        .char_indices()
        .find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\r'));
    let place = match control {
        Some((at, c)) => {
            let start = line_start + at;
            Place {
                start,
                end: start + c.len_utf8(),
                ..place
            }
        }
        None => place,
    };
    Problem::new(
        ProblemCode::InvalidYaml,
        place,
        format!("this is not valid YAML: {reason}"),
    )
    .maybe_help(everyday_slip(line, &text[place.start..], error.kind()).map(str::to_owned))
}

/// What most likely went wrong in a line that is not YAML.
fn everyday_slip(line: &str, from: &str, kind: &ErrorKind) -> Option<&'static str> {
    let indent = &line[..line.len() - line.trim_start().len()];
    let (key, value) = line.split_once(": ").unwrap_or((line, ""));
    let value = value.trim_start();
    match kind {
        _ if indent.contains('\t') => Some("indent with spaces; YAML does not allow tabs"),
        ErrorKind::UnknownQuotedScalarEscape => {
            Some("in double quotes a backslash is written twice; single quotes take it as it is")
        }
        _ if from.starts_with('{') || (value.starts_with('{') && !value.ends_with('}')) => {
            Some("put a text that begins with a brace in quotes")
        }
        _ if !value.starts_with(['"', '\'', '{', '[']) && value.contains(": ") => {
            Some("put a text with a colon in it in quotes")
        }
        _ if value.is_empty() && key.contains(':') && !key.ends_with(':') => {
            Some("put a space after the colon")
        }
        _ => None,
    }
}

fn too_deep(place: Place) -> Problem {
    let found = format!("lists and maps are nested more than {MAX_DEPTH} deep");
    Problem::new(ProblemCode::TooComplex, place, found)
}

struct Builder<'t> {
    most: usize,
    file: FileId,
    text: &'t str,
    open: Vec<Open>,
    nodes: usize,
    root: Option<Node>,
}

impl<'t> Builder<'t> {
    const fn new(file: FileId, text: &'t str, most: usize) -> Self {
        Self {
            most,
            file,
            text,
            open: Vec::new(),
            nodes: 0,
            root: None,
        }
    }

    fn build(&mut self, step: Step<'static>, place: Place) -> Result<(), Problem> {
        match step {
            Step::Scalar { text, plain } => {
                let kind = NodeKind::Scalar { text, plain };
                self.add(Node { place, kind })
            }
            Step::Sequence(items) => {
                self.push(Open::Sequence(place, Vec::with_capacity(items)), place)
            }
            Step::Mapping(entries) => self.push(
                Open::Mapping(place, Vec::with_capacity(entries), None),
                place,
            ),
            Step::End => self.close(place),
        }
    }

    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Problem> {
        let place = self.place(span);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => Err(Problem::new(
                ProblemCode::SeveralDocuments,
                place,
                "a second YAML document begins here",
            )
            .expected("one document to a file")
            .help("remove the `---` line, or move what follows it to a file of its own")),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let problem = self.unsupported(place, "an alias");
                Err(problem
                    .help("write the value out, or put a text that begins with `*` in quotes"))
            }
            Event::Scalar(text, style, anchor, _) => {
                self.refuse_properties(place, anchor, span.tag_span())?;
                let text = Cow::Owned(text.into_owned());
                let plain = style == ScalarStyle::Plain;
                self.build(Step::Scalar { text, plain }, place)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.refuse_properties(place, anchor, span.tag_span())?;
                self.build(Step::Sequence(0), place)
            }
            Event::MappingStart(_, anchor, _) => {
                self.refuse_properties(place, anchor, span.tag_span())?;
                self.build(Step::Mapping(0), place)
            }
            Event::SequenceEnd | Event::MappingEnd => self.build(Step::End, place),
            _ => Ok(()),
        }
    }

    fn refuse_properties(
        &self,
        value: Place,
        anchor: usize,
        tag: Option<Span>,
    ) -> Result<(), Problem> {
        match (anchor, tag) {
            (0, None) => Ok(()),
            (0, Some(tag)) => Err(self.unsupported(self.place(tag), "a tag")),
            _ => {
                // The anchor stands before its value, with at most white space and a tag between them.
                let start = self.text[..value.start].rfind('&').unwrap_or(value.start);
                let name = self.text[start..]
                    .split_whitespace()
                    .next()
                    .unwrap_or_default();
                let place = Place {
                    start,
                    end: start + name.len(),
                    ..value
                };
                Err(self.unsupported(place, "an anchor"))
            }
        }
    }

    fn unsupported(&self, place: Place, what: &str) -> Problem {
        let found = format!("{what} is not supported here");
        let place = if place.start == place.end {
            self.here(place.start)
        } else {
            place
        };
        Problem::new(ProblemCode::UnsupportedYaml, place, found)
            .help("write the value out where it is used")
    }

    fn push(&mut self, open: Open, place: Place) -> Result<(), Problem> {
        if self.open.len() == MAX_DEPTH {
            return Err(too_deep(self.here(place.start)));
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, end: Place) -> Result<(), Problem> {
        let node = match self.open.pop() {
            Some(Open::Sequence(start, items)) => Node {
                place: self.covering(start, end),
                kind: NodeKind::Sequence(items),
            },
            Some(Open::Mapping(start, entries, _)) => Node {
                place: self.covering(start, end),
                kind: NodeKind::Mapping(entries),
            },
            None => return Ok(()),
        };
        self.add(node)
    }

    fn add(&mut self, node: Node) -> Result<(), Problem> {
        self.nodes += 1;
        if self.nodes > self.most {
            let found = format!("the file has more than {} values", self.most);
            return Err(Problem::new(
                ProblemCode::TooComplex,
                self.here(node.place.start),
                found,
            ));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Mapping(_, entries, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push((key, node)),
            },
        }
        Ok(())
    }

    /// A place for a span, trimmed of the white space that the parser counts to the end of a plain scalar or block.
    fn place(&self, span: Span) -> Place {
        self.trimmed(span.byte_range().unwrap_or(0..0))
    }

    fn trimmed(&self, range: Range<usize>) -> Place {
        let end = range.end.min(self.text.len());
        let start = range.start.min(end);
        let length = self.text[start..end].trim_end().len();
        Place {
            file: self.file,
            start,
            end: start + length,
        }
    }

    fn covering(&self, start: Place, end: Place) -> Place {
        let text = &self.text[start.start..end.end.max(start.start)];
        Place {
            end: start.start + text.trim_end().len(),
            ..start
        }
    }

    fn here(&self, start: usize) -> Place {
        let end = self.text[start..]
            .chars()
            .next()
            .map_or(start, |c| start + c.len_utf8());
        Place {
            file: self.file,
            start,
            end,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{MAX_NODES, built_in, parsed};
    use crate::files::{BUNDLED, Files, MAX_LANDSCAPE_NODES};

    #[test]
    fn the_tree_of_every_bundled_file_is_built_in_and_is_what_parsing_it_gives() {
        let mut files = Files::default();
        files.add("another", "");
        for bundled in BUNDLED {
            for text in [Some(bundled.text), bundled.landscape]
                .into_iter()
                .flatten()
            {
                let file = files.add("this", text);
                let built_in = built_in(file, text, MAX_LANDSCAPE_NODES).unwrap();
                assert_eq!(built_in, parsed(file, text, MAX_LANDSCAPE_NODES).unwrap());
            }
        }
    }

    #[test]
    fn a_text_that_is_not_bundled_has_no_tree_that_is_built_in() {
        let file = Files::default().add("this", "");
        assert_eq!(built_in(file, "rubric: infrastructure\n", MAX_NODES), None);
    }
}
