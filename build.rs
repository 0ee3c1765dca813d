//! Puts the cases of the bundled rubrics, `rubrics/*/cases/*.yaml`, into the program.

#![allow(clippy::print_stdout)] // how a build script speaks to cargo

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=rubrics");
    let rubrics = folder("CARGO_MANIFEST_DIR")?.join("rubrics");
    let mut cases = String::from("&[\n");
    for rubric in entries(&rubrics)? {
        let folder = rubric.join("cases");
        if !folder.is_dir() {
            continue;
        }
        for case in entries(&folder)?.iter().filter(|path| is_case(path)) {
            let text = case
                .to_str()
                .ok_or_else(|| io::Error::other("a path is not UTF-8"))?;
            let (rubric, case) = (name(&rubric), name(case));
            let line = format!("    ({rubric:?}, {case:?}, include_str!({text:?})),\n");
            cases.write_str(&line).map_err(io::Error::other)?;
        }
    }
    cases.push_str("]\n");
    fs::write(folder("OUT_DIR")?.join("bundled_cases.rs"), cases)
}

fn folder(variable: &str) -> io::Result<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::other(format!("{variable} is not set")))
}

/// What is in a folder, in order.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    entries.sort();
    Ok(entries)
}

fn is_case(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml")
}

fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
