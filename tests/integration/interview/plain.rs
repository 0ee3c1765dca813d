//! Asking in plain lines.

use super::{Script, answer_lines, folder, read, rubric, run_in};

const SMALL: [&str; 5] = ["interview", "--plain", "--rubric", "small.yaml", "-o"];

fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&SMALL, more].concat()
}

#[test]
fn for_every_bundled_rubric_an_interview_writes_what_setting_every_answer_writes() {
    for id in ["infrastructure", "ml-infrastructure"] {
        for by in [0, 1, 7] {
            let folder = folder();
            let script = Script::of(&rubric(id), by);
            let asked = ["interview", "--plain", "--rubric", id, "-o", "asked.yaml"];
            let run = answer_lines(folder.path(), &asked, &script.lines());
            assert_eq!(run.code, Some(0), "{}", run.transcript());
            let mut given = vec![
                "interview",
                "--no-input",
                "--rubric",
                id,
                "--title",
                "A title",
            ];
            given.extend(["-o", "given.yaml"]);
            given.extend(script.set.iter().flat_map(|set| ["--set", set]));
            let run = run_in(folder.path(), &given);
            assert_eq!(run.code, Some(0), "{}", run.transcript());
            let text = read(folder.path(), "asked.yaml");
            assert_eq!(text, read(folder.path(), "given.yaml"));
            let decided = run_in(folder.path(), &["decide", "asked.yaml"]);
            assert_eq!(decided.code, Some(0), "{}", decided.transcript());
            // `--answers` takes the file itself.
            let again = [
                "interview",
                "--no-input",
                "--rubric",
                id,
                "--answers",
                "asked.yaml",
                "-o",
                "-",
            ];
            assert_eq!(run_in(folder.path(), &again).stdout, text);
        }
    }
}

#[test]
fn standard_output_holds_what_decide_prints_and_nothing_else() {
    let folder = folder();
    let lines = ["A thing", "1", "1,2", "15 ms", "yes", "nothing", "", "save"];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let decided = run_in(folder.path(), &["decide", "thing.yaml"]);
    assert_eq!(run.stdout, decided.stdout);
    assert!(run.stderr.contains("trilemma decide thing.yaml"));
}

#[test]
fn the_way_back_is_the_same_from_every_kind_of_question() {
    let folder = folder();
    // Each `<` is followed by the answer before, given anew.
    let lines = [
        "First",
        "<",
        "A thing",
        "3",
        "<",
        "2",
        "1",
        "<",
        "1 3",
        "15",
        "<",
        "1.5k",
        "n",
        "<",
        "yes",
        "4",
        "<",
        "6 corners",
        "words",
        "1",
        "save",
    ];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let text = read(folder.path(), "thing.yaml");
    let answers = text.split_once("answers:\n").expect("there are answers").1;
    assert_eq!(
        answers,
        "  # First things\n  shape: square\n  colours: [red, blue]\n  delay-ms: 1500\n\n  # Then this\n  loud: yes\n  \
         corners: 6\n  remarks: \"words\"\n"
    );
    assert!(text.contains("title: A thing\n"), "{text}");
}

#[test]
fn what_was_typed_wrong_is_said_and_asked_again() {
    let folder = folder();
    let lines = [
        "", "A thing", "7", "2x", "round", "none", "9", "1,9", "none", "2", "fast", "15 s", "6000",
        "-1", "15", "perhaps", "no", "words", "3", "1", "99", "save",
    ];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    for message in [
        "a title is needed",
        "`7` is not among the choices; expected a number from 1 to 3",
        "`2x` is not among the choices",
        "`9` is not among the choices",
        "none of them is no answer here",
        "`fast` is not a number; expected a number from 0 to 5,000 ms",
        "`s` is not understood: this is counted in `ms`",
        "`6000` is out of range",
        "`-1` is out of range",
        "`perhaps` is no answer; expected `yes` or `no`",
        "`3` is no answer; expected `1` or `2`",
        "`99` is no answer; expected `save` or a number from 0 to 5",
    ] {
        assert!(run.stderr.contains(message), "{message}\n{}", run.stderr);
    }
}

