//! Rubrics that extend others: what they come to, through the library and the program.

use std::path::Path;

use crate::common::{root, run};
use serde_json::Value;
use trilemma::files::{Alternative, Files, Rubric, RubricOrigin, load_rubric, read_rubric};

const COMPANY: &str = "tests/golden/extends/company.yaml";

fn company() -> Rubric {
    load(&root().join(COMPANY))
}

fn load(path: &Path) -> Rubric {
    let name = path.to_str().expect("the path is UTF-8");
    load_rubric(name, &mut Files::default()).expect("the rubric is sound")
}

/// Reads a rubric as if it were bundled.
fn read_text(text: &str) -> Rubric {
    let mut files = Files::default();
    let file = files.add("rubric.yaml", text);
    read_rubric(file, &mut files, RubricOrigin::Bundled).expect("the rubric is sound")
}

fn ids<T>(items: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    items.iter().map(|item| id(item).as_str()).collect()
}

#[test]
fn what_has_an_inherited_id_takes_its_place_and_the_rest_comes_after() {
    let rubric = company();
    assert_eq!(
        ids(&rubric.sources, |one| &one.id),
        ["handbook", "survey", "guild"]
    );
    assert_eq!(
        ids(&rubric.groups, |one| &one.id),
        ["need", "team", "money"]
    );
    assert_eq!(
        ids(&rubric.criteria, |one| &one.id),
        ["fit", "load", "hands", "cost"]
    );
    assert_eq!(ids(&rubric.vetoes, |one| &one.id), ["nobody"]);
    assert_eq!(
        ids(&rubric.advice, |one| &one.id),
        ["wait", "tell-the-guild"]
    );
    assert_eq!(rubric.sources[1].title, "A newer survey");
    assert_eq!(rubric.criteria[2].title, "Hands and nights");
    assert_eq!(rubric.vetoes[0].excludes, [Alternative::Build]);
}

#[test]
fn questions_are_asked_by_group_and_then_as_written_whatever_file_they_come_from() {
    let rubric = company();
    assert_eq!(
        ids(&rubric.questions, |one| &one.id),
        [
            "scale", "kind", "extras", "motto", "people", "on-call", "budget"
        ]
    );
}

#[test]
fn a_rubric_has_its_own_name_and_inherits_what_it_does_not_set() {
    let rubric = company();
    let base = load(&root().join("tests/golden/extends/base.yaml"));
    assert_eq!(
        (rubric.id.as_str(), rubric.title.as_str()),
        ("company", "Our way")
    );
    assert_eq!(rubric.version.to_string(), "0.3.0");
    assert_eq!(rubric.about, base.about);
    assert_eq!((rubric.tie_margin, base.tie_margin), (3.0, 8.0));
    assert_eq!((rubric.min_coverage, base.min_coverage), (0.5, 0.5));
}

#[test]
fn each_measure_of_firmness_is_inherited_by_itself() {
    let base = load(&root().join("tests/golden/extends/base.yaml")).firmness;
    let own = company().firmness;
    assert_eq!(
        (base.robust.acceptability, own.robust.acceptability),
        (0.99, 0.9)
    );
    assert_eq!(own.robust.outlook, base.robust.outlook);
    assert_eq!(own.robust.weight_error, base.robust.weight_error);
    assert_eq!(own.leaning, base.leaning);
}

#[test]
fn next_steps_follow_the_inherited_ones_unless_those_are_removed() {
    let steps = company().next_steps;
    let count = Alternative::ALL.map(|alternative| steps[alternative].len());
    assert_eq!(count, [1, 1, 1]);
    let more = read_text(
        "rubric: more\nversion: 1.0.0\ntitle: More\nextends: ml-infrastructure\nnext-steps: {buy: [{say: One more step.}]}\n",
    );
    let before =
        read_text("rubric: same\nversion: 1.0.0\ntitle: Same\nextends: ml-infrastructure\n");
    let buy = |rubric: &Rubric| rubric.next_steps[Alternative::Buy].len();
    assert_eq!(buy(&more), buy(&before) + 1);
}

#[test]
fn a_rubric_knows_where_everything_in_it_is_defined() {
    let rubric = company();
    let lineage: Vec<_> = ids(&rubric.lineage, |one| &one.id);
    assert_eq!(lineage, ["base", "company"]);
    let defined = |place| rubric.defined_in(place).map(|rubric| rubric.id.clone());
    let of = |id: &str| {
        let criterion = rubric.criterion(rubric.find_criterion(id).expect("it is there"));
        (defined(criterion.place), defined(criterion.weight_place))
    };
    let (base, own) = (|| Some("base".to_owned()), || Some("company".to_owned()));
    assert_eq!(of("fit"), (base(), base()));
    assert_eq!(of("load"), (base(), own()));
    assert_eq!(of("hands"), (own(), own()));
    assert_eq!(defined(rubric.advice[0].place), base());
    assert_eq!(defined(rubric.advice[1].place), own());
    assert_eq!(defined(rubric.questions[0].place), base());
}

#[test]
fn the_json_names_what_was_extended_and_where_everything_is_defined() {
    let run = run(
        "examples/company-rubric",
        &["decide", "requirements.yaml", "--format", "json"],
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).expect("the output is JSON");
    let rubric = &document["rubric"];
    assert_eq!(
        (&rubric["id"], &rubric["path"]),
        (&"waterworks".into(), &"rubric.yaml".into())
    );
    let extends = rubric["extends"].as_array().expect("a list");
    let nearest = extends.last().expect("it extends one");
    assert_eq!(nearest["id"], "ml-infrastructure");
    assert_eq!(nearest["bundled"], true);
    assert_eq!(nearest["path"], Value::Null);
    assert!(nearest["version"].is_string());
    let criteria = document["recommendation"]["criteria"]
        .as_array()
        .expect("a list");
    let criterion = |id: &str| {
        criteria
            .iter()
            .find(|one| one["id"] == id)
            .expect("it is there")
    };
    assert_eq!(criterion("way-to-a-contract")["defined_in"], "waterworks");
    assert_ne!(criterion("data-location")["defined_in"], "waterworks");
    assert_eq!(
        criterion("data-location")["weight_defined_in"],
        "waterworks"
    );
    assert_eq!(criterion("data-location")["rubric_weight"], 8);
    assert_ne!(criterion("exit")["weight_defined_in"], "waterworks");
    for list in ["vetoes", "advice"] {
        let entries = document["recommendation"][list].as_array().expect("a list");
        assert!(
            entries.iter().all(|entry| entry["defined_in"].is_string()),
            "{list}"
        );
    }
}

#[test]
fn a_bundled_rubric_may_extend_another_bundled_one_and_nothing_else() {
    let rubric = read_text(
        "rubric: more\nversion: 1.0.0\ntitle: More\nextends: ml-infrastructure\nweights: {exit: 9}\n",
    );
    let exit = rubric.find_criterion("exit").expect("it is inherited");
    assert_eq!(rubric.criterion(exit).weight.points(), 9);
    let mut files = Files::default();
    let file = files.add(
        "rubric.yaml",
        "rubric: more\nversion: 1.0.0\ntitle: More\nextends: other.yaml\n",
    );
    let problems = read_rubric(file, &mut files, RubricOrigin::Bundled).expect_err("it is a path");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].found,
        "a bundled rubric extends bundled rubrics alone"
    );
}
