//! What `decide` does with its options.

use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::common::{Run, root, run, run_with_input, trilemma};

const MAIN: &str = "examples/fraud-scoring-serving.yaml";

fn json(arguments: &[&str]) -> Value {
    let run = run(
        "",
        &[&["decide"], arguments, &["--format", "json"]].concat(),
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the output is JSON")
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["table", "json"] {
        let first = run("", &["decide", MAIN, "--format", format]);
        assert!(
            (0..5).all(|_| run("", &["decide", MAIN, "--format", format]) == first),
            "{format}"
        );
    }
}

#[test]
fn the_order_of_keys_in_a_file_changes_nothing() {
    let text = std::fs::read_to_string(root().join(MAIN)).expect("the example is there");
    let value: serde_yaml::Mapping = serde_yaml::from_str(&text).expect("the example is YAML");
    let reversed = reverse(serde_yaml::Value::Mapping(value));
    let text = serde_yaml::to_string(&reversed).expect("it can be written");
    let turned = run_with_input(
        "examples",
        &["decide", "-", "--format", "json"],
        text.as_bytes(),
    );
    assert_eq!(turned.code, Some(0), "{}", turned.stderr);
    assert_eq!(
        turned.stdout,
        run("", &["decide", MAIN, "--format", "json"]).stdout
    );
}

/// The same value with the keys of every map in reverse.
fn reverse(value: serde_yaml::Value) -> serde_yaml::Value {
    match value {
        serde_yaml::Value::Mapping(map) => {
            let mut entries: Vec<_> = map
                .into_iter()
                .map(|(key, value)| (key, reverse(value)))
                .collect();
            entries.reverse();
            serde_yaml::Value::Mapping(entries.into_iter().collect())
        }
        other => other,
    }
}

#[test]
fn standard_input_is_read_like_a_file() {
    let text = std::fs::read(root().join(MAIN)).expect("the example is there");
    let piped = run_with_input("examples", &["decide", "-"], &text);
    assert_eq!(piped.stdout, run("", &["decide", MAIN]).stdout);
}

#[test]
fn an_answer_can_be_tried_without_editing() {
    let before = json(&[MAIN]);
    let after = json(&[
        MAIN,
        "--set",
        "platform-engineers=0",
        "--set",
        "oss-maturity=unknown",
    ]);
    let answer = |document: &Value, id: &str| {
        let answers = document["recommendation"]["answers"]
            .as_array()
            .expect("answers")
            .clone();
        answers
            .into_iter()
            .find(|answer| answer["question"] == id)
            .expect("the question is there")
    };
    assert_ne!(before, after);
    assert_eq!(
        answer(&after, "platform-engineers")["set_by"],
        "command-line"
    );
    assert_eq!(
        answer(&after, "platform-engineers")["answer"],
        "0 engineers"
    );
    assert_eq!(answer(&after, "oss-maturity")["state"], "unknown");
}

#[test]
fn several_choices_are_given_between_commas() {
    let document = json(&[MAIN, "--set", "workloads=batch, streaming"]);
    let answers = document["recommendation"]["answers"]
        .as_array()
        .expect("answers");
    let workloads = answers
        .iter()
        .find(|answer| answer["question"] == "workloads")
        .expect("the question is there");
    assert_eq!(
        workloads["answer"]
            .as_str()
            .map(|words| words.contains(" and ")),
        Some(true)
    );
}

#[test]
fn an_answer_that_does_not_apply_any_more_is_left_out_and_said_to_be() {
    let run = run("", &["decide", MAIN, "--set", "workloads=batch"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("the answer to `p99-latency-ms` does not apply any more"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_weight_can_be_tried_and_is_shown_as_such() {
    let document = json(&[MAIN, "--weight", "latency=10"]);
    let criteria = document["recommendation"]["criteria"]
        .as_array()
        .expect("criteria");
    let latency = criteria
        .iter()
        .find(|criterion| criterion["id"] == "latency")
        .expect("the criterion is there");
    assert_eq!(latency["weight"], 10);
    assert_eq!(latency["weight_set_by"], "command-line");
    assert_ne!(latency["rubric_weight"], 10);
    let table = run("", &["decide", MAIN, "--weight", "latency=10"]).stdout;
    assert!(table.contains("latency: 10 instead of"), "{table}");
}

#[test]
fn a_score_is_the_sum_of_its_contributions() {
    let document = json(&[MAIN]);
    let recommendation = &document["recommendation"];
    let criteria = recommendation["criteria"].as_array().expect("criteria");
    for result in recommendation["alternatives"]
        .as_array()
        .expect("alternatives")
    {
        let id = result["alternative"].as_str().expect("an id");
        let sum: f64 = criteria
            .iter()
            .map(|c| c["contributions"][id].as_f64().expect("a number"))
            .sum();
        assert!(
            (sum - result["score"].as_f64().expect("a score")).abs() < 1e-9,
            "{id}: {sum}"
        );
    }
}

#[test]
fn reasons_add_up_to_the_margin_they_explain() {
    let document = json(&[MAIN]);
    let recommendation = &document["recommendation"];
    let score = |id: &Value| {
        let alternatives = recommendation["alternatives"]
            .as_array()
            .expect("alternatives");
        let result = alternatives
            .iter()
            .find(|result| result["alternative"] == *id)
            .expect("the alternative");
        result["score"].as_f64().expect("a score")
    };
    for argument in recommendation["arguments"].as_array().expect("arguments") {
        let reasons = ["reasons_for", "reasons_against"]
            .map(|side| argument[side].as_array().expect("reasons"));
        let sum: f64 = reasons
            .into_iter()
            .flatten()
            .map(|reason| reason["points"].as_f64().expect("points"))
            .sum();
        let margin = score(&argument["alternative"]) - score(&argument["rival"]);
        assert!((sum - margin).abs() < 1e-9, "{sum} is not {margin}");
    }
}

#[test]
fn options_that_make_no_sense_are_usage_errors() {
    let faults: [&[&str]; 8] = [
        &["--set", "p99=3"],
        &["--set", "platform-engineers"],
        &["--set", "platform-engineers=many"],
        &["--set", "serving.platform-engineers=3"],
        &["--weight", "latency=11"],
        &["--weight", "latancy=3"],
        &["--component", "serving"],
        &["--rubric", "ml-infrastructur"],
    ];
    for fault in faults {
        let run = run("", &[&["decide", MAIN], fault].concat());
        assert_eq!(run.code, Some(2), "{fault:?}: {}", run.stderr);
        assert!(run.stdout.is_empty(), "{fault:?} was half-used");
        assert!(run.stderr.starts_with("error"), "{fault:?}: {}", run.stderr);
    }
}

#[test]
fn a_component_can_be_tried_and_shown_alone() {
    let file = "examples/retail-platform-by-component.yaml";
    let document = json(&[file]);
    let parts = document["components"]["parts"]
        .as_array()
        .expect("components");
    let id = parts[0]["id"].as_str().expect("an id");
    let whole = run("", &["decide", file]);
    let alone = run("", &["decide", file, "--component", id]);
    assert_eq!(alone.code, Some(0), "{}", alone.stderr);
    assert_ne!(alone.stdout, whole.stdout);
    let tried = json(&[file, "--set", &format!("{id}.platform-engineers=0")]);
    let changed: Vec<bool> = parts
        .iter()
        .zip(tried["components"]["parts"].as_array().expect("components"))
        .map(|(a, b)| a != b)
        .collect();
    assert!(
        changed[0] && changed[1..].iter().all(|changed| !changed),
        "{changed:?}"
    );
}

#[test]
fn a_file_that_is_not_there_is_a_usage_error() {
    let run = run("", &["decide", "examples/nowhere.yaml"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.contains("cannot read `examples/nowhere.yaml`"),
        "{}",
        run.stderr
    );
}

#[test]
fn ascii_output_has_nothing_but_ascii_where_the_file_has_none() {
    let utf8 = run("", &["decide", MAIN]).stdout;
    let ascii = run("", &["decide", MAIN, "--ascii"]).stdout;
    let by_locale = trilemma(root())
        .env("LANG", "C")
        .env_remove("LC_ALL")
        .args(["decide", MAIN])
        .output()
        .expect("the program runs");
    assert!(utf8.contains('█') && !ascii.contains('█'));
    let file = std::fs::read_to_string(root().join(MAIN)).expect("the example is there");
    let drawn: Vec<char> = ascii
        .chars()
        .filter(|c| !c.is_ascii() && !file.contains(*c))
        .collect();
    assert!(drawn.is_empty(), "{drawn:?} in\n{ascii}");
    assert_eq!(ascii, Run::from(by_locale).stdout);
    assert_eq!(ascii.lines().count(), utf8.lines().count());
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let plain = run("", &["decide", MAIN]).stdout;
    let coloured = run("", &["decide", MAIN, "--color", "always"]).stdout;
    assert!(!plain.contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}[1m"));
    assert_eq!(strip(&coloured), plain);
}

/// A text without its colours.
fn strip(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        out + part.split_once('m').map_or("", |(_, rest)| rest)
    })
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in ["40", "60", "100"] {
        let output = trilemma(root())
            .env("COLUMNS", columns)
            .args(["decide", MAIN])
            .output();
        let text = Run::from(output.expect("the program runs")).stdout;
        let widest = text
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0);
        assert!(
            widest <= columns.parse().expect("a number"),
            "{columns}: {widest}\n{text}"
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = trilemma(root())
        .args(["decide", MAIN, "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut complaint = String::new();
    child
        .stderr
        .take()
        .expect("it is piped")
        .read_to_string(&mut complaint)
        .expect("it is text");
    assert_eq!(
        (child.wait().expect("it ends").code(), complaint.as_str()),
        (Some(0), "")
    );
}
