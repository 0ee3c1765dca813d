//! Reports by templates of users, in the language of Jinja.
//!
//! What a template is given is what `report --format json` prints. Values are escaped for what the template makes, which
//! the ending of its name tells; only what the template marks as safe is not.

use std::io;

use crate::output::{escape, wording};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

/// How many steps a template may take, so that one that never ends is stopped.
const FUEL: u64 = 20_000_000;
/// The largest report a template may make, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;
/// How values are escaped for Markdown.
const MARKDOWN: &str = "markdown";

/// Where a template finds the templates that it includes: the text behind a name, if there is one, or why not.
pub type Loader = Box<dyn Fn(&str) -> Result<Option<String>, String> + Send + Sync>;

/// The text that the template of this name makes of a document.
///
/// # Errors
///
/// If the template is at fault: in words, with its name and line.
pub fn render<T: serde::Serialize>(
    name: &str,
    document: &T,
    loader: Loader,
) -> Result<String, String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(escaping);
    environment.set_formatter(format);
    environment.set_fuel(Some(FUEL));
    environment.set_syntax(whitespace().map_err(|error| told(&error))?);
    environment.set_loader(move |name| {
        loader(name).map_err(|why| Error::new(ErrorKind::InvalidOperation, why))
    });
    environment.add_filter("points", |points: f64| {
        number(&wording::signed_points(points))
    });
    environment.add_filter("tenths", |points: f64| {
        number(&wording::signed_tenths(points))
    });
    environment.add_filter("percent", |share: f64| number(&wording::percent(share)));
    let template = environment
        .get_template(name)
        .map_err(|error| told(&error))?;
    let mut made = Limited(Vec::new());
    template
        .render_captured_to(Serde(document), &mut made)
        .map_err(|error| told(&error))?;
    Ok(String::from_utf8_lossy(&made.0).into_owned())
}

/// Tags on lines of their own leave no empty lines behind, and the last line break stays.
fn whitespace() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
}

/// What a template of this name makes, by the ending behind which `.j2` or `.jinja` may stand.
fn escaping(name: &str) -> AutoEscape {
    let name = name.strip_suffix(".j2").unwrap_or(name);
    let name = name.strip_suffix(".jinja").unwrap_or(name);
    match name.rsplit('.').next() {
        Some("html" | "htm" | "xml" | "svg") => AutoEscape::Html,
        Some("md" | "markdown") => AutoEscape::Custom(MARKDOWN.into()),
        _ => AutoEscape::None,
    }
}

/// Writes a value, escaped for what is being made. Nothing in it acts on a terminal or hides, whatever that is.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return minijinja::escape_formatter(out, state, value);
    }
    if value.is_safe() {
        return out.write_str(&value.to_string()).map_err(Error::from);
    }
    let text = if value.is_none() {
        String::new()
    } else {
        value.to_string()
    };
    let escaped = match state.auto_escape() {
        AutoEscape::Html => escape::xml(&text),
        AutoEscape::Custom(name) if name == MARKDOWN => escape::markdown(text.trim()),
        _ => escape::terminal(&text).into_owned(),
    };
    out.write_str(&escaped).map_err(Error::from)
}

/// A number that was put into words here, so that nothing in it has to be escaped.
fn number(words: &str) -> Value {
    Value::from_safe_string(crate::topics::decide::phrases::signed(words))
}

/// An error in words: where, what, and what it came from.
fn told(error: &Error) -> String {
    let place = match (error.name(), error.line()) {
        (Some(name), Some(line)) => format!("`{name}`, line {line}: "),
        (Some(name), None) => format!("`{name}`: "),
        _ => String::new(),
    };
    let kind = error.kind().to_string();
    let what = match (error.kind(), error.detail()) {
        (ErrorKind::OutOfFuel, _) => "it takes too long".to_owned(),
        (_, Some(detail)) => format!("{kind}: {detail}"),
        (_, None) => kind,
    };
    let cause = std::error::Error::source(error).map(|cause| format!(" ({cause})"));
    format!("{place}{what}{}", cause.unwrap_or_default())
}

/// Bytes up to the largest report.
struct Limited(Vec<u8>);

impl io::Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST {
            return Err(io::Error::other("it makes more than 16 MiB"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
