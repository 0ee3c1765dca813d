//! What is written, where, and what is not overwritten.

use super::{answer_lines, folder, read, run_in};
use crate::common::root;

#[test]
fn a_file_that_is_there_is_not_replaced_unless_that_is_asked_for() {
    let folder = folder();
    std::fs::write(folder.path().join("thing.yaml"), "mine\n").expect("it can be written");
    for arguments in [
        &["interview", "--plain", "-o", "thing.yaml"][..],
        &[
            "interview",
            "--no-input",
            "--title",
            "A thing",
            "-o",
            "thing.yaml",
        ],
        &["init", "-o", "thing.yaml"],
    ] {
        let run = answer_lines(folder.path(), arguments, &["A thing", "review", "save"]);
        assert_eq!(run.code, Some(2), "{}", run.transcript());
        assert!(
            run.stderr.contains("`thing.yaml` is there already"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains("--force"), "{}", run.stderr);
        assert_eq!(read(folder.path(), "thing.yaml"), "mine\n");
    }
    let arguments = [
        "interview",
        "--no-input",
        "--title",
        "A thing",
        "-o",
        "thing.yaml",
        "--force",
    ];
    assert_eq!(run_in(folder.path(), &arguments).code, Some(0));
    assert!(read(folder.path(), "thing.yaml").contains("title: A thing"));
}

#[test]
fn a_file_that_somebody_wrote_meanwhile_is_not_replaced() {
    let folder = folder();
    let run = answer_lines(
        folder.path(),
        &["interview", "--plain", "-o", "thing.yaml"],
        &["A thing"],
    );
    assert_eq!(run.code, Some(130));
    std::fs::write(folder.path().join("thing.yaml"), "mine\n").expect("it can be written");
    let run = answer_lines(
        folder.path(),
        &["interview", "--plain", "-o", "thing.yaml"],
        &["review", "save"],
    );
    assert_eq!(run.code, Some(2), "{}", run.transcript());
    assert_eq!(read(folder.path(), "thing.yaml"), "mine\n");
    assert!(folder.path().join(".thing.yaml.draft").exists());
}

#[test]
fn the_same_answers_give_the_same_bytes_with_a_rubric_named_relative_to_the_file() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("decisions")).expect("a folder can be made");
    let file = "decisions/thing.yaml";
    let arguments = [
        "interview",
        "--no-input",
        "--rubric",
        "small.yaml",
        "--title",
        "It's \"a\": thing",
        "--set",
        "shape=round",
        "-o",
        file,
        "--force",
    ];
    assert_eq!(run_in(folder.path(), &arguments).code, Some(0));
    let once = read(folder.path(), file);
    assert_eq!(run_in(folder.path(), &arguments).code, Some(0));
    assert_eq!(read(folder.path(), file), once);
    assert!(once.contains("\nrubric: \"../small.yaml\"\n"), "{once}");
    let run = run_in(folder.path(), &["decide", file]);
    assert!(
        run.stdout.starts_with("It's \"a\": thing"),
        "{}",
        run.transcript()
    );
}

#[test]
fn what_does_not_apply_is_told_and_left_out_and_what_is_wrong_is_refused() {
    let folder = folder();
    let answers = "shape: round\ncorners: 4\n";
    std::fs::write(folder.path().join("answers.yaml"), answers).expect("it can be written");
    let common = [
        "interview",
        "--no-input",
        "--rubric",
        "small.yaml",
        "--title",
        "A thing",
        "-o",
        "-",
    ];
    let run = run_in(
        folder.path(),
        &[&common[..], &["--answers", "answers.yaml"]].concat(),
    );
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(
        run.stderr
            .contains("note: `corners` does not apply, so its answer is left out")
    );
    assert!(!run.stdout.contains("corners"));
    for (set, code) in [("shape=oval", 2), ("form=round", 2), ("corners=2", 2)] {
        let run = run_in(folder.path(), &[&common[..], &["--set", set]].concat());
        assert_eq!(run.code, Some(code), "{}", run.transcript());
        assert_eq!(run.stdout, "");
    }
    std::fs::write(folder.path().join("answers.yaml"), "shape: oval\n").expect("it can be written");
    let run = run_in(
        folder.path(),
        &[&common[..], &["--answers", "answers.yaml"]].concat(),
    );
    assert_eq!(run.code, Some(1), "{}", run.transcript());
}

