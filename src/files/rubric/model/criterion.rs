//! Criteria and the rows of their decision tables, vetoes, and texts that name answers.

use std::collections::BTreeSet;

use crate::files::{
    Alternative, Condition, GroupIndex, PerAlternative, Place, QuestionIndex, SourceIndex,
};

/// What the swing from the worst to the best rating on a criterion counts: whole points, 1 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(u8);

impl Weight {
    /// The smallest weight.
    pub const MIN: u8 = 1;
    /// The largest weight.
    pub const MAX: u8 = 10;

    /// A weight of so many points; `None` outside 1 to 10.
    pub fn new(points: u8) -> Option<Self> {
        (Self::MIN..=Self::MAX)
            .contains(&points)
            .then_some(Self(points))
    }

    /// Its points.
    pub const fn points(self) -> u8 {
        self.0
    }
}

/// How a level speaks for or against each alternative: −2 (strongly against) to +2 (strongly for), 0 neutral.
pub type Ratings = PerAlternative<i8>;

/// One aspect on which the alternatives differ.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// The group it belongs to.
    pub group: GroupIndex,
    /// What it is called.
    pub title: String,
    /// Its weight, before any override.
    pub weight: Weight,
    /// Where its weight is stated: in the criterion, or in a rubric that gives it another.
    pub weight_place: Place,
    /// The weight it has where it is defined, if a rubric that inherits it gives it a weight.
    pub inherited_weight: Option<Weight>,
    /// Why it matters.
    pub why: String,
    /// What it rests on.
    pub sources: Vec<SourceIndex>,
    /// Its decision table: the first row whose condition holds applies.
    pub levels: Vec<Level>,
    /// Where it is defined.
    pub place: Place,
}

/// A row of a criterion's decision table.
#[derive(Debug, Clone)]
pub struct Level {
    /// When it applies, if no row before it does; always, if absent.
    pub when: Option<Condition>,
    /// What follows.
    pub effect: Effect,
    /// Why.
    pub because: Text,
    /// What it rests on, beyond the criterion's sources.
    pub sources: Vec<SourceIndex>,
    /// Where it is defined.
    pub place: Place,
}

/// What follows from a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The alternatives are rated.
    Rates(Ratings),
    /// The criterion counts for nothing.
    NotApplicable,
}

impl Criterion {
    /// The questions its rows read, in the order of asking.
    pub fn questions(&self) -> BTreeSet<QuestionIndex> {
        self.levels
            .iter()
            .filter_map(|level| level.when.as_ref())
            .flat_map(Condition::questions)
            .collect()
    }
}

/// A reason that rules alternatives out whatever they score.
#[derive(Debug, Clone)]
pub struct Veto {
    pub id: String,
    /// What it rules out; at least one, in order.
    pub excludes: Vec<Alternative>,
    pub when: Condition,
    /// Why; follows "… is ruled out:".
    pub because: Text,
    /// What would have to change for it to go away.
    pub lifted_by: Text,
    pub sources: Vec<SourceIndex>,
    pub place: Place,
}

/// A text in which `{question-id}` stands for the answer to that question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub Vec<TextPart>);

/// A piece of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPart {
    /// Words as they are.
    Words(String),
    /// The answer to a question.
    Answer(QuestionIndex),
}

impl Text {
    /// The text with the answers put in.
    pub fn fill(&self, answer: impl Fn(QuestionIndex) -> String) -> String {
        self.0
            .iter()
            .map(|part| match part {
                TextPart::Words(words) => words.clone(),
                TextPart::Answer(question) => answer(*question),
            })
            .collect()
    }

    /// The questions it names.
    pub fn questions(&self) -> impl Iterator<Item = QuestionIndex> {
        self.0.iter().filter_map(|part| match part {
            TextPart::Words(_) => None,
            TextPart::Answer(question) => Some(*question),
        })
    }
}
