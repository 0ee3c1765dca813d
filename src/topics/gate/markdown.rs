//! What the gate found, as a page for the summary of a job or a comment.

use crate::output::document::{Align, Document, Rich, Tone};
use crate::output::markdown::{Sheet, print_on};
use crate::output::wording;
use crate::topics::gate::words::{LONGEST, found, summary, waived};
use crate::topics::gate::{FileReport, Finding, Report, Verdict};

/// What the gate says, then a table of what counts and a table of what is waived.
pub(crate) fn check(report: &Report) -> String {
    let verdict = match report.verdict {
        Verdict::Passed => "passed",
        Verdict::Failed => "failed",
        Verdict::CannotTell => "cannot tell",
        Verdict::NothingChecked => "nothing checked",
    };
    let mut page = Document::default();
    page.title("Decisions", verdict);
    let files = wording::count(report.counts.files, "file");
    page.say(0, format!("{files}: {}.", found(report)));
    let files = report.files.iter();
    let all = files.flat_map(|file| file.findings.iter().map(move |finding| (file, finding)));
    let (mut counted, accepted): (Vec<_>, Vec<_>) =
        all.partition(|(_, finding)| finding.waived.is_none());
    counted.sort_by_key(|(_, finding)| finding.problem.code.severity());
    let rows = counted.iter().map(|(file, finding)| {
        let problem = &finding.problem;
        let help = problem.help.as_deref();
        let mut row = vec![Rich::from(problem.code.severity().id())];
        row.extend(place_and_finding(file, finding));
        row.push(Rich::from(&problem.expected));
        row.push(help.unwrap_or(problem.code.meaning().remedy).into());
        row
    });
    let head = ["", "Where", "Code", "Finding", "Expected", "What helps"];
    page.table(&head.map(left), rows.collect(), Tone::Plain);
    if !accepted.is_empty() {
        page.heading("Waived");
    }
    let rows = accepted.iter().map(|(file, finding)| {
        let mut row = place_and_finding(file, finding).to_vec();
        row.extend(finding.waived.as_ref().map(|by| waived(by).into()));
        row
    });
    let head = ["Where", "Code", "Finding", "Waived"];
    page.table(&head.map(left), rows.collect(), Tone::Plain);
    page.quiet(0, summary(report));
    let sheet = Sheet {
        opening: "",
        level: 2,
        // GitHub drops the whole summary of a job above 1024 KiB, which its steps share.
        most: 250 * 1024,
        longest: LONGEST,
    };
    print_on(sheet, &page)
}

const fn left(title: &'static str) -> (&'static str, Align) {
    (title, Align::Left)
}

fn place_and_finding(file: &FileReport, finding: &Finding) -> [Rich; 3] {
    let problem = &finding.problem;
    let name = file.files.path(problem.place.file);
    let line = file.files.position(problem.place).line;
    [
        format!("{name}:{line}").into(),
        Rich::id(problem.code.id()),
        Rich::from(&problem.found),
    ]
}
