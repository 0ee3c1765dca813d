//! What a team answered.

use crate::files::{Place, Question, QuestionIndex, Reply, Rubric};
use jiff::civil::Date;

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

/// Where an answer of a component comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The file's own answers; for a component, inherited.
    Shared,
    /// The component's own answers.
    Component,
    /// `--set` on the command line.
    CommandLine,
    /// What a landscape says about its candidates.
    Landscape,
}

/// What the team said to a question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its value; `None` if the team said that it does not know.
    pub value: Option<Value>,
    /// Why, or who is finding out.
    pub note: Option<String>,
    /// What the answer rests on.
    pub source: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// Where its value stands.
    pub place: Place,
    /// What a landscape says to the question, if it says anything.
    pub derived: Option<Derived>,
}

/// What a landscape says to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// That, in words.
    pub says: String,
    /// The days of which the landscape is, in words.
    pub as_of: String,
    /// For a number that is not documented, what it lies between.
    pub span: Option<NumberSpan>,
    /// The day after which the landscape should have been looked at again.
    pub good_until: Date,
    /// Whether it speaks against the answer given.
    pub differs: bool,
}

/// A number that is known to lie between two others, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberSpan {
    /// The least it can be.
    pub low: f64,
    /// The most it can be; not below `low`.
    pub high: f64,
}

/// The answers to a rubric's questions, by question.
#[derive(Debug, Clone, Default)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// No answers yet to `questions` questions.
    pub fn none(questions: usize) -> Self {
        Self(vec![None; questions])
    }

    /// Answers of which nothing is known, and which may all turn out to be anything: what a landscape answers is said to be
    /// not known, so that it applies.
    pub fn all_open(rubric: &Rubric) -> Self {
        let unknown = |question: &Question| {
            let derived = !question.is_asked();
            derived.then(|| Reply::unknown().at(question.place))
        };
        Self(rubric.questions.iter().map(unknown).collect())
    }

    /// What was said to a question; `None` if nothing.
    pub fn get(&self, question: QuestionIndex) -> Option<&Answer> {
        self.0[question.0].as_ref()
    }

    /// The known value, if there is one.
    pub fn value(&self, question: QuestionIndex) -> Option<&Value> {
        self.get(question)?.value.as_ref()
    }

    /// Gives or replaces an answer.
    pub fn set(&mut self, question: QuestionIndex, answer: Answer) {
        self.0[question.0] = Some(answer);
    }

    /// Takes an answer back.
    pub fn remove(&mut self, question: QuestionIndex) -> Option<Answer> {
        self.0[question.0].take()
    }

    /// Every question with what was said to it.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIndex, Option<&Answer>)> {
        self.0
            .iter()
            .enumerate()
            .map(|(index, answer)| (QuestionIndex(index), answer.as_ref()))
    }
}
