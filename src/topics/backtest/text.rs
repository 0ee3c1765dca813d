//! Tests of rubrics on cases, for a terminal.

use crate::output::text::{BOLD, DIM, Look, Page};
use crate::output::wording;
use crate::topics::backtest::words::About;
use crate::topics::backtest::{Column, Comparison, Overall, Report, Summary, Tally, Trial, words};
use crate::topics::decide::page::Detail;
use crate::topics::decide::phrases;
use anstyle::Style;
use comfy_table::{Cell, CellAlignment, Table, presets};

/// Every report, one after the other, then all of them together.
pub fn backtest(
    reports: &[Report],
    overall: Option<&Overall>,
    look: Look,
    detail: Detail,
) -> String {
    let mut page = Page::new(look);
    for report in reports {
        page.gap();
        one(&mut page, report, detail);
    }
    if let Some(overall) = overall {
        page.gap();
        together(&mut page, overall);
    }
    page.finish()
}

/// Items under a heading; nothing without items.
pub(crate) fn list(page: &mut Page, heading: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    page.heading(heading);
    for item in items {
        page.hanging(4, "-", item, Style::new());
    }
}

fn one(page: &mut Page, report: &Report, detail: Detail) {
    let title = format!("{} {}", report.rubric, report.rubric_version);
    let (summary, about) = (&report.summary, About::One);
    opening(page, &title, summary, about);
    expectations(page, report);
    if summary.tally.cases > 0 {
        misses(page, report);
        counts(page, summary, about);
    }
    cross_validation(page, report);
    reach(page, report, detail);
    cases(page, report);
}

fn together(page: &mut Page, overall: &Overall) {
    let (summary, about) = (&overall.summary, About::Several);
    opening(page, &words::together(overall), summary, about);
    if summary.tally.cases > 0 {
        counts(page, summary, about);
    }
    if let Some((folds, tuned)) = &overall.cross_validation {
        let sentences = words::cross_validation(tuned, *folds, about);
        section(page, about.not_tuned_on(), &sentences);
    }
}

fn opening(page: &mut Page, title: &str, summary: &Summary, about: About) {
    page.paragraph(0, title, BOLD);
    page.gap();
    for sentence in words::headline(summary, about) {
        page.paragraph(2, &sentence, Style::new());
    }
}

fn counts(page: &mut Page, summary: &Summary, about: About) {
    agreement(page, summary);
    confusion(page, summary, about);
    let baselines = words::baselines(summary, about);
    section(page, "Against simpler rules", &baselines);
}

fn section(page: &mut Page, heading: &str, sentences: &[String]) {
    if sentences.is_empty() {
        return;
    }
    page.heading(heading);
    for sentence in sentences {
        page.paragraph(4, sentence, Style::new());
    }
}

fn expectations(page: &mut Page, report: &Report) {
    if report.unmet().next().is_none() {
        return;
    }
    page.heading("Not as expected");
    for trial in report.unmet() {
        page.paragraph(4, &words::title(trial), BOLD);
        unmet(page, trial);
    }
}

/// The expectations that are not met.
pub(crate) fn unmet(page: &mut Page, trial: &Trial) {
    for unmet in &trial.unmet {
        let text = format!("{}: {} → {}", unmet.key.id(), unmet.expected, unmet.found);
        page.hanging(6, "-", &text, Style::new());
    }
}

fn misses(page: &mut Page, report: &Report) {
    let mut missed = report
        .trials
        .iter()
        .filter_map(|trial| Some((trial, trial.miss()?)));
    let Some(first) = missed.next() else {
        return;
    };
    page.heading("What it gets wrong");
    for (trial, miss) in std::iter::once(first).chain(missed) {
        let head = format!(
            "{}: {}",
            words::title(trial),
            words::chosen_and_instead(trial, &miss)
        );
        page.paragraph(4, &head, Style::new());
        for line in words::miss(&miss) {
            page.hanging(6, "-", &line, DIM);
        }
    }
}

