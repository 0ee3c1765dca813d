//! What is said to a question, wherever it will stand.

use crate::files::{Answer, Answers, Origin, Place, QuestionIndex, Value};

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