#[test]
fn unknown_answers_skipped_questions_and_notes_are_kept_as_such() {
    let folder = folder();
    let lines = [
        "A thing",
        "u",
        "note seen in the hall",
        "red",
        "u: Zoë, by Friday",
        "skip",
        "note",
        "u",
        "save",
    ];
    // `note` without words takes a note away; to the last question, which asks for a text, `save` is one.
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(130), "{}", run.transcript());
    let lines = ["1", "6", "u", "save"];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let text = read(folder.path(), "thing.yaml");
    let answers = text.split_once("answers:\n").expect("there are answers").1;
    assert_eq!(
        answers,
        "  # First things\n  shape: unknown\n  colours: {value: [red], note: \"seen in the hall\"}\n  delay-ms: \
         {value: unknown, note: \"Zoë, by Friday\"}\n\n  # Then this\n  corners: unknown\n  remarks: unknown\n"
    );
}

#[test]
fn why_a_question_is_asked_is_said_with_what_it_moves() {
    let folder = folder();
    let lines = ["A thing", "?"];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    for sentence in [
        "Look at it from above.",
        "It counts in the criterion Form, for or against build, buy and open source.",
        "Whether 1 other question will be asked depends on it.",
    ] {
        assert!(run.stderr.contains(sentence), "{}", run.stderr);
    }
}

#[test]
fn breaking_off_names_the_command_that_goes_on_and_keeps_every_answer() {
    let folder = folder();
    let run = answer_lines(
        folder.path(),
        &small(&["thing.yaml"]),
        &["A thing", "2", "1"],
    );
    assert_eq!(run.code, Some(130));
    assert!(
        run.stderr.ends_with(
            "Broken off. 2 answers are kept in .thing.yaml.draft; go on with\n  trilemma interview -o thing.yaml --plain\n"
        ),
        "{}",
        run.stderr
    );
    assert!(!folder.path().join("thing.yaml").exists());
    // The way back leads to what was asked before.
    let lines = ["<", "3", "15", "yes", "4", "words", "one", "save"];
    let go_on = ["interview", "-o", "thing.yaml", "--plain"];
    let run = answer_lines(folder.path(), &go_on, &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(
        run.stderr
            .starts_with("Going on where you broke off: 2 answers kept.\n")
    );
    let text = read(folder.path(), "thing.yaml");
    assert!(text.contains("colours: [blue]"), "{text}");
    assert!(!folder.path().join(".thing.yaml.draft").exists());
}

#[test]
fn a_draft_survives_a_change_of_its_rubric() {
    let folder = folder();
    let lines = ["A thing", "square", "1", "15"];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(130));
    let changed = super::SMALL
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace("{id: red, label: Red}", "{id: pink, label: Pink}")
        .replace("includes: red", "includes: pink");
    std::fs::write(folder.path().join("small.yaml"), changed).expect("it can be written");
    let run = answer_lines(
        folder.path(),
        &small(&["thing.yaml"]),
        &["pink", "review", "save"],
    );
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(
        run.stderr
            .contains("The rubric has changed since, from 1.0.0 to 1.1.0.")
    );
    assert!(
        run.stderr
            .contains("These answers do not fit it any more: `colours`.")
    );
    let text = read(folder.path(), "thing.yaml");
    assert!(
        text.contains("shape: square\n  colours: [pink]\n  delay-ms: 15\n"),
        "{text}"
    );
}

#[test]
fn a_draft_that_cannot_be_used_is_neither_used_nor_lost() {
    let folder = folder();
    let path = folder.path().join(".thing.yaml.draft");
    for (text, why) in [
        (
            "draft: 1\nrubric: small.yaml\nanswers: {shape: round}\n",
            "an older version of trilemma wrote it",
        ),
        (
            "rubric: small.yaml\ninterview: {version: 9}\n",
            "its `interview` cannot be read: it is damaged, or another version of trilemma wrote it",
        ),
        ("no: draft\n", "it is no draft of an interview"),
        ("{", "it is no draft of an interview"),
        (
            "rubric: other\ninterview:\n  {rubric-version: 1.0.0, plan: all, title-asked: false, asked: [], parts: ahead, \
             components: [], dropped: []}\n",
            "it is about the rubric `other`",
        ),
    ] {
        std::fs::write(&path, text).expect("it can be written");
        let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &["A thing"]);
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.contains(why), "{}", run.stderr);
        assert_eq!(read(folder.path(), ".thing.yaml.draft"), text);
    }
    let run = answer_lines(
        folder.path(),
        &small(&["thing.yaml", "--restart"]),
        &["A thing"],
    );
    assert_eq!(run.code, Some(130));
}