#[test]
fn a_blank_file_is_valid_as_it_stands_and_names_every_question_and_choice() {
    let folder = folder();
    for id in ["infrastructure", "ml-infrastructure", "small.yaml"] {
        let run = run_in(
            folder.path(),
            &["init", "--rubric", id, "-o", "blank.yaml", "--force"],
        );
        assert_eq!(run.code, Some(0), "{}", run.transcript());
        let text = read(folder.path(), "blank.yaml");
        assert_eq!(
            run_in(folder.path(), &["init", "--rubric", id, "-o", "-"]).stdout,
            text
        );
        let decided = run_in(folder.path(), &["decide", "blank.yaml"]);
        assert_eq!(decided.code, Some(0), "{}", decided.transcript());
        if id == "small.yaml" {
            continue;
        }
        let rubric = super::rubric(id);
        for question in &rubric.questions {
            assert!(text.contains(&format!("\n  {}: unknown\n", question.id)));
            for choice in question.choices() {
                assert!(
                    text.contains(&format!("  #   {}", choice.id)),
                    "{}",
                    choice.id
                );
            }
        }
    }
}

#[test]
fn a_blank_file_filled_in_by_an_interview_keeps_its_comments() {
    let folder = folder();
    let init = [
        "init",
        "--rubric",
        "small.yaml",
        "-o",
        "thing.yaml",
        "--title",
        "A thing",
    ];
    assert_eq!(run_in(folder.path(), &init).code, Some(0));
    let blank = read(folder.path(), "thing.yaml");
    let from = [
        "interview",
        "--no-input",
        "--from",
        "thing.yaml",
        "--set",
        "shape=square",
        "--set",
        "corners=5",
    ];
    let run = run_in(folder.path(), &from);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let expected = blank
        .replace("shape: unknown", "shape: square")
        .replace("corners: unknown", "corners: 5");
    assert_eq!(read(folder.path(), "thing.yaml"), expected);
}

#[test]
fn every_example_comes_out_of_an_interview_without_changes_as_it_went_in() {
    let folder = folder();
    for path in crate::common::files_with_ending(&root().join("examples"), "yaml") {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        if text.contains("\nlevels:") || !text.contains("\nanswers:") {
            continue;
        }
        let target = folder.path().join("out.yaml").display().to_string();
        let from = path.display().to_string();
        if text.contains("\nrubric: rubric.yaml") {
            continue;
        }
        if text.contains("\nlandscape: [landscape.yaml]") {
            let beside = path.with_file_name("landscape.yaml");
            std::fs::copy(beside, folder.path().join("landscape.yaml")).expect("it is copied");
        }
        let arguments = [
            "interview",
            "--no-input",
            "--from",
            &from,
            "-o",
            &target,
            "--force",
        ];
        let run = run_in(folder.path(), &arguments);
        assert_eq!(run.code, Some(0), "{from}: {}", run.transcript());
        assert_eq!(read(folder.path(), "out.yaml"), text, "{from}");
    }
}

#[test]
fn a_file_that_names_its_rubric_by_a_path_is_not_written_where_that_leads_nowhere() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("elsewhere")).expect("a folder can be made");
    let file = "rubric: small.yaml\ntitle: A thing\nanswers: {shape: round}\n";
    std::fs::write(folder.path().join("thing.yaml"), file).expect("it can be written");
    let from = [
        "interview",
        "--no-input",
        "--from",
        "thing.yaml",
        "--set",
        "loud=no",
        "-o",
    ];
    let run = run_in(
        folder.path(),
        &[&from[..], &["elsewhere/thing.yaml"]].concat(),
    );
    assert_eq!(run.code, Some(2), "{}", run.transcript());
    assert!(
        run.stderr
            .contains("names its rubric relative to its own folder")
    );
    let run = run_in(folder.path(), &[&from[..], &["other.yaml"]].concat());
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(read(folder.path(), "other.yaml").contains("answers: {shape: round, loud: no}\n"));
}

#[test]
fn a_file_that_changes_while_its_interview_is_broken_off_keeps_what_is_new() {
    let folder = folder();
    let path = folder.path().join("thing.yaml");
    let file = "rubric: small.yaml\ntitle: A thing\nanswers:\n  shape: round\n  loud: yes\n";
    std::fs::write(&path, file).expect("it can be written");
    let arguments = ["interview", "--plain", "--from", "thing.yaml"];
    let run = answer_lines(folder.path(), &arguments, &["", "other"]);
    assert_eq!(run.code, Some(130), "{}", run.transcript());
    let newer = file.replace("loud: yes", "loud: no # they said\n  remarks: \"new\"");
    std::fs::write(&path, newer.replace("thing\n", "thing\n# new\n")).expect("it can be written");
    let run = answer_lines(folder.path(), &arguments, &["review", "save"]);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let expected = "rubric: small.yaml\ntitle: A thing\n# new\nanswers:\n  shape: other\n  loud: no # they said\n  \
                    remarks: \"new\"\n";
    assert_eq!(read(folder.path(), "thing.yaml"), expected);
}
