//! Killing the program between any two answers.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, Stdio};

use super::{Script, answer_lines, folder, read, rubric, run_in};
use crate::common::trilemma;
use trilemma::files::{Files, ParsedRequirements};

/// An interview that runs.
struct Running {
    child: Child,
    stderr: ChildStderr,
}

impl Running {
    fn start(folder: &Path, id: &str) -> Self {
        let mut command = trilemma(folder);
        command
            .args(["interview", "--plain", "--rubric", id, "-o", "killed.yaml"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let stderr = child.stderr.take().expect("standard error is piped");
        Self { child, stderr }
    }

    /// Reads until it waits for an answer.
    fn until_prompt(&mut self) -> String {
        let mut said = Vec::new();
        let mut byte = [0];
        while !said.ends_with(b" > ") {
            let read = self.stderr.read(&mut byte).expect("it can be read");
            assert_eq!(read, 1, "it ended: {}", String::from_utf8_lossy(&said));
            said.push(byte[0]);
        }
        String::from_utf8_lossy(&said).into_owned()
    }

    fn send(&mut self, line: &str) {
        let stdin = self.child.stdin.as_mut().expect("standard input is piped");
        writeln!(stdin, "{line}").expect("it reads");
    }

    /// SIGKILL, on unix.
    fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

/// How far the interview has come whose draft this is, once its answers were read as a requirements file.
fn interview_key(draft: &str, id: &str) -> serde_yaml::Value {
    let mut files = Files::default();
    let file = files.add("draft", draft);
    let read = ParsedRequirements::read(file, &files).expect("the draft is whole");
    let (_, unfit) = read.replies(&rubric(id), &files);
    assert_eq!(unfit, Vec::<String>::new());
    let keys: serde_yaml::Value = serde_yaml::from_str(draft).expect("the draft is whole");
    keys["interview"].clone()
}

fn uninterrupted(id: &str, script: &Script) -> String {
    let folder = folder();
    let arguments = ["interview", "--plain", "--rubric", id, "-o", "killed.yaml"];
    let run = answer_lines(folder.path(), &arguments, &script.lines());
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    read(folder.path(), "killed.yaml")
}

#[test]
fn no_answer_is_lost_when_it_is_killed_after_any_of_them() {
    let mut kills = 0;
    for id in ["infrastructure", "ml-infrastructure"] {
        let script = Script::with_parts(&rubric(id), 1, &["Front", "Back"]);
        let folder = folder();
        let (save, steps) = script.steps.split_last().expect("there are steps");
        for step in steps {
            let mut running = Running::start(folder.path(), id);
            running.until_prompt();
            for line in step {
                running.send(line);
                running.until_prompt();
            }
            running.kill();
            kills += 1;
            assert!(!folder.path().join("killed.yaml").exists());
            let draft = read(folder.path(), ".killed.yaml.draft");
            interview_key(&draft, id);
        }
        let arguments = ["interview", "--plain", "-o", "killed.yaml"];
        let run = answer_lines(folder.path(), &arguments, &[&save[0]]);
        assert_eq!(run.code, Some(0), "{}", run.transcript());
        assert_eq!(
            read(folder.path(), "killed.yaml"),
            uninterrupted(id, &script)
        );
    }
    assert!(kills >= 50, "{kills}");
}

#[test]
fn a_draft_without_its_key_of_its_own_is_a_requirements_file() {
    let script = Script::with_parts(&rubric("ml-infrastructure"), 1, &["Front", "Back"]);
    let folder = folder();
    let arguments = ["interview", "--plain", "-o", "thing.yaml"];
    let lines = script.lines();
    let run = answer_lines(folder.path(), &arguments, &lines[..lines.len() - 1]);
    assert_eq!(run.code, Some(130), "{}", run.transcript());
    let draft = read(folder.path(), ".thing.yaml.draft");
    let (file, _) = draft.split_once("\ninterview:\n").expect("it has the key");
    std::fs::write(folder.path().join("draft.yaml"), file).expect("it can be written");
    let run = run_in(folder.path(), &["decide", "draft.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    assert!(file.contains("\n  - id: front\n"), "{file}");
}

#[test]
fn no_file_is_broken_when_it_is_killed_while_it_writes() {
    let id = "ml-infrastructure";
    let script = Script::of(&rubric(id), 1);
    let folder = folder();
    let path = folder.path().join(".killed.yaml.draft");
    let (_, steps) = script.steps.split_last().expect("there are steps");
    let kept = || {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let draft = (!text.is_empty()).then(|| interview_key(&text, id));
        // The title is the first step, and whether there are parts the last.
        draft.map_or(0, |draft| {
            let asked = draft["asked"].as_sequence().expect("it is a list").len();
            let title = draft["title-asked"].as_bool().expect("it is yes or no");
            asked + usize::from(title) + usize::from(draft["parts"] != "ahead")
        })
    };
    let mut rounds = 0;
    while kept() < steps.len() {
        let before = kept();
        let mut running = Running::start(folder.path(), id);
        running.until_prompt();
        for line in &steps[before] {
            running.send(line);
        }
        if rounds % 3 == 2 {
            // Every third time it may finish writing, so that this ends on the slowest machine.
            running.until_prompt();
        }
        running.kill();
        let after = kept();
        assert!(
            after == before || after == before + 1,
            "{before} then {after}"
        );
        rounds += 1;
        assert!(rounds < 1000, "it never gets further");
    }
}
