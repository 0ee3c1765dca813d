//! Reports and decision records: where they go, what they leave alone, and what others read from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_yaml::Value;
use tempfile::TempDir;

use crate::common::{Run, files_with_ending, root, run, trilemma};

/// What a record has to have, in this order.
const HEADINGS: [&str; 9] = [
    "## Context and Problem Statement",
    "## Decision Drivers",
    "## Considered Options",
    "## Decision Outcome",
    "### Consequences",
    "### Confirmation",
    "## Pros and Cons of the Options",
    "### Build",
    "## More Information",
];

/// A repository with a requirements file in it.
struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder can be made"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        fs::create_dir(repository.path("decisions")).expect("a folder can be made");
        let example = root().join("examples/fraud-scoring-serving.yaml");
        fs::copy(example, repository.path("decisions/fraud.yaml")).expect("it can be copied");
        repository
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn git(&self, arguments: &[&str]) {
        let settings = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
        let done = Command::new("git")
            .args(settings)
            .args(arguments)
            .current_dir(self.0.path())
            .stdout(Stdio::null())
            .status();
        assert!(done.expect("git runs").success(), "{arguments:?}");
    }

    fn report(&self, arguments: &[&str]) -> Run {
        let mut command = trilemma(self.0.path());
        // Git is looked up there.
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
            .args(["report", "decisions/fraud.yaml"])
            .args(arguments);
        Run::from(command.output().expect("the program runs"))
    }

    /// Replaces something in the requirements file.
    fn answer(&self, before: &str, after: &str) {
        let text = self.read("decisions/fraud.yaml");
        assert!(text.contains(before));
        self.write("decisions/fraud.yaml", &text.replace(before, after));
    }
}

const NAME: &str = "online-serving-for-fraud-scoring.md";

#[test]
fn a_record_goes_where_the_repository_keeps_its_records() {
    let cases = [
        ("adrs.toml", "adr_dir = \"notes/adr\"\n", "notes/adr/0001-"),
        (".adr-dir", "doc/records\n", "doc/records/0001-"),
        (
            ".log4brains.yml",
            "project:\n  adrFolder: ./log\n",
            "log/0001-",
        ),
        ("docs/adr/README.md", "", "docs/adr/0001-"),
        ("doc/adr/0007-x.md", "", "doc/adr/0008-"),
        ("docs/decisions/00003-x.md", "", "docs/decisions/00004-"),
        ("README.md", "", "docs/decisions/0001-"),
    ];
    for (file, text, expected) in cases {
        let repository = Repository::new();
        repository.write(file, text);
        let run = repository.report(&["--adr"]);
        let path = format!("{expected}{NAME}");
        assert_eq!(run.code, Some(0), "{file}: {}", run.stderr);
        assert_eq!(run.stderr, format!("wrote {path}\n"));
        assert!(repository.path(&path).is_file(), "{path}");
    }
}

