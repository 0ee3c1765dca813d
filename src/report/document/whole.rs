//! What a report says of a requirements file.

use super::decided;
use super::provenance::Provenance;
use super::section::Section;
use super::sources::{Cited, numbered};
use crate::engine::decision::{Assessment, Mix, Part, Recorded, RubricName, SharedDriver, Subject};
use crate::files::Source;
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::market::candidates::Listing;
use jiff::civil::Date;

/// What a report says of a requirements file.
#[derive(Debug)]
pub struct Report<'a> {
    /// What is decided about.
    pub title: &'a str,
    /// The answer in one plain sentence.
    pub answer: String,
    /// The rubric it was scored against.
    pub rubric: &'a RubricName,
    /// One section for the whole, or one for each component, as in the file.
    pub sections: Vec<Section<'a>>,
    /// Where the candidates of the sections come from; none where nobody looked.
    pub listing: Option<&'a Listing<'a>>,
    /// What the components come to together; none if it is decided as a whole.
    pub mix: Option<MixReport<'a>>,
    /// What the team decided, for the whole.
    pub recorded: Option<&'a Recorded>,
    /// The sources cited anywhere, numbered in the order of the sections.
    pub sources: Vec<Cited<'a>>,
    /// What it was made from.
    pub provenance: Provenance,
}

/// What the components come to together.
#[derive(Debug)]
pub struct MixReport<'a> {
    /// Which alternative is recommended for which components.
    pub mix: &'a Mix,
    /// Each component with its result in a few words.
    pub results: Vec<(&'a Part, String)>,
    /// Shared answers behind strong reasons of several components, with what the components are called.
    pub drivers: Vec<(&'a SharedDriver, Vec<&'a str>)>,
}

impl<'a> Report<'a> {
    /// The report on an assessment, with the candidates that a landscape has for what is decided about.
    pub fn new(
        assessment: &'a Assessment,
        listing: Option<&'a Listing<'a>>,
        provenance: Provenance,
    ) -> Self {
        let title = assessment.title.as_str();
        let candidates = |id: Option<&str>| listing?.candidates(id);
        let (mut sections, mix, recorded) = match &assessment.subject {
            Subject::Whole(recommendation) => (
                vec![Section::new(None, title, recommendation, candidates(None))],
                None,
                recommendation.recorded.as_ref(),
            ),
            Subject::Parts {
                parts,
                mix,
                recorded,
            } => (
                parts
                    .iter()
                    .map(|part| {
                        let candidates = candidates(Some(&part.id));
                        Section::new(
                            Some(&part.id),
                            &part.title,
                            &part.recommendation,
                            candidates,
                        )
                    })
                    .collect(),
                Some(MixReport::new(parts, mix)),
                recorded.as_ref(),
            ),
        };
        let mut looked_at = sections
            .iter_mut()
            .filter_map(|one| one.candidates.as_mut());
        if let Some(first) = looked_at.next() {
            first.left_out = &first.listing.landscape.exclusions;
        }
        let answer = match (&mix, sections.as_slice()) {
            (None, [only]) => only.answer.clone(),
            (Some(mix), _) => mix.answer(recorded),
            _ => String::new(),
        };
        let known = sections
            .first()
            .map_or(&[][..], |section| section.recommendation.sources.as_slice());
        Self {
            title,
            answer,
            rubric: &assessment.rubric,
            sources: cited(&sections, known),
            sections,
            listing,
            mix,
            recorded,
            provenance,
        }
    }

    /// The day of the decision: when the last part of it was decided, or the day of the report.
    pub fn day(&self) -> Option<Date> {
        let parts = self.sections.iter();
        let parts = parts.filter_map(|section| section.recommendation.recorded.as_ref());
        let decisions = self.recorded.into_iter().chain(parts);
        let days = decisions.filter_map(|recorded| recorded.decided_on);
        days.max().or(self.provenance.today)
    }
}

/// Every source that a report can cite, in the order in which the sections do.
fn cited<'a>(sections: &[Section<'a>], known: &'a [Source]) -> Vec<Cited<'a>> {
    let mut ids: Vec<&'a String> = Vec::new();
    for section in sections {
        let recommendation = section.recommendation;
        for case in &section.cases {
            let reasons = case.reasons_for.iter().chain(&case.reasons_against);
            ids.extend(reasons.flat_map(|reason| reason.sources));
        }
        ids.extend(recommendation.vetoes.iter().flat_map(|one| &one.sources));
        ids.extend(recommendation.advice.iter().flat_map(|one| &one.sources));
        let steps = section.steps.iter().flat_map(|list| &list.steps);
        ids.extend(steps.flat_map(|step| &step.sources));
        let levels = recommendation.criteria.iter();
        let levels = levels.filter_map(|criterion| criterion.level.as_ref());
        ids.extend(levels.flat_map(|level| &level.sources));
    }
    numbered(ids, known)
}

impl<'a> MixReport<'a> {
    fn new(parts: &'a [Part], mix: &'a Mix) -> Self {
        let titles = |ids: &[String]| -> Vec<&'a str> {
            let named = parts.iter().filter(|part| ids.contains(&part.id));
            named.map(|part| part.title.as_str()).collect()
        };
        Self {
            mix,
            results: parts
                .iter()
                .map(|part| (part, phrases::result(&part.recommendation)))
                .collect(),
            drivers: mix
                .drivers
                .iter()
                .map(|driver| (driver, titles(&driver.parts)))
                .collect(),
        }
    }

    /// The answer for all components in one sentence.
    fn answer(&self, recorded: Option<&Recorded>) -> String {
        let titles = |ids: &[String]| {
            let named = self.results.iter().map(|(part, _)| part);
            let named = named.filter(|part| ids.contains(&part.id));
            wording::list(&named.map(|part| part.title.as_str()).collect::<Vec<_>>())
        };
        let mut clauses: Vec<String> = self
            .mix
            .recommended
            .iter()
            .map(|part| {
                let components = titles(&part.components);
                format!("{} for {components}", phrases::name(part.alternative))
            })
            .collect();
        if !self.mix.undecided.is_empty() {
            clauses.push(format!("nothing yet for {}", titles(&self.mix.undecided)));
        }
        let clauses = clauses.join("; ");
        match recorded {
            Some(recorded) => {
                let decided = decided::decided(recorded, None);
                let decided = decided.trim_end_matches('.');
                format!("{decided} ({clauses}).")
            }
            None => format!("{}.", wording::capitalised(&clauses)),
        }
    }
}
