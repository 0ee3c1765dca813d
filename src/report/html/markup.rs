//! Elements of HTML and SVG: a tree that escapes whatever it is given when it is written.

use std::fmt::Write as _;

use crate::output::escape;

/// An element with what is in it.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// What may stand in an element.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text, shown as it is.
    Text(String),
}

/// Elements that have no end tag.
const VOID: &[&str] = &["meta", "input", "br", "link"];

/// Elements after which no line may break: the space would show.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "code", "em", "span", "strong", "sup", "small", "tspan", "data",
];

/// Elements in which lines break between children.
const OPEN: &[&str] = &[
    "html",
    "head",
    "body",
    "header",
    "main",
    "footer",
    "nav",
    "section",
    "figure",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "ul",
    "ol",
    "dl",
    "details",
    "svg",
    "g",
    "defs",
    "pattern",
    "blockquote",
];

/// An element without attributes or children.
pub(crate) const fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl Element {
    /// With an attribute.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute, if there is a value for it.
    #[must_use]
    pub(crate) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a class.
    #[must_use]
    pub(crate) fn class(self, class: &str) -> Self {
        self.with("class", class)
    }

    /// With text after what is in it already.
    #[must_use]
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With a child after those it has.
    #[must_use]
    pub(crate) fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With children after those it has.
    #[must_use]
    pub(crate) fn children(mut self, children: impl IntoIterator<Item: Into<Node>>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Its markup.
    pub(crate) fn to_markup(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let is_open = OPEN.contains(&self.name);
        // Writing to a string cannot fail.
        let _ = write!(out, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escape::html(value));
        }
        out.push('>');
        if is_open {
            out.push('\n');
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape::html(text)),
            }
        }
        if !VOID.contains(&self.name) {
            if is_open && !out.ends_with('\n') {
                out.push('\n');
            }
            let _ = write!(out, "</{}>", self.name);
        }
        if !INLINE.contains(&self.name) {
            out.push('\n');
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_or_an_attribute_is_markup() {
        let markup = element("p")
            .with("title", "\"><script>a</script>")
            .text("</p><img src=x onerror=alert(1)>\u{202e}&amp;")
            .to_markup();
        assert_eq!(
            markup,
            "<p title=\"&quot;&gt;&lt;script&gt;a&lt;/script&gt;\">\
             &lt;/p&gt;&lt;img src=x onerror=alert(1)&gt;\\u{202e}&amp;amp;</p>\n"
        );
    }

    #[test]
    fn no_space_appears_round_what_stands_in_a_line() {
        let line = element("li").child(element("strong").text("a")).text("b");
        let markup = element("ul").child(line).to_markup();
        assert_eq!(markup, "<ul>\n<li><strong>a</strong>b</li>\n</ul>\n");
    }
}
