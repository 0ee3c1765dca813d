//! Candidates: what could be bought or adopted, and what is known about each.

use crate::files::{Attribute, ChoiceSet, Evidence, Place};
use crate::output::with_ids::with_ids;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A product that could be bought, or a project that could be adopted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it is bought or adopted.
    pub kind: CandidateKind,
    /// What is known of its attributes.
    #[serde(skip)]
    pub attributes: Attributes,
    /// Its licence: an SPDX identifier, or `proprietary`.
    pub licence: Option<String>,
    /// What the licence does not say by its name.
    pub licence_note: Option<String>,
    /// What its attestations are for.
    pub attestation_scope: Option<String>,
    /// Who decides about it.
    pub steward: Option<Steward>,
    /// Who runs it for others.
    pub managed_by: Vec<String>,
    /// How it is doing; `None` if that is not documented.
    pub status: Option<CandidateStatus>,
    /// The year in which it first came out.
    pub first_release: Option<u16>,
    /// The newest release that was seen.
    pub latest_release: Option<Release>,
    /// How to get one's data out again.
    pub data_export: Option<String>,
    /// What is paid for.
    pub price_model: Option<String>,
    /// Its page.
    pub homepage: Option<String>,
    /// Where its source is.
    pub repository: Option<String>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// When it was last looked at: a year, a month or a day, as written.
    pub as_of: Option<String>,
    /// What its facts rest on.
    pub sources: Vec<FactSource>,
    /// Where it is described.
    #[serde(skip)]
    pub place: Place,
}

/// Whether a candidate is bought or adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CandidateKind {
    /// A licence that the Open Source Initiative approves, and code that a team may run in production.
    OpenSource,
    /// Everything else, code included whose source can merely be read.
    Product,
}

impl CandidateKind {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Product, Self::OpenSource];

    /// The id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::OpenSource => "open-source",
        }
    }
}

/// What is known of the attributes that can be matched.
///
/// Of each value of an attribute it is known that it is there, that it is not, or neither: an attribute that nobody
/// documented, and a value that a list merely does not name, are never taken for a "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attributes {
    has: [Option<ChoiceSet>; Attribute::COUNT],
    lacks: [ChoiceSet; Attribute::COUNT],
    complete: [bool; Attribute::COUNT],
}

impl Attributes {
    /// The values it is documented to have; `None` if the attribute is not documented.
    pub fn values(&self, attribute: Attribute) -> Option<ChoiceSet> {
        self.has[attribute.index()]
    }

    /// The values it is documented not to have, one by one.
    pub fn lacked(&self, attribute: Attribute) -> ChoiceSet {
        self.lacks[attribute.index()]
    }

    /// Whether the values named are all there are.
    pub fn is_complete(&self, attribute: Attribute) -> bool {
        self.complete[attribute.index()]
    }

    /// Whether it has a value, by the value's position in the vocabulary; `None` if that is not documented.
    pub fn has(&self, attribute: Attribute, value: usize) -> Option<bool> {
        let values = self.values(attribute);
        if values.is_some_and(|values| values.contains(value)) {
            return Some(true);
        }
        let is_known = self.lacked(attribute).contains(value)
            || (values.is_some() && self.is_complete(attribute));
        is_known.then_some(false)
    }

    /// Says what it has.
    pub fn set(&mut self, attribute: Attribute, values: ChoiceSet) {
        self.has[attribute.index()] = Some(values);
    }

    /// Says what it lacks.
    pub fn set_lacked(&mut self, attribute: Attribute, values: ChoiceSet) {
        self.lacks[attribute.index()] = values;
    }

    /// Says that the values named are all there are.
    pub fn set_complete(&mut self, attribute: Attribute) {
        self.complete[attribute.index()] = true;
    }
}

/// Who decides about a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Steward {
    /// Its name.
    pub name: String,
    /// Whether it is a foundation in which no single company decides; `None` if that is not documented.
    pub neutral_foundation: Option<bool>,
}

/// How a candidate is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CandidateStatus {
    /// In a word.
    pub state: CandidateState,
    /// Since when: a year, a month or a day, as written.
    pub date: Option<String>,
    /// What happened.
    pub note: Option<String>,
}

with_ids! {
    /// How a candidate is doing, in a word.
    pub enum CandidateState {
        /// It is developed.
        Active = "active",
        /// It is kept alive, and no more.
        Maintenance = "maintenance",
        /// Nothing has happened for long.
        Stalled = "stalled",
        /// Its maker was bought.
        Acquired = "acquired",
        /// Its licence was changed.
        Relicensed = "relicensed",
        /// Its repository is closed.
        Archived = "archived",
        /// It is not sold or served any more, or will not be.
        Discontinued = "discontinued",
    }
}

