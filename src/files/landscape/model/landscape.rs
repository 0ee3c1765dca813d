//! A landscape: the candidates there are, and the words in which they are described.

use crate::files::{Candidate, Field, FileId, Place};
use crate::output::with_ids::with_ids;
use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What could be bought or adopted, as it was on a day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Landscape {
    /// Its id.
    pub id: String,
    /// The version of its content.
    pub version: semver::Version,
    /// What it is called.
    pub title: String,
    /// What it covers, and what not.
    #[serde(skip)]
    pub about: Option<String>,
    /// The day on which it was put together.
    pub compiled: Date,
    /// After how many days it should be looked at again.
    #[serde(rename = "stale_after_days")]
    pub stale_after: u16,
    /// The words its candidates are described in.
    #[serde(skip)]
    pub vocabulary: Vocabulary,
    /// The candidates, as written.
    #[serde(skip)]
    pub candidates: Vec<Candidate>,
    /// What is taken out of the landscapes that others are put over.
    #[serde(skip)]
    pub exclusions: Vec<Exclusion>,
    /// The files it was put together from, what it is put over before it.
    pub parts: Vec<LandscapePart>,
}

/// One of the files that a landscape was put together from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LandscapePart {
    /// The id of the landscape in it.
    pub id: String,
    /// The day on which it was put together.
    pub compiled: Date,
    /// After how many days it should be looked at again.
    #[serde(rename = "stale_after_days")]
    pub stale_after: u16,
    /// The file.
    #[serde(skip)]
    pub file: FileId,
    /// Where the day stands.
    #[serde(skip)]
    pub place: Place,
}

/// A candidate that is not to be considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exclusion {
    /// Its id.
    pub id: String,
    /// Why.
    pub because: String,
    /// Where that is said.
    #[serde(skip)]
    pub place: Place,
}

with_ids! {
    /// Something about a candidate that can be matched: a set of words out of the landscape's vocabulary.
    pub enum Attribute {
        /// What it does.
        Components = "components",
        /// Where the workload can run.
        RunsOn = "runs-on",
        /// Who can host it.
        Hosting = "hosting",
        /// The languages in which it can be used.
        Languages = "languages",
        /// The frameworks it works with.
        Frameworks = "frameworks",
        /// What was attested, for the supplier's service.
        Attestations = "attestations",
        /// Where the supplier's service keeps data.
        DataRegions = "data-regions",
        /// What support there is.
        Support = "support",
        /// The class of its licence.
        Licence = "licence",
    }
}

impl Attribute {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Its position in [`Attribute::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    /// What it is called in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Components => "what it does",
            Self::RunsOn => "where it runs",
            Self::Hosting => "who hosts it",
            Self::Languages => "languages",
            Self::Frameworks => "frameworks",
            Self::Attestations => "attestations",
            Self::DataRegions => "where data is kept",
            Self::Support => "support",
            Self::Licence => "licence",
        }
    }

    /// The fact that states it.
    pub const fn field(self) -> Field {
        match self {
            Self::Components => Field::Components,
            Self::RunsOn => Field::RunsOn,
            Self::Hosting => Field::Hosting,
            Self::Languages => Field::Languages,
            Self::Frameworks => Field::Frameworks,
            Self::Attestations => Field::Attestations,
            Self::DataRegions => Field::DataRegions,
            Self::Support => Field::Support,
            Self::Licence => Field::Licence,
        }
    }
}

/// A set of attributes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AttributeSet(u16);

impl AttributeSet {
    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The attributes, in the order of a file.
    pub fn iter(self) -> impl Iterator<Item = Attribute> {
        let all = Attribute::ALL.into_iter();
        all.filter(move |attribute| self.0 >> attribute.index() & 1 == 1)
    }
}

impl From<Attribute> for AttributeSet {
    fn from(attribute: Attribute) -> Self {
        Self(1 << attribute.index())
    }
}

/// The words that candidates are described in, by attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    terms: [Vec<Term>; Attribute::COUNT],
    complete: [bool; Attribute::COUNT],
    /// Every licence with the position of its class.
    licences: Vec<(String, usize)>,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As in files.
    pub id: String,
    /// As it is shown.
    pub label: String,
}

impl Vocabulary {
    /// The words for an attribute.
    pub fn terms(&self, attribute: Attribute) -> &[Term] {
        &self.terms[attribute.index()]
    }

    /// The position of a word.
    pub fn find(&self, attribute: Attribute, id: &str) -> Option<usize> {
        self.terms(attribute).iter().position(|term| term.id == id)
    }

    /// Adds a word, or gives the one there is another label.
    pub fn add(&mut self, attribute: Attribute, term: Term) -> usize {
        let terms = &mut self.terms[attribute.index()];
        if let Some(at) = terms.iter().position(|known| known.id == term.id) {
            terms[at] = term;
            at
        } else {
            terms.push(term);
            terms.len() - 1
        }
    }

    /// Whether what a candidate states of an attribute is all there is to it, unless it says otherwise.
    pub fn is_complete(&self, attribute: Attribute) -> bool {
        self.complete[attribute.index()]
    }

    /// Says that what candidates state of an attribute is all there is to it.
    pub fn set_complete(&mut self, attribute: Attribute) {
        self.complete[attribute.index()] = true;
    }

    /// The class of a licence, as a position among the words for [`Attribute::Licence`].
    pub fn class_of(&self, licence: &str) -> Option<usize> {
        let known = self.licences.iter().find(|(id, _)| id == licence);
        known.map(|(_, class)| *class)
    }

    /// The licences whose class is known.
    pub fn licences(&self) -> impl Iterator<Item = &str> + Clone {
        self.licences.iter().map(|(id, _)| id.as_str())
    }

    /// Puts a licence into a class.
    pub fn classify(&mut self, licence: String, class: usize) {
        self.licences.retain(|(known, _)| *known != licence);
        self.licences.push((licence, class));
    }
}

impl Landscape {
    /// The day after which the first of its parts should have been looked at again.
    pub fn good_until(&self) -> Date {
        let parts = self.parts.iter();
        let days = parts.map(|part| {
            let days = i64::from(part.stale_after).days();
            part.compiled.checked_add(days).unwrap_or(Date::MAX)
        });
        days.min().unwrap_or(Date::MAX)
    }

    /// The days of which its parts are, in words.
    pub fn days(&self) -> String {
        let mut days: Vec<String> = Vec::new();
        for part in &self.parts {
            let day = part.compiled.to_string();
            if !days.contains(&day) {
                days.push(day);
            }
        }
        crate::output::wording::list(&days)
    }

    /// The candidate with this id.
    pub fn find(&self, id: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.id == id)
    }

    /// What a word is called.
    pub fn label(&self, attribute: Attribute, value: usize) -> &str {
        let term = self.vocabulary.terms(attribute).get(value);
        term.map_or("", |term| &term.label)
    }

    /// What words are called, in the order of the vocabulary.
    pub fn labels(&self, attribute: Attribute, values: crate::files::ChoiceSet) -> Vec<&str> {
        let values = values.iter();
        values.map(|value| self.label(attribute, value)).collect()
    }
}
