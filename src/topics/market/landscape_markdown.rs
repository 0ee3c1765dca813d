//! Candidates as Markdown.

use crate::files::{Attribute, Candidate, Landscape};
use crate::output::escape::markdown;
use crate::topics::market::landscape;
use crate::topics::market::text::counted;

/// The candidates that passed, as a table.
pub fn candidates(
    from: &Landscape,
    listed: &[&Candidate],
    not_documented: &[&Candidate],
) -> String {
    let mut page = format!(
        "# {}\n\n{}\n\n",
        markdown(&from.title),
        markdown(&landscape::caveat(from))
    );
    page.push_str("| candidate | kind | licence | does | status |\n|---|---|---|---|---|\n");
    for candidate in listed {
        let does = landscape::attribute(from, candidate, Attribute::Components);
        let does = does.unwrap_or_default().replace(", and nothing else", "");
        let cells = [
            candidate.name.as_str(),
            landscape::kind(candidate.kind),
            candidate.licence.as_deref().unwrap_or_default(),
            &does,
            candidate.state().map_or("", landscape::state),
        ];
        page.extend([format!("| {} |\n", cells.map(markdown).join(" | "))]);
    }
    page.extend([format!(
        "\n{}\n",
        markdown(&counted(listed, not_documented))
    )]);
    page
}

/// Everything that is known of a candidate.
pub fn candidate(from: &Landscape, candidate: &Candidate) -> String {
    let mut page = format!("# {}\n\n", markdown(&candidate.name));
    for (what, said) in landscape::facts(from, candidate) {
        if what.is_empty() {
            page.extend([format!("  - {}\n", markdown(&said))]);
        } else {
            page.extend([format!("- **{what}**: {}\n", markdown(&said))]);
        }
    }
    for (heading, lines) in [
        ("Worth knowing", candidate.notes.clone()),
        (
            "What this rests on",
            candidate.sources.iter().map(landscape::source).collect(),
        ),
    ] {
        if !lines.is_empty() {
            page.extend([format!("\n## {heading}\n\n")]);
        }
        for line in lines {
            page.extend([format!("- {}\n", markdown(&line))]);
        }
    }
    page.extend([format!(
        "\nFrom the landscape {} of {}.\n",
        markdown(&from.id),
        from.days()
    )]);
    page
}
