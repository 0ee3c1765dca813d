//! The JSON Schemas: committed, and true to what is read and printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{files_with_ending, root, run};
use crate::validator::{Validator, Validators, bundled, json};
use serde_json::Value;
use trilemma::files::{
    BUNDLED, Files, LandscapeError, LoadError, Problem, ProblemCode, Rubric, RubricOrigin, load,
    load_landscape, load_rubric,
};

/// The commands with JSON output that there is a schema of.
const OUTPUTS: &[&str] = &[
    "decide",
    "check",
    "compare",
    "rubric-lint",
    "rubric-diff",
    "rubric-test",
    "report",
    "landscape-list",
    "landscape-lint",
    "shortlist",
    "plan",
];

/// Files that are wrong in their shape and that a schema takes all the same, with the reason.
const BEYOND_SCHEMAS: &[(&str, &str)] = &[
    (
        "remove-everything.yaml",
        "what is left depends on what is inherited",
    ),
    (
        "too-many-questions.yaml",
        "how many there are depends on what is inherited",
    ),
    (
        "number-hexadecimal.yaml",
        "YAML takes it for a number, and how that was written is gone in JSON",
    ),
    (
        "number-octal.yaml",
        "YAML takes it for a number, and how that was written is gone in JSON",
    ),
    (
        "rubric-condition-yes-no-word.yaml",
        "that the question of a condition is one for yes or no is said elsewhere",
    ),
    (
        "rubric-minimum-above-maximum.yaml",
        "a schema cannot compare two values",
    ),
    (
        "half.yaml",
        "what is wrong stands in the scorecard that it names",
    ),
    (
        "no-head.yaml",
        "what is wrong stands in the scorecard that it names",
    ),
    (
        "shape.yaml",
        "what is wrong stands in the scorecard that it names",
    ),
    (
        "unknown.yaml",
        "what is wrong stands in the scorecard that it names",
    ),
];

/// The problems that are about the shape of a file rather than about what it refers to.
pub const SHAPE: &[ProblemCode] = &[
    ProblemCode::UnknownKey,
    ProblemCode::MissingKey,
    ProblemCode::MissingValue,
    ProblemCode::WrongType,
    ProblemCode::OutOfRange,
    ProblemCode::InvalidFormat,
];

#[test]
fn the_committed_schemas_are_what_the_program_prints() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let folder = root().join("schemas");
    let committed = committed();
    for (name, arguments) in &committed {
        let run = run("", arguments);
        assert_eq!(run.code, Some(0), "{name}: {}", run.stderr);
        let path = folder.join(name);
        if update {
            fs::write(&path, &run.stdout).expect("the schema can be written");
        }
        let recorded = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            recorded == run.stdout,
            "schemas/{name} is not current; `UPDATE_GOLDEN=1 cargo test schema` writes what is now"
        );
    }
    let present = files_with_ending(&folder, "json").into_iter();
    let present: BTreeSet<String> = present.map(|path| file_name(&path)).collect();
    let expected: BTreeSet<String> = committed.into_iter().map(|(name, _)| name).collect();
    assert_eq!(present, expected);
}

#[test]
fn every_file_that_is_read_is_accepted_by_its_schemas() {
    let (mut requirements, mut rubrics, mut landscapes) = (0, 0, 0);
    let mut validators = Validators::default();
    for path in yaml_files() {
        let shown = path.display();
        match read(&path) {
            Reading::Rubric => {
                rubrics += 1;
                validators.of_rubrics().assert_accepts(&path);
            }
            Reading::Requirements(rubric) => {
                requirements += 1;
                validators.of_requirements().assert_accepts(&path);
                validators.for_rubric(&rubric).assert_accepts(&path);
            }
            Reading::Landscape => {
                landscapes += 1;
                validators.of_landscapes().assert_accepts(&path);
            }
            Reading::BadRequirements(..) | Reading::BadRubric(_) | Reading::BadLandscape(_) => {
                assert!(
                    !path.starts_with(root().join("examples"))
                        && !path.starts_with(root().join("rubrics")),
                    "{shown} is malformed"
                );
            }
            Reading::Other => {}
        }
    }
    assert!(requirements >= 30, "only {requirements} requirements files");
    assert!(rubrics >= 4, "only {rubrics} rubrics");
    assert!(landscapes >= 4, "only {landscapes} landscapes");
}

