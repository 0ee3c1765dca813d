//! The rooms of the house: each uses only those below it, files do not lean on each other in circles, and only the edges
//! touch the machine.

#![allow(clippy::expect_used)] // a test may fail

#[path = "layering/imports.rs"]
mod imports;

use std::collections::BTreeSet;
use std::fs;

use imports::{House, source};

/// Each room with the rooms it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("output", &[]),
    ("files", &["output"]),
    ("engine", &["files", "output"]),
    ("topics", &["files", "engine", "output"]),
    ("report", &["files", "engine", "topics", "output"]),
    ("cli", &["files", "topics"]),
    (
        "commands",
        &["files", "engine", "topics", "report", "output", "cli"],
    ),
];

/// The rooms that read, write or look at the machine.
const DO_IO: &[&str] = &["files", "commands"];

/// The most files that may lean on each other in a circle.
const LARGEST_CYCLE: usize = 3;

#[test]
fn rooms_use_only_what_lies_below_them() {
    let house = House::measured();
    let is_wrong = |from: usize, to: usize| {
        let (room, used) = (house.room(from), house.room(to));
        // The library's and the program's face are in no room.
        let may_use = ROOMS.iter().find(|(name, _)| *name == room);
        may_use.is_some_and(|(_, may_use)| room != used && !may_use.contains(&used))
    };
    let wrong: Vec<String> = house
        .imports()
        .into_iter()
        .filter(|&(from, to)| is_wrong(from, to))
        .map(|(from, to)| format!("{} uses {}", house.name(from), house.name(to)))
        .collect();
    assert!(
        wrong.is_empty(),
        "rooms use others that lie above them:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn files_do_not_lean_on_each_other_in_circles() {
    let house = House::measured();
    let cycles = house.cycles();
    let too_large: Vec<String> = cycles
        .iter()
        .filter(|cycle| cycle.len() > LARGEST_CYCLE)
        .map(|cycle| house.told(cycle))
        .collect();
    assert!(
        too_large.is_empty(),
        "more than {LARGEST_CYCLE} files import each other in a circle:\n{}",
        too_large.join("\n")
    );
}

#[test]
fn the_map_has_every_room_with_what_it_uses() {
    let map = fs::read_to_string(source().join("../ARCHITECTURE.md")).expect("the map is there");
    let rows = map.lines().filter_map(|line| line.strip_prefix("| `"));
    let drawn: Vec<(String, BTreeSet<String>)> = rows
        .map(|row| {
            let (room, rest) = row.split_once('`').expect("a room is in code type");
            let uses = rest.trim_end_matches('|').rsplit('|').next();
            let uses = uses.unwrap_or_default().split(',').map(str::trim);
            let uses = uses.filter(|name| !name.is_empty()).map(str::to_owned);
            (room.to_owned(), uses.collect())
        })
        .collect();
    let rooms: Vec<(String, BTreeSet<String>)> = ROOMS
        .iter()
        .map(|(room, uses)| {
            let uses = uses.iter().map(|&name| name.to_owned());
            ((*room).to_owned(), uses.collect())
        })
        .collect();
    assert_eq!(drawn, rooms);
}

#[test]
fn every_file_that_the_pages_for_contributors_name_is_there() {
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let root = source().join("..");
        let text = fs::read_to_string(root.join(page)).expect("the page is there");
        let named = text.split('`').skip(1).step_by(2);
        let is_path = |name: &&str| {
            let starts = ["src/", "tests/", "docs/", "schemas/", "rubrics/", "output/"];
            let starts = starts
                .iter()
                .chain(&["files/", "engine/", "topics/", "commands/"]);
            starts.clone().any(|start| name.starts_with(start))
                && !name.contains(['*', ' ', ':'])
                && !name
                    .chars()
                    .any(|c| c.is_ascii_uppercase() && !name.ends_with("README.md"))
        };
        for name in named.filter(is_path) {
            let is_there = root.join(name).exists() || source().join(name).exists();
            assert!(is_there, "{page} names `{name}`");
        }
    }
}

#[test]
fn every_folder_of_the_source_is_a_room() {
    let folders: BTreeSet<String> = fs::read_dir(source())
        .expect("the source is there")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let rooms: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(folders, rooms);
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
    let house = House::measured();
    for file in house.files() {
        let room = house.room(file);
        if room.is_empty() || DO_IO.contains(&room) {
            continue;
        }
        for name in io {
            assert!(
                !house.code(file).contains(name),
                "{} uses `{name}` in the room `{room}`",
                house.name(file)
            );
        }
    }
}
