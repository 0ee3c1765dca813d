//! What differs between two decisions, as a comment on a pull request.

use crate::output::markdown::row;
use crate::output::wording;
use crate::topics::compare::comment::{Comment, mark, text};
use crate::topics::compare::words::{Item, Names, SHARED};
use crate::topics::compare::{
    DecisionComparison, Presence, SubjectChange, SubjectOf, words as changes,
};
use crate::topics::rubric_diff::{markdown as difference, words as rubrics};

/// What differs, the outcome first. The first line is a mark that is not seen, by which the comment can be found and
/// replaced; it stays the same while the file keeps its path. What would make the page too long is left out, the least
/// important first, and counted.
pub fn changes(comparison: &DecisionComparison<'_>, names: Names<'_>) -> String {
    let mut page = Comment::default();
    page.whole(&mark(names.file));
    let title = text(comparison.titles[1]);
    page.whole(&format!(
        "### {title}\n\n**{}**\n",
        text(&changes::summary(comparison))
    ));
    if let [
        SubjectOf {
            presence: Presence::Both(change),
            ..
        },
    ] = comparison.subjects.as_slice()
    {
        opening(&mut page, change);
        details(&mut page, change);
    } else {
        several(&mut page, comparison);
    }
    let shared = changes::texts(&comparison.shared);
    without_points(&mut page, SHARED, &shared);
    if let Some(sentence) = changes::agreement(&comparison.record) {
        page.whole(&format!("\n{}\n", text(&sentence)));
    }
    let texts = changes::texts;
    without_points(
        &mut page,
        "Recorded decision",
        &texts(&comparison.record.keys),
    );
    without_points(&mut page, "Demands of the gate", &texts(&comparison.gate));
    without_points(&mut page, "Waivers", &texts(&comparison.waivers));
    let [before, after] = comparison.titles;
    if before != after {
        page.whole(&format!("\nThe title was: {}\n", text(before)));
    }
    rubric(&mut page, comparison);
    page.finish(names)
}

fn several(page: &mut Comment, comparison: &DecisionComparison<'_>) {
    page.whole("\n");
    page.whole(&(row(&["Component", "Outcome"]) + &row(&["---", "---"])));
    for subject in &comparison.subjects {
        page.line(&row(&[
            text(&subject.title),
            text(&changes::brief(subject)),
        ]));
    }
    for subject in &comparison.subjects {
        if let Presence::Both(change) = &subject.presence
            && !change.is_same()
        {
            let headline = text(&changes::headline(change));
            page.line(&format!(
                "\n#### {}\n\n**{headline}**\n",
                text(&subject.title)
            ));
            opening(page, change);
            details(page, change);
        }
    }
}

fn opening(page: &mut Comment, change: &SubjectChange) {
    for sentence in changes::opening(change) {
        page.line(&format!("\n{}\n", text(&sentence)));
    }
}

fn details(page: &mut Comment, change: &SubjectChange) {
    if change.is_same() {
        return;
    }
    let mut table =
        row(&["", "before", "after", "", ""]) + &row(&["---", "--:", "--:", "--:", "---"]);
    for line in changes::standings(change) {
        let cells = [&line.name, &line.before, &line.after, &line.moved];
        let [name, before, after, moved] = cells.map(|cell| signed(cell));
        table.push_str(&row(&[name, before, after, moved, line.remark.to_owned()]));
    }
    page.line(&format!("\n{table}"));
    let (moved, others): (Vec<Item>, Vec<Item>) = changes::items(change)
        .into_iter()
        .partition(|item| item.points.is_some());
    if !moved.is_empty() {
        page.line(&format!(
            "\n{}:\n\n",
            signed(&changes::lead_heading(&change.lead))
        ));
        let head =
            row(&["Points", "Change", "Before", "After"]) + &row(&["--:", "---", "---", "---"]);
        page.rows(
            &head,
            moved.iter().map(|item| {
                let points = signed(&wording::signed_tenths(item.points.unwrap_or_default()));
                let [what, before, after] = cells(item);
                row(&[points, what, before, after])
            }),
        );
        if moved.len() > 1 {
            let all = signed(&wording::signed_tenths(change.lead.moved()));
            page.line(&row(&[all.as_str(), "in all", "", ""]));
        }
        if !change.exact {
            page.line("\n<sub>With so many changes, each one's part is the mean over evenly spread orders of making them; together they add up all the same.</sub>\n");
        }
    }
    let heading = changes::others_heading(change, !moved.is_empty());
    without_points(page, &heading, &others);
    let advice = change.advice.iter().map(changes::verdict_change);
    let sentences: Vec<String> = changes::other_vetoes(change)
        .into_iter()
        .chain(advice)
        .collect();
    if !sentences.is_empty() {
        page.line("\n");
        for sentence in sentences {
            page.line(&format!("- {}\n", text(&sentence)));
        }
    }
    without_points(
        page,
        "Recorded decision",
        &changes::texts(&change.record.keys),
    );
}

fn cells(item: &Item) -> [String; 3] {
    let about = if item.about.is_empty() {
        String::new()
    } else {
        format!("<br><sub>{}</sub>", text(&item.about))
    };
    let what = text(&item.what) + &about;
    match &item.values {
        Some([before, after]) => [what, text(before), text(after)],
        None => [what, String::new(), String::new()],
    }
}

/// Changes that are no matter of points, folded up.
fn without_points(page: &mut Comment, heading: &str, items: &[Item]) {
    if items.is_empty() {
        return;
    }
    let open = format!(
        "\n<details><summary>{heading} ({})</summary>\n\n",
        items.len()
    );
    if !page.line(&open) {
        return;
    }
    let head = row(&["Change", "Before", "After"]) + &row(&["---", "---", "---"]);
    page.rows(&head, items.iter().map(|item| row(&cells(item))));
    page.whole("\n</details>\n");
}

fn rubric(page: &mut Comment, comparison: &DecisionComparison<'_>) {
    let rubric = &comparison.rubric;
    if rubric.is_same() {
        return;
    }
    let [before, after] =
        [rubric.before, rubric.after].map(|one| format!("`{}` {}", one.id, one.version));
    page.line(&format!("\n**Rubric**: {before} → {after}. "));
    if !comparison.related {
        page.line("These are two rubrics that have nothing to do with each other, so their difference counts as one change.\n");
        return;
    }
    page.line(&format!("{}\n\n", text(&rubrics::summary(rubric))));
    for change in rubrics::thresholds(rubric) {
        page.line(&format!("- {}\n", difference::field(change)));
    }
    for (kind, differences) in rubrics::by_kind(rubric) {
        let ids = text(&rubrics::ids(&differences));
        page.line(&format!("- {}: {ids}\n", rubrics::heading(kind)));
    }
}

/// A number with a real minus.
fn signed(text: &str) -> String {
    text.replace('-', "−")
}
