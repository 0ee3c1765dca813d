//! The alternatives: scores, vetoes, and where the points come from.

use super::answer::said;
use crate::engine::decision::VetoResult;
use crate::engine::scoring::Outcome;
use crate::files::{Alternative, PerAlternative};
use crate::output::wording;
use crate::report::document::section::OptionRow;
use crate::report::html::markup::{Element, element};
use crate::report::html::part::{Column, Part, cell, figure, folded, head, pair, paragraph, table};
use crate::report::html::pictures;
use crate::report::html::words::{points, range, sentence, tenths};
use crate::topics::decide::phrases;

/// How the alternatives stand.
pub(crate) fn options(part: &Part<'_>) -> Option<Element> {
    let section = part.section;
    let recommendation = section.recommendation;
    let moves = |option: &OptionRow<'_>| range(option.result.range).is_some();
    let how = if section.options.iter().any(moves) {
        "From −100 to +100; 0 is neutral. The line under a bar is where the score could end once everything is answered."
    } else {
        "From −100 to +100; 0 is neutral."
    };
    let picture = pictures::scores(&part.id("scores"), recommendation);
    let mut beside: Vec<Element> = vetoes(part, &section.fired).into_iter().collect();
    beside.extend(phrases::vetoed_leader(recommendation).map(paragraph));
    beside.extend(ways_out(part));
    beside.extend(section.hybrids.iter().map(|advice| said(part, advice, 1)));
    let content = vec![
        comparison(&section.options),
        pair(vec![figure("Scores", how, picture)], beside),
    ];
    part.section("options", "The three alternatives", content)
}

fn comparison(options: &[OptionRow<'_>]) -> Element {
    let columns: &[Column] = &[
        ("Alternative", false),
        ("Score", true),
        ("Could come to", true),
        ("First, near your weights", true),
        ("First, over all weights", true),
        ("Status", false),
    ];
    let share = |share: Option<f64>| {
        share.map_or_else(
            || "–".to_owned(),
            |share| format!("{} of 100", wording::out_of_100(share)),
        )
    };
    let row = |option: &OptionRow<'_>| {
        let result = option.result;
        let name = wording::capitalised(phrases::name(result.alternative));
        vec![
            head(name),
            cell(points(result.score)),
            cell(range(result.range).unwrap_or_else(|| "as it is".to_owned())),
            cell(share(option.near_stated)),
            cell(share(option.over_all)),
            cell(status(option)),
        ]
    };
    table(
        "How the alternatives stand",
        columns,
        options.iter().map(row).collect(),
    )
}

fn status(option: &OptionRow<'_>) -> String {
    let said = [
        (option.is_recommended, "recommended"),
        (option.is_chosen, "chosen"),
        (option.result.rank.is_none(), "ruled out"),
    ];
    let said: Vec<&str> = said
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, word)| word)
        .collect();
    said.join(", ")
}

/// What is ruled out, why, and what would lift it.
fn vetoes(part: &Part<'_>, fired: &[&VetoResult]) -> Option<Element> {
    let item = |veto: &&VetoResult| {
        let doing = wording::capitalised(&phrases::doing_either(&veto.excludes));
        let because = sentence(&format!("{doing}: {}", veto.because));
        element("li")
            .children(part.cited(because, &veto.sources))
            .child(element("br"))
            .child(
                element("span")
                    .class("note")
                    .text(format!("Lifted by: {}", veto.lifted_by)),
            )
    };
    (!fired.is_empty()).then(|| {
        element("div")
            .class("box")
            .child(part.heading(1).text("Ruled out"))
            .child(element("ul").children(fired.iter().map(item)))
    })
}

/// What it would take for an alternative to become possible again, if none is.
fn ways_out(part: &Part<'_>) -> Option<Element> {
    let recommendation = part.section.recommendation;
    let Outcome::NoViableAlternative(_) = recommendation.outcome else {
        return None;
    };
    let ways = recommendation.ways_out.iter().map(|way| {
        let doing = wording::capitalised(phrases::doing(way.alternative));
        let vetoes = recommendation.vetoes.iter();
        let lifted = vetoes.filter(|veto| way.vetoes.contains(&veto.id));
        let lifted: Vec<String> = lifted.map(|veto| veto.lifted_by.clone()).collect();
        element("li").text(format!(
            "{doing} becomes possible with {}",
            wording::list(&lifted)
        ))
    });
    Some(
        element("div")
            .child(part.heading(1).text("Shortest ways out"))
            .child(element("ul").children(ways)),
    )
}

/// What each criterion adds to each score, drawn and in figures.
pub(crate) fn points_by_criterion(part: &Part<'_>) -> Option<Element> {
    let recommendation = part.section.recommendation;
    let pictures = pictures::contributions(&part.id("points"), recommendation);
    if pictures.is_empty() {
        return None;
    }
    let figures = pictures.into_iter().map(|(alternative, picture)| {
        let result = recommendation
            .alternatives
            .iter()
            .find(|one| one.alternative == alternative);
        let score = result.map_or_else(String::new, |result| points(result.score));
        let name = wording::capitalised(phrases::name(alternative));
        figure(&format!("{name} {score}"), "", picture)
    });
    let intro = "What each criterion adds to a score or takes from it, all three to the same scale. A score is the sum.";
    let content = vec![
        element("p").class("soft").text(intro),
        element("div").class("trio").children(figures),
        folded("The same in figures", vec![contributions(part)]),
    ];
    part.section("points", "Where the points come from", content)
}

fn contributions(part: &Part<'_>) -> Element {
    let all = &part.section.contributions;
    let columns: &[Column] = &[
        ("Criterion", false),
        ("Weight", true),
        ("Build", true),
        ("Buy", true),
        ("Open source", true),
    ];
    let each = |points: &PerAlternative<f64>| Alternative::ALL.map(|one| cell(tenths(points[one])));
    let row = |title: &str, weight: String, points: &PerAlternative<f64>| {
        [head(title), cell(weight)]
            .into_iter()
            .chain(each(points))
            .collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<Element>> = all
        .rows
        .iter()
        .map(|one| row(&one.title, one.weight.to_string(), &one.contributions))
        .collect();
    if let Some((count, sum)) = &all.rest {
        rows.push(row(
            &wording::count(*count, "smaller one"),
            String::new(),
            sum,
        ));
    }
    rows.push(row("Score", String::new(), &all.scores));
    table("Points by criterion", columns, rows)
}
