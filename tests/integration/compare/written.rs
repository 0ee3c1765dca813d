//! Text made to leave its place, more of it than fits, and what programs read.

use std::fs;
use std::path::Path;

use crate::common::{Run, run, run_with_input, trilemma};
use crate::validator::Validator;
use serde_json::Value;

const FOLDER: &str = "tests/golden/compare";

/// What breaks out of one format or another.
const PAYLOADS: [&str; 9] = [
    "a\n::error file=x::b",
    "| a | b |\n| - | - |",
    "</details><script>alert(1)</script>",
    "--><b>x</b><!--",
    "[a](javascript:b) ![c](https://example.org/d)",
    "@everyone and @org/team, fixes #1",
    "a\u{1b}[31mb\u{9b}2Jc\u{7}\u{202e}d\u{2028}e",
    "```\n# h\n<!-- c -->",
    "&lt;b&gt; \\ {0} \u{0085}",
];

/// A text as YAML takes it, with what is not ASCII as its code.
fn quoted(text: &str) -> String {
    let json = serde_json::to_string(text).expect("a text is JSON");
    let plain = |c: char| {
        if c.is_ascii() {
            c.to_string()
        } else {
            format!("\\u{:04x}", u32::from(c))
        }
    };
    json.chars().map(plain).collect()
}

fn requirements(payload: &str, loaves: u32, parts: usize) -> String {
    let text = quoted(payload);
    let mut file = format!(
        "rubric: rubric.yaml\ntitle: {text}\nanswers: {{loaves: {{value: {loaves}, note: {text}, source: {text}}}, bakers: 3, night: yes, taste: us, remark: {text}}}\n\
         decision: {{chosen: build, because: {text}, deciders: [{text}]}}\n\
         waivers: [{{code: review-due, scope: {text}, because: {text}, owner: {text}, until: 2027-12-01}}]\n"
    );
    if parts > 0 {
        file.push_str("components:\n");
    }
    for part in 0..parts {
        file.extend([format!(
            "  - {{id: part-{part}, title: {text}, answers: {{taste: {{value: guests, note: {text}}}}}}}\n"
        )]);
    }
    file
}

fn compare(folder: &Path, format: &str) -> Run {
    let mut command = trilemma(folder);
    command.args(["compare", "old.yaml", "new.yaml", "--format", format]);
    Run::from(command.output().expect("the program runs"))
}

fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn no_text_leaves_its_place_in_any_format() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = folder.path();
    fs::write(
        at.join("rubric.yaml"),
        include_str!("../../golden/compare/rubric.yaml"),
    )
    .expect("it can be written");
    for payload in PAYLOADS {
        for parts in [0, 2] {
            fs::write(at.join("old.yaml"), requirements("plain", 120, parts))
                .expect("it can be written");
            fs::write(at.join("new.yaml"), requirements(payload, 80, parts))
                .expect("it can be written");
            for format in ["human", "markdown", "json"] {
                let run = compare(at, format);
                assert_eq!(run.code, Some(0), "{payload}: {}", run.stderr);
                assert!(!run.stdout.chars().any(acts), "{payload} in {format}");
                if format == "markdown" {
                    assert_page(&run.stdout);
                }
            }
        }
    }
}

/// Nothing is marked up but by the page: no tag that is not its own, no link, nobody called, and whole tables.
fn assert_page(page: &str) {
    let mut plain = page.to_owned();
    for own in [
        "<br>",
        "<sub>",
        "</sub>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
    ] {
        plain = plain.replace(own, "");
    }
    for (sign, of_a_name) in [
        ('@', char::is_alphanumeric as fn(char) -> bool),
        ('#', char::is_numeric),
    ] {
        let called = plain
            .split(sign)
            .skip(1)
            .find(|rest| rest.starts_with(of_a_name));
        assert_eq!(called, None, "{page}");
    }
    let plain = plain.replacen("<!-- trilemma-compare: new.yaml -->", "", 1);
    assert!(!plain.contains('<'), "{page}");
    assert!(!plain.contains("](") || plain.contains("\\]("), "{page}");
    let mut columns = 0;
    for line in plain.lines() {
        let bars = line
            .replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count();
        columns = if bars == 0 || columns == 0 {
            bars
        } else {
            columns
        };
        assert_eq!(bars, columns, "{line}");
    }
    let tag = |tag: &str| page.matches(tag).count();
    assert_eq!(tag("<details>"), tag("</details>"), "{page}");
}

