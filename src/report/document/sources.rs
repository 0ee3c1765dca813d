//! Sources numbered in the order in which they are first cited.

use crate::files::Source;

/// A source that is cited.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The source.
    pub source: &'a Source,
}

/// Numbers the sources with these ids, each once, in this order; ids that lead nowhere are left out.
pub(crate) fn numbered<'a>(
    ids: impl IntoIterator<Item = &'a String>,
    sources: &'a [Source],
) -> Vec<Cited<'a>> {
    let mut cited: Vec<Cited<'a>> = Vec::new();
    for id in ids {
        if cited.iter().any(|one| one.source.id == *id) {
            continue;
        }
        if let Some(source) = sources.iter().find(|source| source.id == *id) {
            let number = cited.len() + 1;
            cited.push(Cited { number, source });
        }
    }
    cited
}
