//! Tests of rubrics on cases, in Markdown.

use crate::backtest::{Column, CrossValidation, Reach, Report, Tally};
use crate::model::wording;
use crate::render::escape::markdown;
use crate::render::{backtest as words, phrases};

/// Every report, one after the other; with `all`, what no case reaches is listed.
pub fn backtest(reports: &[Report], all: bool) -> String {
    let reports: Vec<String> = reports.iter().map(|report| one(report, all)).collect();
    reports.join("\n")
}

fn one(report: &Report, all: bool) -> String {
    let title = format!(
        "## {} {}\n\n",
        markdown(&report.rubric),
        report.rubric_version
    );
    let mut out = title + &paragraph(&words::headline(report));
    out += &expectations(report);
    if report.tally.cases > 0 {
        out += &agreement(report);
        out += &confusion(report);
        out += &section("Against simpler rules", &bullets(&words::baselines(report)));
        out += &misses(report);
    }
    if let Some(result) = &report.cross_validation {
        out += &cross_validation(result);
    }
    out += &reach(&report.reach, all);
    out += &cases(report);
    out
}

fn section(heading: &str, body: &str) -> String {
    if body.is_empty() {
        String::new()
    } else {
        format!("\n### {heading}\n\n{body}")
    }
}

fn paragraph(sentences: &[String]) -> String {
    markdown(&sentences.join(" ")) + "\n"
}

fn bullets(items: &[String]) -> String {
    let lines = items.iter().map(|item| format!("- {}\n", markdown(item)));
    lines.collect::<Vec<_>>().concat()
}

/// A table; the first `words` columns are words, the others numbers.
fn table(head: &[&str], words: usize, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = (0..head.len()).map(|column| if column < words { "---" } else { "--:" });
    let mut out = line(head.iter().map(|cell| (*cell).to_owned()).collect());
    out += &line(rule.map(str::to_owned).collect());
    for row in rows {
        out += &line(row.iter().map(|cell| markdown(cell)).collect());
    }
    out
}

fn expectations(report: &Report) -> String {
    let rows = report.unmet().flat_map(|trial| {
        trial.unmet.iter().map(|unmet| {
            let key = unmet.key.to_owned();
            vec![
                trial.id.clone(),
                key,
                unmet.expected.clone(),
                unmet.found.clone(),
            ]
        })
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    let head = ["case", "what", "expected", "found"];
    section("Not as expected", &table(&head, 4, rows))
}

fn agreement(report: &Report) -> String {
    let head = [
        "",
        "",
        "cases",
        "agrees",
        "",
        "recommends",
        "agrees there",
        "",
    ];
    let rows = words::agreement(report).into_iter().flat_map(|(by, rows)| {
        rows.into_iter().map(move |(name, tally)| {
            let by = if by == "all" { "" } else { by };
            [by.to_owned(), name]
                .into_iter()
                .chain(numbers(tally))
                .collect()
        })
    });
    section("Agreement", &table(&head, 2, rows))
}

fn numbers(tally: Tally) -> [String; 6] {
    let percent = |share: Option<f64>| share.map_or(String::new(), wording::percent);
    [
        tally.cases.to_string(),
        tally.agree.to_string(),
        percent(tally.agreement()),
        tally.committed.to_string(),
        tally.committed_agree.to_string(),
        percent(tally.committed_agreement()),
    ]
}

fn confusion(report: &Report) -> String {
    let head: Vec<&str> = std::iter::once("chose")
        .chain(Column::ALL.map(words::column_name))
        .collect();
    let rows = report.confusion.rows().map(|(row, counts)| {
        let counts = counts.iter().map(ToString::to_string);
        std::iter::once(words::row_name(row).to_owned())
            .chain(counts)
            .collect()
    });
    section(
        "What they chose, against what it says",
        &table(&head, 1, rows),
    )
}

fn misses(report: &Report) -> String {
    let missed = report
        .trials
        .iter()
        .filter_map(|trial| Some((trial, trial.miss()?)));
    let items = missed.map(|(trial, miss)| {
        let head = format!(
            "{}: {}",
            words::title(trial),
            words::chosen_and_instead(trial, &miss)
        );
        let lines = words::miss(&miss);
        let lines = lines.iter().map(|line| format!("  - {}\n", markdown(line)));
        format!(
            "- {}\n{}",
            markdown(&head),
            lines.collect::<Vec<_>>().concat()
        )
    });
    let items: Vec<String> = items.collect();
    section("What it gets wrong", &items.concat())
}

fn cross_validation(result: &CrossValidation) -> String {
    let mut sentences = words::cross_validation(result);
    sentences.push(words::weight_changes(result));
    let head = [
        "fold",
        "organisations",
        "cases",
        "agrees",
        "recommends",
        "agrees there",
        "weights changed",
    ];
    let rows = result.folds.iter().enumerate().map(|(position, fold)| {
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
        numbers.map(|number| number.to_string()).to_vec()
    });
    let body = format!("{}\n{}", bullets(&sentences), table(&head, 0, rows));
    section("On cases it was not tuned on", &body)
}

fn reach(reach: &Reach, all: bool) -> String {
    let mut body = paragraph(&[words::reach(reach)]);
    if all {
        let rows = reach.rows.items.iter();
        let rows = rows.map(|row| format!("{} row {}: {}", row.criterion, row.row, row.because));
        let rows: Vec<String> = rows.collect();
        for (heading, items) in [
            ("Rows", &rows),
            ("Vetoes", &reach.vetoes.items),
            ("Advice", &reach.advice.items),
        ] {
            if !items.is_empty() {
                body.extend(["\n", heading, ":\n\n", &bullets(items)]);
            }
        }
    }
    section("Reach", &body)
}

fn cases(report: &Report) -> String {
    let head = ["case", "who", "chose", "the rubric", "", "because"];
    let rows = report.trials.iter().map(|trial| {
        vec![
            trial.id.clone(),
            words::who(trial),
            phrases::names(&trial.chosen),
            words::says(trial),
            words::comparison(trial.comparison).to_owned(),
            words::main_reason(trial).unwrap_or_default(),
        ]
    });
    section("Cases", &table(&head, 6, rows))
}
