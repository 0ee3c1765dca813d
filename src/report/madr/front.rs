//! The front matter of a record.

use crate::engine::decision::Recorded;
use crate::output::escape::{json, terminal};
use crate::output::with_ids::with_ids;
use crate::report::document::whole::Report;
use jiff::civil::Date;

with_ids! {
    /// How far a decision has got.
    pub enum Status {
        /// Nobody has decided yet.
        Proposed = "proposed",
        /// It is decided.
        Accepted = "accepted",
    }
}

/// How far a decision has got: accepted if it is recorded for the whole, or for every component.
pub fn status(report: &Report<'_>) -> Status {
    let sections = &report.sections;
    let is_everywhere = || sections.iter().all(|section| section.stance.is_decided);
    if report.recorded.is_some() || (!sections.is_empty() && is_everywhere()) {
        Status::Accepted
    } else {
        Status::Proposed
    }
}

/// The day of a decision: when the last part of it was decided, or the day of the report.
pub fn date(report: &Report<'_>) -> Option<Date> {
    let decided = decisions(report).filter_map(|recorded| recorded.decided_on);
    decided.max().or(report.provenance.today)
}

/// Every decision that is recorded in the file.
fn decisions<'r>(report: &'r Report<'_>) -> impl Iterator<Item = &'r Recorded> {
    let parts = report.sections.iter();
    let parts = parts.filter_map(|section| section.recommendation.recorded.as_ref());
    report.recorded.into_iter().chain(parts)
}

/// The lines of the front matter, without the rules around it: `status`, `date` and `decision-makers`, as far as they
/// are known. With a `number`, also that, for tools that read it nowhere else.
///
/// # Errors
///
/// If a text cannot be quoted, which does not happen.
pub fn front_matter(report: &Report<'_>, number: Option<u32>) -> serde_json::Result<String> {
    let mut lines = String::new();
    if let Some(number) = number {
        lines.extend(["number: ", &number.to_string(), "\n"]);
    }
    lines.extend(["status: \"", status(report).id(), "\"\n"]);
    if let Some(date) = date(report) {
        lines.extend(["date: ", &date.to_string(), "\n"]);
    }
    let mut makers: Vec<&String> = Vec::new();
    for maker in decisions(report).flat_map(|recorded| &recorded.deciders) {
        if !makers.contains(&maker) {
            makers.push(maker);
        }
    }
    if !makers.is_empty() {
        lines.push_str("decision-makers:\n");
    }
    for maker in makers {
        lines.extend(["  - ", &json(&terminal(maker))?, "\n"]);
    }
    Ok(lines)
}
