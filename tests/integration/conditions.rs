//! Conditions in words.

use trilemma::files::{Files, Rubric, RubricOrigin, read_rubric};
use trilemma::topics::rubric::conditions;

const CASES: &[(&str, &str)] = &[
    ("{place: lobby}", "place is “In the lobby”"),
    (
        "{place: [kitchen, lobby]}",
        "place is “In the kitchen” or “In the lobby”",
    ),
    ("{not: {place: lobby}}", "place is not “In the lobby”"),
    ("{barista: yes}", "barista is yes"),
    ("{not: {barista: no}}", "barista is not no"),
    // The unit is dropped from the name where it is an abbreviation at its end, …
    ("{p99-latency-ms: {under: 20}}", "p99 latency under 20 ms"),
    (
        "{p99-latency-ms: {at-least: 5, under: 20}}",
        "p99 latency from 5 to under 20 ms",
    ),
    // … and from the number where the name says it.
    ("{cups: {at-least: 1000}}", "cups at least 1,000"),
    ("{staff: {under: 1}}", "staff under 1 person"),
    ("{staff: {at-least: 2.5}}", "staff at least 2.5 people"),
    ("{share: {under: 80}}", "share under 80%"),
    (
        "{not: {p99-latency-ms: {under: 20}}}",
        "p99 latency not under 20 ms",
    ),
    ("{drinks: {includes: tea}}", "“Tea” among drinks"),
    ("{not: {drinks: {includes: tea}}}", "“Tea” not among drinks"),
    (
        "{drinks: {includes-any: [filter, tea]}}",
        "“Filter coffee” or “Tea” among drinks",
    ),
    (
        "{drinks: {includes-all: [filter, tea]}}",
        "“Filter coffee” and “Tea” among drinks",
    ),
    ("{drinks: {count: {at-least: 2}}}", "2 or more of drinks"),
    ("{drinks: {count: {under: 2}}}", "fewer than 2 of drinks"),
    ("{drinks: {count: {under: 1}}}", "none of drinks"),
    (
        "{drinks: {count: {at-least: 1, under: 3}}}",
        "1 to 2 of drinks",
    ),
    (
        "{drinks: {count: {at-least: 1, under: 2}}}",
        "exactly 1 of drinks",
    ),
    (
        "{drinks: {includes: tea, count: {under: 3}}}",
        "“Tea” among drinks and fewer than 3 of drinks",
    ),
    (
        "{not: {drinks: {includes: tea, count: {under: 3}}}}",
        "not all of: “Tea” among drinks and fewer than 3 of drinks",
    ),
    (
        "{place: lobby, barista: yes, cups: {under: 5}}",
        "place is “In the lobby”, barista is yes and cups under 5",
    ),
    (
        "{all-of: [{barista: yes}, {any-of: [{place: lobby}, {cups: {under: 5}}]}]}",
        "barista is yes and (place is “In the lobby” or cups under 5)",
    ),
    (
        "{any-of: [{barista: yes, place: lobby}, {cups: {under: 5}}]}",
        "(barista is yes and place is “In the lobby”) or cups under 5",
    ),
    (
        "{not: {barista: yes, place: lobby}}",
        "not (barista is yes and place is “In the lobby”)",
    ),
    ("{not: {not: {barista: yes}}}", "not (barista is not yes)"),
    ("{all-of: [{any-of: [{barista: yes}]}]}", "barista is yes"),
];

#[test]
fn conditions_read_as_plain_english() {
    for (condition, words) in CASES {
        let rubric = rubric(condition);
        let when = &rubric.vetoes[0].when;
        assert_eq!(conditions::words(when, &rubric), *words, "{condition}");
    }
}

fn rubric(condition: &str) -> Rubric {
    let text = format!(
        "
rubric: cafe
version: 1.0.0
title: Coffee
sources: {{book: {{title: A book}}}}
groups: [{{id: need, title: Need}}]
questions:
  - {{id: place, group: need, ask: Where?, type: choice,
     choices: [{{id: kitchen, label: In the kitchen}}, {{id: lobby, label: In the lobby}}]}}
  - {{id: barista, group: need, ask: Barista?, type: yes-no}}
  - {{id: p99-latency-ms, group: need, ask: How fast?, type: number, unit: ms}}
  - {{id: cups, group: need, ask: How many?, type: number, unit: cups}}
  - {{id: staff, group: need, ask: How many?, type: number, unit: {{one: person, other: people}}}}
  - {{id: share, group: need, ask: How much?, type: number, unit: \"%\"}}
  - {{id: drinks, group: need, ask: Which?, type: choices,
     choices: [{{id: filter, label: Filter coffee}}, {{id: espresso, label: Espresso}}, {{id: tea, label: Tea}}]}}
criteria:
  - {{id: any, group: need, title: Any, weight: 1, why: Why., sources: [book],
     levels: [{{otherwise: true, because: so it is}}]}}
vetoes:
  - {{id: veto, excludes: [build], when: {condition}, because: so it is, lifted-by: nothing, sources: [book]}}
"
    );
    let mut files = Files::default();
    let file = files.add("rubric.yaml", text);
    read_rubric(file, &mut files, RubricOrigin::Bundled).expect("the rubric is sound")
}
