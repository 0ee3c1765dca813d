//! A shortlist as Markdown.

use crate::engine::matching::{KindList, Shortlist, ShortlistPart};
use crate::files::Rubric;
use crate::output::escape::markdown;
use crate::topics::market::shortlist as said;

/// The candidates that fit or may, component by component, as tables; with `all`, the others too.
pub fn shortlist(list: &Shortlist<'_>, all: bool) -> String {
    let mut page = format!(
        "# Shortlist: {}\n\n{}\n",
        markdown(list.title),
        markdown(&said::caveat(list))
    );
    for part in &list.parts {
        if part.id.is_some() {
            page.extend([format!("\n## {}\n", markdown(part.title))]);
        }
        if let Some(musts) = said::musts(part) {
            page.extend([format!("\n{}\n", markdown(&musts))]);
        }
        let unanswered = said::unanswered(part, list.rubric);
        if let Some(text) = said::to_answer(&unanswered, |id| format!("`{id}`")) {
            page.extend([format!("\n{text}\n")]);
        }
        for kind in &part.kinds {
            kind_list(&mut page, part, kind, list.rubric, all);
        }
    }
    if !list.landscape.exclusions.is_empty() {
        page.push_str("\nLeft out:\n\n");
    }
    for exclusion in &list.landscape.exclusions {
        page.extend([format!(
            "- {}: {}\n",
            exclusion.id,
            markdown(&exclusion.because)
        )]);
    }
    page
}

fn kind_list(
    page: &mut String,
    part: &ShortlistPart<'_>,
    list: &KindList,
    rubric: &Rubric,
    all: bool,
) {
    let level = if part.id.is_some() { "###" } else { "##" };
    page.extend([format!(
        "\n{level} {}\n\n{}\n",
        said::heading(list.kind),
        markdown(&said::counts(part, list))
    )]);
    if !list.relaxations.is_empty() {
        page.push('\n');
    }
    for relaxation in &list.relaxations {
        page.extend([format!(
            "- {}\n",
            markdown(&said::relaxation(relaxation, part, rubric, usize::MAX))
        )]);
    }
    let mut rows = String::new();
    for judged in said::shown(part, list, all) {
        let cell = |lines: Vec<String>| {
            let lines: Vec<String> = lines.iter().map(|line| markdown(line)).collect();
            lines.join("<br>")
        };
        let name = format!(
            "**{}**<br>{}",
            markdown(&judged.candidate.name),
            markdown(&said::line(judged))
        );
        rows.extend([format!(
            "| {name} | {} | {} | {} | {} | {} |\n",
            said::standing(judged.standing()),
            cell(said::missed(judged, rubric)),
            cell(said::met(judged, rubric)),
            cell(said::asks(judged, part)),
            cell(said::caution(judged).into_iter().collect()),
        )]);
    }
    if !rows.is_empty() {
        page.push_str(
            "\n| candidate | | misses | meets | ask | mind |\n|---|---|---|---|---|---|\n",
        );
        page.push_str(&rows);
    }
    if let Some(text) = said::may_be(part, list, usize::MAX) {
        page.extend([format!("\n{text}\n")]);
    }
}
