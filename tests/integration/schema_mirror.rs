//! The JSON Schemas against the reader, value by value.
//!
//! Each value is put into each place of a file. What the reader takes, the schemas take; and what a schema takes beyond
//! that is named here, with the reason.

use crate::schema::SHAPE;
use crate::validator::{Validator, bundled, json};
use trilemma::files::{
    Files, ParsedRequirements, Problem, ProblemCode, Rubric, RubricOrigin, read_rubric,
};

/// What may be written anywhere in YAML.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    // Nothing, and less than nothing.
    "", "~", "null", "''", "'  '", "[]", "{}", "[~]", "['']",
    // Words.
    "word", "two words", "two--words", "-word", "Word", "unknown", "Unknown", "none", "lobby", "Lobby", "In the lobby",
    "build", "open-source", "rent", "espresso", "caution", "'word '",
    "'text with {{ braces }}'", "'text with {cups}'", "'{cups}'", "'{'", "'}'", "'a {Cups} b'", "'{}'",
    // Yes and no.
    "yes", "NO", "'yes'", "true", "False", "True", "on", "off", "y",
    // Numbers.
    "0", "1", "2", "5", "10", "11", "-1", "-2", "-3", "+1", "120", "501", "0.5", "1.5", "2.0", "80%", "'5'", "1e2", "1e9",
    "-0", ".5", "5.", "1_000", "'1,000'", "007", "0x1F", "0o17", "1e999", "5 ms",
    // Days, versions, addresses and paths.
    "2024", "'2024'", "2024-05", "2024-13", "2024-05-31", "2024-06-31", "2024-02-29", "2023-02-29", "2024-02-30",
    "2024-5-31", "2024-05-31T10:00", "31.05.2024", "10000", "999",
    "1.2.3", "1.2", "'1.2'", "1.2.3-beta.1", "1.2.3-01", "1.2.3+build", "v1.2.3", "01.2.3",
    "'https://example.org/a'", "'http://example.org'", "'https://example.org/a b'", "'ftp://example.org'", "'https://'",
    "'https://example.org/<b>'", "rubric.yaml",
    // Lists and maps.
    "[word]", "[word, word]", "[espresso]", "[unknown]", "[build]", "[build, buy]", "[build, build]", "[1, 2]",
    "[[word]]", "[{a: b}]", "[yes]", "[two words]", "{word: 5}", "{<<: {place: lobby}}",
];

/// What may be written in a requirements file.
#[rustfmt::skip]
const IN_REQUIREMENTS: &[&str] = &[
    "[espresso, tea]", "[espresso, espresso]", "[espresso, unknown]", "[none]", "[cups]", "[cups, place]", "[cups, cups]",
    "{value: yes}", "{value: 120, note: counted, source: till}", "{value: unknown, note: asked}", "{value: ~}",
    "{note: only}", "{value: [espresso]}", "{value: lobby, remark: x}", "{value: {value: 5}}", "{value: word, note: ''}",
    "{value: 5, note: 2024}", "{value: none}",
    "{volume: 5}", "{volume: 11}", "{volume: 2.5}", "{volume: '5'}", "{Volume: 5}",
    "{cups: 5}", "{cups: 5, cups-a-day: 6}", "{cups: unknown}", "{cups: {value: 5}}",
    "{chosen: build}", "{min-margin: 5}", "{required: [cups]}", "{required: cups}",
];

