//! What the sections of a page are put together from.

use super::markup::{Element, Node, element};
use crate::report::document::section::Section;
use crate::report::document::whole::Report;
use crate::topics::rubric::reference;

/// Where something is written: in the part about the whole or a component, and how deep its headings lie.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    /// The report.
    pub(crate) report: &'a Report<'a>,
    /// What is said of the whole or the component.
    pub(crate) section: &'a Section<'a>,
    /// The position of the component, if it is one.
    pub(crate) position: Option<usize>,
}

impl Part<'_> {
    /// An id on the page, unlike that of any other part.
    pub(crate) fn id(&self, name: &str) -> String {
        match self.position {
            Some(position) => format!("part-{}-{name}", position + 1),
            None => name.to_owned(),
        }
    }

    /// A heading of a section (0) or below (1, 2).
    pub(crate) fn heading(&self, depth: usize) -> Element {
        let below = usize::from(self.position.is_some());
        element(match depth + below {
            0 => "h2",
            1 => "h3",
            2 => "h4",
            _ => "h5",
        })
    }

    /// A section with its heading; none if there is nothing in it.
    pub(crate) fn section(
        &self,
        name: &str,
        title: &str,
        content: Vec<Element>,
    ) -> Option<Element> {
        let heading = format!("{name}-title");
        (!content.is_empty()).then(|| {
            // A component is a region of the page; what is in it would only be many of the same name.
            let section = match self.position {
                Some(_) => element("div"),
                None => element("section").with("aria-labelledby", self.id(&heading)),
            };
            section
                .with("id", self.id(name))
                .child(self.heading(0).with("id", self.id(&heading)).text(title))
                .children(content)
        })
    }

    /// A text with the numbers of its sources behind it, as what stands in an element.
    pub(crate) fn cited(&self, text: impl Into<String>, sources: &[String]) -> Vec<Node> {
        let numbers = sources.iter().filter_map(|id| self.report.number(id));
        let marks: Vec<Element> = numbers
            .map(|number| {
                element("a")
                    .with("href", format!("#source-{number}"))
                    .text(format!("[{number}]"))
            })
            .collect();
        let mut out = vec![Node::Text(text.into())];
        if !marks.is_empty() {
            out.push(element("sup").children(marks).into());
        }
        out
    }
}

/// A paragraph.
pub(crate) fn paragraph(text: impl Into<String>) -> Element {
    element("p").text(text)
}

/// A picture with its caption: what it is called, and how to read it.
pub(crate) fn figure(title: &str, how_to_read: &str, picture: Element) -> Element {
    let mut caption = element("figcaption").child(element("b").text(title));
    if !how_to_read.is_empty() {
        caption = caption.child(element("span").text(how_to_read));
    }
    element("figure").child(caption).child(picture)
}

/// A part that is folded away; paper shows it all the same.
pub(crate) fn folded(title: impl Into<Node>, content: Vec<Element>) -> Element {
    element("details")
        .child(element("summary").child(title))
        .children(content)
}

/// The first so many things as they are, the others folded away under what they are called.
pub(crate) fn first_then_folded(
    list: Element,
    mut items: Vec<Element>,
    most: usize,
    others: impl Fn(usize) -> String,
) -> Vec<Element> {
    // One left over takes as much room as saying so.
    let shown = if items.len() == most + 1 {
        most + 1
    } else {
        most.min(items.len())
    };
    let rest = items.split_off(shown);
    let mut out = Vec::new();
    if !items.is_empty() {
        out.push(list.clone().children(items));
    }
    if !rest.is_empty() {
        let title = others(rest.len());
        // Numbers go on where they left off.
        let start = list.is("ol").then(|| (shown + 1).to_string());
        let list = list.with_some("start", start);
        out.push(folded(title, vec![list.children(rest)]));
    }
    out
}

/// What a source is called, by whom, how far to trust it and where to read it.
pub(crate) fn source(source: &crate::files::Source) -> Element {
    let line = reference::source_line(source);
    let entry = match source.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => element("li").child(
            element("a")
                .with("href", url)
                .with("rel", "noreferrer")
                .text(line),
        ),
        None => element("li").text(line),
    };
    match &source.note {
        Some(note) => entry.text(format!(" ({note})")),
        None => entry,
    }
}

/// Whether an address is one that a browser may be sent to.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Two things side by side where there is room.
pub(crate) fn pair(one: Vec<Element>, other: Vec<Element>) -> Element {
    let sides = [one, other].into_iter().filter(|side| !side.is_empty());
    element("div")
        .class("pair")
        .children(sides.map(|side| element("div").children(side)))
}

/// A column of a table: what heads it, and whether numbers stand in it.
pub(crate) type Column = (&'static str, bool);

/// A table of which each row begins with a heading. On a narrow screen each row becomes a block.
pub(crate) fn table(caption: &str, columns: &[Column], rows: Vec<Vec<Element>>) -> Element {
    let class = |number: bool| number.then_some("n");
    let heads = columns.iter().map(|(title, number)| {
        element("th")
            .with("scope", "col")
            .with_some("class", class(*number))
            .text(*title)
    });
    let body = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(columns).enumerate();
        element("tr").children(cells.map(|(position, (cell, (title, number)))| {
            let cell = cell.with_some("class", class(*number));
            if position == 0 {
                cell
            } else {
                cell.with("data-head", *title)
            }
        }))
    });
    let table = element("table")
        .class("stack")
        .child(element("caption").text(caption))
        .child(element("thead").child(element("tr").children(heads)))
        .child(element("tbody").children(body));
    element("div").class("wide").child(table)
}

/// The heading of a row.
pub(crate) fn head(text: impl Into<String>) -> Element {
    element("th").with("scope", "row").text(text)
}

/// A cell.
pub(crate) fn cell(text: impl Into<String>) -> Element {
    element("td").text(text)
}