#[test]
fn the_answers_of_an_older_draft_are_taken_over() {
    let folder = folder();
    let old = "draft: 1\nrubric: small.yaml\ntitle: \"A thing\"\nplan: all\nanswers:\n  shape: round\n  delay-ms: 15\n";
    std::fs::write(folder.path().join(".thing.yaml.draft"), old).expect("it can be written");
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &[]);
    assert_eq!(run.code, Some(2));
    let help = "`--restart --answers .thing.yaml.draft` begins anew with its answers";
    assert!(run.stderr.contains(help), "{}", run.stderr);
    let anew = ["thing.yaml", "--restart", "--answers", ".thing.yaml.draft"];
    let run = answer_lines(folder.path(), &small(&anew), &["green", "review", "save"]);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let text = read(folder.path(), "thing.yaml");
    assert!(text.contains("title: A thing\n"), "{text}");
    assert!(
        text.contains("shape: round\n  colours: [green]\n  delay-ms: 15\n"),
        "{text}"
    );
}

#[test]
fn without_a_terminal_it_ends_at_once_and_says_what_to_use() {
    let folder = folder();
    let run = run_in(folder.path(), &["interview"]);
    assert_eq!(run.code, Some(2));
    for way in [
        "--answers FILE",
        "--set QUESTION=VALUE",
        "--no-input",
        "--plain",
        "trilemma init",
    ] {
        assert!(run.stderr.contains(way), "{}", run.stderr);
    }
    assert_eq!(run.stdout, "");
}

#[test]
fn an_edit_at_the_review_brings_up_what_it_makes_apply_and_sets_aside_the_rest() {
    let folder = folder();
    let lines = [
        "A thing",
        "2",
        "1",
        "15",
        "yes",
        "4",
        "words",
        "1",
        "1",
        "1",
        "1",
        "2",
        "0",
        "Another thing",
        "save",
    ];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(
        run.stderr
            .contains("Set aside, because the question does not apply any more")
    );
    let text = read(folder.path(), "thing.yaml");
    assert!(text.contains("title: Another thing"), "{text}");
    assert!(text.contains("shape: square"), "{text}");
    assert!(text.contains("corners: 4"), "it came back: {text}");
}

#[test]
fn only_what_is_missing_is_asked() {
    let folder = folder();
    let file = "rubric: small.yaml\ntitle: A thing # ours\nanswers:\n  loud: yes # very\n  shape: unknown\n  delay-ms: 15\n";
    std::fs::write(folder.path().join("thing.yaml"), file).expect("it can be written");
    let arguments = ["interview", "--plain", "--from", "thing.yaml", "--missing"];
    let run = answer_lines(
        folder.path(),
        &arguments,
        &["1", "2", "no", "words", "save"],
    );
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert_eq!(
        read(folder.path(), "thing.yaml"),
        "rubric: small.yaml\ntitle: A thing # ours\nanswers:\n  loud: yes # very\n  remarks: \"words\"\n  shape: round\n  \
         colours: [green]\n  delay-ms: 15\n"
    );
}

#[test]
fn the_most_decisive_questions_alone_are_enough_to_recommend_something() {
    for id in ["infrastructure", "ml-infrastructure"] {
        let folder = folder();
        let arguments = [
            "interview",
            "--plain",
            "--quick",
            "--rubric",
            id,
            "-o",
            "quick.yaml",
        ];
        let run = answer_lines(folder.path(), &arguments, &["A title"]);
        let of = run
            .stderr
            .split("Question 1 of about ")
            .nth(1)
            .expect("a question is asked");
        let count: usize = of
            .split('\n')
            .next()
            .and_then(|n| n.parse().ok())
            .expect("a number");
        assert!((3..25).contains(&count), "{id}: {count} questions");
    }
}

#[test]
fn it_offers_to_finish_where_nothing_can_change_the_outcome_any_more() {
    let folder = folder();
    let quiet = super::SMALL.replace("weight: 10", "weight: 1");
    std::fs::write(folder.path().join("small.yaml"), quiet).expect("it can be written");
    let lines = ["A thing", "round", "green", "15", "yes", "save"];
    let run = answer_lines(folder.path(), &small(&["thing.yaml"]), &lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let offer = "Whatever you answer to the 2 questions left, the recommendation stays the same.\nFinish here?";
    assert!(run.stderr.contains(offer), "{}", run.stderr);
    assert!(!read(folder.path(), "thing.yaml").contains("loud"));
}
