//! Asking on a real terminal.

use std::path::Path;
use std::process::Command;

use rexpect::session::{PtySession, spawn_command};

use super::{answer_lines, folder, read};

/// Nothing here takes longer, on the slowest machine.
const TIMEOUT: Option<u64> = Some(60_000);

const DOWN: &str = "\u{1b}[B";

/// The program on a terminal of so many rows and columns.
fn start(folder: &Path, size: (u16, u16), arguments: &str) -> PtySession {
    start_with(folder, size, arguments, "")
}

/// The same, with something set in its environment.
fn start_with(
    folder: &Path,
    (rows, columns): (u16, u16),
    arguments: &str,
    set: &str,
) -> PtySession {
    let mut command = Command::new("/bin/sh");
    let program = env!("CARGO_BIN_EXE_trilemma");
    let run = format!("stty rows {rows} cols {columns}; exec env {set} '{program}' {arguments}");
    command
        .args(["-c", &run])
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("TERM", "xterm")
        .env("NO_COLOR", "1");
    spawn_command(command, TIMEOUT).expect("there is a terminal")
}

fn small(folder: &Path, more: &str) -> PtySession {
    start(
        folder,
        (24, 80),
        &format!("interview --rubric small.yaml -o thing.yaml {more}"),
    )
}

/// Waits for one thing and then sends another.
fn at(session: &mut PtySession, awaited: &str, keys: &str) {
    if let Err(error) = session.exp_string(awaited) {
        panic!("{awaited}: {error}");
    }
    session.send(keys).expect("it can be sent");
    session.flush().expect("it can be sent");
}

fn end(mut session: PtySession, code: i32) -> String {
    let rest = session.exp_eof().expect("it ends");
    let status = session.process().wait().expect("it ends");
    // As in `Exited(Pid(17), 130)`.
    let status = format!("{status:?}");
    assert!(
        status.starts_with("Exited(") && status.ends_with(&format!(", {code})")),
        "{status}: {rest}"
    );
    rest
}

/// What the same answers come to in plain lines.
fn plainly(lines: &[&str]) -> String {
    let folder = folder();
    let arguments = [
        "interview",
        "--plain",
        "--rubric",
        "small.yaml",
        "-o",
        "thing.yaml",
    ];
    let run = answer_lines(folder.path(), &arguments, lines);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    read(folder.path(), "thing.yaml")
}

#[test]
fn a_full_run_writes_what_the_same_answers_write_in_plain_lines() {
    let folder = folder();
    let mut session = small(folder.path(), "");
    at(&mut session, "What is this decision about", "A thing\r");
    // Down once, by number, by the space bar, as a line.
    at(&mut session, "3 Something else", &format!("{DOWN}\r"));
    at(&mut session, "= Square", "");
    at(&mut session, "3 Blue", "1 3 \r");
    at(&mut session, "= Red and Blue", "");
    at(&mut session, "How long may it take?", "");
    at(&mut session, "review)", "1.5k ms\r");
    at(&mut session, "= 1,500 ms", "");
    at(&mut session, "2 no", "\r");
    at(&mut session, "= yes", "");
    at(&mut session, "How many corners", "u\r");
    at(&mut session, "Who will find out", "Zoë, by Friday\r");
    at(&mut session, ", by Friday)", "");
    at(&mut session, "What else is there to say?", "words\r");
    at(&mut session, "2 Part by part", "\r");
    at(&mut session, "`save` writes the file", "save\r");
    let rest = end(session, 0);
    assert!(rest.contains("trilemma decide thing.yaml"), "{rest}");
    let lines = [
        "A thing",
        "2",
        "1,3",
        "1500",
        "1",
        "u Zoë, by Friday",
        "words",
        "1",
        "save",
    ];
    assert_eq!(read(folder.path(), "thing.yaml"), plainly(&lines));
}

#[test]
fn one_key_leads_back_from_every_kind_of_question() {
    let folder = folder();
    let mut session = small(folder.path(), "");
    at(&mut session, "What is this decision about", "First\r");
    at(&mut session, "3 Something else", "<");
    at(&mut session, "now: First", "A thing\r");
    at(&mut session, "3 Something else", "1\r");
    at(&mut session, "3 Blue", "<");
    at(&mut session, "now: Round", "2\r");
    at(&mut session, "3 Blue", "1 \r");
    at(&mut session, "review)", "<");
    at(&mut session, "now: Red", "2 \r");
    at(&mut session, "= Red and Green", "");
    at(&mut session, "review)", "20\r");
    at(&mut session, "2 no", "<");
    at(&mut session, "now: 20 ms", "\r");
    at(&mut session, "2 no", "2\r");
    at(&mut session, "How many corners", "");
    at(&mut session, "review)", "<");
    at(&mut session, "now: no", "1\r");
    at(&mut session, "How many corners", "");
    at(&mut session, "review)", "4\r");
    at(&mut session, "What else is there to say?", "");
    at(&mut session, "review)", "<");
    at(&mut session, "now: 4 corners", "5\r");
    at(&mut session, "What else is there to say?", "");
    at(&mut session, "review)", "words\r");
    at(&mut session, "2 Part by part", "<");
    at(&mut session, "now: words", "\r");
    at(&mut session, "2 Part by part", "1\r");
    at(&mut session, "`save` writes the file", "save\r");
    end(session, 0);
    let lines = [
        "A thing", "2", "1,2", "20", "yes", "5", "words", "1", "save",
    ];
    assert_eq!(read(folder.path(), "thing.yaml"), plainly(&lines));
}

