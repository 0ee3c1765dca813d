//! The part of a document that this program wrote, between marks, so that it can be found again and put up to date
//! without touching what people wrote around it.

use sha2::{Digest, Sha256};

/// How many digits of the hash stand in a mark.
const DIGITS: usize = 16;

/// What a mark is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A comment of HTML, for Markdown.
    Html,
    /// A comment of YAML, for front matter.
    Yaml,
}

/// A marked region of a document, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region<'t> {
    /// What stands before it.
    pub before: &'t str,
    /// What stands between the marks.
    pub body: &'t str,
    /// What stands behind it.
    pub after: &'t str,
    /// The requirements file it was made from, as named in the mark; empty if none is.
    pub source: String,
    hash: &'t str,
    /// The body with its marks.
    marked: &'t str,
}

/// Why a region cannot be told from the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// There is a beginning without an end.
    #[error("a generated part begins and does not end")]
    NoEnd,
    /// There are several.
    #[error("there is more than one generated part")]
    Several,
}

impl Syntax {
    const fn begin(self) -> &'static str {
        match self {
            Self::Html => "<!-- trilemma:begin ",
            Self::Yaml => "# trilemma:begin ",
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Self::Html => "<!-- trilemma:end -->",
            Self::Yaml => "# trilemma:end",
        }
    }

    const fn close(self) -> &'static str {
        match self {
            Self::Html => " -->",
            Self::Yaml => "",
        }
    }
}

/// A text between marks, made from a requirements file; `body` ends with a line break, and so does the result.
pub fn marked(syntax: Syntax, source: &str, body: &str) -> String {
    let source = if source.is_empty() {
        String::new()
    } else {
        format!("from {} ", encoded(source))
    };
    format!(
        "{}{source}sha256:{}{}\n{body}{}\n",
        syntax.begin(),
        hash(body),
        syntax.close(),
        syntax.end()
    )
}

/// The region of a document, if it has one.
///
/// # Errors
///
/// If it has a beginning without an end, or several.
pub fn find(syntax: Syntax, text: &str) -> Result<Option<Region<'_>>, Broken> {
    let mut begins = lines(text).filter(|(_, line)| mark(syntax, line).is_some());
    let Some((start, begin)) = begins.next() else {
        return Ok(None);
    };
    if begins.next().is_some() {
        return Err(Broken::Several);
    }
    let body_start = start + begin.len();
    let rest = &text[body_start..];
    let end = lines(rest).find(|(_, line)| line.trim_end() == syntax.end());
    let (end_start, end) = end.ok_or(Broken::NoEnd)?;
    let (source, hash) = mark(syntax, begin).unwrap_or_default();
    Ok(Some(Region {
        before: &text[..start],
        body: &rest[..end_start],
        after: &rest[end_start + end.len()..],
        source: decoded(source),
        hash,
        marked: &text[start..body_start + end_start + end.len()],
    }))
}

impl Region<'_> {
    /// Whether somebody changed what stands between the marks.
    pub fn is_edited(&self) -> bool {
        hash(self.body) != self.hash
    }

    /// The document with another region in the place of this one; everything else stays, to the byte. Lines end as they did.
    pub fn replaced_by(&self, other: &Region<'_>) -> String {
        let marked = if self.body.contains("\r\n") {
            other.marked.replace('\n', "\r\n")
        } else {
            other.marked.to_owned()
        };
        format!("{}{marked}{}", self.before, self.after)
    }
}

/// The source and the hash in a line, if it is a mark.
fn mark(syntax: Syntax, line: &str) -> Option<(&str, &str)> {
    let inside = line.trim_end().strip_prefix(syntax.begin())?;
    let inside = inside.strip_suffix(syntax.close())?;
    let (source, hash) = inside.rsplit_once("sha256:")?;
    let source = source.trim().strip_prefix("from ").unwrap_or("");
    Some((source, hash))
}

/// The lines of a text with their line breaks, and where each starts.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line)
    })
}

/// What tells a text from any other. How lines end makes no difference.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n"));
    let digits: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat().chars().take(DIGITS).collect()
}

/// A path in a mark: nothing in it ends a comment or a line.
fn encoded(path: &str) -> String {
    let mut out = String::new();
    for c in path.chars() {
        let is_plain = c.is_alphanumeric() || matches!(c, '/' | '.' | '_');
        if is_plain || (c == '-' && !out.ends_with('-')) {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.extend([format!("%{byte:02X}")]);
        }
    }
    out
}

fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = std::str::from_utf8(tail.get(..2).unwrap_or_default())
            .ok()
            .filter(|_| first == b'%')
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_marked_is_found_again_and_everything_around_it_stays() {
        let document = format!(
            "above\r\n{}below",
            marked(Syntax::Html, "a b/c--d-->.yaml", "x\ny\n")
        );
        let region = find(Syntax::Html, &document)
            .expect("it is whole")
            .expect("it is there");
        assert_eq!(
            (region.before, region.body, region.after),
            ("above\r\n", "x\ny\n", "below")
        );
        assert_eq!(region.source, "a b/c--d-->.yaml");
        assert!(!region.is_edited());
        let other = marked(Syntax::Html, "f", "z\n");
        let other = find(Syntax::Html, &other)
            .expect("it is whole")
            .expect("it is there");
        let new = region.replaced_by(&other);
        assert!(new.starts_with("above\r\n<!-- trilemma:begin from f "));
        assert!(new.ends_with("\nz\n<!-- trilemma:end -->\nbelow"));
    }

    #[test]
    fn an_edit_between_the_marks_is_noticed_and_other_line_ends_are_none() {
        let document = marked(Syntax::Html, "f", "one\ntwo\n");
        let windows = document.replace('\n', "\r\n");
        let region = find(Syntax::Html, &windows)
            .expect("it is whole")
            .expect("it is there");
        assert!(!region.is_edited());
        let other = find(Syntax::Html, &document)
            .expect("it is whole")
            .expect("it is there");
        assert_eq!(region.replaced_by(&other), windows);
        let edited = document.replace("two", "too");
        let region = find(Syntax::Html, &edited)
            .expect("it is whole")
            .expect("it is there");
        assert!(region.is_edited());
    }

    #[test]
    fn halves_and_doubles_are_refused() {
        let document = marked(Syntax::Yaml, "", "a: 1\n");
        assert_eq!(find(Syntax::Yaml, "a: 1\n"), Ok(None));
        assert_eq!(
            find(Syntax::Yaml, &document.replace("# trilemma:end", "")),
            Err(Broken::NoEnd)
        );
        assert_eq!(
            find(Syntax::Yaml, &document.repeat(2)),
            Err(Broken::Several)
        );
    }

    proptest! {
        #[test]
        fn no_path_leaves_its_mark(path in "[a-z%/<> \n!\"-]{0,20}|\\PC{0,12}") {
            let document = marked(Syntax::Html, &path, "body\n");
            prop_assert_eq!(document.matches("-->").count(), 2);
            prop_assert_eq!(document.lines().count(), 3);
            let region = find(Syntax::Html, &document).expect("it is whole").expect("it is there");
            prop_assert_eq!(region.source, path);
            prop_assert_eq!(region.body, "body\n");
        }
    }
}
