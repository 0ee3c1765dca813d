//! Plans, and scorecards from blank to evidence.

use std::fs;
use std::path::Path;

use crate::common::{Run, root, run, trilemma};
use crate::validator::Validator;
use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value;
use trilemma::files::{BUNDLED, Files, load_rubric};

const DAY: [&str; 2] = ["--today", "2026-07-01"];

/// The folder with an oven to buy.
fn bakery() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for name in ["rubric.yaml", "market.yaml", "bakery.yaml"] {
        let from = root().join("tests/golden/plan").join(name);
        fs::copy(from, folder.path().join(name)).expect("it can be copied");
    }
    folder
}

fn in_folder(folder: &Path, arguments: &[&str]) -> Run {
    let output = trilemma(folder).args(arguments).output();
    Run::from(output.expect("the program runs"))
}

/// What a command prints as JSON.
fn printed(folder: &Path, arguments: &[&str]) -> Value {
    let run = in_folder(folder, &[arguments, &["--format", "json"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("it is JSON")
}

/// A blank scorecard as the program writes it, beside the requirements file that names it.
fn blank(folder: &Path) -> String {
    let arguments = [
        "plan",
        "bakery.yaml",
        "--for",
        "buy",
        "--format",
        "scorecard",
    ];
    let written = in_folder(folder, &[&arguments[..], &DAY].concat());
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    let file = folder.join("bakery.yaml");
    let text = fs::read_to_string(&file).expect("it can be read");
    fs::write(&file, text + "scorecards: [card.yaml]\n").expect("it can be written");
    fs::write(folder.join("card.yaml"), &written.stdout).expect("it can be written");
    written.stdout
}

/// The entry of a scorecard on a candidate and a must, filled in.
fn filled(card: &str, candidate: &str, must: &str, meets: &str, evidence: &str) -> String {
    let entry = format!("- id: {candidate}\n    musts: [{must}]\n    meets:\n    evidence:\n");
    let said = format!(
        "- id: {candidate}\n    musts: [{must}]\n    meets: {meets}\n    evidence: {evidence}\n"
    );
    assert!(card.contains(&entry), "{card}");
    card.replace(&entry, &said)
}

#[test]
fn a_blank_scorecard_changes_nothing() {
    let folder = bakery();
    let commands = [
        &["decide", "bakery.yaml"][..],
        &["decide", "bakery.yaml", "--format", "json"],
        &["report", "bakery.yaml", "--format", "json"],
        &["shortlist", "bakery.yaml", "--today", "2026-07-01"],
    ];
    let before = commands.map(|command| in_folder(folder.path(), command));
    blank(folder.path());
    let after = commands.map(|command| in_folder(folder.path(), command));
    let without_hash = |run: &Run| {
        let lines = run.stdout.lines();
        let lines = lines.filter(|line| !line.contains("sha256") && !line.contains("_hash"));
        lines.collect::<Vec<_>>().join("\n")
    };
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(after.code, Some(0), "{}", after.stderr);
        assert_eq!(without_hash(before), without_hash(after));
    }
}

#[test]
fn a_scorecard_for_two_candidates_changes_evidence_facts_scores_and_report() {
    let folder = bakery();
    let fact = |decided: &Value, id: &str| {
        let answers = decided["recommendation"]["answers"].as_array();
        let answers = answers.expect("there are answers").iter();
        let answer = answers.clone().find(|answer| answer["question"] == id);
        answer.expect("it is there")["answer"].clone()
    };
    let score = |decided: &Value| {
        let alternatives = decided["recommendation"]["alternatives"].as_array();
        let mut alternatives = alternatives.expect("there are alternatives").iter();
        let buy = alternatives.find(|one| one["id"] == "buy" || one["alternative"] == "buy");
        buy.expect("buying is there")["score"].as_f64()
    };
    let before = printed(folder.path(), &["decide", "bakery.yaml"]);
    assert_eq!(before["recommendation"]["outcome"], "inconclusive");
    let card = blank(folder.path());
    let card = filled(&card, "baker", "energy", "yes", "tested");
    let card = filled(&card, "cook", "tongue", "no", "documented");
    fs::write(folder.path().join("card.yaml"), card).expect("it can be written");

    // Evidence: Baker is tested on what it runs on, Cook misses the manual.
    let list = [&["shortlist", "bakery.yaml"][..], &DAY].concat();
    let list = printed(folder.path(), &list);
    let candidates = &list["parts"][0]["kinds"][0]["candidates"];
    assert_eq!(candidates[0]["id"], "baker");
    assert_eq!(candidates[0]["musts"][0]["known"], "tested");
    let cook = candidates.as_array().expect("a list").iter();
    let cook = cook.clone().find(|one| one["id"] == "cook").expect("Cook");
    assert_eq!(cook["standing"], "misses");

    // Derived facts, outcome and scores.
    let after = printed(folder.path(), &["decide", "bakery.yaml"]);
    assert_eq!(after["recommendation"]["outcome"], "recommended");
    assert_eq!(score(&after), Some(50.0), "{after}");
    assert_ne!(score(&before), score(&after));
    assert_ne!(fact(&before, "fitting"), fact(&after, "fitting"));
    assert_ne!(fact(&before, "claims"), fact(&after, "claims"));

    // The report, the gate and the plan load it too.
    let report = in_folder(folder.path(), &["report", "bakery.yaml"]);
    assert!(
        report.stdout.contains("Somebody has seen it"),
        "{}",
        report.stdout
    );
    let check = in_folder(folder.path(), &["check", "bakery.yaml", "--format", "json"]);
    assert!(
        !check.stdout.contains("\"inconclusive\""),
        "{}",
        check.stdout
    );
    let plan = [&["plan", "bakery.yaml"][..], &DAY].concat();
    let plan = printed(folder.path(), &plan);
    assert_eq!(plan["parts"][0]["basis"], "recommended");
    let candidates = plan["parts"][0]["candidates"].as_array();
    let ids: Vec<&Value> = candidates
        .expect("a list")
        .iter()
        .map(|one| &one["id"])
        .collect();
    assert_eq!(ids, ["baker"], "Cook is out, and Baker is left");
    let asked = plan["parts"][0]["candidates"][0]["questions"].as_array();
    assert_eq!(
        asked.map(Vec::len),
        Some(1),
        "what was tested is not asked again"
    );
}

#[test]
fn a_scorecard_at_fault_is_told_by_every_command_with_its_place() {
    let folder = bakery();
    let card = blank(folder.path());
    let card = filled(&card, "baker", "energy", "perhaps", "tested");
    fs::write(folder.path().join("card.yaml"), card).expect("it can be written");
    for command in ["decide", "report", "shortlist", "plan"] {
        let run = in_folder(folder.path(), &[command, "bakery.yaml"]);
        assert_eq!(run.code, Some(1), "{command}");
        assert!(run.stderr.contains("found `perhaps`"), "{}", run.stderr);
        assert!(run.stderr.contains("card.yaml:"), "{}", run.stderr);
    }
    let check = in_folder(folder.path(), &["check", "."]);
    assert_eq!(check.code, Some(1), "{}", check.stdout);
    let told = check.stdout + &check.stderr;
    assert!(told.contains("found `perhaps`"), "{told}");
}

#[test]
fn a_scorecard_on_a_candidate_that_there_is_not_is_at_fault() {
    let folder = bakery();
    let card = blank(folder.path());
    let card = filled(&card, "baker", "energy", "yes", "tested");
    let card = card.replacen("id: baker", "id: bakre", 1);
    fs::write(folder.path().join("card.yaml"), card).expect("it can be written");
    let run = in_folder(folder.path(), &["decide", "bakery.yaml"]);
    assert_eq!(run.code, Some(1));
    let told = "the landscape has no candidate `bakre`";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    assert!(
        run.stderr.contains("did you mean `baker`?"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("card.yaml:"), "{}", run.stderr);
}

#[test]
fn a_scorecard_is_no_requirements_file_to_the_gate() {
    let folder = bakery();
    blank(folder.path());
    let check = in_folder(folder.path(), &["check", ".", "--format", "json"]);
    let told: Value = serde_json::from_str(&check.stdout).expect("it is JSON");
    let files = told["files"].as_array().expect("there are files");
    assert_eq!(files.len(), 1, "{}", check.stdout);
}

#[test]
fn an_interview_keeps_the_scorecards_of_a_file() {
    let folder = bakery();
    blank(folder.path());
    let arguments = [
        "interview",
        "--from",
        "bakery.yaml",
        "--set",
        "loaves=50",
        "--no-input",
        "-o",
        "new.yaml",
    ];
    let run = in_folder(folder.path(), &arguments);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let text = fs::read_to_string(folder.path().join("new.yaml")).expect("it is written");
    assert!(text.contains("scorecards: [card.yaml]"), "{text}");
    assert!(text.contains("50"), "{text}");
}

#[test]
fn every_trial_has_three_to_five_pass_marks_whatever_is_known() {
    for file in ["examples", "rubrics/ml-infrastructure/cases"] {
        let paths = crate::common::files_with_ending(&root().join(file), "yaml");
        for path in paths {
            let path = path.display().to_string();
            for alternative in ["build", "buy", "open-source"] {
                let arguments = ["plan", &path, "--for", alternative, "--format", "json"];
                let run = run("", &[&arguments[..], &DAY].concat());
                if run.code != Some(0) {
                    continue;
                }
                let plan: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
                for part in plan["parts"].as_array().expect("there are parts") {
                    let marks = part["trial"]["pass_marks"].as_array().map(Vec::len);
                    assert!(
                        marks.is_some_and(|marks| (3..=5).contains(&marks)),
                        "{path} for {alternative}: {marks:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_bundled_process_has_a_trial_for_each_alternative() {
    for bundled in BUNDLED {
        let rubric = load_rubric(bundled.id, &mut Files::default()).expect(bundled.id);
        for alternative in trilemma::files::Alternative::ALL {
            let mut process = rubric.process.iter();
            let is_trial = process.any(|item| {
                item.kind == trilemma::files::ProcessKind::Trial
                    && item.alternatives.contains(&alternative)
                    && item.when.is_none()
            });
            assert!(is_trial, "{} for {}", bundled.id, alternative.id());
        }
    }
}

#[test]
fn a_brief_tells_neither_scores_nor_weights_nor_what_weakens_a_buyer() {
    let path = "examples/claims-photo-labelling.yaml";
    let arguments = ["plan", path, "--for", "buy", "--format", "json"];
    let run = run("", &[&arguments[..], &DAY].concat());
    let plan: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let brief = plan["parts"][0]["brief"].to_string();
    for word in ["score", "weight", "engineer", "month", "points"] {
        assert!(!brief.contains(word), "{brief}");
    }
}

#[test]
fn what_is_printed_of_plans_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::plan());
    for file in ["bakery", "stall", "scored"] {
        let path = format!("tests/golden/plan/{file}.yaml");
        for alternative in ["build", "buy", "open-source"] {
            let arguments = ["plan", &path, "--for", alternative, "--format", "json"];
            validator.assert_prints("", &[&arguments[..], &DAY].concat());
        }
    }
}

#[test]
fn a_scorecard_blank_or_filled_in_is_as_its_schema_says() {
    let folder = bakery();
    let card = blank(folder.path());
    let validator = Validator::new(&trilemma::files::schema::scorecard());
    validator.assert_accepts(&folder.path().join("card.yaml"));
    let card = filled(&card, "baker", "energy", "yes", "tested");
    fs::write(folder.path().join("card.yaml"), card).expect("it can be written");
    validator.assert_accepts(&folder.path().join("card.yaml"));
    validator.assert_accepts(&root().join("tests/golden/plan/scorecard.yaml"));
}

/// What breaks out of one format or another.
const PAYLOADS: [&str; 9] = [
    "<script>alert(1)</script>",
    "| a | [b](javascript:c) |",
    "@example/team #1 https://example.org",
    "# h",
    "- [ ] x",
    "a\\nscorecard: evil\\n- id: x",
    "a\\u2028meets: yes\\u0085b: c",
    "\\u001b[31mred\\u202ereversed",
    "{{ x }} `y` *z*",
];

#[test]
fn no_text_leaves_its_place_in_a_plan_or_a_scorecard() {
    let structure = |page: &str| {
        let events = Parser::new_ext(page, Options::all());
        let events = events.filter(|event| !matches!(event, Event::Text(_) | Event::SoftBreak));
        events
            .map(|event| match event {
                Event::Start(tag) => format!("{:?}", tag.to_end()),
                other => format!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    let replaced = |payload: &str| {
        let folder = bakery();
        for (name, from, key) in [
            ("bakery.yaml", "title: An oven for the bakery", "title"),
            ("market.yaml", "name: Cook", "name"),
            ("rubric.yaml", "ask: Is there a manual in Norwegian?", "ask"),
            ("rubric.yaml", "title: Inspect", "title"),
            ("rubric.yaml", "gate: Both have signed.", "gate"),
            ("rubric.yaml", "needs: [the baker, the cook]", "gives"),
        ] {
            let file = folder.path().join(name);
            let text = fs::read_to_string(&file).expect("it can be read");
            assert!(text.contains(from), "{from}");
            let doubled = payload.replace('{', "{{").replace('}', "}}");
            let payload = if key == "ask" { &doubled } else { payload };
            let put = match key {
                "gives" => format!("needs: [\"{payload}\"]"),
                key => format!("{key}: \"{payload}\""),
            };
            fs::write(file, text.replace(from, &put)).expect("it can be written");
        }
        folder
    };
    let page = |folder: &tempfile::TempDir, format: &str| {
        let arguments = ["plan", "bakery.yaml", "--for", "buy", "--format", format];
        let run = in_folder(folder.path(), &[&arguments[..], &DAY].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.stdout
    };
    let plain = replaced("Plain");
    let (plain_page, plain_card) = (page(&plain, "markdown"), page(&plain, "scorecard"));
    let keys = |card: &str| {
        let read: serde_yaml::Value = serde_yaml::from_str(card).expect("it is YAML");
        let candidates = read["candidates"].clone();
        (read.as_mapping().map(serde_yaml::Mapping::len), candidates)
    };
    for payload in PAYLOADS {
        let folder = replaced(payload);
        let written = page(&folder, "markdown");
        assert_eq!(structure(&written), structure(&plain_page), "{written}");
        assert!(!written.contains("<script>") && !written.contains("@example"));
        let card = page(&folder, "scorecard");
        assert_eq!(keys(&card), keys(&plain_card), "{card}");
        for text in [written, card, page(&folder, "text"), page(&folder, "json")] {
            let acts = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2028}".contains(c);
            assert!(!text.contains(acts), "{text:?}");
        }
    }
}

/// An example as it was before anything was decided.
fn undecided(example: &str) -> String {
    let text = fs::read_to_string(root().join("examples").join(example));
    let text = text.expect("the example is there");
    let mut in_decision = false;
    let kept = text.lines().filter(|line| {
        if !line.starts_with(' ') {
            in_decision = line.starts_with("decision:");
        }
        !in_decision
    });
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn without_a_recommendation_there_is_no_plan_unless_it_is_said_for_what() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (example, why) in [
        (
            "credit-model-monitoring.yaml",
            "buy and open source are too close to call",
        ),
        (
            "bank-llm-no-way-through.yaml",
            "every alternative is ruled out",
        ),
        (
            "llm-gateway-early-days.yaml",
            "too little is answered to recommend anything",
        ),
    ] {
        fs::write(folder.path().join("file.yaml"), undecided(example)).expect("it can be written");
        let refused = in_folder(folder.path(), &["plan", "file.yaml"]);
        assert_eq!(refused.code, Some(2), "{example}");
        assert_eq!(refused.stdout, "", "{example}");
        assert!(refused.stderr.contains(why), "{}", refused.stderr);
        assert!(refused.stderr.contains("--for build"), "{}", refused.stderr);
        let asked = in_folder(
            folder.path(),
            &["plan", "file.yaml", "--for", "open-source"],
        );
        assert_eq!(asked.code, Some(0), "{}", asked.stderr);
        assert!(asked.stdout.contains("Clear the licence"), "{example}");
    }
}