#[test]
fn a_comment_never_grows_past_what_may_be_posted() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = folder.path();
    fs::write(
        at.join("rubric.yaml"),
        include_str!("../../golden/compare/rubric.yaml"),
    )
    .expect("it can be written");
    fs::write(at.join("old.yaml"), requirements("plain", 120, 50)).expect("it can be written");
    let long = "<|@".repeat(2_000);
    fs::write(at.join("new.yaml"), requirements(&long, 80, 50)).expect("it can be written");
    let run = compare(at, "markdown");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.len() < 65_536, "{} bytes", run.stdout.len());
    assert!(
        run.stdout.contains("would not fit here"),
        "nothing was left out"
    );
    assert!(
        run.stdout
            .starts_with("<!-- trilemma-compare: new.yaml -->\n")
    );
    assert_page(&run.stdout);
}

#[test]
fn the_mark_of_a_comment_cannot_be_ended_by_a_file_name() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = folder.path();
    fs::write(
        at.join("rubric.yaml"),
        include_str!("../../golden/compare/rubric.yaml"),
    )
    .expect("it can be written");
    for name in ["a--><b>.yaml", "x\n--!>y.yaml", "---.yaml"] {
        // Some systems have no such names.
        if fs::write(at.join(name), requirements("plain", 120, 0)).is_err() {
            continue;
        }
        let mut command = trilemma(at);
        command.args(["compare", "--format", "markdown", "--", name, name]);
        let run = Run::from(command.output().expect("the program runs"));
        let mark = run.stdout.lines().next().expect("a mark");
        let inner = mark
            .strip_prefix("<!-- ")
            .and_then(|rest| rest.strip_suffix(" -->"));
        let inner = inner.expect("a whole comment");
        assert!(!inner.contains("--") && !inner.contains('>'), "{mark}");
    }
}

#[test]
fn what_programs_read_is_as_the_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::compare());
    let pairs = [
        ["base.yaml", "base.yaml"],
        ["base.yaml", "lead.yaml"],
        ["base.yaml", "nobody.yaml"],
        ["base.yaml", "nothing-left.yaml"],
        ["base.yaml", "hostile.yaml"],
        ["thin.yaml", "answered.yaml"],
        ["base.yaml", "weights.yaml"],
        ["base.yaml", "decided.yaml"],
        ["base.yaml", "on-rubric-2.yaml"],
        ["on-rubric-2.yaml", "base.yaml"],
        ["base.yaml", "on-other-rubric.yaml"],
        ["base.yaml", "parts.yaml"],
        ["parts.yaml", "parts-changed.yaml"],
    ];
    for [old, new] in pairs {
        let run = run(FOLDER, &["compare", old, new, "--format", "json"]);
        let printed: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        if let Err(error) = validator.check(&printed) {
            panic!("{old} and {new}: {error}");
        }
        let subjects = printed["subjects"].as_array().expect("subjects");
        for comparison in subjects.iter().map(|subject| &subject["comparison"]) {
            let Some(changes) = comparison["changes"].as_array() else {
                continue;
            };
            let points = changes
                .iter()
                .map(|change| change["points"].as_f64().expect("a number"));
            let moved = moved(&comparison["lead"]);
            assert!(
                (points.sum::<f64>() - moved).abs() < 1e-9,
                "{old} and {new}"
            );
        }
    }
}

/// Points by which a lead moved.
fn moved(lead: &Value) -> f64 {
    let points = |at: &str| lead[at].as_f64().expect("a number");
    points("after") - points("before")
}

#[test]
fn one_of_the_files_may_come_from_standard_input() {
    let new =
        fs::read(crate::common::root().join(FOLDER).join("lead.yaml")).expect("it can be read");
    let run = run_with_input(FOLDER, &["compare", "base.yaml", "-"], &new);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("from build to buy"), "{}", run.stdout);
}

#[test]
fn as_many_changes_as_there_can_be_still_add_up() {
    let arguments = [
        "compare",
        "examples/bank-llm-no-way-through.yaml",
        "examples/robot-training-loop.yaml",
        "--format",
        "json",
    ];
    let run = run("", &arguments);
    let printed: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let comparison = &printed["subjects"][0]["comparison"];
    assert_eq!(comparison["exact"], false);
    let changes = comparison["changes"].as_array().expect("changes");
    assert!(changes.len() > 20, "{}", changes.len());
    let sum: f64 = changes
        .iter()
        .map(|change| change["points"].as_f64().expect("a number"))
        .sum();
    let moved = moved(&comparison["lead"]);
    assert!((sum - moved).abs() < 1e-9, "{sum} for {moved}");
}
