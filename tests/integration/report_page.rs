//! The report as a page, read as a browser would: what it is made of, whatever users write. What it does in a browser is
//! tried by `.ci/check-pages`, with the tests in tests/browser, for `cargo test` passes without one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::common::{Run, files_with_ending, root, trilemma};

/// Every element that a page may be made of.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "svg",
    "defs",
    "pattern",
    "rect",
    "line",
    "circle",
    "text",
    "tspan",
    "desc",
    "header",
    "nav",
    "main",
    "section",
    "footer",
    "div",
    "p",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "figure",
    "figcaption",
    "b",
    "sup",
    "br",
    "code",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "script",
];

/// Every attribute that they may have.
const ATTRIBUTES: &[&str] = &[
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "rel",
    "id",
    "type",
    "role",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "dx",
    "text-anchor",
    "patternUnits",
    "patternTransform",
    "focusable",
    "hidden",
    "tabindex",
    "scope",
    "start",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "data-head",
];

fn page(folder: &Path, file: &str) -> String {
    let mut command = trilemma(folder);
    let output = command.args(["report", file, "--format", "html"]).output();
    let run = Run::from(output.expect("the program runs"));
    assert_eq!(run.code, Some(0), "{file}: {}", run.stderr);
    run.stdout
}

/// The tags of a page with their attributes, and what stands in its scripts and styles.
#[derive(Debug, Default)]
struct Anatomy {
    tags: Vec<(String, Vec<(String, String)>)>,
    code: Vec<(String, String)>,
}

/// Takes a page apart; every `<` has to be a tag, for whatever a user writes is escaped.
fn taken_apart(page: &str) -> Anatomy {
    let mut rest = page.strip_prefix("<!doctype html>").expect("it is a page");
    let mut anatomy = Anatomy::default();
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert!(ELEMENTS.contains(&name), "</{name}>");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let attributes = attributes_of(attributes);
        if name == "script" || name == "style" {
            let end = format!("</{name}>");
            let (code, after) = rest.split_once(&end).expect("it ends");
            anatomy.code.push((name.to_owned(), code.to_owned()));
            rest = after;
        }
        anatomy.tags.push((name.to_owned(), attributes));
    }
    anatomy
}

fn attributes_of(mut text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    while let Some((name, after)) = text.trim_start().split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value ends");
        attributes.push((name.to_owned(), value.to_owned()));
        text = after;
    }
    assert_eq!(text.trim(), "", "something stands between attributes");
    attributes
}

/// That a page is made of what pages are made of, and links to nothing but the web and itself.
fn assert_harmless(page: &str, about: &str) {
    let anatomy = taken_apart(page);
    let mut ids = BTreeSet::new();
    for (name, attributes) in &anatomy.tags {
        assert!(ELEMENTS.contains(&name.as_str()), "{about}: <{name}>");
        for (attribute, value) in attributes {
            assert!(
                ATTRIBUTES.contains(&attribute.as_str()),
                "{about}: {attribute}"
            );
            if attribute == "href" {
                let goes = ["#", "https://", "http://"];
                assert!(
                    goes.iter().any(|to| value.starts_with(to)),
                    "{about}: {value}"
                );
            }
            if attribute == "id" {
                assert!(ids.insert(value.clone()), "{about}: `{value}` stands twice");
            }
        }
    }
    let acts = |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0');
    assert!(!page.contains(acts), "{about}: a sign that acts");
    assert_code(&anatomy, about);
}

/// That a page has one style, its data and one script, which its policy names.
fn assert_code(anatomy: &Anatomy, about: &str) {
    let [(_, style), (_, data), (_, script)] = anatomy.code.as_slice() else {
        panic!("{about}: {} scripts and styles", anatomy.code.len());
    };
    let data: serde_json::Value = serde_json::from_str(data).expect("the data is JSON");
    assert_eq!(data["command"][0], "trilemma", "{about}");
    let policies: Vec<&String> = anatomy
        .tags
        .iter()
        .filter(|(_, attributes)| attributes.iter().any(|(name, _)| name == "http-equiv"))
        .flat_map(|(_, attributes)| attributes.iter().filter(|(name, _)| name == "content"))
        .map(|(_, content)| content)
        .collect();
    let [policy] = policies.as_slice() else {
        panic!("{about}: {} policies", policies.len());
    };
    assert!(
        policy.starts_with("default-src &apos;none&apos;;"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe"), "{policy}");
    for code in [style, script] {
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(code));
        assert!(
            policy.contains(&format!("sha256-{hash}")),
            "{about}: {policy}"
        );
    }
}

#[test]
fn pages_of_the_examples_are_made_of_nothing_else() {
    let folder = root().join("examples");
    for example in files_with_ending(&folder, "yaml") {
        let name = example.file_name().unwrap_or_default().to_string_lossy();
        if example.parent() == Some(folder.as_path()) {
            let page = page(&folder, &name);
            assert_harmless(&page, &name);
            assert!(page.len() < 440_000, "{name}: {} bytes", page.len());
        }
    }
}

#[test]
fn nothing_that_a_user_writes_becomes_part_of_a_page() {
    let hostile = root().join("tests/hostile");
    let read = |name: &str| fs::read_to_string(hostile.join(name)).expect("it can be read");
    let payloads = read("payloads.txt");
    let folder = tempfile::tempdir().expect("there is room");
    let mut placed = 0;
    for payload in payloads.lines() {
        let payload: String = serde_json::from_str(payload).expect("it is a JSON text");
        for name in [
            "rubric.yaml",
            "market.yaml",
            "own.yaml",
            "requirements.yaml",
            "components.yaml",
        ] {
            let text = read(name);
            placed += text.matches("@@").count() + text.matches("§§").count();
            let text = text
                .replace("@@", &in_quotes(&payload))
                .replace("§§", &in_address(&payload));
            fs::write(folder.path().join(name), text).expect("it can be written");
        }
        for name in ["requirements.yaml", "components.yaml"] {
            assert_harmless(&page(folder.path(), name), &format!("{name}: {payload:?}"));
        }
    }
    assert!(placed > 1000, "only {placed} places");
}

/// A text as it stands between double quotes in YAML.
fn in_quotes(text: &str) -> String {
    let quoted = serde_json::to_string(text).expect("it is a text");
    let escape = |c: char| match u32::from(c) {
        code @ 0x7f.. => format!("\\U{code:08x}"),
        _ => c.to_string(),
    };
    quoted[1..quoted.len() - 1].chars().map(escape).collect()
}

/// What of a text an address may hold; the program refuses the rest itself.
fn in_address(text: &str) -> String {
    let fits =
        |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\\');
    text.chars().filter(fits).collect()
}

#[test]
fn a_page_says_the_same_every_time() {
    let folder = root().join("examples");
    let once = page(&folder, "fraud-scoring-serving.yaml");
    assert_eq!(page(&folder, "fraud-scoring-serving.yaml"), once);
}
