//! What the bundled rubrics look at for each kind of component.

use std::fs;

use serde_json::Value;

use crate::common::{root, run};

#[test]
fn every_kind_of_component_has_products_and_projects_to_look_at() {
    for rubric in ["infrastructure", "ml-infrastructure"] {
        let choices = kinds_of_component(rubric);
        assert!(choices.len() > 10, "{rubric}: {choices:?}");
        for component in choices.iter().filter(|choice| *choice != "other") {
            let part = match component.as_str() {
                "llm-inference" => "  llm-part: gateway\n",
                _ => "",
            };
            let answers = format!("  component: {component}\n{part}");
            for (kind, looked_at) in looked_at(rubric, &answers) {
                assert!(!looked_at.is_empty(), "{rubric}: no {kind} for {component}");
            }
        }
    }
}

#[test]
fn of_something_else_only_what_the_team_says_does_it_is_looked_at() {
    let something_else = "  component: other\n  runs-on: [on-premises]\n";
    for (kind, looked_at) in looked_at("infrastructure", something_else) {
        assert!(looked_at.is_empty(), "{kind}: {looked_at:?}");
    }
    let found = "candidates:\n  - {id: kafka, musts: [component], meets: yes, evidence: tested}\n";
    let with_finding = looked_at("infrastructure", &format!("{something_else}{found}"));
    let all: Vec<&String> = with_finding.iter().flat_map(|(_, ids)| ids).collect();
    assert_eq!(all, ["kafka"]);
}

#[test]
fn of_something_else_the_landscape_says_nothing_about_buying() {
    let decided = printed(
        "decide",
        "infrastructure",
        "  component: other\n  runs-on: [edge]\n  data-location: air-gapped\n",
    );
    let vetoes = decided["recommendation"]["vetoes"].as_array();
    let mut vetoes = vetoes.expect("a list").iter();
    let veto = vetoes.find(|veto| veto["id"] == "no-product-passes");
    assert!(veto.is_none_or(|veto| veto["fired"] == false), "{veto:?}");
    let criteria = decided["recommendation"]["criteria"].as_array();
    for criterion in criteria.expect("a list") {
        let is_evidence = criterion["id"]
            .as_str()
            .is_some_and(|id| id.ends_with("-evidence"));
        assert!(
            !is_evidence || criterion["state"] == "not-applicable",
            "{criterion}"
        );
    }
}

/// The choices of the question that says which component is decided about.
fn kinds_of_component(rubric: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(format!("rubrics/{rubric}/rubric.yaml")));
    let rubric: Value = serde_yaml::from_str(&text.expect("it can be read")).expect("it is YAML");
    let questions = rubric["questions"].as_array().expect("a list");
    let component = questions.iter().find(|one| one["id"] == "component");
    let choices = component.expect("it is asked")["choices"].as_array();
    let ids = choices
        .expect("a list")
        .iter()
        .map(|one| one["id"].as_str());
    ids.map(|id| id.expect("an id").to_owned()).collect()
}

/// The candidates that are looked at for certain, by kind.
fn looked_at(rubric: &str, rest: &str) -> Vec<(String, Vec<String>)> {
    let shortlist = printed("shortlist", rubric, rest);
    let kinds = shortlist["parts"][0]["kinds"].as_array().expect("a list");
    let of_kind = |kind: &Value| {
        let candidates = kind["candidates"].as_array().expect("a list");
        let ids = candidates.iter().filter_map(|one| one["id"].as_str());
        (
            kind["kind"].as_str().expect("a kind").to_owned(),
            ids.map(ToOwned::to_owned).collect(),
        )
    };
    kinds.iter().map(of_kind).collect()
}

/// What a command prints of a requirements file with these answers, and what follows them.
fn printed(command: &str, rubric: &str, rest: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("something.yaml");
    let text = format!("rubric: {rubric}\ntitle: Something\nanswers:\n{rest}");
    fs::write(&path, text).expect("it can be written");
    let path = path.display().to_string();
    let run = run("", &[command, &path, "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the output is JSON")
}
