//! The decision records that are there, here and where this branch is to be merged.

use std::fs;
use std::path::Path;

use super::directory::Directory;
use super::names::{Prefix, next, prefix};
use crate::commands::git;
use crate::commands::report::root::Root;
use crate::report::document::region::{Syntax, find};
use crate::report::document::whole::Report;

/// A record larger than this is not looked into.
const LARGEST: u64 = 4 * 1024 * 1024;
/// Where the branch is looked for that this one is to be merged into.
const BASES: [&str; 5] = [
    "origin/HEAD",
    "origin/main",
    "origin/master",
    "main",
    "master",
];

/// The decision records that are there.
pub(crate) struct Records {
    here: Vec<Record>,
    names: Vec<String>,
}

/// A file in the folder of the records.
pub(crate) struct Record {
    /// Its name.
    pub(crate) name: String,
    /// Its number, if it has one.
    pub(crate) number: Option<u32>,
    source: Option<String>,
}

impl Records {
    /// The records in a folder, and the names of those that the base has in it.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read, or git does not know the base that was named, in words.
    pub(crate) fn of(
        directory: &Directory,
        root: &Root,
        base: Option<&str>,
    ) -> Result<Self, String> {
        let here = records(&directory.path)
            .map_err(|error| format!("`{}` cannot be read: {error}", directory.shown))?;
        let names = here.iter().map(|record| record.name.clone());
        let names = names.chain(names_at_base(directory, root, base)?);
        Ok(Self {
            names: names.collect(),
            here,
        })
    }

    /// The record that was made from a requirements file.
    ///
    /// # Errors
    ///
    /// If there are several, in words.
    pub(crate) fn of_source(&self, source: &str) -> Result<Option<&Record>, String> {
        let is_from = |record: &&Record| record.source.as_deref() == Some(source);
        let found: Vec<&Record> = self.here.iter().filter(is_from).collect();
        match found.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(only)),
            [one, other, ..] => Err(format!(
                "`{}` and `{}` are both records of `{source}`",
                one.name, other.name
            )),
        }
    }

    /// The name and number of the next record.
    ///
    /// # Errors
    ///
    /// If records are dated here and no day is known, in words.
    pub(crate) fn next(&self, report: &Report<'_>) -> Result<(String, Option<u32>), String> {
        let prefix = next(self.names.iter().map(String::as_str));
        let day = report.day();
        let name = prefix.name(report.title, day).ok_or_else(|| {
            "the records here are named by their day, and this one has none".to_owned()
        })?;
        let number = match prefix {
            Prefix::Number(number, _) => Some(number),
            Prefix::Day | Prefix::HyphenedDay => None,
        };
        Ok((self.free(name), number))
    }

    /// The name itself, or with a count behind it where it is taken.
    fn free(&self, name: String) -> String {
        let is_taken = |name: &String| self.names.contains(name);
        if !is_taken(&name) {
            return name;
        }
        let stem = name.trim_end_matches(".md");
        let mut names = (2..).map(|count: u32| format!("{stem}-{count}.md"));
        names.find(|name| !is_taken(name)).unwrap_or(name)
    }
}

/// The files of a folder that could be records, by name; none if it is not there.
fn records(folder: &Path) -> std::io::Result<Vec<Record>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut records = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if Path::new(&name).extension() != Some("md".as_ref()) {
            continue;
        }
        let number = match prefix(&name) {
            Some(Prefix::Number(number, _)) => Some(number),
            _ => None,
        };
        records.push(Record {
            source: source(&entry),
            number,
            name,
        });
    }
    records.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(records)
}

/// The requirements file that a file was made from, if it is one of ours and no link.
fn source(entry: &fs::DirEntry) -> Option<String> {
    let found = entry.metadata().ok()?;
    if !found.is_file() || found.len() > LARGEST {
        return None;
    }
    let text = fs::read_to_string(entry.path()).ok()?;
    let region = find(Syntax::Html, &text).ok()??;
    Some(region.source)
}

/// The names in the same folder of the branch that this one is to be merged into; none where git cannot tell.
fn names_at_base(
    directory: &Directory,
    root: &Root,
    base: Option<&str>,
) -> Result<Vec<String>, String> {
    if !root.is_repository {
        return match base {
            Some(_) => Err("`--base` needs a repository of git".to_owned()),
            None => Ok(Vec::new()),
        };
    }
    let Some(below) = directory.below(root) else {
        return Ok(Vec::new());
    };
    if let Some(base) = base {
        return git::names_in(&root.folder, base, &below)
            .map_err(|reason| format!("git knows no revision `{base}`: {reason}"));
    }
    let found = BASES
        .into_iter()
        .find_map(|base| git::names_in(&root.folder, base, &below).ok());
    Ok(found.unwrap_or_default())
}
