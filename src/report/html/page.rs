//! The document: head, contents, sections, and what the page works with.

use super::head::{head, script};
use super::markup::{Element, Node, element};
use super::part::{Part, source};
use super::{pictures, sections};
use crate::report::document::provenance::Provenance;
use crate::report::document::whole::Report;

/// The sections that come before a change is tried.
const BEFORE_TRYING: &[&str] = &["firm", "why", "options", "points", "change"];
/// A sentence longer than this is set smaller, in bytes.
const LONG: usize = 110;

/// The whole document; `data` is what changes are tried on, as JSON that may stand in a `script` element.
pub(crate) fn document(report: &Report<'_>, command: &str, data: String) -> String {
    let script = script();
    let html = element("html")
        .with("lang", "en")
        .child(head(report.title, &script))
        .child(body(report, command, data, script));
    format!("<!doctype html>\n{}", html.to_markup())
}

fn body(report: &Report<'_>, command: &str, data: String, script: String) -> Element {
    element("body")
        .child(
            element("a")
                .class("skip")
                .with("href", "#main")
                .text("Skip to the report"),
        )
        .child(pictures::patterns())
        .child(opening(report))
        .child(contents(report))
        .child(
            element("main")
                .with("id", "main")
                .with("tabindex", "-1")
                .children(main(report)),
        )
        .child(closing(report, command))
        .child(
            element("script")
                .with("id", "data")
                .with("type", "application/json")
                .child(Node::Code(data)),
        )
        .child(element("script").child(Node::Code(script)))
}

fn opening(report: &Report<'_>) -> Element {
    let about = format!("Build, buy or open source? · {}", report.rubric.title);
    element("header")
        .child(element("p").class("about").text(about))
        .child(element("h1").text(report.title))
        .child(answer(&report.answer))
}

/// The answer, set large.
fn answer(text: &str) -> Element {
    let class = if text.len() > LONG {
        "answer long"
    } else {
        "answer"
    };
    element("p").class(class).text(text)
}

/// The parts of the report: one for the whole, or one for each component.
fn parts<'a>(report: &'a Report<'a>) -> Vec<Part<'a>> {
    let has_components = report.mix.is_some();
    let sections = report.sections.iter().enumerate();
    sections
        .map(|(position, section)| Part {
            report,
            section,
            position: has_components.then_some(position),
        })
        .collect()
}

fn contents(report: &Report<'_>) -> Element {
    let link = |to: &str, title: &str| {
        let link = element("a").with("href", format!("#{to}")).text(title);
        element("li").child(link)
    };
    let mut links: Vec<Element> = Vec::new();
    if report.mix.is_some() {
        links.push(link("overview", "Component by component"));
        let parts = report.sections.iter().enumerate();
        links.extend(parts.map(|(at, part)| link(&format!("part-{}", at + 1), part.title)));
    } else if let Some(part) = parts(report).first() {
        links.extend(
            about(part)
                .into_iter()
                .map(|(to, title, _)| link(to, title)),
        );
    }
    links.push(
        element("li")
            .class("with-script")
            .with("hidden", "")
            .child(element("a").with("href", "#try").text("Try a change")),
    );
    links.push(link("sources", "Sources"));
    links.push(link("provenance", "Where this comes from"));
    element("nav")
        .with("aria-label", "Contents")
        .child(element("ul").children(links))
}

/// What is said of a part, in order: the name of each section, its title in the contents, and the section.
fn about(part: &Part<'_>) -> Vec<(&'static str, &'static str, Element)> {
    let all = [
        ("firm", "How firm", sections::firmness(part)),
        ("why", "Why", sections::why(part)),
        ("options", "Alternatives", sections::options(part)),
        ("points", "Points", sections::points_by_criterion(part)),
        (
            "change",
            "What would change it",
            sections::what_would_change_it(part),
        ),
        ("open", "Find out next", sections::find_out_next(part)),
        ("candidates", "Candidates", sections::candidates(part)),
        ("next", "Next steps", sections::next_steps(part)),
        ("risks", "Risks", sections::risks(part)),
        ("decision", "Decision", sections::decision(part)),
        ("appendix", "Appendix", sections::appendix(part)),
    ];
    let given = all.into_iter();
    given
        .filter_map(|(name, title, section)| Some((name, title, section?)))
        .collect()
}