#[test]
fn every_file_that_is_wrong_in_its_shape_is_rejected_by_a_schema() {
    let mut validators = Validators::default();
    let mut wrong = 0;
    let mut accepted = Vec::new();
    for path in yaml_files() {
        let (problems, taken) = match read(&path) {
            Reading::BadRequirements(problems, rubric) => {
                let taken = validators.of_requirements().accepts(&path)
                    && rubric.is_none_or(|rubric| validators.for_rubric(&rubric).accepts(&path));
                (problems, taken)
            }
            Reading::BadRubric(problems) => (problems, validators.of_rubrics().accepts(&path)),
            Reading::BadLandscape(problems) => {
                (problems, validators.of_landscapes().accepts(&path))
            }
            _ => continue,
        };
        if problems.iter().any(|problem| SHAPE.contains(&problem.code)) {
            wrong += 1;
            if taken {
                accepted.push(file_name(&path));
            }
        }
    }
    assert!(wrong >= 100, "only {wrong} files are wrong in their shape");
    let listed: Vec<&str> = BEYOND_SCHEMAS.iter().map(|(name, _)| *name).collect();
    assert_eq!(accepted, listed, "accepted, and listed as beyond schemas");
}

#[test]
fn what_decide_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::decide());
    let mut runs = 0;
    for path in yaml_files() {
        let Reading::Requirements(_) = read(&path) else {
            continue;
        };
        let folder = path.parent().and_then(Path::to_str).expect("a folder");
        let file = file_name(&path);
        validator.assert_prints(folder, &["decide", &file, "--format", "json"]);
        runs += 1;
    }
    assert!(runs >= 30, "only {runs} runs");
    let changed = ["--set", "platform-engineers=1", "--weight", "latency=10"];
    let arguments = ["decide", "fraud-scoring-serving.yaml", "--format", "json"];
    validator.assert_prints("examples", &[&arguments[..], &changed].concat());
}

#[test]
fn what_report_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::report());
    let examples = files_with_ending(&root().join("examples"), "yaml");
    let mut runs = 0;
    for path in examples {
        let Reading::Requirements(_) = read(&path) else {
            continue;
        };
        let folder = path.parent().and_then(Path::to_str).expect("a folder");
        validator.assert_prints(folder, &["report", &file_name(&path), "--format", "json"]);
        runs += 1;
    }
    assert!(runs >= 12, "only {runs} runs");
}

#[test]
fn what_lint_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::rubric_lint());
    let mut findings = 0;
    for path in yaml_files() {
        if matches!(read(&path), Reading::Rubric | Reading::BadRubric(_)) {
            let path = path.display().to_string();
            let printed = printed("", &["rubric", "lint", &path, "--format", "json"]);
            validator
                .check(&printed)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
            findings += printed["errors"].as_u64().expect("a count");
        }
    }
    assert!(findings >= 100, "only {findings} errors");
    validator.assert_prints("", &["rubric", "lint", "--format", "json"]);
}

#[test]
fn what_is_printed_of_landscapes_is_as_its_schemas_say() {
    let list = Validator::new(&trilemma::commands::output_schemas::landscape_list());
    let lint = Validator::new(&trilemma::commands::output_schemas::landscape_lint());
    let day = ["--today", "2027-07-01"];
    for name in ["ml-infrastructure", "tests/golden/landscape/approved.yaml"] {
        list.assert_prints("", &["landscape", "list", name, "--format", "json"]);
        let arguments = [&["landscape", "lint", name, "--format", "json"][..], &day].concat();
        lint.assert_prints("", &arguments);
    }
    let shortlist = Validator::new(&trilemma::commands::output_schemas::shortlist());
    let mut runs = 0;
    for path in yaml_files() {
        let is_matched =
            matches!(read(&path), Reading::Requirements(rubric) if rubric.landscape.is_some());
        if is_matched {
            let path = path.display().to_string();
            shortlist.assert_prints(
                "",
                &[&["shortlist", &path, "--format", "json"][..], &day].concat(),
            );
            runs += 1;
        }
    }
    assert!(runs >= 15, "only {runs} runs");
}

