//! Showing, comparing, explaining and beginning rubrics.

use crate::common::{Run, files_with_ending, root, run, trilemma};
use crate::drawn;
use crate::drawn::{draw, fixed};
use proptest::prelude::*;
use serde_json::Value;
use trilemma::files::rubric::write as yaml;
use trilemma::files::{
    BUNDLED, Files, ProblemCode, Rubric, RubricOrigin, load_rubric, read_rubric,
};
use trilemma::output::text::Look;
use trilemma::topics::rubric_diff::compare;

#[test]
fn a_rubric_shown_as_yaml_decides_as_the_rubric_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    for bundled in BUNDLED {
        let shown = run("", &["rubric", "show", bundled.id, "--format", "yaml"]);
        let copy = folder.path().join(format!("{}.yaml", bundled.id));
        std::fs::write(&copy, shown.stdout).expect("the copy can be written");
    }
    for example in files_with_ending(&root().join("examples"), "yaml") {
        if example.ends_with("rubric.yaml") || example.ends_with("landscape.yaml") {
            continue;
        }
        let decide = |rubric: Option<&str>| {
            let mut arguments = vec![
                "decide",
                example.to_str().expect("a name"),
                "--format",
                "json",
            ];
            arguments.extend(rubric.iter().flat_map(|rubric| ["--rubric", rubric]));
            let decided = run("", &arguments);
            assert_eq!(decided.code, Some(0), "{}", decided.stderr);
            serde_json::from_str::<Value>(&decided.stdout).expect("the output is JSON")
        };
        let mut original = decide(None);
        let id = original["rubric"]["id"].as_str().expect("an id");
        let copy = folder.path().join(format!("{id}.yaml"));
        if !copy.exists() {
            continue; // a rubric of its own
        }
        let mut copied = decide(copy.to_str());
        // They differ in where the rubric comes from, and in nothing else.
        for document in [&mut original, &mut copied] {
            forget_origins(document);
        }
        assert_eq!(original, copied, "{}", example.display());
    }
}

fn forget_origins(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for origin in [
                "bundled",
                "path",
                "extends",
                "defined_in",
                "weight_defined_in",
            ] {
                fields.remove(origin);
            }
            fields.values_mut().for_each(forget_origins);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_origins),
        _ => {}
    }
}

#[test]
fn hostile_texts_come_back_from_yaml_as_they_were() {
    for path in files_with_ending(&root().join("tests/golden/rubrics"), "yaml") {
        let mut files = Files::default();
        let rubric = load_rubric(path.to_str().expect("a name"), &mut files);
        assert_round_trip(&rubric.expect("the rubric is sound"));
    }
}

proptest! {
    #![proptest_config(fixed(64))]

    #[test]
    fn any_rubric_comes_back_from_yaml_as_it_was(draw in draw()) {
        assert_round_trip(&drawn::read(&draw));
    }
}

#[test]
fn a_narrow_terminal_is_kept_to() {
    let longest = |folder: &str, arguments: &[&str]| {
        let output = trilemma(&root().join(folder))
            .args(arguments)
            .env("COLUMNS", "60")
            .output();
        let shown = String::from_utf8(output.expect("the program runs").stdout).expect("UTF-8");
        let is_address = |line: &&str| line.contains("://");
        let lines = shown
            .lines()
            .filter(|line| !is_address(line))
            .map(|line| line.chars().count());
        lines.max().unwrap_or(0)
    };
    assert!(longest("", &["rubric", "show"]) <= 60);
    assert!(longest("", &["explain", "differentiation"]) <= 60);
    let rubrics = "tests/golden/rubrics";
    assert!(longest(rubrics, &["rubric", "diff", "cafe.yaml", "cafe-later.yaml"]) <= 60);
}

#[test]
fn drawn_with_ascii_alone_nothing_else_is_drawn() {
    for arguments in [
        &["rubric", "show", "--ascii"][..],
        &["rubric", "diff", "cafe.yaml", "cafe-later.yaml", "--ascii"],
        &["explain", "no-barista", "--rubric", "cafe.yaml", "--ascii"],
    ] {
        let shown = run("tests/golden/rubrics", arguments);
        assert_eq!(shown.code, Some(0), "{}", shown.stderr);
        assert!(shown.stdout.is_ascii(), "{}", shown.stdout);
    }
}

