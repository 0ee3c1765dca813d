//! What templates of reports can call: filters and functions, and how values are escaped.
//!
//! What they make is escaped for what the template makes, which the ending of its name tells; see [`escaping`].

use std::collections::BTreeSet;

use crate::files::Alternative;
use crate::output::markdown::{self, code};
use crate::output::{escape, wording};
use crate::report::document::region::{Syntax, marked};
use crate::topics::decide::phrases;
use crate::topics::rubric::reference;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, Value};

/// How values are escaped for Markdown.
const MARKDOWN: &str = "markdown";

/// What was written so far on a page of Markdown.
#[derive(Default)]
struct Written {
    headings: BTreeSet<String>,
    cited: BTreeSet<String>,
}

/// What a template of this name makes, by the ending behind which `.j2` or `.jinja` may stand.
pub(crate) fn escaping(name: &str) -> AutoEscape {
    let name = name.strip_suffix(".j2").unwrap_or(name);
    let name = name.strip_suffix(".jinja").unwrap_or(name);
    match name.rsplit('.').next() {
        Some("html" | "htm" | "xml" | "svg") => AutoEscape::Html,
        Some("md" | "markdown") => AutoEscape::Custom(MARKDOWN.into()),
        _ => AutoEscape::None,
    }
}

/// Writes a value, escaped for what is being made. Nothing in it acts on a terminal or hides, whatever that is.
pub(crate) fn format(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), Error> {
    if value.is_undefined() {
        return minijinja::escape_formatter(out, state, value);
    }
    out.write_str(&escaped(state, value)).map_err(Error::from)
}

/// A value as it is written.
fn escaped(state: &State<'_, '_>, value: &Value) -> String {
    if value.is_none() {
        return String::new();
    }
    let text = value.to_string();
    if value.is_safe() {
        return text;
    }
    match state.auto_escape() {
        AutoEscape::Html => escape::html(&text),
        AutoEscape::Custom(name) if name == MARKDOWN => escape::markdown(text.trim()),
        _ => escape::terminal(&text).into_owned(),
    }
}

/// Makes the filters and functions known.
pub(crate) fn add(environment: &mut Environment<'_>) {
    let safe = Value::from_safe_string;
    // Numbers in words.
    environment.add_filter("points", |points: f64| {
        number(&wording::signed_points(points))
    });
    environment.add_filter("tenths", |points: f64| {
        number(&wording::signed_tenths(points))
    });
    environment.add_filter("percent", |share: f64| number(&wording::percent(share)));
    environment.add_filter("out_of_100", wording::out_of_100);
    environment.add_filter("points_apart", phrases::points_apart);
    environment.add_filter("rating", move |rating: i8| safe(reference::rating(rating)));
    environment.add_filter("count", |count: usize, noun: &str| {
        wording::count(count, noun)
    });
    environment.add_filter("bar", bar);
    // Alternatives in words.
    environment.add_filter("name", |id: &str| alternative(id).map(phrases::name));
    environment.add_filter("noun", |id: &str| alternative(id).map(phrases::noun));
    environment.add_filter("doing", |id: &str| alternative(id).map(phrases::doing));
    environment.add_filter("either", |words: Vec<String>| wording::either(&words));
    // Sentences.
    environment.add_filter("capitalised", |text: &str| wording::capitalised(text));
    environment.add_filter("sentence", |text: &str, marks: Option<&str>| {
        let marks = marks.unwrap_or(".?!…");
        let is_one = text.ends_with(|c| marks.contains(c));
        format!("{text}{}", if is_one { "" } else { "." })
    });
    environment.add_filter("clause", |text: &str| text.trim_end_matches('.').to_owned());
    environment.add_filter("signed", |text: Value| match text.as_str() {
        Some(text) => Value::from(phrases::signed(text)),
        None => text,
    });
    environment.add_filter("listed", |state: &State<'_, '_>, items: Vec<Value>| {
        let items: Vec<String> = items.iter().map(|item| escaped(state, item)).collect();
        Value::from_safe_string(wording::list(&items))
    });
    environment.add_filter("around", around);
    // Escaping other than that of the template.
    environment.add_filter("code", move |id: &str| safe(code(id)));
    environment.add_filter("markdown", move |text: &str| safe(escape::markdown(text)));
    environment.add_filter("address", move |url: &str| {
        safe(escape::markdown_address(url))
    });
    environment.add_filter("yaml", move |text: &str| {
        let quoted = escape::json(&escape::terminal(text));
        quoted.map(safe).map_err(|error| failed(error.to_string()))
    });
    // Documents.
    environment.add_filter("marked", |body: &str, syntax: &str, source: &str| {
        let syntax = match syntax {
            "yaml" => Syntax::Yaml,
            "html" => Syntax::Html,
            other => return Err(failed(format!("`{other}` has no comments to mark with"))),
        };
        Ok(Value::from_safe_string(marked(syntax, source, body)))
    });
    environment.add_function("heading", heading);
    environment.add_function("cite", cite);
    environment.add_function("is_cited", |state: &State<'_, '_>, source: &str| {
        let written = state.get_extension::<Written>();
        written.is_some_and(|written| written.cited.contains(source))
    });
}

