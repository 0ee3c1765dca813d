//! A rubric as a whole.

use crate::files::{
    Advice, Condition, Criterion, CriterionIndex, EvidenceCounts, FileId, Group, GroupIndex,
    LandscapeName, Must, NextStep, PerAlternative, Place, ProcessItem, Question, QuestionIndex,
    SourceIndex, Text, Veto,
};
use crate::output::with_ids::with_ids;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// What is asked, and what follows from the answers.
#[derive(Debug, Clone)]
pub struct Rubric {
    /// Its id.
    pub id: String,
    /// The version of its content.
    pub version: semver::Version,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub about: Option<String>,
    /// The rubrics that it was put together from: what it extends before it, itself last.
    pub lineage: Vec<Ancestor>,
    /// Points within which there is no winner.
    pub tie_margin: f64,
    /// Share of the weight, 0 to 1, that must be answered before anything is recommended.
    pub min_coverage: f64,
    /// What makes a recommendation robust, leaning or fragile.
    pub firmness: FirmnessThresholds,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// Groups, in the order of asking.
    pub groups: Vec<Group>,
    /// Questions, in the order of asking: by group, then as written.
    pub questions: Vec<Question>,
    /// Criteria, as written.
    pub criteria: Vec<Criterion>,
    /// Vetoes, as written.
    pub vetoes: Vec<Veto>,
    /// What candidates must meet, as written.
    pub musts: Vec<Must>,
    /// What a must that is met counts.
    pub evidence_counts: EvidenceCounts,
    /// The landscape of candidates, if it names one.
    pub landscape: Option<LandscapeName>,
    /// Advice, as written.
    pub advice: Vec<Advice>,
    /// What to do next, by the alternative chosen.
    pub next_steps: PerAlternative<Vec<NextStep>>,
    /// How each alternative is gone about, as written.
    pub process: Vec<ProcessItem>,
}

/// Where a rubric comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "OriginWritten")]
#[schemars(with = "OriginWritten")]
pub enum RubricOrigin {
    /// It is part of the program.
    Bundled,
    /// It was read from this path, written as the user would.
    Path(String),
}

/// Where a rubric comes from, as it is written.
#[derive(Serialize, JsonSchema)]
struct OriginWritten {
    /// Whether it is part of the program.
    bundled: bool,
    /// Where it was read, if it is not bundled.
    path: Option<String>,
}

impl From<RubricOrigin> for OriginWritten {
    fn from(origin: RubricOrigin) -> Self {
        let path = match origin {
            RubricOrigin::Bundled => None,
            RubricOrigin::Path(path) => Some(path),
        };
        Self {
            bundled: path.is_none(),
            path,
        }
    }
}

/// One of the files that a rubric was put together from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ancestor {
    /// The id of the rubric in it.
    pub id: String,
    /// Its version.
    pub version: semver::Version,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: RubricOrigin,
    /// The file, to which the places of what it defines refer.
    #[serde(skip)]
    pub file: FileId,
}

/// A publication or experience that a rubric rests on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When: a year, a month or a day, as written.
    pub date: Option<String>,
    /// Where to read it.
    pub url: Option<String>,
    /// How far to trust it.
    pub note: Option<String>,
    /// Where it is defined.
    #[serde(skip)]
    pub place: Place,
}

impl Rubric {
    /// Where it comes from.
    pub fn origin(&self) -> &RubricOrigin {
        match self.lineage.last() {
            Some(own) => &own.origin,
            None => &RubricOrigin::Bundled,
        }
    }

    /// The rubrics that it extends: the one that extends none first.
    pub fn extends(&self) -> &[Ancestor] {
        self.lineage.split_last().map_or(&[], |(_, above)| above)
    }

    /// The rubric in whose file something is defined; `None` for a place outside them, such as a requirements file.
    pub fn defined_in(&self, place: Place) -> Option<&Ancestor> {
        self.lineage
            .iter()
            .find(|ancestor| ancestor.file == place.file)
    }

