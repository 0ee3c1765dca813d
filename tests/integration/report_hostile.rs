//! Text made to leave its place, in every format of a report.
//!
//! Markdown is read back by a parser: whatever a text holds, the page has the headings, tables, lists, links and blocks
//! that it has with a plain text in the same place.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_yaml::Value;

use crate::common::{Run, trilemma};

/// What breaks out of one format or another.
const PAYLOADS: [&str; 18] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- trilemma:end -->",
    "-->\n<b>x</b>",
    "| a | b |\n| - | - |",
    "[a](javascript:b) ![c](https://example.org/d)",
    "[^book]: x [^1] [x]: https://example.org",
    "https://example.org/a www.example.org/b",
    "@example/team and a@example.org see example/repo#1",
    "# h\n## i\n- [ ] j\n> k",
    "```\ncode\n```",
    "`a` *b* **c** __d__ ~~e~~ $f$",
    "---\nstatus: \"accepted\"\n---",
    "\"]\nstatus: x\n#",
    "{{ title }} {% include 'x' %} {# c #}",
    "    indented\n\n\ttabbed",
    "a\u{1b}[31mb\u{202e}c\u{200f}d\u{2028}e\u{7}",
    "&lt;b&gt; &#60;i&#62; \\",
];

const RUBRIC: &str = r"
rubric: yard
version: 1.0.0
title: @RUBRIC-TITLE@
landscape: market.yaml
groups: [{id: work, title: Work}]
questions:
  - {id: vans, group: work, ask: @ASK@, type: number, minimum: 0}
  - {id: kind, group: work, ask: Kind?, type: choice, choices: [{id: plain, label: @LABEL@}, {id: odd, label: @ODD@}]}
  - {id: remark, group: work, ask: Remark?, type: text}
  - {id: later, group: work, ask: Later?, type: yes-no}
sources: {book: {title: @SOURCE-TITLE@, author: @AUTHOR@, url: 'https://example.com/a'}}
criteria:
  - id: volume
    group: work
    title: @CRITERION@
    weight: 4
    why: Why.
    sources: [book]
    levels:
      - {when: {vans: {under: 9}}, build: +2, open-source: -1, because: @BECAUSE-OF@}
      - {otherwise: true, buy: +2, because: many}
  - id: rest
    group: work
    title: Rest
    weight: 4
    why: Why.
    sources: [book]
    levels:
      - {when: {later: yes}, buy: +1, because: late}
      - {otherwise: true, build: -1, because: early}
musts:
  - {id: fuel, title: @MUST@, ask: @MUST-ASK@, needs: [{when: {vans: {at-least: 0}}, has: {runs-on: gas}}]}
  - {id: care, title: Care, ask: Who cares?, kinds: [product], needs: [{has: not-documented}]}
vetoes:
  - {id: no-odd, excludes: [buy], when: {kind: odd}, because: @VETO@, lifted-by: @LIFTED@, sources: [book]}
advice:
  - {id: both, kind: contradiction, when: {all-of: [{kind: odd}, {vans: {at-least: 0}}]}, say: @SAY@}
next-steps:
  build:
    - {say: @STEP@, takes: @TAKES@}
    - {say: '{remark}', kind: pass-mark}
";

const MARKET: &str = r"
landscape: market
version: 1.0.0
title: Market
compiled: 2026-06-01
vocabulary: {runs-on: {gas: Gas}, licences: {closed: [@LICENCE@]}}
candidates:
  - {id: gone, name: Gone, kind: product}
  - {id: oven, name: @CANDIDATE@, kind: product, licence: @LICENCE@, runs-on: [gas], status: {state: acquired, date: 2026-02, note: @STATUS@}}
  - {id: kiln, name: @MAY-FIT@, kind: product, notes: [@CANDIDATE-NOTE@]}
  - {id: grill, name: @MISSES@, kind: product, runs-on: [gas]}
  - {id: pit, name: @NEAR-MISS@, kind: open-source, lacks: {runs-on: [gas]}}
";

const OWN: &str = r"
landscape: own
version: 1.0.0
title: Own
extends: market.yaml
compiled: 2026-06-02
exclude: [{id: gone, because: @LEFT-OUT@}]
";