#[test]
fn an_answer_can_be_changed_at_the_review() {
    let folder = folder();
    let mut session = small(folder.path(), "");
    at(&mut session, "What is this decision about", "A thing\r");
    at(&mut session, "3 Something else", "1\r");
    at(&mut session, "3 Blue", "r");
    at(&mut session, "`save` writes the file", "1\r");
    at(&mut session, "now: Round", "");
    at(&mut session, "3 Something else", "<");
    at(&mut session, "`save` writes the file", "1\r");
    at(&mut session, "3 Something else", "3\r");
    at(&mut session, "= Something else", "");
    at(&mut session, "`save` writes the file", "77\r");
    at(&mut session, "`77` is no answer", "save\r");
    end(session, 0);
    let lines = ["A thing", "3", "review", "save"];
    assert_eq!(read(folder.path(), "thing.yaml"), plainly(&lines));
}

#[test]
fn ctrl_c_esc_and_ctrl_d_break_off_with_the_cursor_back_and_the_answers_kept() {
    for (at_line, key) in [
        (false, "\u{3}"),
        (true, "\u{3}"),
        (false, "\u{1b}"),
        (true, "\u{1b}"),
        (true, "\u{4}"),
    ] {
        let folder = folder();
        let mut session = small(folder.path(), "");
        at(&mut session, "What is this decision about", "A thing\r");
        at(&mut session, "3 Something else", "2\r");
        if at_line {
            at(&mut session, "3 Blue", "1 \r");
            at(&mut session, "How long may it take?", "");
            at(&mut session, "review)", "");
            at(&mut session, "> ", key);
        } else {
            at(&mut session, "3 Blue", key);
        }
        let rest = end(session, 130);
        let kept = if at_line {
            "2 answers are"
        } else {
            "1 answer is"
        };
        let message = format!("Broken off. {kept} kept in .thing.yaml.draft; go on with");
        assert!(rest.contains(&message), "{rest}");
        assert!(
            rest.contains("  trilemma interview -o thing.yaml"),
            "{rest}"
        );
        let (hidden, shown) = (rest.rfind("\u{1b}[?25l"), rest.rfind("\u{1b}[?25h"));
        assert!(
            shown.is_some() && shown > hidden,
            "the cursor is back: {rest:?}"
        );
        let mut session = start(folder.path(), (24, 80), "interview -o thing.yaml");
        at(&mut session, "Going on where you broke off", "");
        at(
            &mut session,
            if at_line { "How long" } else { "3 Blue" },
            if at_line { "r\r" } else { "r" },
        );
        at(&mut session, "`save` writes the file", "save\r");
        end(session, 0);
        assert!(read(folder.path(), "thing.yaml").contains("shape: square"));
    }
}

#[test]
fn wrong_numbers_are_refused_in_words_and_asked_again() {
    let folder = folder();
    let mut session = small(
        folder.path(),
        "--set shape=round --set colours=red --title T",
    );
    at(&mut session, "How long may it take?", "");
    at(&mut session, "review)", "soon\r");
    at(
        &mut session,
        "`soon` is not a number; expected a number from 0 to 5,000 ms",
        "15 s\r",
    );
    at(&mut session, "this is counted in `ms`", "9999\r");
    at(&mut session, "`9999` is out of range", "1\u{7f}2\r");
    at(&mut session, "= 2 ms", "");
    at(&mut session, "2 no", "?");
    at(
        &mut session,
        "It counts in the criterion Colour and noise",
        "",
    );
    at(&mut session, "2 no", "+");
    at(&mut session, "A note for this answer", "they said so\r");
    at(&mut session, "2 no", "2\r");
    at(&mut session, "= no (they said so)", "");
    at(&mut session, "What else is there to say?", "s\r");
    at(&mut session, "2 Part by part", "\r");
    at(&mut session, "`save` writes the file", "save\r");
    end(session, 0);
    let text = read(folder.path(), "thing.yaml");
    assert!(text.contains("delay-ms: 2\n"), "{text}");
    assert!(
        text.contains("loud: {value: no, note: \"they said so\"}\n"),
        "{text}"
    );
}

