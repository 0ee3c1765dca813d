//! What `rubric test` makes of rubrics and their cases. Most of it is recorded in `tests/golden/backtest`.

use std::fs;
use std::path::Path;

use crate::common::{Run, root, run, trilemma};
use trilemma::files::{Cases, CasesFrom, Files, Rubric, load_cases, load_rubric};
use trilemma::topics::backtest::{Overall, Report};

const FORMATS: [&str; 4] = ["table", "json", "markdown", "junit"];
const FOLDER: &str = "tests/golden/backtest";

#[test]
fn the_exit_code_never_depends_on_the_format() {
    let runs = [
        (vec!["small/rubric.yaml"], 0),
        (vec!["small/rubric.yaml", "--min-agreement", "75"], 0),
        (vec!["small/rubric.yaml", "--min-agreement", "76"], 1),
        (vec!["expecting/rubric.yaml"], 1),
        (vec!["faults/rubric.yaml"], 2),
        (vec!["without-cases/rubric.yaml"], 3),
    ];
    for (arguments, code) in runs {
        for format in FORMATS {
            let mut all = vec!["rubric", "test", "--format", format];
            all.extend(&arguments);
            let run = run(FOLDER, &all);
            assert_eq!(run.code, Some(code), "{all:?}: {}", run.stderr);
            assert_eq!(run.stderr.is_empty(), code == 0, "{all:?}: {}", run.stderr);
        }
    }
}

#[test]
fn decide_takes_no_notice_of_where_a_decision_comes_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let rubric = root().join(FOLDER).join("small/rubric.yaml");
    let case = fs::read_to_string(root().join(FOLDER).join("small/cases/barracks-peeler.yaml"))
        .expect("the case can be read");
    let bare: Vec<&str> = case
        .lines()
        .filter(|line| !line.starts_with("case:") && !line.starts_with("expect:"))
        .collect();
    let bare = bare.join("\n") + "\n";
    let decide = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("the file can be written");
        let output = trilemma(folder.path())
            .args(["decide", name, "--format", "json", "--rubric"])
            .arg(&rubric)
            .output();
        Run::from(output.expect("the program runs"))
    };
    let (with, without) = (decide("with.yaml", &case), decide("without.yaml", &bare));
    assert_ne!(case, bare);
    assert_eq!(with.code, Some(0), "{}", with.stderr);
    assert_eq!(with, without);
}

#[test]
fn hostile_words_stay_words_in_every_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let cases = folder.path().join("cases");
    fs::create_dir(&cases).expect("the folder can be made");
    let rubric = root().join(FOLDER).join("small/rubric.yaml");
    fs::copy(rubric, folder.path().join("rubric.yaml")).expect("the rubric can be copied");
    let hostile =
        r#""\"/><failure/>]]> | a `b` <b>&amp;</b>\e[31m\x00\u202e [x](javascript:y)\n# h""#;
    let case = format!(
        "title: {hostile}\nanswers: {{welders: 0, product-maturity: none, oss-maturity: several, operating-skill: some}}\n\
         decision: {{chosen: build}}\n\
         case: {{organisation: {hostile}, year: 2000, domain: {hostile}, label: clean, facts: [{hostile}], note: {hostile}}}\n"
    );
    fs::write(cases.join("bad \" & <name>.yaml"), case).expect("the case can be written");
    let test = |arguments: &[&str]| {
        let output = trilemma(folder.path())
            .args(["rubric", "test", "rubric.yaml"])
            .args(arguments)
            .output();
        Run::from(output.expect("the program runs"))
    };
    for format in FORMATS {
        let run = test(&["--format", format]);
        assert_eq!(run.code, Some(0), "{format}: {}", run.stderr);
        let acts = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!run.stdout.contains(acts), "{format}: {}", run.stdout);
        match format {
            "json" => {
                let json: serde_json::Value =
                    serde_json::from_str(&run.stdout).expect("JSON is JSON");
                let case = &json["rubrics"][0]["cases"][0];
                let organisation = case["organisation"].as_str();
                assert!(organisation.is_some_and(|name| name.contains("<failure/>")));
            }
            "junit" => assert!(!run.stdout.contains("<failure"), "{}", run.stdout),
            "markdown" => {
                let rows = run
                    .stdout
                    .lines()
                    .filter(|line| line.contains("failure") && line.starts_with('|'));
                for row in rows {
                    let bars = row.replace("\\|", "").matches('|').count();
                    assert!(bars == 8 || bars == 9, "{row}");
                }
                assert!(!run.stdout.contains("<b>") && !run.stdout.contains("\n# h"));
            }
            _ => {}
        }
    }
    let explained = test(&["--explain", "bad \" & <name>"]);
    assert_eq!(explained.code, Some(0), "{}", explained.stderr);
    assert!(!explained.stdout.contains(['\u{1b}', '\u{202e}', '\0']));
}

#[test]
fn a_rubric_without_cases_is_tested_on_those_of_the_rubric_it_extends() {
    let (rubric, cases) = descendant();
    assert_eq!(cases.from, CasesFrom::Extended("kitchen".to_owned()));
    assert_eq!(cases.files.len(), 5);
    // Five answers to `welders`, and the three to `operating-skill` that say it with a choice of old: two are unknown,
    // and one, `none`, is still a choice.
    assert_eq!(cases.answers_left_out, 5 + 2);
    let expecting = cases
        .files
        .iter()
        .filter(|case| case.requirements.expect.is_some());
    assert_eq!(expecting.count(), 0, "expectations are the other rubric's");
    let report = Report::new(&rubric, &cases.files, None).expect("the report stands");
    assert_eq!(report.summary.tally.cases, 5);
    assert_eq!(
        report.summary.baselines.market_rule_lacks,
        ["operating-skill"]
    );
}

#[test]
fn rubrics_together_are_the_sum_of_each_by_itself() {
    let report = |name: &str| {
        let mut files = Files::default();
        let path = root().join(FOLDER).join(name).join("rubric.yaml");
        let rubric = load_rubric(&path.display().to_string(), &mut files).expect("it is sound");
        let cases = load_cases(&rubric, None::<&Path>, &mut files).expect("they are sound");
        Report::new(&rubric, &cases.files, None).expect("the report stands")
    };
    let reports = [report("small"), report("tug-of-war")];
    let overall = Overall::of(&reports).expect("they share no case");
    let [one, other] = &reports;
    assert_eq!(
        overall.summary.tally,
        one.summary.tally.plus(other.summary.tally)
    );
    assert!(Overall::of(&reports[..1]).is_none());
    assert!(Overall::of(&[report("small"), report("descendant")]).is_none());
}

/// A rubric that extends the kitchen's and has no cases of its own, with those it finds.
fn descendant() -> (Rubric, Cases) {
    let mut files = Files::default();
    let path = root().join(FOLDER).join("descendant/rubric.yaml");
    let rubric = load_rubric(&path.display().to_string(), &mut files).expect("the rubric is sound");
    let cases = load_cases(&rubric, None::<&Path>, &mut files).expect("the cases are sound");
    (rubric, cases)
}
