//! Files that were made to do harm.

use std::fs;

use crate::common::{Run, run, run_with_input};

/// Runs `decide` on bytes from standard input.
fn decide(bytes: &[u8]) -> Run {
    run_with_input("", &["decide", "-"], bytes)
}

fn assert_refused(bytes: &[u8], code: &str) {
    let run = decide(bytes);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stderr.contains(&format!("error[{code}]")),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.len() < 100_000,
        "{} bytes of complaint",
        run.stderr.len()
    );
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    assert_refused(&b"# padding\n".repeat(150_000), "file-too-large");
}

#[test]
fn an_alias_bomb_is_refused_at_its_first_anchor() {
    let mut bomb = String::from("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (next, previous) in ('b'..='i').zip('a'..='h') {
        let nine = vec![format!("*{previous}"); 9].join(",");
        bomb.extend([next.to_string(), format!(": &{next} [{nine}]\n")]);
    }
    assert_refused(bomb.as_bytes(), "unsupported-yaml");
}

#[test]
fn nesting_beyond_any_need_is_refused_in_every_style() {
    for open in ["[", "{a: ", "- ", "? ", "a: ["] {
        let run = decide(open.repeat(200_000 / open.len()).as_bytes());
        assert_eq!(run.code, Some(1), "{open}: {}", run.stderr);
        assert!(run.stderr.contains("error["), "{open}: {}", run.stderr);
    }
    let deep: Vec<String> = (0..1000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let deep = deep.concat();
    assert_refused(deep.as_bytes(), "too-complex");
}

#[test]
fn more_values_than_any_file_needs_are_refused() {
    assert_refused(
        format!("answers: [{}]", "a,".repeat(150_000)).as_bytes(),
        "too-complex",
    );
}

#[test]
fn thousands_of_problems_are_counted_and_not_all_shown() {
    let keys: Vec<String> = (0..20_000).map(|key| format!("k{key}: 1\n")).collect();
    let keys = keys.concat();
    let run = decide(format!("rubric: ml-infrastructure\ntitle: x\n{keys}").as_bytes());
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("19950 more problems"),
        "{}",
        &run.stderr[run.stderr.len() - 300..]
    );
}

#[test]
fn a_problem_in_a_line_of_a_megabyte_is_shown_with_little_of_it() {
    let line = format!(
        "{{rubric: ml-infrastructure, title: x, colour: \"{}\"}}",
        "y".repeat(900_000)
    );
    assert_refused(line.as_bytes(), "unknown-key");
}

#[test]
fn nothing_that_acts_on_a_terminal_reaches_it() {
    let acting = [
        '\u{1b}', '\u{7}', '\u{8}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{7f}', '\r', '\u{feff}',
        '\u{2028}',
    ];
    let escapes = acting.map(|c| format!("\\U{:08x}", u32::from(c))).concat();
    let raw: String = ['\u{9b}', '\u{202e}', '\u{2066}'].iter().collect();
    let fields = [
        format!("rubric: ml-infrastructure\ntitle: \"{escapes}\"\nanswers: {{}}\n"),
        format!(
            "rubric: ml-infrastructure\ntitle: x\nanswers: {{models: {{value: 3, note: \"{escapes}\"}}}}\n"
        ),
        format!(
            "rubric: ml-infrastructure\ntitle: x\nanswers: {{models: {{value: 3, source: \"{escapes}\"}}}}\n"
        ),
        format!(
            "rubric: ml-infrastructure\ntitle: x\ndecision: {{chosen: buy, because: \"{escapes}\"}}\n"
        ),
        format!(
            "rubric: ml-infrastructure\ntitle: x\ndecision: {{chosen: buy, deciders: [\"{escapes}\"]}}\n"
        ),
        format!(
            "rubric: ml-infrastructure\ntitle: x\ncomponents: [{{id: a, title: \"{escapes}\"}}]\n"
        ),
        format!("rubric: ml-infrastructure\ntitle: x\n\"{escapes}\": 1\n"),
        format!("rubric: ml-infrastructure\ntitle: x\nanswers: {{models: \"{escapes}\"}}\n"),
        format!("rubric: \"{escapes}\"\ntitle: x\n"),
        format!("rubric: ml-infrastructure\ntitle: x\n{raw}: 1 # {raw}\n"),
    ];
    for text in &fields {
        for format in ["table", "json"] {
            let run = run_with_input(
                "",
                &["decide", "-", "--color", "never", "--format", format],
                text.as_bytes(),
            );
            let printed = run.stdout + &run.stderr;
            let leaked: Vec<char> = printed
                .chars()
                .filter(|c| acting.contains(c) || is_control(*c))
                .collect();
            assert!(leaked.is_empty(), "{leaked:?} from\n{text}\nin\n{printed}");
        }
    }
}

fn is_control(c: char) -> bool {
    c.is_control() && c != '\n'
}

#[test]
fn a_requirements_file_cannot_name_just_any_file_as_its_rubric() {
    for name in [
        "/etc/passwd",
        "/etc/hosts.yaml",
        "../../etc/passwd",
        "./rubrics",
    ] {
        let run = decide(format!("rubric: {name}\ntitle: x\n").as_bytes());
        assert_eq!(run.code, Some(1), "{name}: {}", run.stderr);
        assert!(
            run.stderr.contains("error[rubric-not-found]"),
            "{name}: {}",
            run.stderr
        );
    }
}

#[test]
fn what_is_no_regular_file_is_not_read() {
    let folder = run("", &["decide", "src"]);
    assert_eq!(folder.code, Some(2));
    assert!(
        folder.stderr.contains("it is a folder"),
        "{}",
        folder.stderr
    );
    if fs::metadata("/dev/zero").is_ok() {
        let device = run("", &["decide", "/dev/zero"]);
        assert_eq!(device.code, Some(2));
        assert!(
            device.stderr.contains("not a regular file"),
            "{}",
            device.stderr
        );
    }
}
