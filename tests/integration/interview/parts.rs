//! Deciding part by part.

use super::{Script, answer_lines, folder, read, rubric};

const SMALL: [&str; 6] = [
    "interview",
    "--plain",
    "--rubric",
    "small.yaml",
    "-o",
    "thing.yaml",
];

/// A square thing, decided part by part up to the naming of its parts.
const SHARED: [&str; 8] = ["A thing", "2", "1", "15", "yes", "4", "words", "2"];

fn lines<'a>(more: &[&'a str]) -> Vec<&'a str> {
    SHARED.iter().copied().chain(more.iter().copied()).collect()
}

fn answers(text: &str) -> &str {
    text.split_once("answers:\n").expect("there are answers").1
}

/// What follows on the answers for all.
const PARTS: &str = "\ncomponents:
  - id: the-front
    title: The front
    answers:
      shape: round
      colours: [blue]
  - id: the-back
    title: The back
";

#[test]
fn what_differs_is_asked_for_each_part_and_nothing_else() {
    let folder = folder();
    let more = [
        "The front",
        "The back",
        "",
        "1, colours",
        "1",
        "3",
        "",
        "save",
    ];
    let run = answer_lines(folder.path(), &SMALL, &lines(&more));
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    for said in [
        "What is the first part called?",
        "Parts so far: \u{201c}The front\u{201d}. What is the next one called?",
        "The front: which answers are not as for all?\n  1  Shape: Square\n  2  Colours: Red\n  3  Delay: 15 ms\n",
        "The front: question 1 of about 2\nWhich shape does it have?",
        "now: Square (Enter keeps it)",
        "The front: question 2 of about 2\n",
        "p1  The front: ",
        "Its own: shape: Round; colours: Blue.",
        "All answers are as for all.",
    ] {
        assert!(run.stderr.contains(said), "{said}\n{}", run.stderr);
    }
    let text = read(folder.path(), "thing.yaml");
    assert!(text.ends_with(PARTS), "{text}");
    assert!(
        answers(&text).contains("corners: 4\n"),
        "it stays shared: {text}"
    );
}

#[test]
fn a_question_that_applies_to_one_part_alone_is_asked_there() {
    let folder = folder();
    let shared = ["A thing", "1", "1", "15", "yes", "words", "2"];
    let more = ["Front", "", "1", "2", "7", "save"];
    let typed: Vec<&str> = shared.iter().chain(&more).copied().collect();
    let run = answer_lines(folder.path(), &SMALL, &typed);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let text = read(folder.path(), "thing.yaml");
    assert!(
        text.ends_with(
            "- id: front\n    title: Front\n    answers:\n      shape: square\n      corners: 7\n"
        ),
        "{text}"
    );
}

#[test]
fn an_answer_that_does_not_differ_after_all_stays_shared() {
    let folder = folder();
    let more = ["Front", "", "1-3", "", "s", "20 ms", "save"];
    let run = answer_lines(folder.path(), &SMALL, &lines(&more));
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(run.stderr.contains("as for all"), "{}", run.stderr);
    let text = read(folder.path(), "thing.yaml");
    assert!(
        text.ends_with("title: Front\n    answers:\n      delay-ms: 20\n"),
        "{text}"
    );
}

#[test]
fn the_way_back_leads_through_the_parts_too() {
    let folder = folder();
    let more = [
        "<",
        "<",
        "other words",
        "2", // to the last question for all, and on again
        "Frnt",
        "<",
        "The front",
        "The back",
        "", // a name taken back
        "1",
        "<", // from the first question of a part to what differs
        "1,2",
        "1",
        "<",
        "1",
        "3", // within a part
        "<",
        "1,2",
        "",
        "", // from the second part to the first, where all is as it was
        "",
        "save",
    ];
    let run = answer_lines(folder.path(), &SMALL, &lines(&more));
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let text = read(folder.path(), "thing.yaml");
    assert!(text.ends_with(PARTS), "{text}");
    assert!(text.contains("remarks: \"other words\"\n"), "{text}");
}

#[test]
fn parts_are_added_changed_and_left_out_at_the_review() {
    let folder = folder();
    let more = [
        "One",
        "Two",
        "",
        "",
        "", // two parts that are as all
        "drop p1",
        "parts",
        "The front",
        "",
        "1",
        "3", // one out, one in
        "p2",
        "none",
        "p2",
        "2",
        "3",
        "parts",
        "One",
        "<",
        "The back",
        "",
        "",
        "p9",
        "save",
    ];
    let run = answer_lines(folder.path(), &SMALL, &lines(&more));
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(run.stderr.contains("`p9` is no answer"), "{}", run.stderr);
    let text = read(folder.path(), "thing.yaml");
    let parts = text
        .split_once("components:\n")
        .expect("there are components")
        .1;
    assert_eq!(
        parts,
        "  - id: two\n    title: Two\n  - id: the-front\n    title: The front\n    answers:\n      colours: [blue]\n  \
         - id: the-back\n    title: The back\n"
    );
}

