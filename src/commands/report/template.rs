//! Reports by a template of the user's own: where it and what it includes are read.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::document::Document;
use crate::report::template::{Input, Loader, render};

/// A template larger than this is not read.
const LARGEST: u64 = 1024 * 1024;

/// The document that a template makes.
///
/// # Errors
///
/// If the template cannot be read or is at fault, in words.
pub(crate) fn document(input: &Input<'_>, template: &Path) -> Result<Document, String> {
    let shown = template.display();
    let name = template.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| format!("`{shown}` names no file"))?;
    let folder = match template.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let folder = folder
        .canonicalize()
        .map_err(|error| format!("cannot read `{shown}`: {}", error.kind()))?;
    if !folder.join(name).exists() {
        return Err(format!("cannot read `{shown}`: there is no such file"));
    }
    let text = render(name, input, loader(folder))?;
    Ok(Document {
        text,
        // Nothing in it tells who made it.
        is_ours: |_| false,
    })
}

/// Reads templates in a folder and below, wherever links lead.
fn loader(folder: PathBuf) -> Loader {
    Box::new(move |name| {
        let is_below = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let path = folder.join(name);
        let Ok(real) = path.canonicalize() else {
            return Ok(None);
        };
        if !is_below || !real.starts_with(&folder) {
            return Err(format!("`{name}` is outside the folder of the template"));
        }
        let found = fs::metadata(&real).map_err(|error| error.to_string())?;
        if !found.is_file() || found.len() > LARGEST {
            return Err(format!("`{name}` is no file of up to 1 MiB"));
        }
        fs::read_to_string(&real)
            .map(Some)
            .map_err(|error| format!("`{name}` cannot be read: {error}"))
    })
}