/// What may be written in a rubric.
#[rustfmt::skip]
const IN_RUBRICS: &[&str] = &[
    "[handbook]", "[handbook, handbook]", "[lobby, kitchen]",
    "{under: 5}", "{at-least: 2, under: 5}", "{at-least: 5, under: 2}", "{over: 5}", "{under: '5'}", "{at-least: 1.5}",
    "{includes: espresso}", "{includes-any: [espresso]}", "{includes-all: []}", "{includes: [espresso]}",
    "{count: {at-least: 2}}", "{count: 2}", "{count: {}}", "{count: {at-least: 99}}", "{includes: tea, count: {under: 3}}",
    "{place: lobby}", "{place: [lobby, kitchen]}", "{place: bar}", "{cups: {under: 5}}", "{barista: no}", "{barista: Yes}",
    "{all-of: [{place: lobby}]}", "{any-of: []}", "{not: {place: lobby}}", "{not: [{place: lobby}]}", "{all-of: {place: lobby}}",
    "{drinks: {includes: tea}}", "{remark: word}", "{drinks: {count: {at-least: 2, under: 2}}}", "[{place: lobby}]",
    "{one: cup, other: cups}", "{one: cup}", "{robust: {acceptability: 0.9}}", "{robust: {acceptability: 90}}", "{robust: 0.9}",
    "{handbook: {title: A}}", "{build: [{say: Try}]}", "{build: {say: Try}}", "{rent: []}",
    "{build: [{say: Try, when: {place: lobby}}]}",
];

/// Values in places that a schema takes and the reader does not; none named means all.
struct Beyond {
    places: &'static [&'static str],
    values: &'static [&'static str],
    /// Why no schema can tell.
    reason: &'static str,
}

impl Beyond {
    fn has(&self, place: &str, value: &str) -> bool {
        (self.places.is_empty() || self.places.contains(&place))
            && (self.values.is_empty() || self.values.contains(&value))
    }
}

/// Places of a requirements file.
const REQUIREMENTS: &[&str] = &[
    "title: @",
    "answers: @",
    "answers: {drinks: @}",
    "answers: {cups: @}",
    "answers: {drinks: [espresso], barista: @}",
    "answers: {place: @}",
    "answers: {extras: @}",
    "answers: {remark: @}",
    "answers: {remark: {value: word, note: @}}",
    "weights: @",
    "weights: {volume: @}",
    "components: @",
    "components: [{id: @}]",
    "components: [{id: one, title: @}]",
    "components: [{id: one, answers: @}]",
    "components: [{id: one, weights: @}]",
    "decision: @",
    "decision: {chosen: @}",
    "decision: {chosen: build, decided-on: @}",
    "decision: {chosen: build, deciders: @}",
    "decision: {chosen: build, rubric-version: @}",
    "decision: {chosen: build, because: @}",
    "decision: {chosen: build, review-by: @}",
    "gate: @",
    "gate: {required: @}",
    "gate: {min-margin: @}",
    "gate: {min-coverage: @}",
    "gate: {min-acceptability: @}",
    "waivers: @",
    "waivers: [{code: @, because: b, owner: o, until: 2027-01-31}]",
    "waivers: [{code: c, scope: @, because: b, owner: o, until: 2027-01-31}]",
    "waivers: [{code: c, because: @, owner: o, until: 2027-01-31}]",
    "waivers: [{code: c, because: b, owner: o, until: @}]",
    "unknown-key: @",
];

const BEYOND_REQUIREMENTS: &[Beyond] = &[WRITTEN, LEAP_YEARS];

const WRITTEN: Beyond = Beyond {
    places: &[],
    values: &["0x1F", "0o17", "2.0", "5.", "+1", "-0", "True", "False"],
    reason: "how a number or a truth value is written is gone in JSON",
};

const LEAP_YEARS: Beyond = Beyond {
    places: &[],
    values: &["2023-02-29"],
    reason: "a pattern cannot tell leap years",
};