#[test]
fn what_diff_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::rubric_diff());
    let bundled = BUNDLED.iter().map(|bundled| bundled.id.to_owned());
    let folders = ["tests/golden/rubrics", "tests/golden/extends", "examples"];
    let files = folders
        .iter()
        .flat_map(|folder| files_with_ending(&root().join(folder), "yaml"))
        .filter(|path| matches!(read(path), Reading::Rubric))
        .map(|path| path.display().to_string());
    let rubrics: Vec<String> = bundled.chain(files).collect();
    assert!(rubrics.len() >= 8, "only {}", rubrics.len());
    for pair in rubrics.windows(2) {
        for (before, after) in [(&pair[0], &pair[1]), (&pair[1], &pair[0])] {
            let arguments = ["rubric", "diff", before, after, "--format", "json"];
            validator.assert_prints("", &arguments);
        }
    }
    validator.assert_prints(
        "",
        &[
            "rubric",
            "diff",
            &rubrics[0],
            &rubrics[0],
            "--format",
            "json",
        ],
    );
}

#[test]
fn what_test_prints_is_as_its_schema_says() {
    let validator = Validator::new(&trilemma::commands::output_schemas::rubric_test());
    validator.assert_prints("", &["rubric", "test", "--format", "json"]);
    let json = ["rubric", "test", "--format", "json"];
    for arguments in [
        &["small/rubric.yaml"][..],
        &["small/rubric.yaml", "tug-of-war/rubric.yaml"],
        &["small/rubric.yaml", "--min-agreement", "90"],
        &["expecting/rubric.yaml"],
        &["descendant/rubric.yaml"],
    ] {
        let arguments = [&json[..], arguments].concat();
        let printed = printed("tests/golden/backtest", &arguments);
        if let Err(error) = validator.check(&printed) {
            panic!("{arguments:?}: {error}");
        }
    }
}

/// What is printed, however the run ends.
fn printed(folder: &str, arguments: &[&str]) -> Value {
    let run = run(folder, arguments);
    serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}: {}", run.stderr))
}

#[test]
fn a_misprint_is_rejected_by_the_schema_of_the_output() {
    let rejects = |schema: Value, command: &[&str], misprints: &[(&str, Value)]| {
        let validator = Validator::new(&schema);
        let sound = printed("", &[command, &["--format", "json"]].concat());
        validator.check(&sound).expect("it is as its schema says");
        for (pointer, value) in misprints {
            let mut misprinted = sound.clone();
            *misprinted.pointer_mut(pointer).expect("it is there") = value.clone();
            assert!(!validator.takes(&misprinted), "{command:?}: {pointer}");
        }
    };
    rejects(
        trilemma::commands::output_schemas::decide(),
        &["decide", "examples/fraud-scoring-serving.yaml"],
        &[
            ("/version", 3.into()),
            ("/recommendation/outcome", "maybe".into()),
            ("/recommendation/recommended/0", "rent".into()),
            ("/recommendation/alternatives/0/score", "20".into()),
            ("/recommendation/criteria/0/state", Value::Null),
        ],
    );
    rejects(
        trilemma::commands::output_schemas::rubric_lint(),
        &["rubric", "lint", "tests/golden/lint/veto-twice.yaml"],
        &[
            ("/version", 3.into()),
            ("/rubrics/0/findings/0/severity", "hint".into()),
            ("/rubrics/0/findings/0/at/line", Value::Null),
        ],
    );
    let cafe = "tests/golden/rubrics/cafe";
    let (before, after) = (format!("{cafe}.yaml"), format!("{cafe}-later.yaml"));
    rejects(
        trilemma::commands::output_schemas::rubric_diff(),
        &["rubric", "diff", &before, &after],
        &[
            ("/version", 3.into()),
            ("/differences/0/kind", "answer".into()),
            ("/differences/0/change", "moved".into()),
            ("/rubric/0/before", true.into()),
        ],
    );
    let test = ["rubric", "test", "tests/golden/backtest/small/rubric.yaml"];
    rejects(
        trilemma::commands::output_schemas::rubric_test(),
        &test,
        &[
            ("/version", 3.into()),
            ("/rubrics/0/by_firmness/0/name", "shaky".into()),
            ("/rubrics/0/cases/0/comparison", "perhaps".into()),
            ("/rubrics/0/confusion/0/chosen", Value::Null),
        ],
    );
}

#[test]
fn the_examples_name_their_schema_in_the_first_line() {
    for path in files_with_ending(&root().join("examples"), "yaml") {
        let schema = match read(&path) {
            Reading::Rubric => "rubric.json".to_owned(),
            Reading::Requirements(rubric) if *rubric.origin() == RubricOrigin::Bundled => {
                format!("requirements-{}.json", rubric.id)
            }
            Reading::Landscape => "landscape.json".to_owned(),
            _ => "requirements.json".to_owned(),
        };
        let inside = path.strip_prefix(root()).expect("it is in the repository");
        let up = "../".repeat(inside.components().count() - 1);
        let line = format!("# yaml-language-server: $schema={up}schemas/{schema}");
        let text = fs::read_to_string(&path).expect("the example can be read");
        assert_eq!(text.lines().next(), Some(&*line), "{}", path.display());
        assert!(committed().iter().any(|(name, _)| *name == schema));
    }
}

