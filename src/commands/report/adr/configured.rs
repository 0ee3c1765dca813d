//! The folder that the settings of other tools name for decision records.

use std::fs;
use std::path::Path;

use serde::Deserialize;

/// Settings larger than this are not read.
const LARGEST: u64 = 64 * 1024;

/// The file that names a folder, and the folder as it stands there.
pub(crate) struct Configured {
    /// The file's name.
    pub(crate) file: &'static str,
    /// The folder as written.
    pub(crate) folder: String,
}

/// Finds the folder in the text of settings.
type Reader = fn(&str) -> Option<String>;

/// What the settings in a folder say, those of `adrs` before those of adr-tools and Log4brains.
///
/// # Errors
///
/// If settings are there that cannot be read, in words.
pub(crate) fn configured(root: &Path) -> Result<Option<Configured>, String> {
    let readers: [(&'static str, Reader); 3] = [
        ("adrs.toml", of_adrs),
        (".adr-dir", of_adr_tools),
        (".log4brains.yml", of_log4brains),
    ];
    for (file, reader) in readers {
        if let Some(text) = settings(&root.join(file), file)?
            && let Some(folder) = reader(&text)
        {
            return Ok(Some(Configured { file, folder }));
        }
    }
    Ok(None)
}

fn settings(path: &Path, name: &str) -> Result<Option<String>, String> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() <= LARGEST => fs::read_to_string(path)
            .map(Some)
            .map_err(|error| format!("`{name}` cannot be read: {error}")),
        Ok(_) => Err(format!("`{name}` is not a file of settings")),
        Err(_) => Ok(None),
    }
}

/// `adr_dir = "…"` above the first table. It is all that is wanted of a format that nothing else here is written in.
fn of_adrs(text: &str) -> Option<String> {
    let top = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with('['));
    let mut values = top.filter_map(|line| line.trim().strip_prefix("adr_dir"));
    let value = values.find_map(|rest| rest.trim_start().strip_prefix('='))?;
    let value = value.trim();
    let quote = value
        .chars()
        .next()
        .filter(|quote| ['"', '\''].contains(quote))?;
    let (folder, _) = value[1..].split_once(quote)?;
    Some(folder.to_owned())
}

/// The first line.
fn of_adr_tools(text: &str) -> Option<String> {
    let line = text.lines().next()?.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

#[derive(Deserialize)]
struct Log4brains {
    project: Project,
}

#[derive(Deserialize)]
struct Project {
    #[serde(rename = "adrFolder")]
    adr_folder: String,
}

/// `adrFolder` of the project.
fn of_log4brains(text: &str) -> Option<String> {
    let read: Log4brains = serde_yaml::from_str(text).ok()?;
    Some(read.project.adr_folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_names_its_folder_in_its_own_way() {
        let adrs = "# records\nadr_dir = \"docs/decisions\" # here\nmode = \"ng\"\n[x]\nadr_dir = \"no\"\n";
        assert_eq!(of_adrs(adrs).as_deref(), Some("docs/decisions"));
        assert_eq!(of_adrs("[x]\nadr_dir = \"no\"\n"), None);
        assert_eq!(of_adr_tools("doc/adr\n").as_deref(), Some("doc/adr"));
        let log4brains = "project:\n  name: x\n  adrFolder: ./docs/adr\n";
        assert_eq!(of_log4brains(log4brains).as_deref(), Some("./docs/adr"));
        assert_eq!(of_log4brains("project: []"), None);
    }
}
