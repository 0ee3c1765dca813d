//! Where the files behind a path are read: on this machine, or as they were at some time.

use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use crate::files::bytes::read_file_within;

/// Where the files behind a path are read.
#[derive(Clone, Copy)]
pub(crate) enum ReadFrom<'a> {
    /// On this machine, as they are.
    Disk,
    /// From another copy of them.
    Copy {
        /// The bytes of a file.
        read: &'a dyn Fn(&Path) -> io::Result<Vec<u8>>,
        /// What tells the copy from the file itself, such as a revision.
        called: &'a str,
    },
}

impl ReadFrom<'_> {
    /// The bytes of a file, up to one more than the limit where it is read from this machine.
    pub(crate) fn bytes(self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        match self {
            Self::Disk => read_file_within(path, most),
            Self::Copy { read, .. } => read(path),
        }
    }

    /// What a file is called in messages.
    pub(crate) fn name(self, path: &Path) -> String {
        match self {
            Self::Disk => path.display().to_string(),
            Self::Copy { called, .. } => format!("{}@{called}", path.display()),
        }
    }

    /// A path without detours, if there is such a file.
    pub(crate) fn real(self, path: &Path) -> PathBuf {
        match self {
            Self::Disk => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
            Self::Copy { .. } => without_detours(path),
        }
    }
}

/// The same path by its words alone: there is no file system to ask.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let is_folder = matches!(plain.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if is_folder => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::without_detours;

    #[test]
    fn a_path_without_detours_leads_to_the_same_place() {
        let plain = |path: &str| without_detours(Path::new(path)).display().to_string();
        assert_eq!(plain("./a/../b/./c.yaml"), "b/c.yaml");
        assert_eq!(plain("../../a.yaml"), "../../a.yaml");
        assert_eq!(plain("/a/../../b"), "/../b");
    }
}
