//! Values of answers.

use schemars::JsonSchema;
use serde::Serialize;
/// A set of choices of one question, by their position; a question has at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct ChoiceSet(u64);

impl ChoiceSet {
    /// How many choices a question can have.
    pub const CAPACITY: usize = 64;

    /// The set whose members are the one bits of `bits`.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Adds a choice.
    pub fn insert(&mut self, choice: usize) {
        self.0 |= 1 << choice;
    }

    /// Whether a choice is in it.
    pub fn contains(self, choice: usize) -> bool {
        self.0 >> choice & 1 == 1
    }

    /// How many choices are in it.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether they share a choice.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every choice of `other` is in it.
    pub fn contains_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Its choices, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::CAPACITY).filter(move |&choice| self.contains(choice))
    }
}

impl FromIterator<usize> for ChoiceSet {
    fn from_iter<I: IntoIterator<Item = usize>>(choices: I) -> Self {
        let mut set = Self::default();
        choices.into_iter().for_each(|choice| set.insert(choice));
        set
    }
}

/// The value of an answer, of the kind its question asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Position of the choice.
    Choice(usize),
    /// Positions of the choices.
    Choices(ChoiceSet),
    /// A finite number in the question's range.
    Number(f64),
    /// Yes is true.
    YesNo(bool),
    /// Free text.
    Text(String),
}

/// A number that is known to lie between two others, both included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct NumberSpan {
    /// The least it can be.
    pub low: f64,
    /// The most it can be; not below `low`.
    pub high: f64,
}
