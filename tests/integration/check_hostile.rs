//! Text made to leave its place, in every format of the gate.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{Run, trilemma};

const FORMATS: [&str; 6] = ["human", "json", "github", "sarif", "junit", "markdown"];

/// What breaks out of one format or another.
const PAYLOADS: [&str; 14] = [
    "a\n::error file=x::b",
    "a\r\n::warning::b",
    "%0A::error::b",
    "::add-mask::b",
    "a,line=1::b:c",
    "]]><failure/>",
    "\"/><testcase name='x'>",
    "<script>alert(1)</script>",
    "| a | b |\n| - | - |",
    "[a](javascript:b) ![c](https://example.org/d)",
    "a\u{1b}[31mb\u{9b}2Jc\u{7}",
    "a\u{202e}b\u{2066}c\u{200f}d\u{2028}e",
    "```\n# h\n<!-- c -->",
    "&lt;b&gt; \\ {0} \u{0085}",
];

const RUBRIC: &str = r"
rubric: yard
version: 1.0.0
title: @RUBRIC-TITLE@
groups: [{id: work, title: Work}]
questions:
  - {id: vans, group: work, ask: @ASK@, type: number, minimum: 0}
  - {id: kind, group: work, ask: Kind?, type: choice, choices: [{id: plain, label: @LABEL@}, {id: odd, label: Odd}]}
sources: {book: {title: Book}}
criteria:
  - id: volume
    group: work
    title: @CRITERION@
    weight: 4
    why: Why.
    sources: [book]
    levels:
      - {when: {vans: {under: 9}}, build: +2, because: few}
      - {otherwise: true, buy: +2, because: many}
vetoes:
  - {id: no-odd, excludes: [buy], when: {kind: odd}, because: @VETO@, lifted-by: @LIFTED@, sources: [book]}
advice:
  - {id: both, kind: contradiction, when: {all-of: [{kind: odd}, {vans: {at-least: 0}}]}, say: @SAY@}
next-steps: {}
";

const REQUIREMENTS: &str = r"
rubric: @RUBRIC@
title: @TITLE@
answers: {vans: {value: 4, note: @NOTE@, source: @SOURCE@}, kind: odd@ANSWER@}
decision: {chosen: buy, deciders: [@DECIDER@], because: @BECAUSE@, review-by: 2026-01-01}
gate: {required: [vans], min-margin: 150}
waivers:
  - {code: review-overdue, because: @REASON@, owner: @OWNER@, until: 2026-12-01}
  - {code: margin-too-small, scope: @SCOPE@, because: b, owner: @OTHER-OWNER@, until: 2026-01-01}
@KEY@
";

/// Every place for a text, with what stands there otherwise.
const FIELDS: [(&str, &str); 19] = [
    ("@RUBRIC-TITLE@", "Yard"),
    ("@ASK@", "Vans?"),
    ("@LABEL@", "Plain"),
    ("@CRITERION@", "Volume"),
    ("@VETO@", "odd"),
    ("@LIFTED@", "plain"),
    ("@SAY@", "Both."),
    ("@RUBRIC@", "rubric.yaml"),
    ("@TITLE@", "Vans"),
    ("@NOTE@", "n"),
    ("@SOURCE@", "s"),
    ("@ANSWER@", ""),
    ("@DECIDER@", "d"),
    ("@BECAUSE@", "b"),
    ("@REASON@", "r"),
    ("@OWNER@", "o"),
    ("@SCOPE@", "no-odd"),
    ("@OTHER-OWNER@", "p"),
    ("@KEY@", ""),
];

#[test]
fn no_text_leaves_its_place_in_any_format() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut placements = 0;
    for (field, _) in FIELDS {
        for payload in PAYLOADS {
            write(folder.path(), field, payload);
            assert_contained(
                &check(folder.path(), "requirements.yaml"),
                folder.path(),
                field,
            );
            placements += 1;
        }
    }
    assert!(placements >= 200, "{placements}");
}

#[test]
fn no_file_name_leaves_its_place_in_any_format() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for payload in PAYLOADS {
        write(folder.path(), "", "");
        let name = format!("{}.yaml", payload.replace('/', "_"));
        // Some systems have no such names.
        if fs::copy(
            folder.path().join("requirements.yaml"),
            folder.path().join(&name),
        )
        .is_ok()
        {
            assert_contained(&check(folder.path(), &name), folder.path(), &name);
        }
    }
}

#[test]
fn a_title_of_a_megabyte_makes_no_format_endless() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for field in ["@TITLE@", "@REASON@", "@OWNER@", "@SCOPE@", "@KEY@"] {
        write(folder.path(), field, &"<b>|\u{1b}::".repeat(60_000));
        let run = check(folder.path(), "requirements.yaml");
        assert_contained(&run, folder.path(), field);
        for format in ["human", "github", "markdown"] {
            let size = read(folder.path(), format).len();
            assert!(size < 100_000, "{field}: {size} bytes of {format}");
        }
    }
}

