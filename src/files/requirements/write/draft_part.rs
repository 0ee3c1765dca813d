//! A part in a draft of an interview.

use std::fmt::Write;

use super::scalar::{quoted, reply};
use crate::files::yaml::tree::Node;
use crate::files::{Replies, Rubric};

/// A part, as far as an interview has come with it.
#[derive(Debug, Clone)]
pub struct DraftPart {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it was named in this interview.
    pub is_new: bool,
    /// Whether it was said which answers differ for it.
    pub is_settled: bool,
    /// The ids of the questions whose answers were said to differ.
    pub chosen: Vec<String>,
    /// The ids of the questions that were asked for it.
    pub asked: Vec<String>,
    /// Its own answers.
    pub own: Replies,
}

impl DraftPart {
    /// The part as an item of a list.
    pub(crate) fn write(&self, text: &mut String, rubric: &Rubric) {
        let yes = |is: bool| if is { "yes" } else { "no" };
        let _ = write!(
            text,
            "\n  - id: {}\n    title: {}\n    new: {}\n    settled: {}\n    chosen: [{}]\n    asked: [{}]\n    answers:",
            self.id,
            quoted(&self.title),
            yes(self.is_new),
            yes(self.is_settled),
            self.chosen.join(", "),
            self.asked.join(", "),
        );
        let mut none = true;
        for (index, said) in self.own.iter() {
            none = false;
            let question = rubric.question(index);
            let _ = write!(text, "\n      {}: {}", question.id, reply(question, said));
        }
        if none {
            text.push_str(" {}");
        }
    }

    /// Everything of it but its answers, which are given.
    pub(crate) fn read(node: &Node, own: Replies) -> Option<Self> {
        let word = |key: &str| node.get(key).and_then(Node::text);
        let list = |key: &str| {
            let items = node.get(key).map(Node::items).unwrap_or_default();
            let words = items.iter().filter_map(Node::text);
            words.map(str::to_owned).collect()
        };
        Some(Self {
            id: word("id")?.to_owned(),
            title: word("title")?.to_owned(),
            is_new: word("new") == Some("yes"),
            is_settled: word("settled") == Some("yes"),
            chosen: list("chosen"),
            asked: list("asked"),
            own,
        })
    }
}
