//! Tests of rubrics on cases, in words: for a terminal and in Markdown.

use super::counts::Summary;
use super::report::{Backtest, Overall, Report};
use super::trial::{Comparison, Trial};
use super::words::{self, About};
use crate::output::document::{Align, Detail, Document, Mark, Piece, Rich, Tone};
use crate::output::markdown::{Sheet, print_on};
use crate::output::text::Look;
use crate::output::wording;
use crate::topics::decide::{page, phrases};

/// For a terminal.
pub(crate) fn text(backtest: &Backtest, look: Look, detail: Detail) -> String {
    let pages = pages(backtest, detail).into_iter();
    let pages: Vec<String> = pages.map(|page| page.text(look)).collect();
    pages.join("\n")
}

/// In Markdown, to be put on a page that has a title of its own.
pub(crate) fn markdown(backtest: &Backtest, detail: Detail) -> String {
    let sheet = || Sheet {
        opening: "",
        level: 2,
        most: usize::MAX,
        longest: usize::MAX,
    };
    let pages = pages(backtest, detail).into_iter();
    let pages: Vec<String> = pages.map(|page| print_on(sheet(), &page)).collect();
    pages.join("\n")
}

/// Every report, one after the other, then all of them together.
fn pages(backtest: &Backtest, detail: Detail) -> Vec<Document> {
    let reports = backtest.rubrics.iter();
    let reports = reports.map(|report| one(report, detail));
    reports
        .chain(backtest.overall.as_ref().map(together))
        .collect()
}

fn one(report: &Report, detail: Detail) -> Document {
    let (summary, about) = (&report.summary, About::One);
    let mut page = opening(&report.title(), summary, about);
    expectations(&mut page, report);
    if summary.tally.cases > 0 {
        misses(&mut page, report);
        counts(&mut page, summary, about);
    }
    reach(&mut page, report, detail);
    cases(&mut page, report);
    page
}

fn together(overall: &Overall) -> Document {
    let (summary, about) = (&overall.summary, About::Several);
    let title = format!("{} together", wording::list(&overall.rubrics));
    let mut page = opening(&title, summary, about);
    if summary.tally.cases > 0 {
        counts(&mut page, summary, about);
    }
    page
}

fn opening(title: &str, summary: &Summary, about: About) -> Document {
    let mut page = Document::default();
    page.title("", title);
    page.gap();
    for sentence in words::headline(summary, about) {
        page.entry(2, sentence);
    }
    page
}

/// Items under a heading; nothing without items.
fn list<S: AsRef<str>>(page: &mut Document, heading: &str, items: &[S]) {
    if !items.is_empty() {
        page.heading(heading);
    }
    for item in items {
        page.bullet(4, item.as_ref());
    }
}

fn expectations(page: &mut Document, report: &Report) {
    if report.unmet().next().is_some() {
        page.heading("Not as expected");
    }
    for trial in report.unmet() {
        page.line(4, Mark::Entry, words::title(trial), Tone::Strong);
        unmet(page, trial);
    }
}

/// The expectations that are not met.
fn unmet(page: &mut Document, trial: &Trial) {
    for unmet in trial.unmet() {
        let text = format!("{}: {} → {}", unmet.key.id(), unmet.expected, unmet.found);
        page.bullet(6, text);
    }
}

fn misses(page: &mut Document, report: &Report) {
    let missed = report
        .trials
        .iter()
        .filter_map(|trial| Some((trial, trial.miss.as_ref()?)));
    for (position, (trial, miss)) in missed.enumerate() {
        if position == 0 {
            page.heading("What it gets wrong");
        }
        let (title, turned_on) = (words::title(trial), words::chosen_and_instead(trial, miss));
        page.entry(4, format!("{title}: {turned_on}"));
        for line in words::miss(miss) {
            page.line(6, Mark::Bullet, line, Tone::Quiet);
        }
    }
}

fn counts(page: &mut Document, summary: &Summary, about: About) {
    agreement(page, summary);
    confusion(page, summary, about);
    let baselines = words::baselines(summary, about);
    if !baselines.is_empty() {
        page.heading("Against simpler rules");
    }
    for sentence in baselines {
        page.entry(4, sentence);
    }
}