/// Writes both files with a payload in one field.
fn write(folder: &Path, hostile: &str, payload: &str) {
    let quoted = serde_json::to_string(payload).expect("a text is JSON");
    let fill = |text: &str| {
        FIELDS.iter().fold(text.to_owned(), |text, (field, usual)| {
            let value = match (*field == hostile, *field) {
                (false, _) => (*usual).to_owned(),
                (true, "@ANSWER@") => format!(", {quoted}: 1"),
                (true, "@KEY@") => format!("{quoted}: 1"),
                (true, _) => quoted.replace('{', "{{").replace('}', "}}"),
            };
            text.replace(field, &value)
        })
    };
    fs::write(folder.join("rubric.yaml"), fill(RUBRIC)).expect("it can be written");
    fs::write(folder.join("requirements.yaml"), fill(REQUIREMENTS)).expect("it can be written");
}

/// One run that writes every format to a file of its own.
fn check(folder: &Path, file: &str) -> Run {
    let mut command = trilemma(folder);
    command.args(["check", "--today", "2026-11-23", "--format", "github"]);
    for format in FORMATS {
        command.arg(format!("--output={format}=out.{format}"));
    }
    Run::from(
        command
            .arg("--")
            .arg(file)
            .output()
            .expect("the program runs"),
    )
}

fn read(folder: &Path, format: &str) -> String {
    fs::read_to_string(folder.join(format!("out.{format}"))).expect("it was written")
}

fn assert_contained(run: &Run, folder: &Path, field: &str) {
    assert_eq!(run.code, Some(run.code.unwrap_or(9).min(2)), "{field}");
    assert_ne!(run.code, Some(0), "{field}: {}", run.stdout);
    for format in FORMATS {
        let text = read(folder, format);
        let acting: Vec<char> = text.chars().filter(|c| acts(*c)).collect();
        assert!(acting.is_empty(), "{field} in {format}: {acting:?}\n{text}");
        match format {
            "github" => assert_workflow_commands(&text),
            "junit" => assert_elements(&text),
            "markdown" => assert_page(&text),
            "human" => assert!(
                !text.lines().any(|line| line.trim_start().starts_with("::")),
                "{text}"
            ),
            "sarif" => assert_sarif(&text),
            _ => drop(serde_json::from_str::<Value>(&text).expect("it is JSON")),
        }
    }
    assert!(!run.stderr.chars().any(acts), "{}", run.stderr);
}

fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Every line is one of the three commands, with the properties that there are and nothing after them.
fn assert_workflow_commands(text: &str) {
    for line in text.lines() {
        let (head, _) = line
            .strip_prefix("::")
            .and_then(|rest| rest.split_once("::"))
            .expect("a command");
        let (name, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').expect("a property");
            let known = ["file", "line", "col", "endColumn", "endLine", "title"];
            assert!(known.contains(&key), "{line}");
            assert!(!value.contains(':'), "{line}");
        }
    }
}

/// Every tag is one that is written here, and closed in the right order.
fn assert_elements(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in text.split('<').skip(1) {
        let (tag, rest) = tag.split_once('>').expect("a tag ends");
        assert!(!rest.contains('>'), "{text}");
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{text}");
        } else if !tag.starts_with('?') {
            assert!(
                [
                    "testsuites",
                    "testsuite",
                    "properties",
                    "property",
                    "testcase",
                    "skipped"
                ]
                .contains(&name)
                    || ["failure", "system-out", "system-err"].contains(&name),
                "{name}"
            );
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// Tables keep their columns, and nothing is marked up but by the page.
fn assert_page(text: &str) {
    let plain = text
        .replace("<br>", "")
        .replace("<sub>", "")
        .replace("</sub>", "");
    assert!(!plain.contains('<'), "{text}");
    assert!(!plain.contains("](") || plain.contains("\\]("), "{text}");
    let mut columns = 0;
    for line in text.lines() {
        let bars = line
            .replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count();
        if bars == 0 {
            columns = 0;
        } else if columns == 0 {
            columns = bars;
        }
        assert_eq!(bars, columns, "{line}");
        assert!(
            !line.starts_with('#')
                || ["## Decisions", "### Waived"]
                    .iter()
                    .any(|head| line.starts_with(head))
        );
    }
}

/// It is JSON, its addresses are addresses, and nothing links.
fn assert_sarif(text: &str) {
    let document: Value = serde_json::from_str(text).expect("it is JSON");
    let results = document["runs"][0]["results"].as_array().expect("results");
    for result in results {
        let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        let uri = uri.as_str().expect("an address");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
        assert!(uri.chars().all(is_plain), "{uri}");
        let message = result["message"]["text"].as_str().expect("a message");
        let bare = message
            .replace("\\\\", "")
            .replace("\\[", "")
            .replace("\\]", "");
        assert!(!bare.contains(['[', ']']), "{message}");
    }
}
