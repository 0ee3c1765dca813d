//! A second opinion on every YAML file that is read: what the program understood is what `serde_yaml` understands.

use std::fs;

use serde_yaml::Value;
use trilemma::input::read_rubric;
use trilemma::model::{Files, RubricOrigin};

use crate::common::{files_with_ending, root};

#[test]
fn every_example_and_rubric_is_yaml_to_others_too() {
    let folders = ["examples", "rubrics"];
    let files: Vec<_> = folders
        .iter()
        .flat_map(|folder| files_with_ending(&root().join(folder), "yaml"))
        .collect();
    assert!(files.len() > 8, "only {} files", files.len());
    for file in files {
        let text = fs::read_to_string(&file).expect("the file can be read");
        let value: Value = serde_yaml::from_str(&text).expect("the file is YAML");
        assert!(
            value["title"].is_string(),
            "{} has no title",
            file.display()
        );
    }
}

#[test]
fn a_rubric_is_understood_as_others_understand_it() {
    for path in files_with_ending(&root().join("rubrics"), "yaml") {
        if path.file_name().is_none_or(|name| name != "rubric.yaml") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("the rubric can be read");
        let value: Value = serde_yaml::from_str(&text).expect("the rubric is YAML");
        let mut files = Files::default();
        let file = files.add("rubric.yaml", text);
        let rubric =
            read_rubric(file, &mut files, RubricOrigin::Bundled).expect("the rubric is sound");
        assert_eq!(value["rubric"], rubric.id.as_str());
        assert_eq!(value["version"], rubric.version.to_string().as_str());
        let criteria = value["criteria"].as_sequence().expect("criteria");
        assert_eq!(criteria.len(), rubric.criteria.len());
        for (theirs, ours) in criteria.iter().zip(&rubric.criteria) {
            assert_eq!(theirs["id"], ours.id.as_str());
            assert_eq!(theirs["title"], ours.title.as_str());
            assert_eq!(theirs["weight"].as_u64(), Some(ours.weight.points().into()));
            assert_eq!(folded(&theirs["why"]), ours.why);
            assert_eq!(
                theirs["levels"].as_sequence().map(Vec::len),
                Some(ours.levels.len())
            );
            for (row, level) in theirs["levels"]
                .as_sequence()
                .into_iter()
                .flatten()
                .zip(&ours.levels)
            {
                assert_ratings(row, level);
            }
        }
        assert_eq!(
            value["vetoes"].as_sequence().map_or(0, Vec::len),
            rubric.vetoes.len()
        );
        assert_eq!(
            value["advice"].as_sequence().map_or(0, Vec::len),
            rubric.advice.len()
        );
    }
}

fn assert_ratings(row: &Value, level: &trilemma::model::Level) {
    let trilemma::model::Effect::Rates(ratings) = level.effect else {
        assert_eq!(row["not-applicable"], true);
        return;
    };
    for (alternative, rating) in ratings.iter() {
        // What is left out is neutral.
        assert_eq!(
            row[alternative.id()].as_i64().unwrap_or(0),
            i64::from(*rating)
        );
    }
}

/// A text with its line breaks folded, as the program keeps it.
fn folded(value: &Value) -> String {
    value
        .as_str()
        .expect("a text")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
