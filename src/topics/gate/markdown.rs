//! What the gate found, as a page for the summary of a job or a comment.

use crate::output::escape::markdown;
use crate::output::markdown::row;
use crate::output::wording;
use crate::topics::gate::words::{cut, file_name, found, summary, waived};
use crate::topics::gate::{FileReport, Finding, Report, Verdict};

/// GitHub drops the whole summary of a job above 1024 KiB, which its steps share.
const MOST_BYTES: usize = 200 * 1024;

/// What the gate says, then a table of what counts and a table of what is waived, kept within what a summary may hold.
pub fn check(report: &Report) -> String {
    let mark = match report.verdict {
        Verdict::Passed => "passed",
        Verdict::Failed => "**failed**",
        Verdict::CannotTell => "**cannot tell**",
        Verdict::NothingChecked => "**nothing checked**",
    };
    let mut page = format!(
        "## Decisions: {mark}\n\n{}: {}.\n",
        wording::count(report.counts.files, "file"),
        markdown(&found(report))
    );
    let mut counted = Vec::new();
    let mut accepted = Vec::new();
    for file in &report.files {
        for finding in &file.findings {
            match finding.counts_as() {
                Some(severity) => counted.push((severity, file, finding)),
                None => accepted.push((file, finding)),
            }
        }
    }
    counted.sort_by_key(|(severity, ..)| *severity);
    let rows = counted
        .iter()
        .map(|(_, file, finding)| counts(file, finding));
    let head = ["", "Where", "Finding", "What helps"];
    table(&mut page, "", &head, rows, MOST_BYTES);
    let rows = accepted
        .iter()
        .map(|(file, finding)| accepts(file, finding));
    let head = ["Where", "Finding", "Waived"];
    table(
        &mut page,
        "### Waived",
        &head,
        rows,
        MOST_BYTES + MOST_BYTES / 4,
    );
    page + "\n<sub>" + &markdown(&summary(report)) + "</sub>\n"
}

/// A table under a heading, if there are rows; those that would take the page past `most` bytes are counted instead.
fn table(
    page: &mut String,
    heading: &str,
    head: &[&str],
    rows: impl ExactSizeIterator<Item = String>,
    most: usize,
) {
    let all = rows.len();
    if all == 0 {
        return;
    }
    if !heading.is_empty() {
        page.extend(["\n", heading, "\n"]);
    }
    page.push('\n');
    page.push_str(&row(head));
    page.push_str(&row(&vec!["---"; head.len()]));
    for (index, line) in rows.enumerate() {
        if page.len() + line.len() > most {
            let more = wording::count(all - index, "more finding");
            page.extend(["\nand ", &more, " that would not fit here\n"]);
            return;
        }
        page.push_str(&line);
    }
}

fn counts(file: &FileReport, finding: &Finding) -> String {
    let problem = &finding.problem;
    let mut found = format!(
        "`{}`<br>{}",
        problem.code.id(),
        markdown(&cut(&problem.found))
    );
    if !problem.expected.is_empty() {
        found.extend(["<br>expected: ", &markdown(&cut(&problem.expected))]);
    }
    let help = problem
        .help
        .as_deref()
        .unwrap_or(problem.code.meaning().remedy);
    row(&[
        problem.code.severity().id().to_owned(),
        place(file, finding),
        found,
        markdown(&cut(help)),
    ])
}

fn accepts(file: &FileReport, finding: &Finding) -> String {
    let by = finding.waived.as_ref().map(waived).unwrap_or_default();
    let problem = &finding.problem;
    row(&[
        place(file, finding),
        format!(
            "`{}`<br>{}",
            problem.code.id(),
            markdown(&cut(&problem.found))
        ),
        markdown(&by),
    ])
}

fn place(file: &FileReport, finding: &Finding) -> String {
    let place = finding.problem.place;
    let name = file_name(&file.files, place.file);
    markdown(&format!("{name}:{}", file.files.position(place).line))
}
