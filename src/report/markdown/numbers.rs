//! The options, what the decision turns on, and what each criterion adds.

use super::Headings;
use super::bars::bar;
use crate::engine::decision::CriterionResult;
use crate::engine::scoring::{Outcome, Range};
use crate::files::{Alternative, PerAlternative};
use crate::output::markdown::{Align, Page, said};
use crate::output::wording;
use crate::report::document::drivers::Driver;
use crate::report::document::section::{OptionRow, Section};
use crate::topics::decide::phrases;
use crate::topics::rubric::reference;

/// How many drivers are shown; the appendix has every criterion.
const DRIVERS: usize = 10;

/// The options with scores, vetoes and firmness.
pub(crate) fn options(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    headings.part(page, "Options");
    let rows = section
        .options
        .iter()
        .map(|option| option_row(option, section));
    page.table(
        [
            ("Option", Align::Left),
            ("Score", Align::Right),
            ("Could end at", Align::Left),
            ("First near your weights", Align::Right),
            ("First under any weights", Align::Right),
            ("How it stands", Align::Left),
        ],
        rows.collect(),
    );
    let recommendation = section.recommendation;
    let mut said = vec!["Scores run from −100 to +100; 0 is neutral.".to_owned()];
    if let Some(sentence) = phrases::vetoed_leader(recommendation) {
        said.push(sentence);
    }
    if recommendation.coverage < 1.0 && recommendation.outcome != Outcome::Inconclusive {
        let known = wording::percent(recommendation.coverage);
        said.push(format!("{known} of the weight is answered."));
    }
    said.extend(section.firmness.clone());
    page.paragraph(&phrases::signed(&said.join(" ")));
}

fn option_row(option: &OptionRow<'_>, section: &Section<'_>) -> [String; 6] {
    let result = option.result;
    let name = wording::capitalised(phrases::name(result.alternative));
    let name = if option.is_recommended || option.is_chosen {
        format!("**{name}**")
    } else {
        name
    };
    let share = |share: Option<f64>| {
        share.map_or_else(
            || "–".to_owned(),
            |share| format!("{} of 100", wording::out_of_100(share)),
        )
    };
    [
        name,
        points(result.score),
        range(result.range),
        share(option.near_stated),
        share(option.over_all),
        standing(option, section),
    ]
}

fn standing(option: &OptionRow<'_>, section: &Section<'_>) -> String {
    let mut remarks = Vec::new();
    if option.is_recommended {
        remarks.push(format!("recommended, {}", section.firmness_word()));
    }
    if option.is_chosen {
        remarks.push("chosen".to_owned());
    }
    if !option.vetoes.is_empty() {
        let ids = option.vetoes.iter().map(|veto| format!("`{}`", veto.id));
        let ids: Vec<String> = ids.collect();
        remarks.push(format!("ruled out by {}", wording::list(&ids)));
    }
    if remarks.is_empty() {
        remarks.push("possible".to_owned());
    }
    remarks.join("; ")
}

/// Where a score could end.
pub(crate) fn range(range: Range) -> String {
    let [low, high] = [range.low, range.high].map(points);
    match (low == high, range.exact) {
        (true, _) => low,
        (false, true) => format!("{low} to {high}"),
        (false, false) => format!("about {low} to {high}"),
    }
}

/// Whole points with their sign and a real minus.
pub(crate) fn points(points: f64) -> String {
    phrases::signed(&wording::signed_points(points))
}

/// What the decision turns on, and who set the weights.
pub(crate) fn drivers(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    if section.drivers.is_empty() {
        return;
    }
    headings.part(page, "Decision drivers");
    let shown = DRIVERS.min(section.drivers.len());
    let rows = section.drivers[..shown].iter().map(driver_row);
    page.table(
        [
            ("Driver", Align::Left),
            ("Weight", Align::Right),
            ("Share", Align::Right),
            ("Weight set by", Align::Left),
        ],
        rows.collect(),
    );
    let rest = section.drivers.len() - shown;
    if rest > 0 {
        let rest = wording::count(rest, "other criterion");
        page.paragraph(&format!("{}; the appendix has them all.", counted(&rest)));
    }
}

fn counted(rest: &str) -> String {
    let verb = if rest.starts_with("1 ") {
        "counts"
    } else {
        "count"
    };
    format!("{rest} {verb} less")
}

fn driver_row(driver: &Driver<'_>) -> [String; 4] {
    [
        said(&driver.criterion.title),
        driver.criterion.weight.to_string(),
        wording::percent(driver.share),
        driver.set_by.words(|id| format!("`{id}`")),
    ]
}

/// What each criterion adds to each score.
pub(crate) fn contributions(page: &mut Page, headings: &Headings, section: &Section<'_>) {
    let contributions = &section.contributions;
    if contributions.rows.is_empty() {
        return;
    }
    headings.part(page, "What each criterion adds");
    let largest = contributions.largest;
    let mut rows: Vec<[String; 4]> = contributions
        .rows
        .iter()
        .map(|criterion| criterion_row(criterion, largest))
        .collect();
    if let Some((others, sums)) = &contributions.rest {
        let others = wording::count(*others, "other");
        rows.push(row(format!("*{others} together*"), sums, |points| {
            tenths(points)
        }));
    }
    rows.push(row(
        "**Score**".to_owned(),
        &contributions.scores,
        |points| format!("**{}**", tenths(points)),
    ));
    page.table(
        [
            ("Criterion", Align::Left),
            ("Build", Align::Left),
            ("Buy", Align::Left),
            ("Open source", Align::Left),
        ],
        rows,
    );
    page.paragraph("In points: █ adds, ▒ takes away.");
}

fn criterion_row(criterion: &CriterionResult, largest: f64) -> [String; 4] {
    row(said(&criterion.title), &criterion.contributions, |points| {
        let bar = bar(points, largest);
        let gap = if bar.is_empty() { "" } else { " " };
        format!("{}{gap}{bar}", tenths(points))
    })
}

fn row(name: String, points: &PerAlternative<f64>, cell: impl Fn(f64) -> String) -> [String; 4] {
    let [build, buy, open_source] = Alternative::ALL.map(|alternative| cell(points[alternative]));
    [name, build, buy, open_source]
}

/// Points to one decimal with their sign and a real minus.
pub(crate) fn tenths(points: f64) -> String {
    phrases::signed(&wording::signed_tenths(points))
}

/// The ratings of a row; a dash where it has none.
pub(crate) fn ratings(criterion: &CriterionResult) -> [String; 3] {
    let ratings = criterion.level.as_ref().and_then(|level| level.ratings);
    Alternative::ALL.map(|alternative| {
        ratings.map_or_else(
            || "–".to_owned(),
            |ratings| reference::rating(ratings[alternative]),
        )
    })
}