#[test]
fn what_is_defined_in_a_schema_is_used_and_what_is_used_is_defined() {
    let rubrics = bundled();
    let specific = trilemma::files::schema::requirements::requirements_for(&rubrics[1], &rubrics);
    let all = [
        trilemma::files::schema::requirements(&rubrics),
        specific,
        trilemma::files::schema::rubric(&rubrics),
        trilemma::commands::output_schemas::decide(),
        trilemma::commands::output_schemas::rubric_lint(),
        trilemma::commands::output_schemas::rubric_diff(),
        trilemma::commands::output_schemas::rubric_test(),
        trilemma::files::schema::landscape(),
        trilemma::commands::output_schemas::landscape_list(),
        trilemma::commands::output_schemas::landscape_lint(),
        trilemma::commands::output_schemas::shortlist(),
        trilemma::commands::output_schemas::plan(),
        trilemma::files::schema::scorecard(),
    ];
    for schema in all {
        let title = schema["title"].as_str().expect("a title");
        let defined = schema["$defs"].as_object().expect("definitions").keys();
        let defined: BTreeSet<String> = defined.map(|name| format!("#/$defs/{name}")).collect();
        let mut used = BTreeSet::new();
        references(&schema, &mut used);
        assert_eq!(used, defined, "{title}");
    }
}

/// Parts of files with what their schema says to them: keys that belong together, and those that do not.
const PARTS: &[(bool, &str)] = &[
    (
        true,
        "expect: {outcome: recommended, recommended: build, firmness: leaning}",
    ),
    (
        true,
        "expect: {recommended: [build, buy], vetoes: [no-builder], advice: []}",
    ),
    (
        true,
        "expect: {outcome: too-close, advice: [thin-ownership]}",
    ),
    (false, "expect: {}"),
    (false, "expect: {outcome: maybe}"),
    (false, "expect: {outcome: too-close, recommended: build}"),
    (false, "expect: {outcome: inconclusive, firmness: robust}"),
    (false, "expect: {vetoes: [thin-ownership, thin-ownership]}"),
    (
        true,
        "case: {organisation: A bank, year: 2019, domain: serving, label: clean}",
    ),
    (
        true,
        "case: {organisation: A, year: 2019, domain: d, label: weak, facts: [f], sources: ['https://a.org'], note: n}",
    ),
    (
        false,
        "case: {organisation: A bank, year: 2019, domain: serving}",
    ),
    (
        false,
        "case: {organisation: A bank, year: 2019, domain: serving, label: vague}",
    ),
    (
        false,
        "case: {organisation: A bank, year: 1019, domain: serving, label: clean}",
    ),
    (
        false,
        "case: {organisation: A, year: 2019, domain: d, label: weak, sources: [a.org]}",
    ),
];

#[test]
fn a_case_says_where_it_comes_from_and_what_is_expected_of_it() {
    let rubrics = bundled();
    let general = Validator::new(&trilemma::files::schema::requirements(&rubrics));
    let ml = rubrics
        .iter()
        .find(|rubric| rubric.id == "ml-infrastructure");
    let ml = ml.expect("it is bundled");
    let specific = Validator::new(&trilemma::files::schema::requirements::requirements_for(
        ml, &rubrics,
    ));
    for (sound, part) in PARTS {
        let text = format!("rubric: ml-infrastructure\ntitle: T\n{part}\n");
        let value = json(&text).expect("it is YAML");
        assert_eq!(general.takes(&value), *sound, "in general: {part}");
        assert_eq!(specific.takes(&value), *sound, "for the rubric: {part}");
    }
    let elsewhere = "rubric: ml-infrastructure\ntitle: T\nexpect: {vetoes: [no-such-veto]}\n";
    let value = json(elsewhere).expect("it is YAML");
    assert!(general.takes(&value) && !specific.takes(&value));
}

