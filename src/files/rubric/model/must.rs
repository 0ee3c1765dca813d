//! What a candidate must meet, and what of that is worth how much.

use crate::files::{
    Attribute, CandidateKind, Condition, Place, QuestionIndex, SourceIndex, Strength, Text,
};

/// Something that every candidate must meet, as far as the answers demand it.
#[derive(Debug, Clone)]
pub struct Must {
    pub id: String,
    /// What it is called; follows "meets" and "misses".
    pub title: String,
    /// What to ask about a candidate of which it is not documented.
    pub ask: Text,
    /// For which candidates it holds; all, unless it says otherwise.
    pub kinds: Vec<CandidateKind>,
    /// Whether it tells which candidates are looked at, rather than how they do.
    pub selects: bool,
    /// What is needed under which answers; all whose condition holds have to be met.
    pub needs: Vec<Need>,
    pub sources: Vec<SourceIndex>,
    pub place: Place,
}

/// What is needed under some answers.
#[derive(Debug, Clone)]
pub struct Need {
    /// Under which; under all, if absent.
    pub when: Option<Condition>,
    /// What is needed.
    pub has: Demand,
}

/// What a candidate is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// Something about which a landscape says nothing, so that it has to be asked. A must that selects then selects
    /// nothing but what the team says meets it.
    NotDocumented,
    /// All of these.
    AllOf(Vec<Demand>),
    /// At least one of these.
    AnyOf(Vec<Demand>),
    /// Words of an attribute.
    Has {
        attribute: Attribute,
        /// The words, of which there is at least one.
        words: Vec<Word>,
        /// Whether all of them are needed, rather than any.
        all: bool,
    },
}

/// A word of a landscape's vocabulary, as a rubric has it.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub id: String,
    /// Where it stands.
    pub place: Place,
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Word {}

impl Demand {
    /// It as it stands in a file.
    pub fn written(&self) -> String {
        match self {
            Self::NotDocumented => "not-documented".to_owned(),
            Self::AllOf(parts) => format!("{{all-of: {}}}", Self::list(parts)),
            Self::AnyOf(parts) => format!("{{any-of: {}}}", Self::list(parts)),
            Self::Has {
                attribute,
                words,
                all,
            } => {
                let words: Vec<&str> = words.iter().map(|word| word.id.as_str()).collect();
                let key = attribute.id();
                match words.as_slice() {
                    [one] => format!("{{{key}: {one}}}"),
                    _ if *all => format!("{{{key}: {{includes-all: [{}]}}}}", words.join(", ")),
                    _ => format!("{{{key}: [{}]}}", words.join(", ")),
                }
            }
        }
    }

    fn list(parts: &[Self]) -> String {
        let parts: Vec<String> = parts.iter().map(Self::written).collect();
        format!("[{}]", parts.join(", "))
    }
}

impl Must {
    /// The questions that its conditions and its text read.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        let conditions = self.needs.iter().filter_map(|need| need.when.as_ref());
        let read = conditions.flat_map(Condition::questions);
        read.chain(self.ask.questions()).collect()
    }
}

/// The landscape that a rubric names.
#[derive(Debug, Clone)]
pub struct LandscapeName {
    pub name: String,
    pub place: Place,
}

/// What a must that is met counts, by how far that is known: 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvidenceCounts([f64; Strength::ALL.len()]);

impl EvidenceCounts {
    /// What it counts if it is known so far.
    pub const fn of(&self, strength: Strength) -> f64 {
        self.0[strength as usize]
    }

    /// Changes what it counts.
    pub const fn set(&mut self, strength: Strength, count: f64) {
        self.0[strength as usize] = count;
    }
}

impl Default for EvidenceCounts {
    fn default() -> Self {
        Self([0.3, 0.5, 0.8, 0.9, 1.0, 1.0])
    }
}
