//! What a landscape answers, against what the team says and finds out.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{root, run};

/// The scenario in which no product can fit, with more answers and findings.
struct Archive {
    _folder: TempDir,
    path: PathBuf,
}

impl Archive {
    fn with(answers: &str, rest: &str) -> Self {
        let scenario = root().join("examples/scenarios/no-product-fits.yaml");
        let text = fs::read_to_string(scenario).expect("the scenario is there");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("archive.yaml");
        fs::write(&path, format!("{text}{answers}{rest}")).expect("it can be written");
        Self {
            _folder: folder,
            path,
        }
    }

    fn print(&self, command: &str, format: &str) -> String {
        let path = self.path.display().to_string();
        let run = run("", &[command, &path, "--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.stdout
    }

    fn decided(&self) -> Value {
        serde_json::from_str(&self.print("decide", "json")).expect("the output is JSON")
    }
}

/// Whether a product may still be bought.
fn may_buy(document: &Value) -> bool {
    let vetoes = document["recommendation"]["vetoes"].as_array();
    !vetoes
        .expect("a list")
        .iter()
        .any(|veto| veto["id"] == "no-product-passes" && veto["fired"] == true)
}

/// How a question stands in a decision.
fn answer<'d>(document: &'d Value, id: &str) -> &'d Value {
    let answers = document["recommendation"]["answers"].as_array();
    let mut answers = answers.expect("a list").iter();
    answers
        .find(|answer| answer["question"] == id)
        .unwrap_or_else(|| panic!("nothing on {id}"))
}

/// How what is known of the products rates buying; `null` where it does not count.
fn evidence(document: &Value) -> Option<String> {
    let criteria = document["recommendation"]["criteria"].as_array();
    let mut criteria = criteria.expect("a list").iter();
    let found = criteria.find(|one| one["id"] == "product-evidence");
    Some(found?["ratings"]["buy"].to_string())
}

#[test]
fn buying_is_ruled_out_where_no_product_can_fit_and_the_must_in_the_way_is_named() {
    let archive = Archive::with("", "");
    assert!(!may_buy(&archive.decided()));
    let told = archive.print("decide", "table");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("by the landscape: “The data stays where it must”"),
        "{told}"
    );
    assert!(told.contains("a starting point"), "{told}");
}

#[test]
fn an_answer_of_the_team_counts_and_the_difference_is_told_everywhere() {
    let archive = Archive::with("  products-passing: 2\n", "");
    let decided = archive.decided();
    assert!(may_buy(&decided));
    assert_eq!(
        answer(&decided, "products-passing")["landscape"]["differs"],
        true
    );
    let told = archive.print("decide", "table");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("0 products; you say 2 products, and that counts"),
        "{told}"
    );
    let report = archive.print("report", "markdown");
    assert!(
        report.contains("2 products | The landscape of 2026-11-23: 0 products."),
        "{report}"
    );
    let path = archive.path.display().to_string();
    let checked = run("", &["check", &path, "--today", "2026-12-01"]);
    assert!(
        checked.stdout.contains("landscape-differs"),
        "{}",
        checked.stdout
    );
}

#[test]
fn a_smaller_count_than_the_landscapes_is_no_difference_for_teams_have_musts_of_their_own() {
    let finding =
        "candidates:\n  - {id: pinecone, musts: [data-location], meets: yes, evidence: claimed}\n";
    let archive = Archive::with("  products-passing: 0\n", finding);
    let decided = archive.decided();
    assert!(!may_buy(&decided));
    assert_eq!(
        answer(&decided, "products-passing")["landscape"]["differs"],
        false
    );
}

