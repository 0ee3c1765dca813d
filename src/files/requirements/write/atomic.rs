//! Files that appear whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Whether a file that is there already may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replace {
    /// No: writing fails.
    Never,
    /// Yes.
    Whatever,
}

/// Writes a file beside where it belongs and then puts it there in one step, so that neither a crash nor a reader ever
/// meets half of it. The permissions of a file that is replaced stay, and a link to it goes on leading to it.
///
/// # Errors
///
/// If it cannot be written, or is there already and must not be replaced.
pub(crate) fn write_whole(path: &Path, text: &str, replace: Replace) -> io::Result<()> {
    let path = match replace {
        Replace::Whatever => fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
        Replace::Never => path.to_owned(),
    };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".trilemma-");
    allow_others(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    if let Ok(metadata) = fs::metadata(&path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    match replace {
        Replace::Whatever => file.persist(&path)?,
        Replace::Never => file.persist_noclobber(&path)?,
    };
    Ok(())
}

/// What is written is no secret: it gets the permissions of any new file.
#[cfg(unix)]
fn allow_others(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn allow_others(_builder: &mut tempfile::Builder<'_, '_>) {}
