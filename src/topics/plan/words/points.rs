//! What is asked of each candidate, in words.

use super::{Entry, Mark, Section};
use crate::files::Attribute;
use crate::output::wording;
use crate::topics::market::shortlist;
use crate::topics::market::shortlist::strength_words;
use crate::topics::plan::{CandidatePlan, PlanPart, Point, Why};

/// The questions to each candidate.
pub(crate) fn section<'p>(part: &'p PlanPart<'_>) -> Option<Section<'p>> {
    if !part.has_landscape {
        return None;
    }
    let entries = part.candidates.iter().map(|candidate| {
        let judged = candidate.judged;
        Entry {
            text: format!(
                "{} ({}): {}",
                judged.candidate.name,
                judged.candidate.id,
                shortlist::standing(judged.standing())
            ),
            details: details(candidate),
            sources: &[],
        }
    });
    let intro = if part.candidates.is_empty() {
        "Nothing in the landscape fits or may fit; `trilemma shortlist` says which must would have to give."
    } else {
        "Everything that is not documented and everything that is only claimed becomes a question. Write the answers into \
         the scorecard, which `--format scorecard` writes."
    };
    Some(Section {
        heading: "Questions to each candidate".to_owned(),
        intro: intro.to_owned(),
        mark: Mark::Task,
        entries: entries.collect(),
    })
}

fn details(candidate: &CandidatePlan<'_>) -> Vec<String> {
    let mut details: Vec<String> = candidate.points.iter().filter_map(asked).collect();
    if details.is_empty() {
        details.push("Nothing is left to ask; see it work.".to_owned());
    }
    let caution = shortlist::caution(candidate.judged);
    details.extend(caution.map(|caution| format!("Mind: {caution}")));
    details
}

/// What is asked of a candidate by a must, and why; `None` if that is known well enough.
pub(crate) fn asked(point: &Point<'_>) -> Option<String> {
    let why = match point.why.as_ref()? {
        Why::NotDocumented(attributes) if attributes.is_empty() => String::new(),
        Why::NotDocumented(attributes) => {
            let words: Vec<&str> = attributes.iter().map(Attribute::words).collect();
            format!(" Not documented: {}.", wording::list(&words))
        }
        Why::Claimed(strength) => {
            let words = wording::capitalised(strength_words(*strength));
            format!(" {words} only: ask to be shown.")
        }
    };
    Some(format!("{}{why}", point.ask))
}