#[test]
fn what_was_typed_wrong_about_parts_is_said_and_asked_again() {
    let folder = folder();
    let more = [
        "?", "Front", "Front", "!!!", "\u{2603}", "", "0", "7", "3-2", "shap", "?", "", "", "",
        "save",
    ];
    let run = answer_lines(folder.path(), &SMALL, &lines(&more));
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    for message in [
        "a part is decided like a file of its own",
        "there is a part called `Front` already",
        "`0` is not among them; expected numbers from 1 to 6, as in `2, 5-7`",
        "`7` is not among them",
        "`3-2` is not among them",
        "`shap` is not among them",
        "you are asked again for this part alone",
    ] {
        assert!(run.stderr.contains(message), "{message}\n{}", run.stderr);
    }
    let text = read(folder.path(), "thing.yaml");
    assert!(
        text.contains("- id: part\n    title: \"!!!\"\n  - id: part-2\n"),
        "{text}"
    );
}

/// A file with parts, as somebody wrote it.
const WRITTEN: &str = "# ours
rubric: small.yaml
title: A thing
answers:
  shape: square # for most
  colours: [red]
  delay-ms: 15
  loud: yes
  corners: 4
  remarks: none
components: # two of them
  # the first
  - id: front # towards the street
    title: The front
    answers: {shape: round, colours: [blue]} # nice
    decision: {chosen: build}
  # the second
  - {id: back, answers: {delay-ms: unknown}}
weights: {form: 9}
";

#[test]
fn parts_that_somebody_wrote_keep_their_bytes_where_nothing_changed() {
    let folder = folder();
    std::fs::write(folder.path().join("thing.yaml"), WRITTEN).expect("it can be written");
    let arguments = ["interview", "--plain", "--from", "thing.yaml"];
    // Everything as it is: the title, six questions, no further part, and each part's own answers.
    let typed = ["", "", "", "", "", "", "", "", "", "", "", "", "u", "save"];
    let run = answer_lines(folder.path(), &arguments, &typed);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert_eq!(read(folder.path(), "thing.yaml"), WRITTEN);

    let typed = [
        "", "review", "p1", "2", "2", "drop p2", "parts", "Roof", "", "3", "99", "save",
    ];
    let run = answer_lines(folder.path(), &arguments, &typed);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let expected = WRITTEN
        .replace("{shape: round, colours: [blue]}", "{colours: [green]}")
        .replace(
            "  - {id: back, answers: {delay-ms: unknown}}\n",
            "",
        )
        .replace(
            "    decision: {chosen: build}\n",
            "    decision: {chosen: build}\n  - id: roof\n    title: Roof\n    answers:\n      delay-ms: 99\n",
        );
    assert_eq!(read(folder.path(), "thing.yaml"), expected);
}

#[test]
fn only_what_is_missing_is_asked_of_a_part() {
    let folder = folder();
    let file = WRITTEN
        .replace("shape: square # for most", "shape: other")
        .replace("  corners: 4\n", "")
        .replace("{shape: round,", "{shape: square,");
    std::fs::write(folder.path().join("thing.yaml"), &file).expect("it can be written");
    let arguments = ["interview", "--plain", "--from", "thing.yaml", "--missing"];
    let run = answer_lines(folder.path(), &arguments, &["8", "30", "save"]);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let expected = file
        .replace("[blue]}", "[blue], corners: 8}")
        .replace("unknown", "30");
    assert_eq!(read(folder.path(), "thing.yaml"), expected);
}

#[test]
fn an_interview_by_part_that_is_killed_at_any_step_goes_on_where_it_was() {
    let names = ["The front", "The back"];
    let script = Script::with_parts(&rubric_small(), 2, &names);
    let whole = folder();
    let run = answer_lines(whole.path(), &SMALL, &script.lines());
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let expected = read(whole.path(), "thing.yaml");
    for cut in 1..script.steps.len() {
        let folder = folder();
        let (before, after) = script.steps.split_at(cut);
        for (steps, code) in [(before, 130), (after, 0)] {
            let typed: Vec<&str> = steps.iter().flatten().map(String::as_str).collect();
            let run = answer_lines(folder.path(), &SMALL, &typed);
            assert_eq!(run.code, Some(code), "{cut} {}", run.transcript());
        }
        assert_eq!(read(folder.path(), "thing.yaml"), expected, "cut at {cut}");
    }
}

fn rubric_small() -> trilemma::files::Rubric {
    let folder = folder();
    let path = folder.path().join("small.yaml");
    rubric(&path.display().to_string())
}