/// What is adopted: something fits instead, so that its licence is told.
const ADOPTED: &str = r"
candidates:
  - {id: hearth, name: Hearth, kind: open-source, licence-note: @LICENCE-NOTE@, runs-on: [gas]}
";

const REQUIREMENTS: &str = r"
rubric: rubric.yaml
title: @TITLE@
answers: {vans: {value: 4, note: @NOTE@, source: @SOURCE@}, kind: odd, remark: @ANSWER@, later: {value: unknown, note: @OPEN@}}
landscape: [own.yaml]
candidates:
  - {id: oven, musts: [care], meets: yes, evidence: tested, date: 2026-06-02, note: @FOUND@}
  - {id: grill, musts: [care], meets: no, evidence: demonstrated, note: @FOUND-NOT@}
decision: {chosen: build, deciders: [@DECIDER@], because: @BECAUSE@, decided-on: 2026-01-01}
";

/// Every place for a text.
const FIELDS: [&str; 33] = [
    "@RUBRIC-TITLE@",
    "@ASK@",
    "@LABEL@",
    "@ODD@",
    "@SOURCE-TITLE@",
    "@AUTHOR@",
    "@CRITERION@",
    "@BECAUSE-OF@",
    "@VETO@",
    "@LIFTED@",
    "@SAY@",
    "@STEP@",
    "@TAKES@",
    "@TITLE@",
    "@NOTE@",
    "@SOURCE@",
    "@ANSWER@",
    "@OPEN@",
    "@DECIDER@",
    "@BECAUSE@",
    "@MUST@",
    "@MUST-ASK@",
    "@LICENCE@",
    "@CANDIDATE@",
    "@STATUS@",
    "@MAY-FIT@",
    "@CANDIDATE-NOTE@",
    "@MISSES@",
    "@NEAR-MISS@",
    "@LEFT-OUT@",
    "@LICENCE-NOTE@",
    "@FOUND@",
    "@FOUND-NOT@",
];

/// Prints whatever a template can print.
const TEMPLATE: &str = "# {{ title }}

{% for section in sections %}
{{ section.summary }}

| a | b |
| --- | --- |
{% for answer in section.answers %}
| {{ answer.ask }} | {{ answer.answer }} {{ answer.note }} |
{% endfor %}

{% for kind in section.candidates.kinds %}
- {{ kind.counts }}
{% for relaxation in kind.relaxations %}
- {{ relaxation.says }}
{% endfor %}
{% for candidate in kind.candidates %}
- {{ candidate.name }} {{ candidate.licence }} {{ candidate.caution }} {{ candidate.meets | join(' ') }} {{ candidate.misses | join(' ') }} {{ candidate.ask | join(' ') }}
{% endfor %}
{% endfor %}

{% for list in section.steps %}
{% for step in list.steps %}
- {{ step.say }}
{% endfor %}
{% endfor %}

{% endfor %}
";

const PAGE: &str = "<html><title>{{ title }}</title>{% for section in sections %}<p title=\"{{ section.summary }}\">{{ section.y_statement }} {{ section.answers }} {{ section.candidates }}</p>{% endfor %}</html>";

#[test]
fn no_text_leaves_its_place_in_any_report() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("own.md"), TEMPLATE).expect("it can be written");
    fs::write(folder.path().join("own.html"), PAGE).expect("it can be written");
    for adopted in ["", ADOPTED] {
        write(folder.path(), "plain words", adopted);
        let plain = Reports::of(folder.path());
        for payload in PAYLOADS {
            write(folder.path(), payload, adopted);
            Reports::of(folder.path()).assert_like(&plain, payload);
        }
    }
}

struct Reports {
    pages: Vec<(&'static str, String)>,
    html: String,
}

impl Reports {
    fn of(folder: &Path) -> Self {
        let page = |name, arguments: &[&str]| (name, report(folder, arguments));
        Self {
            pages: vec![
                page("markdown", &[]),
                page("madr", &["--format", "madr"]),
                page("minimal", &["--format", "madr", "--minimal"]),
                page("template", &["--template", "own.md"]),
            ],
            html: report(folder, &["--template", "own.html"]),
        }
    }