/// Places of a rubric: what is replaced, and by what.
const RUBRIC: &[(&str, &str)] = &[
    ("rubric: cafe", "rubric: @"),
    ("version: 1.0.0", "version: @"),
    ("title: Coffee", "title: @"),
    ("tie-margin: 5", "tie-margin: @"),
    ("min-coverage: 0.5", "min-coverage: @"),
    ("firmness: {}", "firmness: @"),
    ("date: 2024-05", "date: @"),
    ("url: \"https://example.org/coffee\"", "url: @"),
    ("unit: cups", "unit: @"),
    ("minimum: 0", "minimum: @"),
    ("maximum: 500", "maximum: @"),
    ("allow-none: no", "allow-none: @"),
    ("ask-when: {drinks: {includes: espresso}}", "ask-when: @"),
    ("id: filter", "id: @"),
    ("weight: 5", "weight: @"),
    ("build: +1", "build: @"),
    ("build: +1", "not-applicable: @"),
    ("because: guests see it", "because: @"),
    ("otherwise: true, open-source", "otherwise: @, open-source"),
    ("when: {place: lobby}", "when: @"),
    ("when: {place: lobby}", "when: {place: @}"),
    ("when: {place: lobby}", "when: {cups: @}"),
    ("when: {place: lobby}", "when: {drinks: @}"),
    ("when: {place: lobby}", "when: {barista: @}"),
    ("when: {place: lobby}", "when: {all-of: @}"),
    ("when: {place: lobby}", "when: {not: @}"),
    ("sources: [handbook]", "sources: @"),
    ("excludes: [build]", "excludes: @"),
    ("kind: caution", "kind: @"),
    ("say: \"{drinks} is a lot of drinks\"", "say: @"),
    ("next-steps: {}", "next-steps: @"),
    ("next-steps: {}", "unknown-key: @"),
];

const BEYOND_RUBRIC: &[Beyond] = &[
    WRITTEN,
    LEAP_YEARS,
    Beyond {
        places: &["minimum: @", "maximum: @"],
        values: &["501", "1e9", "2024", "10000", "999", "-1", "-2", "-3"],
        reason: "a schema cannot compare `minimum` and `maximum`",
    },
    Beyond {
        places: &["when: {cups: @}", "when: {drinks: @}", "when: {barista: @}"],
        values: &[],
        reason: "what type the question of a condition has is said elsewhere",
    },
];

const COFFEE: &str = r#"
rubric: cafe
version: 1.0.0
title: Coffee
tie-margin: 5
min-coverage: 0.5
firmness: {}
sources:
  handbook: {title: The coffee handbook, date: 2024-05, url: "https://example.org/coffee"}
groups: [{id: need, title: What is needed}]
questions:
  - id: drinks
    group: need
    ask: Which drinks?
    type: choices
    allow-none: no
    choices: [{id: espresso, label: Espresso}, {id: tea, label: Tea}, {id: filter, label: Filter coffee}]
  - {id: cups, group: need, ask: How many cups?, type: number, unit: cups, minimum: 0, maximum: 500}
  - {id: barista, group: need, ask: Barista?, type: yes-no, ask-when: {drinks: {includes: espresso}}}
  - id: place
    group: need
    ask: Where does it stand?
    type: choice
    choices: [{id: kitchen, label: In the kitchen}, {id: lobby, label: In the lobby}, {id: "10", label: Ten}]
  - {id: remark, group: need, ask: Anything else?, type: text}
criteria:
  - id: volume
    group: need
    title: Volume
    weight: 5
    why: Many cups wear a machine out.
    sources: [handbook]
    levels:
      - {when: {cups: {under: 50}}, build: +1, because: "{cups} is little"}
      - {when: {place: lobby}, buy: +1, because: guests see it}
      - {otherwise: true, open-source: +1, because: "{cups} is a lot"}
vetoes:
  - {id: no-barista, excludes: [build], when: {barista: no}, because: nobody, lifted-by: one, sources: [handbook]}
advice:
  - {id: mixed, kind: caution, when: {drinks: {count: {at-least: 3}}}, beside: [buy], say: "{drinks} is a lot of drinks"}
next-steps: {}
"#;

