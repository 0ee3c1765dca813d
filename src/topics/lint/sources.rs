//! Sources: that each is cited, and none is too old.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::files::{Problem, ProblemCode, Rubric, Source, SourceIndex};
use crate::output::wording;
use jiff::ToSpan;
use jiff::civil::Date;

/// How old sources may be, and on which day.
#[derive(Debug, Clone, Copy)]
pub struct AgeLimit {
    /// The day on which it is looked at.
    pub today: Date,
    /// The years a source may be old.
    pub years: u16,
}

/// Checks the sources; their age only if there is a limit.
pub(crate) fn check(rubric: &Rubric, limit: Option<AgeLimit>, findings: &mut Findings<'_>) {
    let cited: BTreeSet<SourceIndex> = rubric.citations().collect();
    for (index, source) in rubric.sources.iter().enumerate() {
        if !cited.contains(&SourceIndex(index)) {
            findings.add(
                Problem::new(
                    ProblemCode::UncitedSource,
                    source.place,
                    format!("nothing cites `{}`", source.id),
                )
                .help("cite it where it is used, or remove it"),
            );
        }
        if let Some(limit) = limit {
            age(source, limit, findings);
        }
    }
}

fn age(source: &Source, limit: AgeLimit, findings: &mut Findings<'_>) {
    let years = wording::count(limit.years.into(), "year");
    let Some(written) = &source.date else {
        findings.add(
            Problem::new(
                ProblemCode::UndatedSource,
                source.place,
                format!("`{}` has no date", source.id),
            )
            .expected(format!(
                "a date, because sources may be at most {years} old"
            ))
            .help("say when it was published, or when you read it"),
        );
        return;
    };
    let oldest = limit.today.checked_sub(i64::from(limit.years).years());
    if let (Some(last), Ok(oldest)) = (last_day(written), oldest)
        && last < oldest
    {
        findings.add(
            Problem::new(
                ProblemCode::OldSource,
                source.place,
                format!("`{}` is from {written}", source.id),
            )
            .expected(format!("a source of the last {years}, from {oldest} on"))
            .help("see whether it still holds, and cite something newer beside or instead of it"),
        );
    }
}

/// The last day of a year, month or day as written.
pub(crate) fn last_day(written: &str) -> Option<Date> {
    match written.len() {
        4 => format!("{written}-12-31").parse().ok(),
        7 => format!("{written}-01")
            .parse::<Date>()
            .ok()
            .map(Date::last_of_month),
        _ => written.parse().ok(),
    }
}