/// A table whose first column is words and whose others are numbers.
fn numbers<const N: usize>(page: &mut Document, head: [&'static str; N], rows: Vec<Vec<Rich>>) {
    let mut columns = head.map(|title| (title, Align::Right));
    columns[0].1 = Align::Left;
    page.headed_table(4, &columns, rows);
}

fn agreement(page: &mut Document, summary: &Summary) {
    let percent = |share: Option<f64>| share.map_or(String::new(), wording::percent);
    let row = |name: String, tally: super::Tally| {
        let cells = [
            name,
            tally.cases.to_string(),
            tally.agree.to_string(),
            percent(tally.share()),
            tally.recommended.to_string(),
            tally.recommended_agree.to_string(),
            percent(tally.recommended_share()),
        ];
        cells.map(Rich::from).to_vec()
    };
    let mut rows = vec![row("all".to_owned(), summary.tally)];
    for (by, groups) in words::agreement(summary) {
        let mut heading = vec![Rich::default(); 7];
        heading[0] = by.into();
        rows.push(heading);
        rows.extend(
            groups
                .into_iter()
                .map(|(name, tally)| row(format!("  {name}"), tally)),
        );
    }
    page.heading("Agreement");
    let head = ["", "cases", "agrees", "", "recommends", "agrees", ""];
    numbers(page, head, rows);
}

fn confusion(page: &mut Document, summary: &Summary, about: About) {
    let rows = summary.confusion.iter().map(|row| {
        let counts = row.counts().map(|count| Rich::from(count.to_string()));
        let chosen = Rich::from(words::chosen(row.chosen));
        std::iter::once(chosen).chain(counts).collect()
    });
    page.heading(about.confusion());
    let head = [
        "chose",
        "build",
        "buy",
        "open source",
        "too close",
        "inconclusive",
        "nothing left",
    ];
    numbers(page, head, rows.collect());
}

fn reach(page: &mut Document, report: &Report, detail: Detail) {
    let reach = &report.reach;
    page.heading("Reach");
    page.say(4, words::reach(reach));
    if detail == Detail::Short {
        if !reach.is_full() {
            let all = Rich(vec![Piece::Code("--all".to_owned())]);
            page.quiet(4, all.said(" lists them."));
        }
        return;
    }
    let rows = reach.rows.unreached.iter();
    let rows = rows.map(|row| format!("{} row {}: {}", row.criterion, row.row, row.because));
    list(page, "Rows that no case reaches", &rows.collect::<Vec<_>>());
    list(page, "Vetoes that fire in no case", &reach.vetoes.unreached);
    list(
        page,
        "Advice that is given in no case",
        &reach.advice.unreached,
    );
}

fn cases(page: &mut Document, report: &Report) {
    page.heading("Cases");
    for trial in &report.trials {
        let mark = match trial.comparison {
            Some(Comparison::Agrees) => Mark::Sign("=", "agrees"),
            Some(Comparison::Undecided) => Mark::Sign("?", "undecided"),
            Some(Comparison::Differs) => Mark::Sign("x", "differs"),
            None => Mark::Sign("-", "nothing to compare with"),
        };
        let chose = match trial.chosen.as_slice() {
            [] => "it".to_owned(),
            chosen => format!("chose {}, it", phrases::names(chosen)),
        };
        let text = format!("{}: {chose} {}.", words::title(trial), words::says(trial));
        page.line(4, mark, text, Tone::Plain);
        if let Some(reason) = words::main_reason(trial) {
            page.more(7, reason, Tone::Quiet);
        }
    }
    page.gap();
    // Markdown has the words in place of the signs.
    let legend = "= agrees, ? undecided, x differs, - nothing to compare with";
    page.quiet(4, Rich(vec![Piece::Address(legend.to_owned())]));
}

/// A case in full, for a terminal: what was known, what the rubric makes of it, and how that compares.
pub(crate) fn explained(trial: &Trial, look: Look) -> String {
    let mut head = Document::default();
    head.title("", words::title(trial));
    if let Some(case) = &trial.case {
        let component = case.component.iter().map(String::as_str);
        let label = format!("label: {}", case.label.id());
        let about: Vec<&str> = component.chain([label.as_str()]).collect();
        head.quiet(2, about.join(" · "));
        list(&mut head, "What was known", &case.facts);
        list(&mut head, "Sources", &case.sources);
        list(&mut head, "Note", case.note.as_slice());
    }
    let mut compared = Document::default();
    comparison(&mut compared, trial);
    let decided = page::assessment(&trial.assessment, look, Detail::Short, None);
    [head.text(look), decided, compared.text(look)].join("\n")
}

fn comparison(page: &mut Document, trial: &Trial) {
    page.heading("How it compares");
    let compares = trial.comparison.map(Comparison::id);
    page.say(
        4,
        compares.map_or_else(
            || "No decision to compare with.".to_owned(),
            |compares| {
                let chosen = phrases::names(&trial.chosen);
                let says = words::says(trial);
                format!("They chose {chosen}; the rubric {says}: {compares}.")
            },
        ),
    );
    if let Some(miss) = &trial.miss {
        for line in words::miss(miss) {
            page.bullet(4, line);
        }
    }
    if trial.expectations_unmet.as_ref().is_some_and(Vec::is_empty) {
        page.say(4, "What the file expects is so.");
    }
    unmet(page, trial);
}