fn agreement(page: &mut Page, summary: &Summary) {
    page.heading("Agreement");
    let mut table = table();
    table.add_row(["", "cases", "agrees", "", "recommends", "agrees", ""]);
    for (heading, rows) in words::agreement(summary) {
        for (position, (name, tally)) in rows.iter().enumerate() {
            let by = match (position, heading) {
                (0, "firmness" | "domain" | "chosen" | "label") => format!("by {heading}"),
                _ => String::new(),
            };
            if !by.is_empty() {
                table.add_row(vec![Cell::new(by)]);
            }
            let indent = if heading == "all" { "" } else { "  " };
            table.add_row(tally_row(&page.draw(&format!("{indent}{name}")), tally));
        }
    }
    draw(page, &mut table, 6);
}

fn tally_row(name: &str, tally: &Tally) -> Vec<String> {
    let percent = |share: Option<f64>| share.map_or(String::new(), wording::percent);
    vec![
        name.to_owned(),
        tally.cases.to_string(),
        tally.agree.to_string(),
        percent(tally.agreement()),
        tally.committed.to_string(),
        tally.committed_agree.to_string(),
        percent(tally.committed_agreement()),
    ]
}

fn confusion(page: &mut Page, summary: &Summary, about: About) {
    page.heading(about.confusion());
    let mut table = table();
    let head = Column::ALL.into_iter().map(|column| match column {
        Column::NoViableAlternative => "nothing left",
        column => words::column_name(column),
    });
    table.add_row(std::iter::once("chose").chain(head));
    for (row, counts) in summary.confusion.rows() {
        let counts = counts.iter().map(ToString::to_string);
        table.add_row(std::iter::once(words::row_name(row).to_owned()).chain(counts));
    }
    draw(page, &mut table, Column::ALL.len());
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table
}

/// Draws a table whose first column is words and whose others are numbers.
fn draw(page: &mut Page, table: &mut Table, numbers: usize) {
    for column in 1..=numbers {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in table.to_string().lines() {
        page.line(&format!("   {line}"), Style::new());
    }
}

fn cross_validation(page: &mut Page, report: &Report) {
    let Some(result) = &report.cross_validation else {
        return;
    };
    section(
        page,
        About::One.not_tuned_on(),
        &words::cross_validation(&result.tuned, result.folds.len(), About::One),
    );
    page.paragraph(4, &words::weight_changes(result), DIM);
    let mut table = table();
    table.add_row([
        "fold",
        "organisations",
        "cases",
        "agrees",
        "recommends",
        "agrees",
        "weights changed",
    ]);
    for (position, fold) in result.folds.iter().enumerate() {
        let tally = fold.held_out;
        let numbers = [
            position + 1,
            fold.organisations,
            tally.cases,
            tally.agree,
            tally.committed,
            tally.committed_agree,
            fold.weights_changed,
        ];
        table.add_row(numbers.map(|number| number.to_string()));
    }
    draw(page, &mut table, 6);
}

fn reach(page: &mut Page, report: &Report, detail: Detail) {
    section(page, "Reach", &[words::reach(&report.reach)]);
    let reach = &report.reach;
    if detail == Detail::Short {
        if !reach.is_full() {
            page.paragraph(4, "`--all` lists them.", DIM);
        }
        return;
    }
    let rows = reach.rows.items.iter();
    let rows = rows.map(|row| format!("{} row {}: {}", row.criterion, row.row, row.because));
    list(page, "Rows that no case reaches", &rows.collect::<Vec<_>>());
    list(page, "Vetoes that fire in no case", &reach.vetoes.items);
    list(page, "Advice that is given in no case", &reach.advice.items);
}

fn cases(page: &mut Page, report: &Report) {
    page.heading("Cases");
    for trial in &report.trials {
        let marker = match trial.comparison {
            Some(Comparison::Agrees) => "=",
            Some(Comparison::Undecided) => "?",
            Some(Comparison::Differs) => "x",
            None => "-",
        };
        let chose = match trial.chosen.as_slice() {
            [] => "it".to_owned(),
            chosen => format!("chose {}, it", phrases::names(chosen)),
        };
        let text = format!("{}: {chose} {}.", words::title(trial), words::says(trial));
        page.hanging(4, marker, &text, Style::new());
        if let Some(reason) = words::main_reason(trial) {
            page.paragraph(7, &reason, DIM);
        }
    }
    page.gap();
    page.paragraph(
        4,
        "= agrees, ? undecided, x differs, - nothing to compare with",
        DIM,
    );
}