/// A question for the requirements to answer, with choices that YAML takes for something else.
const EXTRAS: &str = "
  - id: extras
    group: need
    ask: Which extras?
    type: choices
    allow-none: yes
    choices: [{id: espresso, label: Espresso}, {id: yes, label: Agreed}, {id: \"10\", label: Ten}]
criteria:";

#[test]
fn a_requirements_file_is_accepted_by_its_schema_just_when_it_is_read() {
    let rubric = COFFEE.replacen("\ncriteria:", EXTRAS, 1);
    let rubric = read_coffee(&rubric).expect("it is sound");
    let general = Validator::new(&trilemma::files::schema::requirements(&bundled()));
    let specific = Validator::new(&trilemma::files::schema::requirements::requirements_for(
        &rubric,
        &bundled(),
    ));
    let mut tally = Tally::new(BEYOND_REQUIREMENTS);
    for place in REQUIREMENTS {
        for value in VALUES.iter().chain(IN_REQUIREMENTS) {
            let title = if place.starts_with("title") {
                ""
            } else {
                "title: Coffee\n"
            };
            let text = format!(
                "rubric: coffee.yaml\n{title}{}\n",
                place.replace('@', value)
            );
            let Some(seen) = json(&text) else { continue };
            let found = problems_of_requirements(&text, &rubric);
            assert!(
                !found.is_empty() || general.takes(&seen),
                "read, and rejected by the general schema:\n{text}"
            );
            // Which ids there are is known to this schema.
            let knows = |code| SHAPE.contains(&code) || code == ProblemCode::UnknownId;
            tally.note(
                place,
                value,
                Verdict::of(&found, knows),
                specific.takes(&seen),
            );
        }
    }
    tally.check();
}

#[test]
fn a_rubric_is_accepted_by_its_schema_just_when_it_is_read() {
    let validator = Validator::new(&trilemma::files::schema::rubric(&bundled()));
    let mut tally = Tally::new(BEYOND_RUBRIC);
    for (from, to) in RUBRIC {
        assert!(COFFEE.contains(from), "{from}");
        for value in VALUES.iter().chain(IN_RUBRICS) {
            let text = COFFEE.replacen(from, &to.replace('@', value), 1);
            let Some(seen) = json(&text) else { continue };
            let found = read_coffee(&text).err().unwrap_or_default();
            let verdict = Verdict::of(&found, |code| SHAPE.contains(&code));
            tally.note(to, value, verdict, validator.takes(&seen));
        }
    }
    tally.check();
}

/// What the reader says of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Sound,
    /// Wrong in a way that the schema should see.
    Wrong,
    /// Wrong in what it refers to.
    WrongElsewise,
}

impl Verdict {
    fn of(found: &[Problem], knows: impl Fn(ProblemCode) -> bool) -> Self {
        match found {
            [] => Self::Sound,
            _ if found.iter().any(|problem| knows(problem.code)) => Self::Wrong,
            _ => Self::WrongElsewise,
        }
    }
}

/// Where reader and schema do not agree, beside where they need not.
struct Tally {
    beyond: &'static [Beyond],
    used: Vec<bool>,
    wrong: Vec<String>,
}

impl Tally {
    fn new(beyond: &'static [Beyond]) -> Self {
        Self {
            beyond,
            used: vec![false; beyond.len()],
            wrong: Vec::new(),
        }
    }

    fn note(&mut self, place: &str, value: &str, verdict: Verdict, accepted: bool) {
        let what = match (verdict, accepted) {
            (Verdict::Sound, false) => "read, and rejected by the schema",
            (Verdict::Wrong, true) => {
                let is_here = |beyond: &Beyond| beyond.has(place, value);
                if let Some(index) = self.beyond.iter().position(is_here) {
                    self.used[index] = true;
                    return;
                }
                "wrong, and accepted by the schema"
            }
            _ => return,
        };
        self.wrong.push(format!("{what}: {place:?} with {value:?}"));
    }

    fn check(self) {
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
        let idle = self.beyond.iter().zip(self.used).filter(|(_, used)| !used);
        let idle: Vec<&str> = idle.map(|(beyond, _)| beyond.reason).collect();
        assert!(idle.is_empty(), "nothing needs these exceptions: {idle:#?}");
    }
}

fn read_coffee(text: &str) -> Result<Rubric, Vec<Problem>> {
    let mut files = Files::default();
    let file = files.add("coffee.yaml", text);
    read_rubric(
        file,
        &mut files,
        RubricOrigin::Path("coffee.yaml".to_owned()),
    )
}

fn problems_of_requirements(text: &str, rubric: &Rubric) -> Vec<Problem> {
    let mut files = Files::default();
    let file = files.add("requirements.yaml", text);
    match ParsedRequirements::read(file, &files) {
        Ok(draft) => draft.resolve(rubric, &files).err().unwrap_or_default(),
        Err(problem) => vec![problem],
    }
}
