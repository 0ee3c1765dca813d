//! Keeping what users wrote from doing anything but being read, one function per place it may end up.

use std::borrow::Cow;
use std::io;

use serde_json::ser::{CharEscape, Formatter, PrettyFormatter};

/// Text for one line of a terminal: line breaks and tabs become spaces, every other character that would act rather
/// than show is written as its code, as in `\u{1b}`.
pub(crate) fn terminal(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let show = |c: char| match c {
        '\n' | '\r' | '\t' => " ".to_owned(),
        c if acts(c) => format!("\\u{{{:x}}}", u32::from(c)),
        c => c.to_string(),
    };
    Cow::Owned(text.chars().map(show).collect())
}

/// A file's text for an excerpt: what acts on a terminal replaced by signs that take as many bytes, so that everything
/// stays in its place. Line breaks and tabs stay.
pub(crate) fn excerpt(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| acts(c) && !matches!(c, '\n' | '\r' | '\t');
    if !text.chars().any(is_bad) {
        return Cow::Borrowed(text);
    }
    let show = |c: char| match c.len_utf8() {
        _ if !is_bad(c) => c.to_string(),
        1 => "?".to_owned(),
        2 => "·".to_owned(),
        3 => "\u{fffd}".to_owned(),
        _ => "··".to_owned(),
    };
    Cow::Owned(text.chars().map(show).collect())
}

/// Text for one line of Markdown, in a table or not: no sign in it marks anything up, links, calls anybody or starts a
/// list.
///
/// Addresses stay as they are to copy, but nothing makes a link of them; behind a sign that would call a person or refer
/// to an issue stands a space without width, since code hosts look for those in the finished page.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::new();
    let safe = terminal(text);
    let mut before = ' ';
    let mut rest = safe.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' if next.is_alphanumeric() => out.push_str("@&ZeroWidthSpace;"),
            '#' if next.is_numeric() => out.push_str("\\#&ZeroWidthSpace;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' => out.extend(['\\', c]),
            // Of an address.
            ':' if next == '/' => out.push_str("\\:"),
            '.' if out.to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            // Of a template, as generators of sites have them.
            '{' if matches!(next, '{' | '%' | '#') || before == '{' => out.push_str("\\{"),
            _ => out.push(c),
        }
        before = c;
    }
    if let Some(at) = list_mark(&out) {
        out.insert(at, '\\');
    }
    out
}

/// Where a sign stands that would make a line an entry of a list, or the underline of a heading.
fn list_mark(line: &str) -> Option<usize> {
    if line.starts_with(['-', '+', '=']) {
        return Some(0);
    }
    let digits = line.find(|c: char| !c.is_ascii_digit())?;
    (digits > 0 && line[digits..].starts_with(['.', ')'])).then_some(digits)
}

