//! The folder in which a repository keeps its decision records.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::configured::configured;
use crate::commands::report::root::Root;

/// Where records are kept if nothing says so, in the order in which they are looked for; the first is made.
const USUAL: [&str; 3] = ["docs/decisions", "docs/adr", "doc/adr"];

/// The folder of the decision records.
#[derive(Debug)]
pub(crate) struct Directory {
    /// The folder, which may not be there yet.
    pub(crate) path: PathBuf,
    /// The folder as it is told.
    pub(crate) shown: String,
    /// Whether the tool that reads the records wants their number in the front matter too.
    pub(crate) wants_number: bool,
}

impl Directory {
    /// The folder that the user names, or else the one that the repository uses.
    ///
    /// # Errors
    ///
    /// If settings of the repository lead out of it, or cannot be read, in words.
    pub(crate) fn of(named: &Path, root: &Root) -> Result<Self, String> {
        let wants_number = root.folder.join("adrs.toml").is_file();
        if !named.as_os_str().is_empty() {
            return Ok(Self {
                path: named.to_owned(),
                shown: named.display().to_string().replace('\\', "/"),
                wants_number,
            });
        }
        let (written, says) = match configured(&root.folder)? {
            Some(configured) => (configured.folder, Some(configured.file)),
            None => (usual(root).to_owned(), None),
        };
        let refuse = |why: &str| match says {
            Some(file) => format!("`{file}` keeps decision records in `{written}`, which {why}"),
            None => format!("`{written}` {why}"),
        };
        let shown = below(&written).ok_or_else(|| refuse("is not a folder below its own"))?;
        let path = root.folder.join(&shown);
        if leads_out(&path, &root.folder) {
            return Err(refuse("leads out of the repository"));
        }
        Ok(Self {
            path,
            shown,
            wants_number,
        })
    }

    /// The folder as a path from the root, if it is below.
    pub(crate) fn below(&self, root: &Root) -> Option<String> {
        let real = self.path.ancestors().find_map(|above| {
            let real = above.canonicalize().ok()?;
            Some(real.join(self.path.strip_prefix(above).ok()?))
        })?;
        let below = real.strip_prefix(&root.folder).ok()?;
        Some(below.to_str()?.replace('\\', "/"))
    }

    /// A file in it that may be written.
    ///
    /// # Errors
    ///
    /// If it is a link, in words.
    pub(crate) fn file(&self, name: &str) -> Result<PathBuf, String> {
        let path = self.path.join(name);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
        if is_link {
            return Err(format!(
                "`{}/{name}` is a link, and nothing is written through it",
                self.shown
            ));
        }
        Ok(path)
    }
}

/// The first of the usual folders that is there, or else the first.
fn usual(root: &Root) -> &'static str {
    let mut usual = USUAL.into_iter();
    let there = usual.find(|folder| root.folder.join(folder).is_dir());
    there.unwrap_or(USUAL[0])
}

/// A path below the folder it is written in, with `/` between folders and without detours; `None` if it is not.
fn below(written: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in Path::new(written).components() {
        match part {
            Component::CurDir => {}
            Component::Normal(part) => parts.push(part.to_str()?.to_owned()),
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    let is_fine = |part: &String| part != ".git" && !part.contains(char::is_control);
    (!parts.is_empty() && parts.iter().all(is_fine)).then(|| parts.join("/"))
}

/// Whether a link on the way to a path leads out of the root.
fn leads_out(path: &Path, root: &Path) -> bool {
    let there = path.ancestors().find_map(|above| above.canonicalize().ok());
    !there.is_some_and(|there| there.starts_with(root))
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn a_folder_has_to_lie_below_its_own() {
        assert_eq!(below("./docs//adr/").as_deref(), Some("docs/adr"));
        assert_eq!(below("docs/x/../adr").as_deref(), Some("docs/adr"));
        for hostile in [
            "..",
            "../../x",
            "docs/../../x",
            "/etc",
            "",
            ".",
            ".git/hooks",
            "a\nb",
        ] {
            assert_eq!(below(hostile), None, "{hostile:?}");
        }
    }
}