#[test]
fn a_number_that_the_base_branch_has_taken_is_left_free() {
    let repository = Repository::new();
    repository.write("docs/decisions/0001-x.md", "x");
    repository.git(&["add", "-A"]);
    repository.git(&["commit", "--quiet", "-m", "one"]);
    repository.git(&["checkout", "--quiet", "-b", "mine"]);
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write("docs/decisions/0004-taken-meanwhile.md", "x");
    repository.git(&["add", "-A"]);
    repository.git(&["commit", "--quiet", "-m", "two"]);
    repository.git(&["checkout", "--quiet", "mine"]);
    let run = repository.report(&["--adr"]);
    assert_eq!(run.stderr, format!("wrote docs/decisions/0005-{NAME}\n"));
    let run = repository.report(&["--adr", "--base", "nowhere"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}

#[test]
fn a_record_is_dated_where_its_neighbours_are() {
    let repository = Repository::new();
    repository.write("docs/adr/20260101-x.md", "x");
    let run = repository.report(&["--adr"]);
    assert_eq!(run.stderr, format!("wrote docs/adr/20261120-{NAME}\n"));
}

#[test]
fn a_second_record_of_the_same_file_is_never_made() {
    let repository = Repository::new();
    assert_eq!(repository.report(&["--adr"]).code, Some(0));
    repository.answer(
        "title: Online serving for fraud scoring",
        "title: Scoring fraud",
    );
    let run = repository.report(&["--adr"]);
    assert_eq!(run.stderr, format!("wrote docs/decisions/0001-{NAME}\n"));
    let records = files_with_ending(&repository.path("docs"), "md");
    assert_eq!(records.len(), 1);
    assert!(
        repository
            .read(&format!("docs/decisions/0001-{NAME}"))
            .contains("\n# Scoring fraud: build\n")
    );
}

#[test]
fn what_people_wrote_around_the_generated_part_stays_to_the_byte() {
    let repository = Repository::new();
    repository.report(&["--adr"]);
    let path = format!("docs/decisions/0001-{NAME}");
    let own = "\r\n## What we remember of it\n\n  `odd` <b>text</b>\t\n\n\n";
    let text = repository
        .read(&path)
        .replace("---\n\n<!--", "tags: [serving]\n---\n\nAbove.\n\n<!--")
        + own;
    repository.write(&path, &text);
    assert_eq!(repository.report(&["--adr", "--check"]).code, Some(0));
    repository.answer("  chosen: build", "  chosen: open-source");
    let run = repository.report(&["--adr", "--update"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let updated = repository.read(&path);
    assert!(updated.contains("tags: [serving]\n---\n\nAbove.\n\n<!-- trilemma:begin "));
    assert!(updated.ends_with(own));
    assert!(updated.contains("Chosen option: \"Open source\""));
}

#[test]
fn what_people_changed_between_the_marks_is_not_lost_silently() {
    let repository = Repository::new();
    repository.report(&["-o", "report.md"]);
    let edited = repository
        .read("report.md")
        .replace("## Summary", "## Our summary");
    repository.write("report.md", &edited);
    for arguments in [&["-o", "report.md"][..], &["-o", "report.md", "--update"]] {
        let run = repository.report(arguments);
        assert_eq!(run.code, Some(2));
        assert!(
            run.stderr.contains("somebody changed it between the marks"),
            "{}",
            run.stderr
        );
        assert_eq!(repository.read("report.md"), edited);
    }
    let check = repository.report(&["-o", "report.md", "--check"]);
    assert_eq!(check.code, Some(1));
    assert_eq!(
        repository.report(&["-o", "report.md", "--force"]).code,
        Some(0)
    );
    assert!(repository.read("report.md").contains("\n## Summary\n"));
}

#[test]
fn a_front_matter_that_was_changed_by_hand_is_left_as_it_is() {
    let repository = Repository::new();
    repository.report(&["--adr"]);
    let path = format!("docs/decisions/0001-{NAME}");
    let text = repository
        .read(&path)
        .replace("status: \"accepted\"", "status: \"superseded by ADR-0002\"");
    repository.write(&path, &text);
    repository.answer("2026-11-20", "2026-11-21");
    let run = repository.report(&["--adr", "--update"]);
    assert_eq!(run.code, Some(0));
    assert!(run.stderr.contains("front matter"), "{}", run.stderr);
    assert!(
        repository
            .read(&path)
            .contains("status: \"superseded by ADR-0002\"")
    );
}

#[test]
fn a_check_fails_when_the_answers_have_changed_and_says_what_differs() {
    let repository = Repository::new();
    assert_eq!(repository.report(&["--adr", "--check"]).code, Some(1));
    repository.report(&["--adr"]);
    let before = repository.read(&format!("docs/decisions/0001-{NAME}"));
    repository.answer("# ", "# A remark changes nothing. ");
    let same = repository.report(&["--adr", "--check"]);
    assert_eq!(same.code, Some(0), "{}", same.stdout);
    repository.answer(
        "platform-engineers: {value: 5",
        "platform-engineers: {value: 2",
    );
    let run = repository.report(&["--adr", "--check"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout.contains("  - ") && run.stdout.contains("  + "),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("--update"), "{}", run.stdout);
    assert_eq!(
        repository.read(&format!("docs/decisions/0001-{NAME}")),
        before
    );
}

#[test]
fn nothing_that_others_wrote_is_written_over_without_force() {
    let repository = Repository::new();
    for (file, format) in [("a.md", "markdown"), ("a.json", "json"), ("b.md", "madr")] {
        repository.write(file, "mine\n");
        let run = repository.report(&["--format", format, "-o", file]);
        assert_eq!(run.code, Some(2), "{file}");
        assert_eq!(repository.read(file), "mine\n");
        let forced = repository.report(&["--format", format, "-o", file, "--force"]);
        assert_eq!(forced.code, Some(0), "{}", forced.stderr);
        let again = repository.report(&["--format", format, "-o", file]);
        assert_eq!(again.code, Some(0), "{}", again.stderr);
    }
    let run = repository.report(&["-o", "new.md", "--update"]);
    assert_eq!(run.code, Some(2));
    assert!(!repository.path("new.md").exists());
}

#[test]
fn settings_of_a_repository_lead_nowhere_outside_it() {
    let elsewhere = tempfile::tempdir().expect("a folder can be made");
    let absolute = elsewhere.path().display().to_string();
    for folder in ["../../..", "..", &absolute, "docs/../../x", ".git/hooks"] {
        for (file, text) in [
            ("adrs.toml", format!("adr_dir = '{folder}'\n")),
            (".adr-dir", format!("{folder}\n")),
            (
                ".log4brains.yml",
                format!("project: {{adrFolder: '{folder}'}}\n"),
            ),
        ] {
            let repository = Repository::new();
            repository.write(file, &text);
            let run = repository.report(&["--adr"]);
            assert_eq!(run.code, Some(2), "{file} {folder}: {}", run.stderr);
        }
    }
    let left = fs::read_dir(elsewhere.path()).expect("it is there").count();
    assert_eq!(left, 0);
}

#[cfg(unix)]
#[test]
fn no_link_leads_a_record_out_of_the_repository() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder can be made");
    let repository = Repository::new();
    symlink(elsewhere.path(), repository.path("docs")).expect("a link can be made");
    assert_eq!(repository.report(&["--adr"]).code, Some(2));
    fs::remove_file(repository.path("docs")).expect("it can be removed");
    repository.write("docs/decisions/README.md", "");
    let victim = elsewhere.path().join("victim");
    symlink(
        &victim,
        repository.path(&format!("docs/decisions/0001-{NAME}")),
    )
    .expect("a link");
    repository.report(&["--adr"]);
    assert!(!victim.exists());
}

#[test]
fn other_tools_read_status_date_and_title_of_a_record() {
    for path in examples() {
        let printed = report(&path, &["--format", "madr"]);
        let (front, body) = taken_apart(&printed);
        let status = front["status"].as_str().expect("a status");
        assert!(["proposed", "accepted"].contains(&status));
        if status == "accepted" {
            let date = front["date"].as_str().expect("a date");
            assert!(date.parse::<jiff::civil::Date>().is_ok(), "{date}");
            let makers = front["decision-makers"].as_sequence();
            assert!(makers.is_some_and(|makers| makers.iter().all(Value::is_string)));
        }
        let title = body.lines().find_map(|line| line.strip_prefix("# "));
        assert!(
            title.is_some_and(|title| !title.is_empty()),
            "{}",
            path.display()
        );
        let mut rest = body;
        for heading in HEADINGS {
            let at = rest.find(&format!("\n{heading}\n"));
            let at = at.unwrap_or_else(|| panic!("{}: no {heading}", path.display()));
            rest = &rest[at + heading.len()..];
        }
        assert!(
            !body.lines().any(|line| line.starts_with("- ")),
            "bullets are `*`"
        );
    }
}

#[test]
fn a_minimal_record_has_nothing_but_problem_options_and_outcome() {
    for path in examples() {
        let printed = report(&path, &["--format", "madr", "--minimal"]);
        let headings: Vec<&str> = printed
            .lines()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(
            headings,
            [
                "## Context and Problem Statement",
                "## Considered Options",
                "## Decision Outcome"
            ]
        );
        assert!(!printed.starts_with("---"));
    }
}

#[test]
fn pages_keep_the_rules_that_most_linters_have() {
    for path in examples() {
        for format in ["markdown", "madr"] {
            let printed = report(&path, &["--format", format]);
            let body = if format == "madr" {
                taken_apart(&printed).1
            } else {
                &printed
            };
            assert_tidy(body, &path);
        }
    }
}

/// One title, headings that differ and go down by one, no trailing spaces, no two empty lines, empty lines round blocks.
fn assert_tidy(page: &str, path: &Path) {
    let shown = path.display();
    let lines: Vec<&str> = page.lines().collect();
    let mut headings = Vec::new();
    let mut level = 0;
    for (index, line) in lines.iter().enumerate() {
        assert!(!line.ends_with([' ', '\t']), "{shown}: {line:?}");
        let before = index.checked_sub(1).map_or("", |before| lines[before]);
        assert!(
            !(line.is_empty() && before.is_empty() && index > 0),
            "{shown}: two empty lines"
        );
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        if hashes > 0 {
            assert!(hashes <= level + 1, "{shown}: {line}");
            assert!(
                before.is_empty() && lines[index + 1].is_empty(),
                "{shown}: {line}"
            );
            assert!(
                !line.ends_with(['.', ',', ';', ':', '!']),
                "{shown}: {line}"
            );
            assert!(!headings.contains(line), "{shown}: twice: {line}");
            headings.push(line);
            level = hashes;
        }
        let kind = |line: &str| {
            let first = line.trim_start().chars().next();
            first.filter(|first| ['|', '-', '*', '>'].contains(first))
        };
        let begins = kind(line) == Some('|') && kind(before) != Some('|');
        assert!(
            !begins || before.is_empty(),
            "{shown}: a table begins below {before:?}"
        );
    }
    let titles = headings
        .iter()
        .filter(|line| line.starts_with("# "))
        .count();
    assert_eq!(titles, 1, "{shown}");
}

#[test]
fn a_summary_has_fewer_than_150_words() {
    for path in examples() {
        let printed = report(&path, &["--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&printed).expect("it is JSON");
        for section in document["sections"].as_array().expect("sections") {
            let summary = section["summary"].as_str().expect("a summary");
            assert!(summary.split_whitespace().count() < 150, "{summary}");
            assert!(!summary.is_empty());
        }
    }
}

#[test]
fn a_report_is_the_same_wherever_it_is_written() {
    let repository = Repository::new();
    let here = repository.report(&[]);
    let mut command = trilemma(&repository.path("decisions"));
    let there = Run::from(
        command
            .args(["report", "fraud.yaml"])
            .output()
            .expect("it runs"),
    );
    assert_eq!(here.stdout, there.stdout);
    assert!(
        here.stdout
            .contains("| Requirements | decisions/fraud.yaml, `sha256:")
    );
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let mut command = trilemma(root());
    command.args(["report", "examples/retail-platform-by-component.yaml"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().expect("the program ends"));
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn buying_ends_in_questions_and_pass_marks_with_the_teams_own_numbers() {
    let repository = Repository::new();
    repository.answer("  chosen: build", "  chosen: buy");
    let page = repository.report(&[]).stdout;
    assert!(page.contains("- [ ] p99 under 15 ms at your peak rate, on your data"));
    assert!(page.contains("- Do you promise a p99 of 15 ms end to end at our peak rate"));
    assert!(page.contains("## Risks accepted\n\n- It is ruled out: "));
}

fn examples() -> Vec<PathBuf> {
    let mut examples = files_with_ending(&root().join("examples"), "yaml");
    let scenarios = root().join("examples/scenarios");
    examples.retain(|path| {
        // First answers, on which nothing is decided yet.
        if path.starts_with(&scenarios) {
            return false;
        }
        let text = fs::read_to_string(path).expect("it can be read");
        text.contains("\nanswers:")
    });
    assert!(examples.len() >= 12);
    examples
}

fn report(path: &Path, arguments: &[&str]) -> String {
    let path = path.display().to_string();
    let run = run("", &[&["report", &path], arguments].concat());
    assert_eq!(run.code, Some(0), "{path}: {}", run.stderr);
    run.stdout
}

/// The front matter, and what stands below it, as other tools part them.
fn taken_apart(record: &str) -> (Value, &str) {
    let parts: Vec<&str> = record.splitn(3, "---\n").collect();
    let [before, front, body] = parts[..] else {
        panic!("there is no front matter");
    };
    assert_eq!(before, "");
    (serde_yaml::from_str(front).expect("it is YAML"), body)
}

#[test]
fn a_report_on_candidates_says_the_same_on_every_day() {
    let repository = Repository::new();
    let on = |epoch: &str, arguments: &[&str]| {
        let mut command = trilemma(repository.0.path());
        command.env("SOURCE_DATE_EPOCH", epoch);
        command.args(["report", "decisions/fraud.yaml", "-o", "fraud.md"]);
        Run::from(command.args(arguments).output().expect("the program runs"))
    };
    assert_eq!(on("1700000000", &[]).code, Some(0));
    assert!(repository.read("fraud.md").contains("## What is out there"));
    let later = on("2100000000", &["--check"]);
    assert_eq!(later.code, Some(0), "{}", later.stdout);
    let dated = run(
        "examples",
        &["report", "fraud-scoring-serving.yaml", "--today=2036-08-01"],
    );
    let stale = "It should have been looked at again by now";
    assert!(dated.stdout.contains(stale) && !repository.read("fraud.md").contains(stale));
}

#[test]
fn a_case_names_no_candidates_and_no_questions_for_a_landscape() {
    let case = "rubrics/ml-infrastructure/cases/airbnb-bighead-2017.yaml";
    for format in ["markdown", "madr", "html", "json"] {
        let report = run("", &["report", case, "--format", format]).stdout;
        assert!(
            report.contains("</html>") || report.contains("Airbnb"),
            "{format}"
        );
        assert!(!report.contains("What is out there"), "{format}");
        assert!(!report.contains("To adopt"), "{format}");
        // In a page, changes are tried on the whole rubric.
        let answers = report.split("id=\"data\"").next().unwrap_or_default();
        assert!(!answers.contains("product-musts-shown"), "{format}");
    }
}

#[test]
fn at_most_so_many_candidates_are_named_and_the_others_counted() {
    let candidates = (0..12).map(|number| {
        format!("  - {{id: oven-{number}, name: Oven {number}, kind: product, runs-on: [mains], components: [oven, hob]}}")
    });
    let candidates = candidates.collect::<Vec<_>>().join("\n");
    let folder = tempfile::tempdir().expect("a folder can be made");
    for name in ["rubric.yaml", "market.yaml", "kitchens.yaml"] {
        let path = root().join("tests/golden/landscape").join(name);
        fs::copy(path, folder.path().join(name)).expect("it can be copied");
    }
    let over = format!(
        "landscape: more\nversion: 1.0.0\ntitle: More\nextends: market.yaml\ncompiled: 2026-06-02\ncandidates:\n{candidates}\n"
    );
    fs::write(folder.path().join("more.yaml"), over).expect("it can be written");
    let whole = "rubric: rubric.yaml\ntitle: Many\nlandscape: [more.yaml]\nanswers: {job: bake, energy: [mains], tongue: any}\n";
    fs::write(folder.path().join("whole.yaml"), whole).expect("it can be written");
    let parts = format!("{whole}components: [{{id: a, title: A}}, {{id: b, title: B}}]\n");
    fs::write(folder.path().join("parts.yaml"), parts).expect("it can be written");
    for (name, others, named) in [("whole.yaml", 6, 8), ("parts.yaml", 9, 5 * 2)] {
        let mut command = trilemma(folder.path());
        let run = Run::from(
            command
                .args(["report", name])
                .output()
                .expect("the program runs"),
        );
        let sentence =
            format!("And {others} more that fit or may, all listed by `trilemma shortlist`.");
        assert!(run.stdout.contains(&sentence), "{}", run.stdout);
        assert_eq!(run.stdout.matches("| fits |").count(), named, "{name}");
    }
}

#[test]
fn a_template_of_the_program_makes_the_same_report_as_the_program() {
    let repository = Repository::new();
    for (name, file) in [
        ("markdown", "ours.md.j2"),
        ("madr", "ours.md.j2"),
        ("html", "ours.html.j2"),
    ] {
        let template = run(".", &["report", "--print-template", name]);
        repository.write(file, &template.stdout);
        let ours = repository.report(&["--format", name]);
        let theirs = repository.report(&["--template", file]);
        assert_eq!(ours.code, Some(0), "{}", ours.stderr);
        assert_eq!(theirs.stdout, ours.stdout, "{name}: {}", theirs.stderr);
    }
}

#[test]
fn a_report_by_a_template_that_sets_marks_is_refreshed_between_them() {
    let repository = Repository::new();
    let template =
        "{% filter marked(\"html\", provenance.requirements) %}\n{{ title }}\n{% endfilter %}\n";
    repository.write("ours.md.j2", template);
    let arguments = ["--template", "ours.md.j2", "-o", "r.md"];
    assert_eq!(repository.report(&arguments).code, Some(0));
    let written = format!("Minutes\n\n{}\nAfter\n", repository.read("r.md"));
    repository.write("r.md", &written.replace("Online", "Offline"));
    assert_eq!(repository.report(&arguments).code, Some(2), "it was edited");
    repository.write("r.md", &written);
    repository.write("ours.md.j2", &template.replace("title", "answer"));
    let refreshed = repository.report(&[&arguments[..], &["--update"]].concat());
    assert_eq!(refreshed.code, Some(0), "{}", refreshed.stderr);
    let read = repository.read("r.md");
    assert!(
        read.starts_with("Minutes\n") && read.ends_with("After\n"),
        "{read}"
    );
    assert!(read.contains("Decided: "), "{read}");
}
