//! What the pages about the bundled rubrics say of their agreement is what the program counts.

use std::fs;

use serde_json::Value;

use crate::common::{root, run};

#[test]
fn the_figures_in_the_pages_are_those_of_the_test() {
    let report = report();
    let table = table(&report);
    assert_stands_in("rubrics/README.md", &table);
    assert_stands_in("README.md", &sentence(&report["overall"]));
}

fn report() -> Value {
    let tested = run("", &["rubric", "test", "--format", "json"]);
    assert_eq!(tested.code, Some(0), "{}", tested.stderr);
    serde_json::from_str(&tested.stdout).expect("the output is JSON")
}

fn assert_stands_in(page: &str, text: &str) {
    let written = fs::read_to_string(root().join(page)).expect("the page can be read");
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat(&written).contains(&flat(text)),
        "{page} should say:\n{text}"
    );
}

fn table(report: &Value) -> String {
    type Cell = fn(&Value) -> String;
    let rows: [(&str, Cell); 11] = [
        ("cases", |c| number(&c["agreement"]["cases"]).to_string()),
        ("commits itself", |c| {
            part(&c["agreement"]["recommended"], &c["agreement"]["cases"])
        }),
        ("… and agrees", |c| agreed(&c["agreement"])),
        ("… where it says robust", |c| by_firmness(c, "robust")),
        ("… where it says leaning", |c| by_firmness(c, "leaning")),
        ("… where it says fragile", |c| by_firmness(c, "fragile")),
        ("… if it always named the most frequent choice", |c| {
            agreed(&c["baselines"]["majority"])
        }),
        ("… by a rule of four lines on market and skill", |c| {
            agreed(&c["baselines"]["market_rule"])
        }),
        ("has the choice in front, committed or not", |c| {
            part(&c["in_front"], &c["agreement"]["cases"])
        }),
        ("… by the most frequent choice", |c| {
            let rule = &c["baselines"]["majority"];
            part(&rule["agree"], &rule["cases"])
        }),
        ("… by the rule of four lines", |c| {
            let rule = &c["baselines"]["market_rule"];
            part(&rule["agree"], &rule["cases"])
        }),
    ];
    let rubrics = report["rubrics"].as_array().expect("there are rubrics");
    let columns: Vec<&Value> = rubrics.iter().chain([&report["overall"]]).collect();
    let line = |(name, cell): &(&str, Cell)| {
        let cells: Vec<String> = columns.iter().map(|column| cell(column)).collect();
        format!("| {name} | {} |", cells.join(" | "))
    };
    let head = "| | infrastructure | ml-infrastructure | both |\n|---|--:|--:|--:|".to_owned();
    let lines: Vec<String> = std::iter::once(head).chain(rows.iter().map(line)).collect();
    lines.join("\n")
}

/// Agreement where something is recommended.
fn agreed(tally: &Value) -> String {
    part(&tally["recommended_agree"], &tally["recommended"])
}

fn by_firmness(column: &Value, word: &str) -> String {
    let groups = column["by_firmness"].as_array().expect("a list");
    let group = groups.iter().find(|group| group["name"] == word);
    group.map_or("–".to_owned(), |group| agreed(&group["agreement"]))
}

fn sentence(all: &Value) -> String {
    let agreement = &all["agreement"];
    let (agree, recommended) = (&agreement["recommended_agree"], &agreement["recommended"]);
    format!(
        "They recommend something in {}, agreeing with {} of these ({}%), and with {} where they say robust; a rule of \
         four lines on market and skill agrees with {} of the same {}.",
        number(recommended),
        number(agree),
        percent(number(agree), number(recommended)),
        by_firmness(all, "robust"),
        number(&all["baselines"]["market_rule"]["recommended_agree"]),
        number(recommended),
    )
}

fn part(some: &Value, all: &Value) -> String {
    let (some, all) = (number(some), number(all));
    format!("{some} of {all} ({}%)", percent(some, all))
}

fn percent(some: u64, all: u64) -> u64 {
    (100 * some + all / 2) / all.max(1)
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a count")
}
