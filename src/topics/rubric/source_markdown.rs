//! A source of a rubric as Markdown.

use crate::files::Source;
use crate::output::escape::{markdown, markdown_address};

/// A source with its address and how far to trust it.
pub(crate) fn described(source: &Source) -> String {
    let title = markdown(&source.title);
    let title = match &source.url {
        Some(url) => format!("[{title}](<{}>)", markdown_address(url)),
        None => title,
    };
    let by = [&source.author, &source.publisher, &source.date];
    let by = by.into_iter().flatten().map(|by| markdown(by));
    let described: Vec<String> = [title].into_iter().chain(by).collect();
    let note = source
        .note
        .as_ref()
        .map(|note| format!(" ({})", markdown(note)));
    described.join(", ") + &note.unwrap_or_default()
}
