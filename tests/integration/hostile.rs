//! Files that were made to do harm.

use std::fs;

use crate::common::{Run, run, run_with_input, trilemma};

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

/// Runs `decide` with a rubric in a folder of its own, whatever else is there.
fn decide_with(files: &[(&str, &[u8])]) -> Run {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("it can be written");
    }
    let requirements = folder.path().join("requirements.yaml");
    fs::write(requirements, "rubric: rubric.yaml\ntitle: x\n").expect("it can be written");
    let output = trilemma(folder.path())
        .args(["decide", "requirements.yaml", "--color", "never"])
        .output();
    Run::from(output.expect("the program runs"))
}

fn extending(base: &str) -> String {
    format!("rubric: own\nversion: 1.0.0\ntitle: Own\nextends: {base}\n")
}

/// A rubric with this in its lists of vetoes and sources, and little else.
fn rubric_with(vetoes: &str, sources: &str) -> String {
    format!(
        "rubric: base\nversion: 1.0.0\ntitle: Base\ngroups: [{{id: g, title: G}}]\n\
         sources:\n  s: {{title: S}}\n{sources}\
         questions: [{{id: q, group: g, ask: Q, type: yes-no}}]\n\
         criteria: [{{id: c, group: g, title: C, weight: 1, why: W, sources: [s], levels: [{{otherwise: true, because: B}}]}}]\n\
         vetoes:\n{vetoes}"
    )
}

/// So many vetoes that cite this source.
fn vetoes(name: &str, count: usize, source: &str) -> String {
    let veto = |at| {
        format!(
            "  - {{id: {name}-{at}, excludes: [buy], when: {{q: yes}}, because: B, lifted-by: L, sources: [{source}]}}\n"
        )
    };
    (0..count).map(veto).collect::<Vec<_>>().concat()
}

fn assert_refused_with(files: &[(&str, &[u8])], expected: &str) {
    let run = decide_with(files);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains(expected), "{}", run.stderr);
    assert!(run.stderr.len() < 100_000, "{} bytes", run.stderr.len());
}

#[test]
fn a_rubric_cannot_extend_just_any_file() {
    for base in [
        "/etc/passwd",
        "/etc/hosts.yaml",
        "../../../../../../etc/passwd",
        "//server/share/rubric.yaml",
        "https://example.com/rubric.yaml",
        "file:///etc/hosts.yaml",
        "./nowhere.yaml",
        ".",
        "..",
        "\"\\0.yaml\"",
        "\"\\e[2J.yaml\"",
    ] {
        let own = extending(base);
        assert_refused_with(
            &[("rubric.yaml", own.as_bytes())],
            "error[rubric-not-found]",
        );
    }
}

#[cfg(unix)]
#[test]
fn a_rubric_cannot_extend_a_device_or_a_circle_of_links() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(from)).expect("it can be linked");
    };
    link("zero.yaml", "/dev/zero");
    link("one.yaml", "two.yaml");
    link("two.yaml", "one.yaml");
    for base in ["zero.yaml", "one.yaml"] {
        fs::write(folder.path().join("rubric.yaml"), extending(base)).expect("it can be written");
        let run = run_in(folder.path(), "rubric.yaml");
        assert_eq!(run.code, Some(2), "{base}: {}", run.stderr);
        assert!(run.stderr.contains("cannot read"), "{base}: {}", run.stderr);
    }
}

/// Runs `decide` in a folder with this rubric and nothing answered.
#[cfg(unix)]
fn run_in(folder: &std::path::Path, rubric: &str) -> Run {
    fs::write(folder.join("requirements.yaml"), "title: x\n").expect("it can be written");
    let output = trilemma(folder)
        .args(["decide", "requirements.yaml", "--rubric", rubric])
        .output();
    Run::from(output.expect("the program runs"))
}

#[test]
fn a_long_chain_of_rubrics_is_not_followed_to_its_end() {
    let chain: Vec<(String, String)> = (0..200)
        .map(|link| {
            (
                format!("link{link}.yaml"),
                extending(&format!("link{}.yaml", link + 1)),
            )
        })
        .collect();
    let own = extending("link0.yaml");
    let mut files: Vec<(&str, &[u8])> = chain
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    files.push(("rubric.yaml", own.as_bytes()));
    assert_refused_with(&files, "more than 8 rubrics extend one another");
}

#[test]
fn rubrics_that_are_too_large_together_are_refused() {
    let padding = "# padding\n".repeat(60_000);
    let base = rubric_with("  []\n", "") + &padding;
    let own = extending("base.yaml") + &padding;
    let files: [(&str, &[u8]); 2] = [
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", base.as_bytes()),
    ];
    assert_refused_with(&files, "larger than 1024 KiB together");
    let huge = "# padding\n".repeat(150_000);
    let own = extending("base.yaml");
    let files: [(&str, &[u8]); 2] = [
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", huge.as_bytes()),
    ];
    assert_refused_with(&files, "error[file-too-large]");
}

#[test]
fn rubrics_with_too_many_values_together_are_refused() {
    let base = rubric_with(&vetoes("veto", 3_000, "s"), "");
    let own = extending("base.yaml") + "vetoes:\n" + &vetoes("more", 3_000, "s");
    let files: [(&str, &[u8]); 2] = [
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", base.as_bytes()),
    ];
    assert_refused_with(&files, "more than 100000 values together");
}

#[test]
fn thousands_of_removals_of_nothing_are_counted_and_not_all_shown() {
    let base = rubric_with(&vetoes("veto", 4_000, "s"), "");
    let gone: Vec<String> = (0..20_000).map(|at| format!("vetu-{at}")).collect();
    let own = extending("base.yaml") + &format!("remove: {{vetoes: [{}]}}\n", gone.join(", "));
    let files: [(&str, &[u8]); 2] = [
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", base.as_bytes()),
    ];
    let run = decide_with(&files);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("19950 more problems"));
}

#[test]
fn what_every_row_needs_is_told_once_when_it_is_removed() {
    let base = rubric_with(&vetoes("veto", 4_000, "t"), "  t: {title: T}\n");
    let own = extending("base.yaml") + "remove: {sources: [t]}\n";
    let run = decide_with(&[
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", base.as_bytes()),
    ]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("and others too"), "{}", run.stderr);
}

#[test]
fn a_line_of_a_base_that_is_endless_is_named_and_not_shown() {
    let base = rubric_with("  []\n", "  t: {title: T}\n");
    let value: serde_yaml::Value = serde_yaml::from_str(&base).expect("it is YAML");
    let mut line = serde_json::to_string(&value).expect("it can be written");
    line = line.replace("\"Base\"", &format!("\"{}\"", "y".repeat(5_000)));
    let own = extending("base.yaml") + "remove: {sources: [s]}\n";
    let run = decide_with(&[
        ("rubric.yaml", own.as_bytes()),
        ("base.yaml", line.as_bytes()),
    ]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    for expected in ["rubric.yaml:5:20", "criterion `c` needs it", "base.yaml:1:"] {
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
    assert!(!run.stderr.contains("yyyy"), "{}", run.stderr);
}