#[test]
fn ten_rows_of_forty_columns_are_enough() {
    let folder = folder();
    let mut session = start(
        folder.path(),
        (10, 40),
        "interview --rubric ml-infrastructure -o thing.yaml",
    );
    at(
        &mut session,
        "in a few words?",
        "A decision with a title that is longer than the line is wide\r",
    );
    // The list of twelve moves under the cursor, and a number leads anywhere.
    at(&mut session, "1 of 12", &DOWN.repeat(6));
    at(&mut session, "7 of 12", "12");
    at(&mut session, "12 of 12", "\r");
    at(&mut session, "= The whole platform", "");
    at(&mut session, "2 no", "r");
    at(&mut session, "`save`", "save\r");
    let rest = end(session, 0);
    let narrow = |line: &str| {
        line.trim_end_matches('\r').chars().count() <= 40 || line.contains("trilemma ")
    };
    for line in rest.lines() {
        assert!(narrow(line) || line.contains('\u{1b}'), "{line:?}");
    }
    let text = read(folder.path(), "thing.yaml");
    assert!(text.contains("component: whole-platform"), "{text}");
    assert!(
        text.contains("title: A decision with a title that is longer than the line is wide\n"),
        "{text}"
    );
}

#[test]
fn only_what_is_missing_is_asked_and_comments_stay() {
    let folder = folder();
    let file = "# ours\nrubric: small.yaml\ntitle: A thing\nanswers:\n  # seen\n  shape: other\n  loud: no # hm\n  delay-ms: 15\n  remarks: none\n";
    std::fs::write(folder.path().join("thing.yaml"), file).expect("it can be written");
    let mut session = start(
        folder.path(),
        (24, 80),
        "interview --from thing.yaml --missing",
    );
    at(&mut session, "Question 1 of about 1", "");
    at(&mut session, "3 Blue", "2 \r");
    at(&mut session, "`save` writes the file", "save\r");
    end(session, 0);
    let expected = file.replace("other\n", "other\n  colours: [green]\n");
    assert_eq!(read(folder.path(), "thing.yaml"), expected);
}

#[test]
fn parts_are_named_marked_and_asked_as_in_plain_lines() {
    let folder = folder();
    let mut session = small(
        folder.path(),
        "--set shape=square --set colours=red --set delay-ms=15 --set loud=yes --set corners=4 --set remarks=words --title T",
    );
    at(&mut session, "may parts of it", "");
    at(&mut session, "2 Part by part", &format!("{DOWN}\r"));
    at(
        &mut session,
        "What is the first part called?",
        "The front\r",
    );
    at(&mut session, "What is the next one called?", "<");
    at(
        &mut session,
        "What is the first part called?",
        "The front\r",
    );
    at(&mut session, "What is the next one called?", "\r");
    at(
        &mut session,
        "The front: which answers are not as for all?",
        "",
    );
    at(&mut session, "Remarks: words", " 3 \r");
    at(&mut session, "= shape and delay", "");
    at(&mut session, "3 Something else", "<");
    at(&mut session, "Remarks: words", "?");
    at(&mut session, "asked again for this part alone", "\r");
    at(&mut session, "3 Something else", "1\r");
    at(&mut session, "The front: question 2 of about 2", "");
    at(&mut session, "review)", "20\r");
    at(&mut session, "p1", "");
    at(&mut session, "`save`", "save\r");
    end(session, 0);
    let lines = [
        "T",
        "2",
        "1",
        "15",
        "yes",
        "4",
        "words",
        "2",
        "The front",
        "",
        "1,3",
        "1",
        "20",
        "save",
    ];
    assert_eq!(read(folder.path(), "thing.yaml"), plainly(&lines));
}

#[test]
fn a_screen_reader_gets_plain_lines_by_the_environment_too() {
    let folder = folder();
    let arguments = "interview --rubric small.yaml -o thing.yaml";
    let mut session = start_with(folder.path(), (24, 80), arguments, "ACCESSIBLE=1");
    at(&mut session, "a line of text >", "A thing\r");
    at(&mut session, "  3  Something else", "");
    at(
        &mut session,
        "a number from 1 to 3; ? why, < back, u don't know >",
        "\u{3}",
    );
    end(session, 130);
}

#[test]
fn a_screen_reader_gets_plain_lines() {
    let folder = folder();
    let mut session = start(
        folder.path(),
        (24, 80),
        "interview --rubric small.yaml -o thing.yaml --plain",
    );
    at(&mut session, "a line of text >", "A thing\r");
    at(
        &mut session,
        "a number from 1 to 3; ? why, < back, u don't know >",
        "\u{3}",
    );
    let rest = end(session, 130);
    assert!(
        rest.contains("trilemma interview -o thing.yaml --plain"),
        "{rest}"
    );
}
