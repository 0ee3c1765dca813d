//! Landscapes of candidates, as files.

use std::fs;

use crate::common::{Run, root, trilemma};
use trilemma::files::{Attribute, BUNDLED, CandidateKind, Files, LandscapeError, load_landscape};

/// A landscape with these candidates.
fn small(candidates: &str) -> String {
    format!(
        "landscape: small\nversion: 1.0.0\ntitle: Small\ncompiled: 2026-11-23\n\
         vocabulary:\n  components: {{serving: Serving}}\n  runs-on: {{aws: AWS, gcp: Google Cloud}}\n  \
         licences: {{permissive: [MIT]}}\ncomplete: [components]\ncandidates:\n{candidates}"
    )
}

#[test]
fn every_bundled_landscape_can_be_read() {
    let with = BUNDLED.iter().filter(|bundled| bundled.landscape.is_some());
    for bundled in with {
        let landscape = load_landscape(bundled.id, &mut Files::default()).expect(bundled.id);
        assert_eq!(landscape.id, bundled.id);
        assert!(landscape.candidates.len() > 40, "{}", bundled.id);
    }
}

#[test]
fn the_landscape_that_the_documentation_shows_is_sound() {
    let documentation = root().join("rubrics/README.md");
    let documentation = fs::read_to_string(documentation).expect("it is there");
    let blocks = documentation.split("```yaml\n").skip(1);
    let shown = blocks
        .filter_map(|rest| rest.split("```").next())
        .find(|block| block.contains("\ncandidates:\n") && block.starts_with("landscape:"))
        .expect("it shows one");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("shown.yaml");
    fs::write(&path, shown).expect("it can be written");
    let landscape = load_landscape(&path.display().to_string(), &mut Files::default());
    let landscape = landscape.expect("it is sound");
    assert!(landscape.candidates.iter().any(|one| one.id == "modelbox"));
}

#[test]
fn what_a_list_does_not_name_is_a_no_only_where_the_list_is_complete() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("small.yaml");
    let candidates = "  - {id: a, name: A, kind: product, components: [], runs-on: [aws]}\n  \
                      - {id: b, name: B, kind: product, runs-on: [aws], complete: [runs-on]}\n  \
                      - {id: c, name: C, kind: product, runs-on: [aws], lacks: {runs-on: [gcp]}}\n";
    fs::write(&path, small(candidates)).expect("it can be written");
    let landscape =
        load_landscape(&path.display().to_string(), &mut Files::default()).expect("it is sound");
    let has = |id: &str, attribute, value: &str| {
        let value = landscape
            .vocabulary
            .find(attribute, value)
            .expect("it is a word");
        let candidate = landscape.find(id).expect("it is there");
        candidate.attributes.has(attribute, value)
    };
    assert_eq!(has("a", Attribute::Components, "serving"), Some(false));
    assert_eq!(has("b", Attribute::Components, "serving"), None);
    assert_eq!(has("a", Attribute::RunsOn, "aws"), Some(true));
    assert_eq!(has("a", Attribute::RunsOn, "gcp"), None);
    assert_eq!(has("b", Attribute::RunsOn, "gcp"), Some(false));
    assert_eq!(has("c", Attribute::RunsOn, "gcp"), Some(false));
}

#[test]
fn a_landscape_over_another_adds_replaces_and_leaves_out() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("own.yaml");
    let text = "landscape: own\nversion: 1.0.0\ntitle: Own\nextends: ml-infrastructure\n\
                compiled: 2026-11-23\nexclude: [{id: dvc, because: not approved}]\ncandidates:\n  \
                - {id: mlflow, name: Our MLflow, kind: product}\n  \
                - {id: house, name: House, kind: product, components: [platform]}\n";
    fs::write(&path, text).expect("it can be written");
    let bundled = load_landscape("ml-infrastructure", &mut Files::default()).expect("sound");
    let own =
        load_landscape(&path.display().to_string(), &mut Files::default()).expect("it is sound");
    assert_eq!(own.candidates.len(), bundled.candidates.len());
    assert!(own.find("dvc").is_none());
    let mlflow = own.find("mlflow").expect("it is there");
    assert_eq!(mlflow.kind, CandidateKind::Product);
    assert_eq!(own.candidates.last().map(|c| c.id.as_str()), Some("house"));
}

