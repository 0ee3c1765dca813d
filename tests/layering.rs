//! Every layer uses only the layers below it.

#![allow(clippy::expect_used)] // a test may fail

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("input", &["model"]),
    ("landscape", &["model"]),
    ("scoring", &["model"]),
    ("lint", &["model", "scoring"]),
    ("robustness", &["model", "scoring"]),
    ("decision", &["model", "scoring", "robustness"]),
    (
        "report",
        &["model", "scoring", "robustness", "decision", "landscape"],
    ),
    ("plan", &["model", "scoring", "decision", "landscape"]),
    ("gate", &["model", "decision"]),
    ("comparison", &["model", "scoring", "decision"]),
    ("backtest", &["model", "scoring", "robustness", "decision"]),
    (
        "render",
        &[
            "model",
            "scoring",
            "robustness",
            "decision",
            "report",
            "gate",
            "comparison",
            "backtest",
            "landscape",
            "plan",
        ],
    ),
    ("schema", &["model", "render"]),
    (
        "interview",
        &["model", "input", "scoring", "robustness", "decision"],
    ),
    (
        "commands",
        &[
            "model",
            "input",
            "interview",
            "landscape",
            "scoring",
            "lint",
            "robustness",
            "decision",
            "report",
            "gate",
            "comparison",
            "backtest",
            "plan",
            "render",
            "schema",
        ],
    ),
];

/// The layers that read, write or look at the machine.
const DO_IO: &[&str] = &["input", "commands"];

#[test]
fn layers_use_only_what_lies_below_them() {
    for (layer, may_use) in LAYERS {
        for file in rust_files(&source().join(layer)) {
            let text = code(&file);
            for used in layers_named(&text) {
                let allowed = used == *layer || may_use.contains(&used.as_str());
                assert!(
                    allowed,
                    "{} uses `crate::{used}`, which layer `{layer}` may not",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn every_folder_of_the_source_is_a_layer() {
    let folders: BTreeSet<String> = fs::read_dir(source())
        .expect("the source is there")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let layers: BTreeSet<String> = LAYERS
        .iter()
        .map(|(layer, _)| (*layer).to_owned())
        .collect();
    assert_eq!(folders, layers);
}

#[test]
fn io_happens_only_at_the_edges() {
    let io = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "SystemTime",
        "Instant",
        "stdout()",
        "stderr()",
        "stdin()",
    ];
    for (layer, _) in LAYERS.iter().filter(|(layer, _)| !DO_IO.contains(layer)) {
        for file in rust_files(&source().join(layer)) {
            let text = code(&file);
            for name in io {
                assert!(
                    !text.contains(name),
                    "{} uses `{name}` in layer `{layer}`",
                    file.display()
                );
            }
        }
    }
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the layer is there").flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                rust_files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The code of a file without its comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("the file can be read");
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first names after `crate::`, those in braces included.
fn layers_named(text: &str) -> BTreeSet<String> {
    let after = text.split("crate::").skip(1);
    after
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .map(first_name)
                .collect(),
            None => vec![first_name(rest)],
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn first_name(path: &str) -> String {
    path.trim_start()
        .chars()
        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
        .collect()
}
