//! Which candidates are listed.

use crate::cli::landscape::{Kind, ListArguments};
use crate::files::{Attribute, Candidate, CandidateKind, Landscape, did_you_mean};

/// What a candidate has to be like.
pub(crate) struct Filter {
    kind: Option<CandidateKind>,
    values: Vec<(Attribute, usize)>,
}

/// How a candidate stands to a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passes {
    Yes,
    No,
    NotDocumented,
}

impl Filter {
    /// The filter that the command line asks for.
    ///
    /// # Errors
    ///
    /// If a value is no word of the landscape: what is wrong, and what would help.
    pub(crate) fn new(
        arguments: &ListArguments,
        landscape: &Landscape,
    ) -> Result<Self, (String, Option<String>)> {
        let wanted = [
            (Attribute::Components, &arguments.component),
            (Attribute::RunsOn, &arguments.runs_on),
            (Attribute::Hosting, &arguments.hosting),
            (Attribute::Languages, &arguments.language),
            (Attribute::Frameworks, &arguments.framework),
            (Attribute::Attestations, &arguments.attestation),
            (Attribute::DataRegions, &arguments.data_region),
            (Attribute::Support, &arguments.support),
            (Attribute::Licence, &arguments.licence),
        ];
        let mut values = Vec::new();
        for (attribute, words) in wanted {
            for word in words {
                let value = landscape.vocabulary.find(attribute, word);
                values.push((
                    attribute,
                    value.ok_or_else(|| no_such(attribute, word, landscape))?,
                ));
            }
        }
        Ok(Self {
            kind: arguments.kind.map(|kind| match kind {
                Kind::Product => CandidateKind::Product,
                Kind::OpenSource => CandidateKind::OpenSource,
            }),
            values,
        })
    }

    /// How a candidate stands to it.
    pub(crate) fn passes(&self, candidate: &Candidate) -> Passes {
        if self.kind.is_some_and(|kind| kind != candidate.kind) {
            return Passes::No;
        }
        let mut passes = Passes::Yes;
        for (attribute, value) in &self.values {
            match candidate.attributes.has(*attribute, *value) {
                Some(true) => {}
                Some(false) => return Passes::No,
                None => passes = Passes::NotDocumented,
            }
        }
        passes
    }
}

fn no_such(attribute: Attribute, word: &str, landscape: &Landscape) -> (String, Option<String>) {
    let known = landscape.vocabulary.terms(attribute).iter();
    let known: Vec<&str> = known.map(|term| term.id.as_str()).collect();
    let message = format!(
        "the landscape `{}` has no word `{word}` for `{}`",
        landscape.id,
        attribute.id()
    );
    let help = did_you_mean(word, known.iter().copied())
        .unwrap_or_else(|| format!("its words are {}", known.join(", ")));
    (message, Some(help))
}
