//! A requirements file as a whole.

use crate::files::{
    Alternative, Answers, Case, CriterionIndex, Expectation, LandscapeName, Origin, Place, Rubric,
    Strength, Weight,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What a team stated: answers, weights of its own, parts, and what it decided.
#[derive(Debug, Clone)]
pub struct Requirements {
    /// What is decided about.
    pub title: String,
    /// Where that stands.
    pub place: Place,
    /// The answers; shared by all components if there are any.
    pub answers: Answers,
    /// Weights that differ from the rubric's; shared likewise.
    pub weights: Weights,
    /// Parts that are decided one by one; empty if it is decided as a whole.
    pub components: Vec<Component>,
    /// What the team decided.
    pub decision: Option<RecordedDecision>,
    /// Landscapes that are put over that of the rubric, by path.
    pub landscapes: Vec<LandscapeName>,
    /// What the team found out about candidates, that of its scorecards included.
    pub findings: Vec<OwnFinding>,
    /// The files in which more of that stands.
    pub scorecards: Vec<ScorecardName>,
    /// What the gate enforces.
    pub gate: Gate,
    /// Findings that are accepted for a time.
    pub waivers: Vec<Waiver>,
    /// Where the decision comes from, if it is a case to test a rubric on.
    pub case: Option<Case>,
    /// What the rubric is expected to say, if it is to be tested on this file.
    pub expect: Option<Expectation>,
}

/// A scorecard that a requirements file names.
#[derive(Debug, Clone)]
pub struct ScorecardName {
    /// Its path, as written.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// What a team found out about a candidate.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OwnFinding {
    /// The candidate's id.
    #[serde(skip)]
    pub candidate: String,
    /// Where that stands.
    #[serde(skip)]
    pub place: Place,
    /// The musts it is about, by position in the rubric; at least one.
    #[serde(skip)]
    pub musts: Vec<usize>,
    /// Whether they are met.
    #[serde(skip)]
    pub meets: bool,
    /// How far that is known.
    pub evidence: Strength,
    /// When it was found out.
    pub date: Option<Date>,
    /// What was found.
    pub note: Option<String>,
    /// What it rests on.
    pub source: Option<String>,
}

/// A part that is decided like a file of its own.
#[derive(Debug, Clone)]
pub struct Component {
    /// Its id.
    pub id: String,
    /// Where its id stands.
    pub place: Place,
    /// What it is called; its id if nothing else is given.
    pub title: String,
    /// Shared answers with its own over them; those that do not apply to it are left out.
    pub answers: Answers,
    /// Shared weights with its own over them.
    pub weights: Weights,
    /// What the team decided for it.
    pub decision: Option<RecordedDecision>,
}

/// The weights that differ from the rubric's, by criterion.
#[derive(Debug, Clone, Default)]
pub struct Weights(Vec<Option<WeightOverride>>);

/// A weight that differs from the rubric's.
#[derive(Debug, Clone, Copy)]
pub struct WeightOverride {
    /// The weight.
    pub weight: Weight,
    /// Where it comes from.
    pub origin: Origin,
    /// Where it stands.
    pub place: Place,
}

impl Weights {
    /// The rubric's weights, for `criteria` criteria.
    pub fn unchanged(criteria: usize) -> Self {
        Self(vec![None; criteria])
    }

    /// The override of a criterion's weight, if there is one.
    pub fn get(&self, criterion: CriterionIndex) -> Option<&WeightOverride> {
        self.0[criterion.0].as_ref()
    }

    /// Overrides a weight.
    pub fn set(&mut self, criterion: CriterionIndex, weight: WeightOverride) {
        self.0[criterion.0] = Some(weight);
    }

    /// The weight that counts.
    pub fn weight(&self, rubric: &Rubric, criterion: CriterionIndex) -> Weight {
        self.get(criterion)
            .map_or(rubric.criterion(criterion).weight, |own| own.weight)
    }
}

/// What a team decided.
#[derive(Debug, Clone)]
pub struct RecordedDecision {
    /// What was chosen: one alternative, or several for a documented mix.
    pub chosen: Vec<Alternative>,
    /// When.
    pub decided_on: Option<Date>,
    /// Who decided.
    pub deciders: Vec<String>,
    /// The version of the rubric at the time.
    pub rubric_version: Option<semver::Version>,
    /// What tells the rubric's content at the time from any other: the first digits of its hash, in hexadecimal.
    pub rubric_hash: Option<String>,
    /// What was recommended at the time: one alternative, or those too close to call; empty if that is not recorded.
    pub recommended: Vec<Alternative>,
    /// Why, in the team's words.
    pub because: Option<String>,
    /// When to look at it again.
    pub review_by: Option<Date>,
    /// Where its parts are.
    pub places: DecisionPlaces,
}

/// Where the parts of a recorded decision stand; the whole of it for what is left out.
#[derive(Debug, Clone, Copy)]
pub struct DecisionPlaces {
    /// What was chosen.
    pub chosen: Place,
    /// The version of the rubric.
    pub rubric_version: Place,
    /// The rubric's hash.
    pub rubric_hash: Place,
    /// When to look at it again.
    pub review_by: Place,
}

/// What the gate enforces for a file.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    /// Questions that must be answered.
    pub required: Vec<Required>,
    /// Least points between first and second, 0 to 200.
    pub min_margin: Option<Minimum>,
    /// Least share of the weight answered, 0 to 1.
    pub min_coverage: Option<Minimum>,
    /// Least share of weightings near the stated ones under which the leader stays first, 0 to 1.
    pub min_acceptability: Option<Minimum>,
}

/// A question that must be answered.
#[derive(Debug, Clone, Copy)]
pub struct Required {
    /// The question.
    pub question: crate::files::QuestionIndex,
    /// Where that is demanded.
    pub place: Place,
}

/// The least that something may come to.
#[derive(Debug, Clone, Copy)]
pub struct Minimum {
    /// The number.
    pub value: f64,
    /// Where that is demanded.
    pub place: Place,
}

/// A finding that is accepted for a time.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The finding's code.
    pub code: String,
    /// What part of the file it is limited to.
    pub scope: Option<String>,
    /// Why it is accepted.
    pub because: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it counts.
    pub until: Date,
    /// Where its code stands.
    pub code_place: Place,
    /// Where its last day stands.
    pub until_place: Place,
}