#[test]
fn every_id_and_every_code_is_explained() {
    let look = Look {
        width: 80,
        ascii: false,
    };
    for bundled in BUNDLED {
        let mut files = Files::default();
        let rubric = load_rubric(bundled.id, &mut files).expect("the rubric is sound");
        for named in rubric.named() {
            let explained = trilemma::topics::rubric::explanation::explanation(
                Some(&rubric),
                named.id(),
                None,
                look,
            );
            assert!(explained.lines().count() > 2, "{}: {explained}", named.id());
        }
    }
    for code in ProblemCode::ALL {
        let explained =
            trilemma::topics::rubric::explanation::explanation(None, code.id(), Some(*code), look);
        assert!(explained.contains("What to do: "), "{explained}");
    }
}

#[test]
fn what_begins_a_rubric_is_a_rubric_and_is_written_only_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = |arguments: &[&str]| {
        let output = trilemma(folder.path())
            .args(["rubric", "new"])
            .args(arguments)
            .output();
        output.expect("the program runs").status.code()
    };
    assert_eq!(new(&["data-platform", "-o", "new.yaml"]), Some(0));
    let path = folder.path().join("new.yaml");
    let written = std::fs::read_to_string(&path).expect("it was written");
    let rubric = read(&written);
    assert_eq!(
        (rubric.id.as_str(), rubric.title.as_str()),
        ("data-platform", "Data platform")
    );
    assert!(
        rubric
            .criteria
            .iter()
            .all(|one| one.levels.iter().any(|level| level.when.is_none()))
    );
    assert_eq!(new(&["other", "-o", "new.yaml"]), Some(2));
    let kept = std::fs::read_to_string(&path).expect("it is still there");
    assert_eq!(written, kept);
    assert_eq!(new(&["other", "-o", "no-such-folder/new.yaml"]), Some(2));
}

#[test]
fn what_begins_a_rubric_has_nothing_to_find_fault_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let output = trilemma(folder.path()).args(arguments).output();
        Run::from(output.expect("the program runs"))
    };
    let lints_clean = |file: &str| {
        let linted = run(&["rubric", "lint", file, "--deny-warnings"]);
        assert_eq!(linted.code, Some(0), "{file}: {}", linted.stdout);
    };
    assert_eq!(
        run(&["rubric", "new", "own", "-o", "own.yaml"]).code,
        Some(0)
    );
    lints_clean("own.yaml");
    for bundled in BUNDLED {
        let file = format!("{}.yaml", bundled.id);
        let new = [
            "rubric",
            "new",
            "company",
            "--extends",
            bundled.id,
            "-o",
            &file,
        ];
        assert_eq!(run(&new).code, Some(0));
        lints_clean(&file);
        let path = folder.path().join(&file);
        let written = std::fs::read_to_string(&path).expect("it was written");
        let examples = with_examples(&written);
        assert_ne!(written, examples, "{file} has no examples");
        std::fs::write(&path, examples).expect("it can be written");
        lints_clean(&file);
    }
}

/// A rubric with the examples in its comments made part of it: those begin with a key, prose with a capital letter.
fn with_examples(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let rest = line.strip_prefix("# ");
        let is_example = |rest: &&str| rest.starts_with(|c: char| c == ' ' || c.is_lowercase());
        rest.filter(is_example).unwrap_or(line)
    });
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn a_rubric_differs_from_itself_in_nothing_and_both_ways_alike() {
    let rubrics = ["cafe", "cafe-later", "hostile"].map(|name| {
        let path = root().join(format!("tests/golden/rubrics/{name}.yaml"));
        let rubric = load_rubric(path.to_str().expect("a name"), &mut Files::default());
        rubric.expect("the rubric is sound")
    });
    for one in &rubrics {
        assert!(compare(one, one).same);
        for two in &rubrics {
            let (there, back) = (compare(one, two), compare(two, one));
            assert_eq!(there.differences.len(), back.differences.len());
            assert_eq!(there.whole.len(), back.whole.len());
        }
    }
}

fn assert_round_trip(rubric: &Rubric) {
    let text = yaml::rubric(rubric).expect("it can be written");
    let again = read(&text);
    let comparison = compare(rubric, &again);
    assert!(comparison.same, "{comparison:#?}\n{text}");
    assert_eq!(yaml::rubric(&again).expect("it can be written"), text);
}

fn read(text: &str) -> Rubric {
    let mut files = Files::default();
    let file = files.add("rubric.yaml", text);
    match read_rubric(file, &mut files, RubricOrigin::Bundled) {
        Ok(rubric) => rubric,
        Err(problems) => panic!("{problems:#?}\n{text}"),
    }
}
