//! Puts the bundled rubrics into the program: their cases, `rubrics/*/cases/*.yaml`, and the steps of their other files,
//! so that these need not be parsed each time the program runs.

#![allow(clippy::print_stdout)] // how a build script speaks to cargo

#[path = "../src/files/yaml/steps.rs"]
mod steps;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use granit_parser::{Event, Parser, ScalarStyle};
use steps::{PlacedStep, Step};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=rubrics");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/files/yaml/steps.rs");
    let rubrics = entries(&folder("CARGO_MANIFEST_DIR")?.join("rubrics"))?;
    let rubrics: Vec<PathBuf> = rubrics.into_iter().filter(|path| path.is_dir()).collect();
    let out = folder("OUT_DIR")?;
    fs::write(out.join("bundled_cases.rs"), cases(&rubrics)?)?;
    fs::write(out.join("bundled_steps.rs"), steps(&rubrics, &out)?)
}

/// The steps of every file of every rubric, as an expression.
fn steps(rubrics: &[PathBuf], out: &Path) -> io::Result<String> {
    let mut steps = String::from("&[\n");
    for rubric in rubrics {
        for file in entries(rubric)?.iter().filter(|path| is_yaml(path)) {
            let (rubric, file, text) = (name(rubric), name(file), fs::read_to_string(file)?);
            let written = format!("{rubric}.{file}.steps");
            fs::write(out.join(&written), steps_of(&text).unwrap_or_default())?;
            let line = format!("    ({rubric:?}, {file:?}, include_bytes!({written:?})),\n");
            steps.push_str(&line);
        }
    }
    steps.push_str("]\n");
    Ok(steps)
}

/// The steps of a text; `None` if it is not plain YAML, which is told where it is read.
fn steps_of(text: &str) -> Option<Vec<u8>> {
    let mut steps: Vec<PlacedStep<'_>> = Vec::new();
    // Positions of the lists and maps that are open, each with how many keys, values or items it has so far.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let step = match event {
            Event::Scalar(text, style, 0, None) => Step::Scalar {
                text: text.into_owned().into(),
                plain: style == ScalarStyle::Plain,
            },
            Event::SequenceStart(_, 0, None) => Step::Sequence(0),
            Event::MappingStart(_, 0, None) => Step::Mapping(0),
            Event::SequenceEnd | Event::MappingEnd => Step::End,
            Event::DocumentStart(..) => {
                documents += 1;
                continue;
            }
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => continue,
            _ => return None,
        };
        if let Step::End = step {
            let (start, count) = open.pop()?;
            match &mut steps[start].0 {
                Step::Sequence(items) => *items = count,
                Step::Mapping(entries) => *entries = count / 2,
                Step::Scalar { .. } | Step::End => return None,
            }
        } else if let Some((_, count)) = open.last_mut() {
            *count += 1;
        }
        if let Step::Sequence(_) | Step::Mapping(_) = step {
            open.push((steps.len(), 0));
        }
        steps.push((step, span.byte_range()?));
    }
    let written = steps.iter().map(postcard::to_stdvec);
    let written: Vec<Vec<u8>> = written.collect::<Result<_, _>>().ok()?;
    (documents == 1).then(|| written.concat())
}

/// The cases of every rubric, as an expression.
fn cases(rubrics: &[PathBuf]) -> io::Result<String> {
    let mut cases = String::from("&[\n");
    for rubric in rubrics {
        let folder = rubric.join("cases");
        if !folder.is_dir() {
            continue;
        }
        for case in entries(&folder)?.iter().filter(|path| is_yaml(path)) {
            let text = case
                .to_str()
                .ok_or_else(|| io::Error::other("a path is not UTF-8"))?;
            let (rubric, case) = (name(rubric), name(case));
            let line = format!("    ({rubric:?}, {case:?}, include_str!({text:?})),\n");
            cases.push_str(&line);
        }
    }
    cases.push_str("]\n");
    Ok(cases)
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

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml")
}

fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