impl CandidateState {
    /// Whether nobody should begin with it: it never fits.
    pub const fn is_gone(self) -> bool {
        matches!(self, Self::Archived | Self::Discontinued)
    }

    /// Whether it may still be chosen, with care.
    pub const fn needs_care(self) -> bool {
        matches!(
            self,
            Self::Maintenance | Self::Stalled | Self::Acquired | Self::Relicensed
        )
    }
}

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Release {
    /// Its version, as its makers write it.
    pub version: String,
    /// When: a year, a month or a day, as written.
    pub date: Option<String>,
}

/// What some facts about a candidate rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactSource {
    /// The facts, by the key under which they stand.
    #[serde(serialize_with = "FieldSet::serialize")]
    #[schemars(with = "Vec<Field>")]
    pub fields: FieldSet,
    /// Where they were read.
    pub source: String,
    /// Of what kind that is.
    pub evidence: Evidence,
    /// Of when it is: a year, a month or a day, as written; `None` if it is undated.
    pub as_of: Option<String>,
    /// Where this is said.
    #[serde(skip)]
    pub place: Place,
}

with_ids! {
    /// A fact about a candidate, by the key under which it stands.
    #[allow(missing_docs)] // the keys say it
    pub enum Field {
        Components = "components",
        Licence = "licence",
        LicenceNote = "licence-note",
        RunsOn = "runs-on",
        Hosting = "hosting",
        Languages = "languages",
        Frameworks = "frameworks",
        Attestations = "attestations",
        AttestationScope = "attestation-scope",
        DataRegions = "data-regions",
        Support = "support",
        Lacks = "lacks",
        Complete = "complete",
        Steward = "steward",
        ManagedBy = "managed-by",
        Status = "status",
        FirstRelease = "first-release",
        LatestRelease = "latest-release",
        DataExport = "data-export",
        PriceModel = "price-model",
        Homepage = "homepage",
        Repository = "repository",
        Notes = "notes",
    }
}

/// A set of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FieldSet(u32);

impl FieldSet {
    #[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }

    /// Adds a fact.
    pub fn insert(&mut self, field: Field) {
        self.0 |= 1 << field as u32;
    }

    /// Whether a fact is in it.
    pub fn contains(self, field: Field) -> bool {
        self.0 >> field as u32 & 1 == 1
    }

    /// Whether no fact is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The facts that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The facts, in the order of a file.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL
            .iter()
            .copied()
            .filter(move |&field| self.contains(field))
    }
}

impl FromIterator<Field> for FieldSet {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        let mut set = Self::default();
        fields.into_iter().for_each(|field| set.insert(field));
        set
    }
}

impl Candidate {
    /// The facts that are stated about it.
    pub fn stated(&self) -> FieldSet {
        let of_attributes = Attribute::ALL.iter().filter(|attribute| {
            self.attributes.values(**attribute).is_some() && **attribute != Attribute::Licence
        });
        let mut stated: FieldSet = of_attributes.map(|attribute| attribute.field()).collect();
        let lacks = Attribute::ALL
            .iter()
            .any(|attribute| !self.attributes.lacked(*attribute).is_empty());
        for (field, is_stated) in [
            (Field::Licence, self.licence.is_some()),
            (Field::LicenceNote, self.licence_note.is_some()),
            (Field::AttestationScope, self.attestation_scope.is_some()),
            (Field::Lacks, lacks),
            (Field::Steward, self.steward.is_some()),
            (Field::ManagedBy, !self.managed_by.is_empty()),
            (Field::Status, self.status.is_some()),
            (Field::FirstRelease, self.first_release.is_some()),
            (Field::LatestRelease, self.latest_release.is_some()),
            (Field::DataExport, self.data_export.is_some()),
            (Field::PriceModel, self.price_model.is_some()),
            (Field::Notes, !self.notes.is_empty()),
        ] {
            if is_stated {
                stated.insert(field);
            }
        }
        stated
    }

    /// The facts that are stated and for which no source is named.
    pub fn unsupported(&self) -> FieldSet {
        let stated = self.stated();
        let sources = self.sources.iter();
        sources.fold(stated, |left, source| left.without(source.fields))
    }

    /// The sources that support a fact, as written.
    pub fn sources_of(&self, field: Field) -> impl Iterator<Item = &FactSource> {
        self.sources
            .iter()
            .filter(move |source| source.fields.contains(field))
    }

    /// The best kind of evidence that there is for a fact; `None` without a source.
    pub fn evidence(&self, field: Field) -> Option<Evidence> {
        self.sources_of(field).map(|source| source.evidence).max()
    }

    /// In a word, how it is doing, as far as that is documented.
    pub fn state(&self) -> Option<CandidateState> {
        self.status.as_ref().map(|status| status.state)
    }
}
