//! Tests of rubrics on cases, in Markdown.

use std::ops::Range;

use crate::output::escape::markdown;
use crate::output::wording;
use crate::topics::backtest::words::About;
use crate::topics::backtest::{
    Column, Comparison, CrossValidation, Overall, Reach, Report, Summary, Tally, Trial, words,
};
use crate::topics::decide::phrases;

/// Every report, one after the other, then all of them together; with `all`, what no case reaches is listed.
pub fn backtest(reports: &[Report], overall: Option<&Overall>, all: bool) -> String {
    let reports = reports.iter().map(|report| one(report, all));
    let pages: Vec<String> = reports.chain(overall.map(together)).collect();
    pages.join("\n")
}

fn one(report: &Report, all: bool) -> String {
    let (summary, about) = (&report.summary, About::One);
    let title = format!("{} {}", report.rubric, report.rubric_version);
    let mut out = opening(&title, summary, about);
    out += &expectations(report);
    if summary.tally.cases > 0 {
        out += &counts(summary, about);
        out += &misses(report);
    }
    if let Some(result) = &report.cross_validation {
        out += &cross_validation(result);
    }
    out += &reach(&report.reach, all);
    out += &cases(report);
    out
}

fn together(overall: &Overall) -> String {
    let (summary, about) = (&overall.summary, About::Several);
    let mut out = opening(&words::together(overall), summary, about);
    if summary.tally.cases > 0 {
        out += &counts(summary, about);
    }
    if let Some((folds, tuned)) = &overall.cross_validation {
        let sentences = words::cross_validation(tuned, *folds, about);
        out += &section(about.not_tuned_on(), &bullets(&sentences));
    }
    out
}

fn opening(title: &str, summary: &Summary, about: About) -> String {
    format!("## {}\n\n", markdown(title)) + &paragraph(&words::headline(summary, about))
}

fn counts(summary: &Summary, about: About) -> String {
    let baselines = bullets(&words::baselines(summary, about));
    agreement(summary) + &confusion(summary, about) + &section("Against simpler rules", &baselines)
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

/// A table; these columns are numbers, the others words.
fn table(
    head: &[&str],
    numbers: Range<usize>,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = (0..head.len()).map(|column| {
        if numbers.contains(&column) {
            "--:"
        } else {
            "---"
        }
    });
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
            let key = unmet.key.id().to_owned();
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
    section("Not as expected", &table(&head, 0..0, rows))
}

fn agreement(summary: &Summary) -> String {
    let head = [
        "by",
        "which",
        "cases",
        "agrees",
        "share",
        "recommends",
        "agrees there",
        "share",
    ];
    let rows = words::agreement(summary)
        .into_iter()
        .flat_map(|(by, rows)| {
            rows.into_iter().map(move |(name, tally)| {
                let by = if by == "all" { "" } else { by };
                [by.to_owned(), name]
                    .into_iter()
                    .chain(numbers(tally))
                    .collect()
            })
        });
    section("Agreement", &table(&head, 2..8, rows))
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

fn confusion(summary: &Summary, about: About) -> String {
    let head: Vec<&str> = std::iter::once("chose")
        .chain(Column::ALL.map(words::column_name))
        .collect();
    let rows = summary.confusion.rows().map(|(row, counts)| {
        let counts = counts.iter().map(ToString::to_string);
        std::iter::once(words::row_name(row).to_owned())
            .chain(counts)
            .collect()
    });
    section(about.confusion(), &table(&head, 1..7, rows))
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
    let mut sentences = words::cross_validation(&result.tuned, result.folds.len(), About::One);
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
    let body = format!("{}\n{}", bullets(&sentences), table(&head, 0..7, rows));
    section(About::One.not_tuned_on(), &body)
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
    let head = [
        "case", "who", "chose", "says", "firmness", "margin", "agrees?",
    ];
    let rows = report.trials.iter().map(case);
    section("Cases", &table(&head, 5..6, rows))
}

fn case(trial: &Trial) -> Vec<String> {
    let firmness = trial.firmness().map_or("", words::firmness);
    let agrees = match trial.comparison {
        Some(Comparison::Agrees) => "yes",
        Some(Comparison::Undecided) => "undecided",
        Some(Comparison::Differs) => "no",
        None => "",
    };
    vec![
        trial.id.clone(),
        words::who(trial),
        phrases::names(&trial.chosen),
        words::says_in_short(trial),
        firmness.to_owned(),
        words::margin(trial),
        agrees.to_owned(),
    ]
}