#[test]
fn a_landscape_that_extends_itself_is_refused() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("own.yaml");
    let text =
        "landscape: own\nversion: 1.0.0\ntitle: Own\nextends: own.yaml\ncompiled: 2026-11-23\n";
    fs::write(&path, text).expect("it can be written");
    let error = load_landscape(&path.display().to_string(), &mut Files::default());
    let Err(LandscapeError::AtFault(problems)) = error else {
        panic!("it is at fault");
    };
    assert!(
        problems[0].found.contains("put over one another"),
        "{}",
        problems[0].found
    );
}

#[test]
fn a_landscape_beyond_any_size_is_refused_and_a_large_one_is_not() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("large.yaml");
    let load = |text: String| {
        fs::write(&path, text).expect("it can be written");
        load_landscape(&path.display().to_string(), &mut Files::default())
    };
    let many = |count: usize| {
        let candidate =
            |n| format!("  - {{id: c{n}, name: C{n}, kind: product, components: [serving]}}\n");
        small(&(0..count).map(candidate).collect::<String>())
    };
    assert_eq!(
        load(many(5_000)).expect("it is sound").candidates.len(),
        5_000
    );
    for (text, found) in [
        (many(20_001), "20001 candidates"),
        (
            small(&format!("  - {}\n", "x".repeat(8 * 1024 * 1024))),
            "larger than",
        ),
        (
            small(&format!("  - [{}]\n", "x,".repeat(1_000_001))),
            "values",
        ),
        (
            small(&format!("  - {}\n", "[".repeat(40) + &"]".repeat(40))),
            "nested",
        ),
    ] {
        let Err(LandscapeError::AtFault(problems)) = load(text) else {
            panic!("{found}: it is at fault");
        };
        assert!(problems[0].found.contains(found), "{}", problems[0].found);
    }
}

#[test]
fn what_was_found_out_stays_when_answers_are_changed() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("requirements.yaml");
    let own = "landscape: [own.yaml]\ncandidates:\n  - {id: mlflow, musts: [runs-on], meets: yes, evidence: tested}\n";
    let text = format!(
        "rubric: ml-infrastructure\ntitle: Tracking\nanswers:\n  component: experiment-tracking\n{own}"
    );
    fs::write(&path, text).expect("it can be written");
    fs::write(
        folder.path().join("own.yaml"),
        "landscape: own\nversion: 1.0.0\ntitle: Own\ncompiled: 2026-11-23\n",
    )
    .expect("it can be written");
    let output = trilemma(folder.path())
        .args([
            "interview",
            "--from",
            "requirements.yaml",
            "-o",
            "requirements.yaml",
            "--no-input",
            "--set",
        ])
        .args(["operating-skill=routine", "--answers", "requirements.yaml"])
        .output()
        .expect("the program runs");
    let run = Run::from(output);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let written = fs::read_to_string(&path).expect("it can be read");
    assert!(
        written.contains(own) && written.contains("operating-skill: routine"),
        "{written}"
    );
}

#[test]
fn an_import_can_be_put_over_the_landscape_that_it_extends() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("lfai.yaml");
    let foreign = root().join("tests/golden/landscape/foundation.yml");
    let output = trilemma(folder.path())
        .args(["landscape", "import"])
        .arg(foreign)
        .args([
            "--extends",
            "ml-infrastructure",
            "--compiled",
            "2026-06-01",
            "--source",
            "LF AI",
        ])
        .args([
            "--component",
            "Machine Learning=model-serving",
            "--component",
        ])
        .args(["Machine Learning/Labels=data-labelling", "-o", "lfai.yaml"])
        .output()
        .expect("the program runs");
    let run = Run::from(output);
    assert_eq!(run.code, Some(0), "{}", run.transcript());
    let bundled = load_landscape("ml-infrastructure", &mut Files::default()).expect("sound");
    let own = load_landscape(&path.display().to_string(), &mut Files::default()).expect("sound");
    // One of the three has the id of a candidate that is there, and takes its place.
    assert_eq!(own.candidates.len(), bundled.candidates.len() + 2);
    let labels = own.find("kserve-2").expect("it is there");
    assert!(
        labels
            .state()
            .is_some_and(trilemma::files::CandidateState::is_gone)
    );
    assert!(
        own.find("serve-it")
            .expect("it is there")
            .homepage
            .is_none()
    );
}