    /// The question at an index.
    pub fn question(&self, index: QuestionIndex) -> &Question {
        &self.questions[index.0]
    }

    /// The criterion at an index.
    pub fn criterion(&self, index: CriterionIndex) -> &Criterion {
        &self.criteria[index.0]
    }

    /// The source at an index.
    pub fn source(&self, index: SourceIndex) -> &Source {
        &self.sources[index.0]
    }

    /// The question with this id.
    pub fn find_question(&self, id: &str) -> Option<QuestionIndex> {
        self.questions
            .iter()
            .position(|question| question.id == id)
            .map(QuestionIndex)
    }

    /// The criterion with this id.
    pub fn find_criterion(&self, id: &str) -> Option<CriterionIndex> {
        self.criteria
            .iter()
            .position(|criterion| criterion.id == id)
            .map(CriterionIndex)
    }

    /// Every question's index, in the order of asking.
    pub fn question_indices(&self) -> impl DoubleEndedIterator<Item = QuestionIndex> + use<> {
        (0..self.questions.len()).map(QuestionIndex)
    }

    /// Every criterion's index, as written.
    pub fn criterion_indices(&self) -> impl Iterator<Item = CriterionIndex> + use<> {
        (0..self.criteria.len()).map(CriterionIndex)
    }

    /// Every condition, wherever it stands.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let questions = self.questions.iter();
        let asked = questions.filter_map(|question| question.ask_when.as_ref());
        let levels = self.criteria.iter().flat_map(|criterion| &criterion.levels);
        let rows = levels.filter_map(|level| level.when.as_ref());
        let vetoes = self.vetoes.iter().map(|veto| &veto.when);
        let advice = self.advice.iter().map(|advice| &advice.when);
        let steps = self.next_steps.iter().flat_map(|(_, steps)| steps);
        let steps = steps.filter_map(|step| step.when.as_ref());
        let process = self.process.iter().filter_map(|item| item.when.as_ref());
        asked
            .chain(rows)
            .chain(vetoes)
            .chain(advice)
            .chain(steps)
            .chain(process)
    }

    /// Every text that may name answers.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let levels = self.criteria.iter().flat_map(|criterion| &criterion.levels);
        let rows = levels.map(|level| &level.because);
        let vetoes = self.vetoes.iter();
        let vetoes = vetoes.flat_map(|veto| [&veto.because, &veto.lifted_by]);
        let advice = self.advice.iter().map(|advice| &advice.say);
        let steps = self.next_steps.iter().flat_map(|(_, steps)| steps);
        let steps = steps.map(|step| &step.say);
        let process = self.process.iter().map(|item| &item.say);
        rows.chain(vetoes).chain(advice).chain(steps).chain(process)
    }

    /// Every source that something cites, as often as it is cited.
    pub fn citations(&self) -> impl Iterator<Item = SourceIndex> {
        let criteria = self.criteria.iter().flat_map(|criterion| {
            let levels = criterion.levels.iter().flat_map(|level| &level.sources);
            levels.chain(&criterion.sources)
        });
        let vetoes = self.vetoes.iter().flat_map(|veto| &veto.sources);
        let musts = self.musts.iter().flat_map(|must| &must.sources);
        let advice = self.advice.iter().flat_map(|advice| &advice.sources);
        let steps = self.next_steps.iter().flat_map(|(_, steps)| steps);
        let steps = steps.flat_map(|step| &step.sources);
        let process = self.process.iter().flat_map(|item| &item.sources);
        let all = criteria.chain(vetoes).chain(musts).chain(advice);
        all.chain(steps).chain(process).copied()
    }
}

