//! What a team answered.

use crate::files::{NumberSpan, Place, Question, QuestionIndex, Rubric, Value};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Where an answer of a component comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The file's own answers; for a component, inherited.
    #[serde(rename = "file")]
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
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Derived {
    /// That, in words.
    pub says: String,
    /// The days of which the landscape is, in words.
    pub as_of: String,
    /// For a number that is not documented, what it lies between.
    pub span: Option<NumberSpan>,
    /// The day after which the landscape should have been looked at again.
    #[serde(skip)]
    pub good_until: Date,
    /// Whether it speaks against the answer given.
    pub differs: bool,
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

/// What is said to a question: the part of an [`Answer`] that is written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Its value; `None` if the team does not know.
    pub value: Option<Value>,
    /// Why, or who is finding out.
    pub note: Option<String>,
    /// What it rests on.
    pub source: Option<String>,
}

impl Reply {
    /// A value and nothing more.
    pub const fn of(value: Value) -> Self {
        Self {
            value: Some(value),
            note: None,
            source: None,
        }
    }

    /// "I don't know."
    pub const fn unknown() -> Self {
        Self {
            value: None,
            note: None,
            source: None,
        }
    }

    /// The same as an answer that stands at a place.
    pub fn at(&self, place: Place) -> Answer {
        Answer {
            value: self.value.clone(),
            note: self.note.clone(),
            source: self.source.clone(),
            origin: Origin::Shared,
            place,
            derived: None,
        }
    }
}

impl From<&Answer> for Reply {
    fn from(answer: &Answer) -> Self {
        Self {
            value: answer.value.clone(),
            note: answer.note.clone(),
            source: answer.source.clone(),
        }
    }
}

/// What was said to a rubric's questions, by question.
#[derive(Debug, Clone, PartialEq)]
pub struct Replies(Vec<Option<Reply>>);

impl Replies {
    /// Nothing said yet to `questions` questions.
    pub fn none(questions: usize) -> Self {
        Self(vec![None; questions])
    }

    /// What was said to a question.
    pub fn get(&self, question: QuestionIndex) -> Option<&Reply> {
        self.0[question.0].as_ref()
    }

    /// Says something to a question, in place of what was said before.
    pub fn set(&mut self, question: QuestionIndex, reply: Reply) {
        self.0[question.0] = Some(reply);
    }

    /// Takes back what was said to a question.
    pub fn remove(&mut self, question: QuestionIndex) {
        self.0[question.0] = None;
    }

    /// The questions to which something was said, with it.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionIndex, &Reply)> {
        let all = self.0.iter().enumerate();
        all.filter_map(|(index, reply)| Some((QuestionIndex(index), reply.as_ref()?)))
    }

    /// The same as answers that stand at a place.
    pub fn at(&self, place: Place) -> Answers {
        let mut answers = Answers::none(self.0.len());
        for (question, reply) in self.iter() {
            answers.set(question, reply.at(place));
        }
        answers
    }
}

impl From<&Answers> for Replies {
    fn from(answers: &Answers) -> Self {
        Self(
            answers
                .iter()
                .map(|(_, answer)| answer.map(Reply::from))
                .collect(),
        )
    }
}

/// What a requirements file says in answer to questions.
#[derive(Debug, Clone, PartialEq)]
pub struct RequirementsReplies {
    /// What holds for the whole of it.
    pub shared: Replies,
    /// What its components say.
    pub components: Vec<ComponentReplies>,
}

/// What a component says by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentReplies {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its own answers.
    pub own: Replies,
}
