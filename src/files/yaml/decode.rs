//! Bytes to text: what is checked before YAML is looked at.

use crate::files::{FileId, Files, Place, Problem, ProblemCode};

/// The largest file that is read, in bytes. The largest bundled rubric is under a tenth of it.
pub(crate) const MAX_BYTES: usize = 1024 * 1024;

/// Keeps a file's text, or says why its bytes are not text that can be read.
///
/// # Errors
///
/// If the bytes are more than [`MAX_BYTES`] or not UTF-8. The file is kept all the same, up to the fault,
/// so that the problem can be shown.
pub(crate) fn decode(name: &str, bytes: &[u8], files: &mut Files) -> Result<FileId, Problem> {
    decode_within(name, bytes, MAX_BYTES, files)
}

/// The same, for files that may be larger or have to be smaller.
pub(crate) fn decode_within(
    name: &str,
    bytes: &[u8],
    most: usize,
    files: &mut Files,
) -> Result<FileId, Problem> {
    if bytes.len() > most {
        let file = files.add(name, "");
        let found = format!("the file is larger than {} KiB", most / 1024);
        return Err(
            Problem::new(ProblemCode::FileTooLarge, start_of(file), found).help(
                "a requirements file or rubric takes a few dozen KiB; is this the right file?",
            ),
        );
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(files.add(name, text)),
        Err(error) => {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let file = files.add(name, good.clone());
            let place = Place {
                file,
                start: good.len(),
                end: good.len(),
            };
            let found = format!("byte {} is not UTF-8 text", error.valid_up_to() + 1);
            let help = match bytes {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                    "the file looks like UTF-16; save it as UTF-8"
                }
                _ => "save the file as UTF-8",
            };
            Err(Problem::new(ProblemCode::NotUtf8, place, found).help(help))
        }
    }
}

/// The very beginning of a file.
pub(crate) fn start_of(file: FileId) -> Place {
    Place {
        file,
        start: 0,
        end: 0,
    }
}
