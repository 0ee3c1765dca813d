//! What the README shows is what happens.

use std::fs;

use crate::common::{root, run};

#[test]
fn every_terminal_block_of_the_readme_is_what_the_program_prints() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is there");
    let blocks: Vec<&str> = readme
        .split("```console\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(!blocks.is_empty(), "the README shows no terminal");
    for block in blocks {
        let (command, shown) = block
            .split_once('\n')
            .expect("a command and what it prints");
        let arguments: Vec<&str> = command
            .strip_prefix("$ trilemma ")
            .expect("a command line")
            .split_whitespace()
            .collect();
        let printed = run("", &arguments);
        assert_eq!(printed.code, Some(0), "{command}: {}", printed.stderr);
        // An ellipsis on a line of its own stands for lines left out.
        let mut rest = printed.stdout.as_str();
        for part in shown.split("…\n").filter(|part| !part.is_empty()) {
            let at = rest.find(part);
            assert!(
                at.is_some(),
                "{command} does not print\n{part}\nbut\n{}",
                printed.stdout
            );
            rest = &rest[at.unwrap_or(0) + part.len()..];
        }
        let is_whole = !shown.contains("…\n");
        assert!(
            !is_whole || printed.stdout == shown,
            "{command} prints\n{}",
            printed.stdout
        );
    }
}