fn main(report: &Report<'_>) -> Vec<Element> {
    let mut out = Vec::new();
    let parts = parts(report);
    if let Some(mix) = &report.mix {
        out.push(sections::overview(report, mix));
        out.push(try_a_change());
        out.extend(
            parts
                .iter()
                .enumerate()
                .map(|(at, part)| component(at, part)),
        );
    } else if let Some(part) = parts.first() {
        out.extend(sections::summary(part));
        // What a reader may try stands after what would change the result, or where that would be.
        let mut sections = about(part).into_iter().peekable();
        let comes_before = |name: &str| BEFORE_TRYING.contains(&name);
        while let Some((_, _, section)) = sections.next_if(|(name, _, _)| comes_before(name)) {
            out.push(section);
        }
        out.push(try_a_change());
        out.extend(sections.map(|(_, _, section)| section));
    }
    out.push(sources(report));
    out
}

fn component(position: usize, part: &Part<'_>) -> Element {
    let name = format!("part-{}", position + 1);
    let title = format!("{name}-title");
    element("section")
        .with("id", name)
        .with("aria-labelledby", &title)
        .child(element("h2").with("id", &title).text(part.section.title))
        .child(element("p").class("answer long").text(&part.section.answer))
        .children(sections::summary(part))
        .children(about(part).into_iter().map(|(_, _, section)| section))
}

/// Where changes are tried, for browsers that run the page's script: hidden from all others.
fn try_a_change() -> Element {
    let text = "Move a weight or change an answer, and see what it does to the scores, the vetoes and the result. \
                Nothing is saved or sent. How firm your version is, the page does not work out: the command does.";
    element("section")
        .with("id", "try")
        .with("aria-labelledby", "try-title")
        .with("hidden", "")
        .child(element("h2").with("id", "try-title").text("Try a change"))
        .child(element("p").class("soft").text(text))
        .child(element("div").with("id", "try-here").class("try"))
}

fn sources(report: &Report<'_>) -> Element {
    let entries = report
        .sources
        .iter()
        .map(|cited| source(cited.source).with("id", format!("source-{}", cited.number)));
    element("section")
        .with("id", "sources")
        .with("aria-labelledby", "sources-title")
        .child(element("h2").with("id", "sources-title").text("Sources"))
        .child(element("ol").class("sources").children(entries))
}

fn closing(report: &Report<'_>, command: &str) -> Element {
    let provenance = &report.provenance;
    let rubric = report.rubric;
    let rubric_named = match &provenance.rubric_path {
        Some(path) => format!("{} {}, {path}", rubric.id, rubric.version),
        None => format!("{} {}, part of the program", rubric.id, rubric.version),
    };
    let mut facts = vec![
        (
            "Requirements",
            provenance.input.clone(),
            Some(&provenance.input_hash),
        ),
        ("Rubric", rubric_named, Some(&provenance.rubric_hash)),
        (
            "Program",
            format!("trilemma {}", provenance.tool_version),
            None,
        ),
        ("The figures again", command.to_owned(), None),
    ];
    if let Some(day) = provenance.today {
        facts.push(("As of", day.to_string(), None));
    }
    let rows = facts.into_iter().flat_map(|(name, value, hash)| {
        let mut said = element("dd").text(value);
        if let Some(hash) = hash {
            let short = format!(" sha256:{}", Provenance::short(hash));
            said = said.child(element("code").text(short));
        }
        [element("dt").text(name), said]
    });
    let extends = rubric
        .extends
        .iter()
        .map(|one| format!("{} {}", one.id, one.version));
    let extends: Vec<String> = extends.collect();
    let mut out = element("footer")
        .with("id", "provenance")
        .child(element("h2").text("Where this comes from"))
        .child(element("dl").children(rows));
    if !extends.is_empty() {
        let text = format!(
            "The rubric extends {}.",
            crate::output::wording::list(&extends)
        );
        out = out.child(element("p").text(text));
    }
    out
}
