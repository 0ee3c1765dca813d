//! The bundled examples and what they come to.

use std::path::PathBuf;

use serde_json::Value;

use crate::common::{files_with_ending, root, run};

#[test]
fn every_example_comes_to_what_its_team_recorded_or_says_why_not() {
    let examples = examples();
    assert!(examples.len() >= 8, "only {} examples", examples.len());
    for name in examples {
        let document = decide(&name);
        let subjects = subjects(&document);
        assert!(!subjects.is_empty(), "{name} comes to nothing");
        for subject in subjects {
            assert_recorded(&name, subject);
        }
    }
}

#[test]
fn the_examples_show_every_outcome() {
    let documents: Vec<Value> = examples().iter().map(|name| decide(name)).collect();
    let shown = |pointer: &str, value: &str| {
        documents
            .iter()
            .flat_map(subjects)
            .any(|subject| subject.pointer(pointer).is_some_and(|v| v == value))
    };
    for alternative in ["build", "buy", "open-source"] {
        assert!(
            shown("/recommended/0", alternative),
            "no example recommends {alternative}"
        );
    }
    for outcome in [
        "recommended",
        "too-close",
        "inconclusive",
        "no-viable-alternative",
    ] {
        assert!(shown("/outcome", outcome), "no example is {outcome}");
    }
    let any = |test: fn(&Value) -> bool| documents.iter().flat_map(subjects).any(test);
    assert!(
        documents
            .iter()
            .any(|document| document["components"].is_object()),
        "no example has components"
    );
    assert!(
        any(veto_overrides_score),
        "no example shows a veto that overrides the score"
    );
    assert!(
        any(|subject| advises(subject, "defer")),
        "no example is advised to wait"
    );
    assert!(
        any(|subject| advises(subject, "contradiction")),
        "no example contradicts itself"
    );
    assert!(
        any(|subject| advises(subject, "hybrid")),
        "no example is advised to mix"
    );
    assert!(
        any(|subject| subject["recorded_decision"]["agreement"] == "differs"),
        "no example deviates"
    );
}

/// Every requirements file among the examples, by its path in their folder; a rubric or a landscape beside one is part of it, and the
/// scenarios are first answers that decide nothing yet.
fn examples() -> Vec<String> {
    let folder = root().join("examples");
    let name = |path: &PathBuf| {
        let name = path.strip_prefix(&folder).expect("it is in the folder");
        name.to_string_lossy().into_owned()
    };
    files_with_ending(&folder, "yaml")
        .iter()
        .filter(|path| !path.ends_with("rubric.yaml") && !path.ends_with("landscape.yaml"))
        .filter(|path| !path.starts_with(folder.join("scenarios")))
        .map(name)
        .collect()
}

/// What an example comes to, as JSON.
fn decide(name: &str) -> Value {
    let run = run("examples", &["decide", name, "--format", "json"]);
    assert_eq!(run.code, Some(0), "{name}: {}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the output is JSON")
}

/// The recommendations of a document: one, or one for each component.
fn subjects(document: &Value) -> Vec<&Value> {
    if document["recommendation"].is_object() {
        return vec![&document["recommendation"]];
    }
    let parts = document["components"]["parts"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    parts.iter().map(|part| &part["recommendation"]).collect()
}

/// A team that decided otherwise has said why; every other decided what is recommended.
fn assert_recorded(name: &str, subject: &Value) {
    let recorded = &subject["recorded_decision"];
    assert!(recorded.is_object(), "{name} records no decision");
    match recorded["agreement"].as_str() {
        Some("differs") => assert!(
            recorded["because"].is_string(),
            "{name} deviates without a reason"
        ),
        Some("agrees") => {}
        Some("among-tied") => assert_eq!(subject["outcome"], "too-close", "{name}"),
        Some("ruled-out") => assert_eq!(subject["outcome"], "no-viable-alternative", "{name}"),
        _ => assert_eq!(subject["outcome"], "inconclusive", "{name}"),
    }
}

fn veto_overrides_score(subject: &Value) -> bool {
    let alternatives = subject["alternatives"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let score = |result: &Value| result["score"].as_f64().unwrap_or(f64::NEG_INFINITY);
    let leader = alternatives
        .first()
        .filter(|first| first["rank"] == 1)
        .map(score);
    leader.is_some_and(|leader| {
        alternatives
            .iter()
            .any(|other| other["rank"].is_null() && score(other) > leader)
    })
}

fn advises(subject: &Value, kind: &str) -> bool {
    subject["advice"]
        .as_array()
        .is_some_and(|advice| advice.iter().any(|one| one["kind"] == kind))
}