#[test]
fn a_rubric_that_extends_another_may_leave_out_what_it_takes_from_it() {
    let validator = Validator::new(&trilemma::files::schema::rubric(&bundled()));
    let head = "rubric: ours\nversion: 1.0.0\ntitle: Ours\n";
    for (sound, rest) in [
        (true, "extends: ml-infrastructure"),
        (
            true,
            "extends: ../base.yaml\nweights: {latency: 8}\nremove: {vetoes: [no-owner], next-steps: [buy]}",
        ),
        (false, ""),
        (false, "weights: {latency: 8}"),
        (false, "extends: https://example.org/base.yaml"),
        (false, "extends: no-such-rubric"),
        (false, "extends: ml-infrastructure\nweights: {latency: 11}"),
        (
            false,
            "extends: ml-infrastructure\nremove: {vetoes: no-owner}",
        ),
        (
            false,
            "extends: ml-infrastructure\nremove: {next-steps: [rent]}",
        ),
        (false, "extends: ml-infrastructure\nremove: {levels: [a]}"),
    ] {
        let value = json(&format!("{head}{rest}\n")).expect("it is YAML");
        assert_eq!(validator.takes(&value), sound, "{rest}");
    }
}

/// Every committed schema: its file name, and what prints it.
fn committed() -> Vec<(String, Vec<String>)> {
    let command = |words: &[&str]| -> Vec<String> {
        ["schema"]
            .iter()
            .chain(words)
            .map(|word| (*word).to_owned())
            .collect()
    };
    let mut all = vec![
        ("requirements.json".to_owned(), command(&["requirements"])),
        ("rubric.json".to_owned(), command(&["rubric"])),
        ("landscape.json".to_owned(), command(&["landscape"])),
        ("scorecard.json".to_owned(), command(&["scorecard"])),
    ];
    all.extend(BUNDLED.iter().map(|bundled| {
        let name = format!("requirements-{}.json", bundled.id);
        (name, command(&["requirements", "--rubric", bundled.id]))
    }));
    all.extend(
        OUTPUTS
            .iter()
            .map(|of| (format!("{of}-output.json"), command(&[of]))),
    );
    all
}

/// Every YAML file of the repository that something is read from.
fn yaml_files() -> Vec<PathBuf> {
    let folders = ["examples", "rubrics", "tests/golden"].iter();
    folders
        .flat_map(|folder| files_with_ending(&root().join(folder), "yaml"))
        .collect()
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// What the program makes of a file.
enum Reading {
    Rubric,
    Requirements(Box<Rubric>),
    /// With the rubric, if that can be read.
    BadRequirements(Vec<Problem>, Option<Box<Rubric>>),
    BadRubric(Vec<Problem>),
    Landscape,
    BadLandscape(Vec<Problem>),
    /// Neither, or another file is at fault.
    Other,
}

/// Whether a file begins as a landscape does.
fn is_landscape(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines()
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.starts_with("landscape: "))
}

fn read(path: &Path) -> Reading {
    let mut files = Files::default();
    let name = path.display().to_string();
    match load_rubric(&name, &mut files) {
        Ok(_) => return Reading::Rubric,
        Err(LoadError::Rubric(problems)) => {
            let in_here = |problem: &Problem| files.get(problem.place.file).name == name;
            return Reading::BadRubric(problems.into_iter().filter(in_here).collect());
        }
        Err(_) => {}
    }
    if is_landscape(path) {
        return match load_landscape(&name, &mut files) {
            Ok(_) => Reading::Landscape,
            Err(LandscapeError::AtFault(problems)) => Reading::BadLandscape(problems),
            Err(LandscapeError::NotFound { .. }) => Reading::Other,
        };
    }
    match load(path, None, &mut files) {
        Ok(loaded) => Reading::Requirements(Box::new(loaded.rubric)),
        Err(LoadError::Requirements(problems)) => {
            Reading::BadRequirements(problems, named_rubric(path).map(Box::new))
        }
        Err(_) => Reading::Other,
    }
}

/// The rubric that a file names in a line of its own, if there is one and it can be read.
fn named_rubric(path: &Path) -> Option<Rubric> {
    let text = fs::read_to_string(path).ok()?;
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("rubric: "))?;
    let is_bundled = BUNDLED.iter().any(|bundled| bundled.id == name);
    let name = if is_bundled {
        name.to_owned()
    } else {
        path.parent()?.join(name).display().to_string()
    };
    load_rubric(&name, &mut Files::default()).ok()
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::String(reference)) = entries.get("$ref") {
                found.insert(reference.clone());
            }
            entries.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}
