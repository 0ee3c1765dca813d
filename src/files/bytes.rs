//! Bytes of files, read with an eye on what a path may name.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::{fs, io};

use crate::files::MAX_BYTES;

/// Reads a regular file: a device or a pipe might never end.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    read_file_within(path, MAX_BYTES)
}

/// The same, for files that may be larger.
pub(crate) fn read_file_within(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    if !metadata.is_file() {
        let reason = "it is not a regular file";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    read_at_most(File::open(path)?, most)
}

/// Reads one byte past the limit at most, so that the size can be refused without reading it all.
pub(crate) fn read_at_most(source: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file could not be read, in the same words on every system.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        _ if error.get_ref().is_some() => error.to_string(),
        kind => kind.to_string(),
    }
}