    fn assert_like(&self, plain: &Self, payload: &str) {
        for ((name, page), (_, plain)) in self.pages.iter().zip(&plain.pages) {
            let at = format!("{payload:?} in {name}:\n{page}");
            let acting: Vec<char> = page.chars().filter(|c| acts(*c)).collect();
            assert!(acting.is_empty(), "{acting:?} {at}");
            let (front, body) = match page.strip_prefix("---\n") {
                Some(rest) => rest.split_once("---\n").expect("front matter ends"),
                None => ("", page.as_str()),
            };
            // In front matter, texts are quoted and nothing is marked up.
            assert!(!body.contains("https://example.org"), "{at}");
            assert!(!body.contains("www.example"), "{at}");
            assert!(!body.contains("@example"), "{at}");
            assert!(!body.contains("#1") && !body.contains("{{"), "{at}");
            if !front.is_empty() {
                assert_front_matter(front, &at);
            }
            let plain = plain.strip_prefix("---\n").map_or(plain.as_str(), |rest| {
                rest.split_once("---\n").expect("front matter ends").1
            });
            assert_eq!(structure(body), structure(plain), "{at}");
        }
        let tags = |html: &str| html.split('<').skip(1).map(first_word).collect::<Vec<_>>();
        assert_eq!(tags(&self.html), tags(&plain.html), "{payload:?}");
        assert_eq!(
            self.html.matches('"').count(),
            plain.html.matches('"').count()
        );
        assert!(!self.html.chars().any(acts));
    }
}

fn first_word(tag: &str) -> String {
    tag.split(['>', ' ']).next().unwrap_or_default().to_owned()
}

/// The front matter has its own keys, and a single decider.
fn assert_front_matter(front: &str, at: &str) {
    let front: Value = serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{error} {at}"));
    let keys = front.as_mapping().expect("a map").keys();
    let keys: Vec<&str> = keys.filter_map(Value::as_str).collect();
    assert_eq!(keys, ["status", "date", "decision-makers"], "{at}");
    let makers = front["decision-makers"].as_sequence().expect("a list");
    assert_eq!(makers.len(), 1, "{at}");
}

/// Everything but words: what begins and ends, where links lead, and what is raw or code of ours.
fn structure(page: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let events = Parser::new_ext(page, options);
    let told = |event: Event<'_>| match event {
        Event::Text(_) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(format!("{level}")),
        // The hashes of the parts are in the marks and the provenance.
        Event::Code(code) if code.starts_with("sha256:") => Some("hash".to_owned()),
        Event::Html(html) if html.contains("trilemma:begin") => Some("begin".to_owned()),
        other => Some(format!("{other:?}")),
    };
    events.filter_map(told).collect()
}

fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn report(folder: &Path, arguments: &[&str]) -> String {
    let mut command = trilemma(folder);
    command
        .args(["report", "requirements.yaml"])
        .args(arguments);
    let run = Run::from(command.output().expect("the program runs"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.stdout
}

/// The files, with this text in every place at once, each time with a mark that tells which place it is.
fn write(folder: &Path, text: &str, adopted: &str) {
    let fill = |file: &str| {
        let places = FIELDS.iter().enumerate();
        places.fold(file.to_owned(), |file, (place, name)| {
            // A mark on the last line of a block would change what the line is.
            let between = if text.contains('\n') { "\n" } else { " " };
            let marked = format!("{text}{between}mark{place}");
            let quoted = serde_json::to_string(&marked).expect("it can be quoted");
            // Texts of rubrics name answers in braces.
            let quoted = if RUBRIC.contains(name) {
                quoted.replace('{', "{{").replace('}', "}}")
            } else {
                quoted
            };
            file.replace(name, &quoted)
        })
    };
    let own = OWN.to_owned() + adopted;
    for (name, file) in [
        ("rubric.yaml", RUBRIC),
        ("market.yaml", MARKET),
        ("own.yaml", &own),
        ("requirements.yaml", REQUIREMENTS),
    ] {
        fs::write(folder.join(name), fill(file)).expect("it can be written");
    }
}
