//! A whole interview as its user sees it, recorded in `tests/golden/interview/session.txt`; `UPDATE_GOLDEN=1 cargo test
//! session` records it anew.

use std::fs;

use super::{answer_lines, folder};
use crate::common::root;

/// What is typed.
const TYPED: &[&str] = &[
    "Vector search for support tickets",
    "vector-search",
    "?",
    "no",
    "<",
    "n",
    "1",
    "2",
    "3",
    "u Zoë asks the product owner, by Friday",
    "2",
    "3",
    "15",
    "review",
    "5",
    "2",
    "save",
];

#[test]
fn a_recorded_session_is_repeated_to_the_byte() {
    let folder = folder();
    let arguments = [
        "interview",
        "--plain",
        "--rubric",
        "ml-infrastructure",
        "-o",
        "search.yaml",
    ];
    let run = answer_lines(folder.path(), &arguments, TYPED);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let mut session = format!("$ trilemma {}\n", arguments.join(" "));
    let mut typed = TYPED.iter();
    for part in run.stderr.split_inclusive(" > ") {
        session.push_str(part);
        if part.ends_with(" > ") {
            session.extend([typed.next().unwrap_or(&""), "\n"]);
        }
    }
    let at = session.find("\nSaved in ").expect("it is saved");
    session.insert_str(at, &run.stdout);
    let path = root().join("tests/golden/interview/session.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &session).expect("it can be written");
    }
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    assert!(recorded == session, "the session is now\n{session}");
}

#[test]
fn what_the_readme_shows_of_a_session_was_recorded() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is there");
    let path = root().join("tests/golden/interview/session.txt");
    let recorded = fs::read_to_string(path).expect("a session is recorded");
    for block in readme.split("```interview\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        let mut rest = recorded.as_str();
        // An ellipsis on a line of its own stands for lines left out.
        for part in block.split("…\n").filter(|part| !part.is_empty()) {
            let at = rest.find(part);
            assert!(at.is_some(), "no session shows\n{part}");
            rest = &rest[at.unwrap_or(0) + part.len()..];
        }
    }
}
