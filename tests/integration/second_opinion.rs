//! A second opinion on every YAML file that is read: what the program understood is what `serde_yaml` understands.

use std::fs;

use crate::common::{files_with_ending, root};
use serde_yaml::Value;
use trilemma::files::{Files, RubricOrigin, read_rubric};

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
        let is_whole = value["extends"].is_null();
        assert!(!is_whole || criteria.len() == rubric.criteria.len());
        for theirs in criteria {
            let id = theirs["id"].as_str().expect("an id");
            let index = rubric.find_criterion(id).expect("it is there");
            let ours = rubric.criterion(index);
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
        // What is inherited comes on top of what stands in the file.
        let own = rubric
            .lineage
            .last()
            .expect("a rubric is its own last")
            .file;
        let count = |key: &str| value[key].as_sequence().map_or(0, Vec::len);
        let vetoes = rubric.vetoes.iter().filter(|veto| veto.place.file == own);
        assert_eq!(count("vetoes"), vetoes.count());
        let advice = rubric
            .advice
            .iter()
            .filter(|advice| advice.place.file == own);
        assert_eq!(count("advice"), advice.count());
    }
}

fn assert_ratings(row: &Value, level: &trilemma::files::Level) {
    let trilemma::files::Effect::Rates(ratings) = level.effect else {
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
