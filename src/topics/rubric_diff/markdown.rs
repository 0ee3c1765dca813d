//! What differs between two rubrics.

use crate::output::escape::markdown;
use crate::topics::rubric_diff::words::Told;
use crate::topics::rubric_diff::{
    Change, Comparison, Difference, FieldChange, words as difference,
};

/// What differs, by kind, as lists for a pull request.
pub fn comparison(comparison: &Comparison<'_>) -> String {
    let name = |rubric: &crate::files::Rubric| format!("`{}` {}", rubric.id, rubric.version);
    let names = [comparison.before, comparison.after].map(name);
    let mut page = format!(
        "# {}\n\n{}\n",
        names.join(" → "),
        difference::summary(comparison)
    );
    if let Some(reordered) = difference::reordered(comparison) {
        page.extend([format!("\n{}\n", markdown(&reordered))]);
    }
    if !comparison.whole.is_empty() {
        page.push_str("\n## The rubric itself\n\n");
        page.push_str(&fields(&comparison.whole, ""));
    }
    for (kind, differences) in difference::by_kind(comparison) {
        page.extend([format!("\n## {}\n\n", difference::heading(kind))]);
        page.extend(differences.into_iter().map(one));
    }
    page
}

fn one(difference: &Difference<'_>) -> String {
    let id = markdown(&difference.id);
    match &difference.change {
        Change::Added => format!("- **{id}** added\n"),
        Change::Removed => format!("- **{id}** removed\n"),
        Change::Changed(changes) => format!("- **{id}** changed\n{}", fields(changes, "  ")),
    }
}

fn fields(changes: &[FieldChange<'_>], indent: &str) -> String {
    let field = |change| format!("{indent}- {}\n", field(change));
    changes.iter().map(field).collect()
}

/// One field that differs, on a line.
pub(crate) fn field(change: &FieldChange<'_>) -> String {
    let part = difference::part(&change.part);
    let part = part
        .map(|part| format!("{}, ", markdown(&part)))
        .unwrap_or_default();
    let key = format!("{part}`{}`", change.field);
    match difference::told(change) {
        Told::Added(after) => format!("{key} added: {}", markdown(&after)),
        Told::Removed(before) => format!("{key} removed: {}", markdown(&before)),
        Told::Short(before, after) => {
            format!("{key}: {} → {}", markdown(&before), markdown(&after))
        }
        Told::Long(before, after) => format!(
            "{key}<br>was: {}<br>now: {}",
            markdown(&before),
            markdown(&after)
        ),
    }
}