/// A number that was put into words here, so that nothing in it has to be escaped.
fn number(words: &str) -> Value {
    Value::from_safe_string(phrases::signed(words))
}

fn failed(why: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, why)
}

fn alternative(id: &str) -> Result<Alternative, Error> {
    Alternative::from_id(id).ok_or_else(|| failed(format!("`{id}` is no alternative")))
}

/// A value with something before and behind it; nothing if it is empty.
fn around(state: &State<'_, '_>, value: &Value, before: &str, after: Option<&str>) -> Value {
    let text = escaped(state, value);
    if text.is_empty() {
        return Value::from("");
    }
    Value::from_safe_string(format!("{before}{text}{}", after.unwrap_or_default()))
}

/// A heading unlike any other on the page, and whose it is.
fn heading(state: &mut State<'_, '_>, level: usize, title: &Value, of: Option<&Value>) -> Value {
    let mut title = escaped(state, title);
    if let Some(of) = of.filter(|of| !of.is_none()) {
        title = format!("{title} ({})", escaped(state, of));
    }
    let written = state.get_or_insert_extension_with(Written::default);
    Value::from_safe_string(markdown::heading(&mut written.headings, level, &title))
}

/// The marks of footnotes for these sources, as in `[^one][^two]`.
fn cite(state: &mut State<'_, '_>, sources: Vec<String>) -> Value {
    let marks: Vec<String> = sources.iter().map(|id| format!("[^{id}]")).collect();
    let written = state.get_or_insert_extension_with(Written::default);
    written.cited.extend(sources);
    Value::from_safe_string(marks.concat())
}

/// How many characters the longest bar has.
const LONGEST: f64 = 8.0;
/// The ends of bars, by eighths of a character.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar for a number of points where `largest` fills it: solid for what adds, shaded for what takes away, so that
/// neither colour nor a sign is needed to tell them apart. At least a sliver for what does not round to zero.
fn bar(points: f64, largest: f64) -> String {
    if points.abs() < 0.05 || largest <= 0.0 {
        return String::new();
    }
    let length = points.abs() / largest * LONGEST;
    if points < 0.0 {
        return "▒".repeat(rounded(length).max(1));
    }
    let eighths = rounded(length * 8.0).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// The nearest whole number; lengths are small and not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn rounded(length: f64) -> usize {
    length.round() as usize
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_largest() {
        assert_eq!(bar(10.0, 10.0), "████████");
        assert_eq!(bar(5.0, 10.0), "████");
        assert_eq!(bar(0.7, 10.0), "▌");
        assert_eq!(bar(-5.0, 10.0), "▒▒▒▒");
    }

    #[test]
    fn what_is_not_zero_shows_and_what_is_does_not() {
        assert_eq!(bar(0.06, 100.0), "▏");
        assert_eq!(bar(-0.06, 100.0), "▒");
        assert_eq!(bar(0.0, 100.0), "");
        assert_eq!(bar(0.0, 0.0), "");
    }
}
