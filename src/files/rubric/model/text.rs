//! Texts of a rubric that name answers.

use crate::files::QuestionIndex;

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