/// Something in a rubric that has an id. A question and a criterion, say, may share one.
#[derive(Debug, Clone, Copy)]
pub enum Named<'r> {
    /// A group.
    Group(GroupIndex, &'r Group),
    /// A question.
    Question(QuestionIndex, &'r Question),
    /// A criterion.
    Criterion(CriterionIndex, &'r Criterion),
    /// A veto.
    Veto(&'r Veto),
    /// A must.
    Must(&'r Must),
    /// A piece of advice.
    Advice(&'r Advice),
    /// A part of the process.
    Process(&'r ProcessItem),
    /// A source.
    Source(SourceIndex, &'r Source),
}

impl Named<'_> {
    /// Where it is defined.
    pub fn place(&self) -> Place {
        match self {
            Self::Group(_, group) => group.place,
            Self::Question(_, question) => question.place,
            Self::Criterion(_, criterion) => criterion.place,
            Self::Veto(veto) => veto.place,
            Self::Must(must) => must.place,
            Self::Advice(advice) => advice.place,
            Self::Process(item) => item.place,
            Self::Source(_, source) => source.place,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Group(_, group) => &group.id,
            Self::Question(_, question) => &question.id,
            Self::Criterion(_, criterion) => &criterion.id,
            Self::Veto(veto) => &veto.id,
            Self::Must(must) => &must.id,
            Self::Advice(advice) => &advice.id,
            Self::Process(item) => &item.id,
            Self::Source(_, source) => &source.id,
        }
    }
}

impl Rubric {
    /// Everything that has an id: criteria first, for they are asked about most.
    pub fn named(&self) -> impl Iterator<Item = Named<'_>> {
        let criteria = self.criterion_indices().zip(&self.criteria);
        let questions = self.question_indices().zip(&self.questions);
        let groups = self.groups.iter().enumerate();
        let sources = self.sources.iter().enumerate();
        criteria
            .map(|(index, criterion)| Named::Criterion(index, criterion))
            .chain(questions.map(|(index, question)| Named::Question(index, question)))
            .chain(self.vetoes.iter().map(Named::Veto))
            .chain(self.musts.iter().map(Named::Must))
            .chain(self.advice.iter().map(Named::Advice))
            .chain(self.process.iter().map(Named::Process))
            .chain(groups.map(|(index, group)| Named::Group(GroupIndex(index), group)))
            .chain(sources.map(|(index, source)| Named::Source(SourceIndex(index), source)))
    }
}

with_ids! {
    /// How firm a recommendation is, in a word; the firmest first.
    pub enum Firmness {
        /// It holds against weights that are well off and against what is still open.
        Robust = "robust",
        /// It holds, but not against much.
        Leaning = "leaning",
        /// Little would overturn it.
        Fragile = "fragile",
    }
}

/// What a recommendation must reach to be called robust, and to be called a leaning; less is fragile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirmnessThresholds {
    /// For robust.
    pub robust: Threshold,
    /// For leaning.
    pub leaning: Threshold,
}

/// The least of each measure, all of which must be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// Share of the weightings near the stated ones under which it comes first, 0 to 1.
    pub acceptability: f64,
    /// Share by which every weight may be off at once before it could be overtaken, 0 to 1.
    pub weight_error: f64,
    /// Share of the ways in which the open questions could turn out that leave it first, 0 to 1.
    pub outlook: f64,
}

impl Default for FirmnessThresholds {
    fn default() -> Self {
        Self {
            robust: Threshold {
                acceptability: 0.95,
                weight_error: 0.4,
                outlook: 0.95,
            },
            leaning: Threshold {
                acceptability: 0.8,
                weight_error: 0.2,
                outlook: 0.6,
            },
        }
    }
}

/// A rubric as results name it.
#[derive(Serialize, JsonSchema)]
struct NamedRubric<'r> {
    /// Its id.
    id: &'r str,
    /// The version of its content.
    version: &'r semver::Version,
}

impl Serialize for Rubric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let named = NamedRubric {
            id: &self.id,
            version: &self.version,
        };
        named.serialize(serializer)
    }
}

impl JsonSchema for Rubric {
    fn schema_name() -> Cow<'static, str> {
        "Rubric".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        NamedRubric::json_schema(generator)
    }
}