/// An address for the destination of a Markdown link, between `<` and `>`.
pub(crate) fn markdown_address(address: &str) -> String {
    let mut out = String::new();
    for c in address.chars() {
        let is_mark = matches!(c, '<' | '>' | '"' | '\\' | '`' | '|' | '[' | ']' | ' ');
        match c {
            '&' => out.push_str("&amp;"),
            c if is_mark || acts(c) => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    out.extend([format!("%{byte:02X}")]);
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether a character acts on a terminal or hides: controls (C0, DEL, C1), line separators, marks that reorder what is
/// around them, and whatever Unicode calls default-ignorable.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a text of several lines holds nothing that acts on a terminal or hides.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| acts(c) && c != '\n')
}

/// Text for XML, in attributes as between tags: signs with a meaning as entities, what XML does not allow or what would
/// act as its code.
pub(crate) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in terminal(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Text for HTML or SVG in it, in quoted attributes as between tags: nothing in it is markup, and what would act, such
/// as a mark that turns the direction of writing, is shown as its code.
pub(crate) fn html(text: &str) -> String {
    xml(text)
}

/// JSON for a `script` element: it ends no element, opens no comment, and holds no sign that acts.
pub(crate) fn json_in_html(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if matches!(c, '<' | '>' | '&') || acts(c) {
            let mut units = [0; 2];
            let codes = c.encode_utf16(&mut units).iter();
            out.extend(codes.map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// Text for the message of a GitHub workflow command: it stays on its line, and a `%` stays a `%`.
pub(crate) fn github_message(text: &str) -> String {
    terminal(text).replace('%', "%25")
}

/// Text for a property of a GitHub workflow command, where `:` and `,` end something.
pub(crate) fn github_property(text: &str) -> String {
    github_message(text).replace(':', "%3A").replace(',', "%2C")
}

/// Plain text of a SARIF message, in which brackets would link and braces would stand for arguments.
pub(crate) fn sarif(text: &str) -> String {
    let mut out = String::new();
    for c in terminal(text).chars() {
        match c {
            '\\' | '[' | ']' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            c => out.push(c),
        }
    }
    out
}

/// A path with `/` between folders as a URI, relative if the path is.
pub(crate) fn uri(path: &str) -> String {
    let mut out = String::new();
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            byte => out.extend([format!("%{byte:02X}")]),
        }
    }
    out
}

/// Pretty JSON in which the characters that act on a terminal are escaped, not only those that JSON demands.
///
/// # Errors
///
/// If the value cannot be written as JSON, as with a map whose keys are no texts.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> serde_json::Result<String> {
    let mut bytes = Vec::new();
    let mut serializer =
        serde_json::Serializer::with_formatter(&mut bytes, SafeFormatter(PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

struct SafeFormatter<'i>(PrettyFormatter<'i>);

impl Formatter for SafeFormatter<'_> {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(acts) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let Some(c) = rest[at..].chars().next() else {
                break;
            };
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_act_is_shown_as_its_code() {
        assert_eq!(terminal("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(terminal("x\u{202e}y\u{9b}z"), "x\\u{202e}y\\u{9b}z");
        assert_eq!(terminal("two\nlines\tand"), "two lines and");
        assert_eq!(terminal("plain é text"), "plain é text");
    }

    #[test]
    fn markdown_shows_every_sign_as_it_is() {
        assert_eq!(
            markdown("a|b *c* [d](e) <f> `g` &h;\ni"),
            "a\\|b \\*c\\* \\[d\\](e) &lt;f&gt; \\`g\\` &amp;h; i"
        );
        assert_eq!(markdown("a\u{1b}\\"), "a\\\\u{1b}\\\\");
    }

    #[test]
    fn xml_closes_nothing_and_holds_only_what_xml_allows() {
        assert_eq!(
            xml("\"><failure a='b'>]]>&\u{0}\u{b}\u{ffff}\n"),
            "&quot;&gt;&lt;failure a=&apos;b&apos;&gt;]]&gt;&amp;\\u{0}\\u{b}\u{fffd} "
        );
    }

    #[test]
    fn json_ends_no_element_and_stays_the_same_json() -> serde_json::Result<()> {
        let text = "</script><!--<script>]]>&amp;\u{2028}\u{202e}\"\\";
        let json = json_in_html(&serde_json::to_string(text)?);
        assert!(!json.contains(|c: char| matches!(c, '<' | '>' | '&') || acts(c)));
        assert_eq!(serde_json::from_str::<String>(&json)?, text);
        Ok(())
    }

    #[test]
    fn nothing_leaves_a_workflow_command() {
        assert_eq!(
            github_message("100%\n::error::x\r\u{1b}"),
            "100%25 ::error::x \\u{1b}"
        );
        assert_eq!(github_property("a,line=2::b%0A"), "a%2Cline=2%3A%3Ab%250A");
    }

    #[test]
    fn nothing_links_or_is_replaced_in_a_sarif_message() {
        assert_eq!(sarif(r"[a](1) {0} \"), r"\[a\](1) {{0}} \\");
    }

    #[test]
    fn a_uri_holds_nothing_that_ends_it() {
        assert_eq!(uri("a b/é#?:%.yaml"), "a%20b/%C3%A9%23%3F%3A%25.yaml");
        assert_eq!(uri("/x/y"), "file:///x/y");
    }

    #[test]
    fn json_stays_json_and_hides_nothing() -> serde_json::Result<()> {
        let text = "a\u{1b}b\u{9b}c\u{202e}d\u{e0001}e\"f\\";
        let json = json(&vec![text])?;
        assert!(json.chars().all(|c| c == '\n' || !acts(c)));
        assert_eq!(serde_json::from_str::<Vec<String>>(&json)?, [text]);
        Ok(())
    }

    #[test]
    fn nothing_in_markdown_marks_up_links_or_leaves_its_cell() {
        let cases = [
            ("a | b", r"a \| b"),
            ("`rm -rf`", r"\`rm -rf\`"),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("[click](javascript:x)", r"\[click\](javascript:x)"),
            ("![pixel](https://e.org)", r"!\[pixel\](https\://e.org)"),
            ("**bold** and __this__", r"\*\*bold\*\* and \_\_this\_\_"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            (r"back\slash \|", r"back\\slash \\\|"),
            ("two\n# lines\n| x |", r"two \# lines \| x \|"),
            ("- item", r"\- item"),
            ("2019. A year", r"2019\. A year"),
            ("1) first", r"1\) first"),
            ("===", r"\==="),
            ("~~gone~~ $x$", r"\~\~gone\~\~ \$x\$"),
            ("a\u{202e}b", r"a\\u{202e}b"),
            (
                "see https://e.org or www.e.org",
                r"see https\://e.org or www\.e.org",
            ),
            (
                "ask @org/team, a@b.org, org/repo#12",
                r"ask @&ZeroWidthSpace;org/team, a@&ZeroWidthSpace;b.org, org/repo\#&ZeroWidthSpace;12",
            ),
            ("{{ secret }} {% raw %}", r"\{\{ secret }} \{% raw %}"),
            (
                "plain text, 50 % (of it) - and 1.5!",
                "plain text, 50 % (of it) - and 1.5!",
            ),
        ];
        for (hostile, safe) in cases {
            assert_eq!(markdown(hostile), safe, "{hostile:?}");
        }
    }

    #[test]
    fn an_address_stays_between_its_angle_brackets() {
        let address = "https://e.org/a>b<c\"d\\e`f|g[h]?x=1&copy=2\u{202e}";
        let safe = "https://e.org/a%3Eb%3Cc%22d%5Ce%60f%7Cg%5Bh%5D?x=1&amp;copy=2%E2%80%AE";
        assert_eq!(markdown_address(address), safe);
    }

    proptest! {
        #[test]
        fn markdown_holds_no_sign_that_is_not_escaped(text in "[a-c\\\\`*_\\[\\]<>|~$#&\n\\-+=1. ]{0,30}") {
            let safe = markdown(&text);
            let mut escaped = false;
            for c in safe.chars() {
                let marks = matches!(c, '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#');
                prop_assert!(!matches!(c, '<' | '>' | '\n'));
                prop_assert!(escaped || !marks, "{}", safe);
                escaped = !escaped && c == '\\';
            }
        }

        #[test]
        fn nothing_that_acts_gets_through(text in "\\PC*|[\\x00-\\x{ff}\\u{200b}-\\u{206f}]*") {
            prop_assert!(!terminal(&text).chars().any(acts));
            prop_assert_eq!(excerpt(&text).len(), text.len());
            prop_assert!(!markdown(&text).chars().any(acts));
            let xml = xml(&text);
            let closes = |c: char| acts(c) || ['<', '>', '"', '\'', '\u{ffff}'].contains(&c);
            prop_assert!(!xml.contains(closes));
            let json = json(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(!json.chars().any(acts));
            prop_assert_eq!(serde_json::from_str::<String>(&json).ok(), Some(text));
        }
    }
}
