//! Changing files that people wrote.

use std::path::Path;

use super::some_value;
use crate::common::{files_with_ending, root};
use trilemma::files::requirements::write::{NotEdited, edited};
use trilemma::files::{ComponentReplies, Files, Replies, Reply, RequirementsReplies, Rubric, load};

/// A file in every style that YAML has for a map.
const STYLES: &str = "\
# head
rubric: ml-infrastructure   # which
title: >-
  A title
  of two lines
answers:   # all of them
    # about the market
    oss-maturity: commodity   # everybody knows it

    workloads:
      - batch      # nightly
      - training
    today: {value: nothing, note: 'not \"yet\"', source: \"seen\"}   # today
    internal-system:
      # a map in lines
      value: no   # no
      note: >-
        folded
        note
    stage: {note: a, value: under-300}
# tail
";

#[test]
fn a_change_leaves_everything_else_as_it_stands() {
    let mut files = Files::default();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("styles.yaml");
    std::fs::write(&path, STYLES).expect("it can be written");
    let loaded = load(&path, None, &mut files).expect("the file is sound");
    let rubric = &loaded.rubric;
    let before = Replies::from(&loaded.requirements.answers);
    let mut after = before.clone();
    let of = |id: &str| rubric.find_question(id).expect("it is asked");
    let change = |after: &mut Replies, id, by, note: Option<&str>| {
        let question = of(id);
        after.set(
            question,
            Reply {
                value: Some(some_value(rubric.question(question), by)),
                note: note.map(str::to_owned),
                source: before.get(question).and_then(|reply| reply.source.clone()),
            },
        );
    };
    change(&mut after, "oss-maturity", 1, None);
    change(&mut after, "today", 1, Some("not \"yet\""));
    change(&mut after, "internal-system", 0, Some("new note"));
    change(&mut after, "stage", 0, None);
    change(&mut after, "models", 5, None);
    after.set(of("component"), Reply::unknown());
    let text = edited(
        STYLES,
        "styles.yaml",
        rubric,
        Some("Another: title"),
        &shared(before),
        &shared(after),
        &mut Files::default(),
    );
    let text = text.expect("it can be changed");
    let first = |id: &str, by| {
        let question = rubric.question(of(id));
        question.written(&some_value(question, by))
    };
    let expected = STYLES
        .replace(">-\n  A title\n  of two lines", "\"Another: title\"")
        .replace("commodity", &first("oss-maturity", 1))
        .replace("value: nothing", &format!("value: {}", first("today", 1)))
        .replace("value: no   # no", "value: yes   # no")
        .replace(">-\n        folded\n        note", "\"new note\"")
        .replace(
            "{note: a, value: under-300}",
            &format!("{{value: {}}}", first("stage", 0)),
        );
    for (line, _) in expected.lines().zip(1..) {
        assert!(
            text.lines().any(|own| own == line),
            "{line}\nis not in\n{text}"
        );
    }
    assert!(text.contains("component: unknown"), "{text}");
    assert!(text.contains("    models: 5"), "{text}");
}

#[test]
fn every_answer_of_every_example_can_be_changed_and_taken_out() {
    let mut changes = 0;
    for path in files_with_ending(&root().join("examples"), "yaml") {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        if !text.contains("\nanswers:")
            || text.contains("\ncomponents:")
            || text.contains("\ncriteria:")
            || text.contains("\ngate:")
        {
            continue;
        }
        changes += change_everything(&path, &text);
        changes += change_everything(&path, &text.replace('\n', "\r\n"));
    }
    assert!(changes > 500, "{changes}");
}

fn shared(shared: Replies) -> RequirementsReplies {
    RequirementsReplies {
        shared,
        components: Vec::new(),
    }
}

/// Takes components out, adds some, and gives all of them an answer of their own.
fn change_components(
    path: &Path,
    text: &str,
    rubric: &Rubric,
    before: &RequirementsReplies,
) -> usize {
    let asked = rubric.question_indices().find(|&question| {
        let question = rubric.question(question);
        question.ask_when.is_none() && !question.choices().is_empty()
    });
    let asked = asked.expect("the rubric asks for a choice");
    let new = |id: &str| ComponentReplies {
        id: id.to_owned(),
        title: format!("Part: {id}"),
        own: Replies::none(rubric.questions.len()),
    };
    let mut changes = 0;
    let count = before.components.len();
    for (taken_out, added) in [
        (0, 2),
        (1, 0),
        (count.saturating_sub(1), 1),
        (count, 0),
        (count, 1),
    ] {
        for answered in [false, true] {
            let mut after = before.clone();
            let taken_out = taken_out.min(count);
            after.components.drain(..taken_out);
            after
                .components
                .extend(["zz-one", "zz-two"].map(new).into_iter().take(added));
            for component in &mut after.components[..] {
                if answered {
                    let value = some_value(rubric.question(asked), 1);
                    component.own.set(asked, Reply::of(value));
                }
            }
            let result = edited(
                text,
                "example",
                rubric,
                None,
                before,
                &after,
                &mut Files::default(),
            );
            // What a component that was taken out said may have been what a shared answer was there for.
            if !matches!(result, Err(NotEdited::Problems(..))) {
                assert!(
                    result.is_ok(),
                    "{} {taken_out} {added}: {result:?}",
                    path.display()
                );
                changes += 1;
            }
        }
    }
    assert!(changes > 5, "{}: {changes}", path.display());
    changes
}

fn change_everything(path: &Path, text: &str) -> usize {
    let mut files = Files::default();
    let loaded = load(path, None, &mut files).expect("the example is sound");
    let rubric = &loaded.rubric;
    let said = RequirementsReplies::of(&loaded.requirements);
    let before = said.shared.clone();
    let mut changes = change_components(path, text, rubric, &said);
    for question in rubric.question_indices() {
        let asked = rubric.question(question);
        let mut replies = vec![None, Some(Reply::unknown())];
        replies.push(Some(Reply {
            value: Some(some_value(asked, 2)),
            note: Some("a \"note\": with # signs, 'all' {of} [them]\u{1b}\u{202e}".to_owned()),
            source: None,
        }));
        for reply in replies {
            let mut after = before.clone();
            match reply {
                Some(reply) => after.set(question, reply),
                None => after.remove(question),
            }
            let facts = after.at(super::nowhere());
            let facts = trilemma::files::Facts::new(rubric, &facts);
            for (other, _) in after.clone().iter() {
                if !facts.applies(other).is_possible() {
                    after.remove(other);
                }
            }
            let after = RequirementsReplies {
                shared: after,
                ..said.clone()
            };
            let result = edited(
                text,
                "example",
                rubric,
                None,
                &said,
                &after,
                &mut Files::default(),
            );
            assert!(
                result.is_ok(),
                "{} {}: {result:?}",
                path.display(),
                asked.id
            );
            changes += 1;
        }
    }
    changes
}