#[test]
fn what_was_tested_counts_for_more_than_what_was_claimed() {
    let with = |evidence: &str| {
        let finding = format!(
            "candidates:\n  - {{id: pinecone, musts: [runs-on, data-location, languages], meets: yes, evidence: {evidence}}}\n"
        );
        let decided = Archive::with("  platform-engineers: 3\n", &finding).decided();
        let shown = answer(&decided, "product-musts-shown")["answer"].clone();
        (decided, shown)
    };
    let (claimed, claims) = with("claimed");
    let (tested, tests) = with("tested");
    assert!(may_buy(&claimed) && may_buy(&tested));
    assert_ne!(claims, tests);
    assert_eq!(tests, "100%");
    assert_eq!(evidence(&tested).as_deref(), Some("2"));
    assert_ne!(evidence(&claimed), evidence(&tested));
    assert!(score_of_buying(&tested) > score_of_buying(&claimed));
}

fn score_of_buying(document: &Value) -> f64 {
    let scores = document["recommendation"]["alternatives"].as_array();
    let mut scores = scores.expect("a list").iter();
    let buying = scores.find(|one| one["alternative"] == "buy");
    buying
        .and_then(|one| one["score"].as_f64())
        .expect("a score")
}

/// What comes out, and what is recommended.
fn outcome(recommendation: &Value) -> (String, String) {
    (
        recommendation["outcome"].to_string(),
        recommendation["recommended"].to_string(),
    )
}

/// The recommendation for the whole or for each component, with what `--set` puts before a question of it.
fn parts(decided: &Value) -> Vec<(&Value, String)> {
    let parts = decided["components"]["parts"].as_array();
    let parts = parts.map(|parts| {
        let prefix = |part: &Value| format!("{}.", part["id"].as_str().expect("an id"));
        let all = parts.iter();
        all.map(|part| (&part["recommendation"], prefix(part)))
            .collect()
    });
    parts.unwrap_or_else(|| vec![(&decided["recommendation"], String::new())])
}

#[test]
fn an_answer_that_is_said_to_change_the_outcome_does_with_all_that_the_landscape_answers_then() {
    let mut tried = 0;
    for folder in ["examples", "examples/scenarios", "examples/approved-list"] {
        for entry in fs::read_dir(root().join(folder)).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            let text = fs::read_to_string(&path).unwrap_or_default();
            if path.extension().is_none_or(|ending| ending != "yaml") || !text.contains("answers:")
            {
                continue;
            }
            let path = path.display().to_string();
            let decide = |more: &[&str]| -> Value {
                let run = run("", &[&["decide", &path, "--format", "json"], more].concat());
                assert_eq!(run.code, Some(0), "{path}: {}", run.stderr);
                serde_json::from_str(&run.stdout).expect("the output is JSON")
            };
            let decided = decide(&[]);
            for (part, prefix) in parts(&decided) {
                let flips = part["robustness"]["flips"].as_array();
                for flip in flips.expect("a list") {
                    let set = format!("{prefix}{}", flip["set"].as_str().expect("a text"));
                    let decided = decide(&["--set", &set]);
                    let mut parts = parts(&decided).into_iter();
                    let same = parts.find(|(_, other)| *other == prefix);
                    let (then, _) = same.expect("it is there");
                    assert_eq!(outcome(flip), outcome(then), "{path}: --set {set}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 50, "only {tried}");
}

#[test]
fn what_changes_the_outcome_through_the_landscape_alone_is_said() {
    // Its rubric reads nothing of these answers but what the landscape makes of them.
    let file = root().join("tests/golden/landscape/bakery.yaml");
    let file = file.display().to_string();
    let decide = |more: &[&str]| -> Value {
        let run = run("", &[&["decide", &file, "--format", "json"], more].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        serde_json::from_str(&run.stdout).expect("the output is JSON")
    };
    let decided = &decide(&[])["recommendation"];
    let flips = decided["robustness"]["flips"].as_array().expect("a list");
    let others = [
        "job=fry",
        "job=both",
        "energy=gas,mains",
        "energy=mains,wood",
        "tongue=any",
    ];
    let mut changing = 0;
    for set in others {
        let then = &decide(&["--set", set])["recommendation"];
        let changes = outcome(then) != outcome(decided);
        assert_eq!(
            flips.iter().any(|flip| flip["set"] == set),
            changes,
            "{set}"
        );
        changing += usize::from(changes);
    }
    assert!(0 < changing && changing < others.len(), "{changing}");
}
