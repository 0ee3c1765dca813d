//! What the conditions see: the known values, and which questions apply.

use std::fmt::Debug;

use crate::files::{
    Answers, Condition, NumberSpan, QuestionIndex, Rubric, Test, Text, Truth, Value,
};

/// How a question stands, given the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It applies and its value is known.
    Known,
    /// It applies, or may apply, and whether its tests hold is not known yet.
    Open,
    /// It does not apply.
    NotApplicable,
}

/// The known values of a rubric's questions and, following from them, which questions apply.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    values: Vec<Option<&'a Value>>,
    /// Whether anything was said to a question, if only that it is not known.
    said: Vec<bool>,
    spans: Vec<Option<NumberSpan>>,
    applies: Vec<Truth>,
}

impl<'a> Facts<'a> {
    /// What these answers tell about the questions of `rubric`.
    pub fn new(rubric: &Rubric, answers: &'a Answers) -> Self {
        let values = answers
            .iter()
            .map(|(_, answer)| answer?.value.as_ref())
            .collect();
        let spans = answers.iter().map(|(_, answer)| {
            let derived = answer.filter(|answer| answer.value.is_none())?;
            derived.derived.as_ref()?.span
        });
        let mut facts = Self {
            values,
            said: answers.iter().map(|(_, answer)| answer.is_some()).collect(),
            spans: spans.collect(),
            applies: Vec::new(),
        };
        facts.update(rubric);
        facts
    }

    /// The same, with these values in place of what is known about their questions.
    #[must_use]
    pub fn with(
        &self,
        rubric: &Rubric,
        values: impl IntoIterator<Item = (QuestionIndex, &'a Value)>,
    ) -> Self {
        let mut facts = self.clone();
        for (question, value) in values {
            facts.put(question, value);
        }
        facts.update(rubric);
        facts
    }

    /// The same, with this value in place of what is known about its question, and with what follows from it.
    #[must_use]
    pub fn with_followed(
        &self,
        rubric: &Rubric,
        question: QuestionIndex,
        value: &'a Value,
        followed: &'a [Followed],
    ) -> Self {
        let mut facts = self.clone();
        for Followed { question, said } in followed {
            facts.values[question.0] = said.as_ref().and_then(|said| said.value.as_ref());
            facts.spans[question.0] = said.as_ref().and_then(|said| said.span);
            facts.said[question.0] = said.is_some();
        }
        facts.put(question, value);
        facts.update(rubric);
        facts
    }

    fn put(&mut self, question: QuestionIndex, value: &'a Value) {
        self.values[question.0] = Some(value);
        self.said[question.0] = true;
    }

    /// Works out anew which questions apply. An `ask-when` reads earlier questions only, so one pass is enough.
    ///
    /// What nobody is asked and no landscape has answered does not apply, or it would stay open for ever.
    fn update(&mut self, rubric: &Rubric) {
        self.applies.clear();
        self.applies.resize(rubric.questions.len(), Truth::Unknown);
        for (index, question) in rubric.questions.iter().enumerate() {
            let is_answerable = Truth::from(question.is_asked() || self.said[index]);
            let when = question.ask_when.as_ref();
            let when = when.map_or(Truth::True, |when| when.holds(self));
            self.applies[index] = when.and(is_answerable);
        }
    }

    /// The value of a question, if it is known. The question may still not apply.
    pub fn value(&self, question: QuestionIndex) -> Option<&'a Value> {
        self.values[question.0]
    }

    /// What the number that answers a question lies between, where that much is known and no more.
    pub fn span(&self, question: QuestionIndex) -> Option<NumberSpan> {
        self.spans[question.0]
    }

    /// Whether a question applies.
    pub fn applies(&self, question: QuestionIndex) -> Truth {
        self.applies[question.0]
    }

    /// How a question stands.
    pub fn status(&self, question: QuestionIndex) -> Status {
        match (self.applies(question), self.value(question)) {
            (Truth::False, _) => Status::NotApplicable,
            (Truth::True, Some(_)) => Status::Known,
            _ => Status::Open,
        }
    }
}

impl Condition {
    /// Whether it holds, as far as the answers tell.
    pub fn holds(&self, facts: &Facts<'_>) -> Truth {
        match self {
            Self::AllOf(parts) => parts
                .iter()
                .fold(Truth::True, |all, part| all.and(part.holds(facts))),
            Self::AnyOf(parts) => parts
                .iter()
                .fold(Truth::False, |any, part| any.or(part.holds(facts))),
            Self::Not(part) => part.holds(facts).negate(),
            Self::Test(test) => test.holds(facts),
        }
    }
}

impl Test {
    fn holds(&self, facts: &Facts<'_>) -> Truth {
        let satisfied = match facts.value(self.question) {
            Some(value) => self.predicate.is_satisfied_by(value).into(),
            None => facts
                .span(self.question)
                .map_or(Truth::Unknown, |span| self.predicate.holds_between(span)),
        };
        facts.applies(self.question).and(satisfied)
    }
}

impl Text {
    /// The text with the answers put in, as far as they are known.
    pub fn with_answers(&self, rubric: &Rubric, facts: &Facts<'_>) -> String {
        self.fill(|question| match facts.value(question) {
            Some(value) => rubric.question(question).words(value),
            None => "not answered yet".to_owned(),
        })
    }
}

/// What else changes with an answer: answers that nobody has to give, because they follow from others.
pub trait Following: Debug {
    /// Whether another answer to this question may change what follows.
    fn hangs_on(&self, question: QuestionIndex) -> bool;

    /// What would follow from these answers if this question had this value: for every other question whose answer
    /// follows, or would no longer. `facts` are those of the answers.
    fn with(
        &self,
        answers: &Answers,
        facts: &Facts<'_>,
        question: QuestionIndex,
        value: &Value,
    ) -> Vec<Followed>;
}

/// What follows for one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    /// The question.
    pub question: QuestionIndex,
    /// What is said to it; `None` if nothing is.
    pub said: Option<Said>,
}

/// What is said to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The value; `None` if it is not known.
    pub value: Option<Value>,
    /// For a number that is not known, what it lies between.
    pub span: Option<NumberSpan>,
}
