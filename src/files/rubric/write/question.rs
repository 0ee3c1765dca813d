//! Groups and questions as they stand in a file.

use super::condition::Condition;
use super::shapes::compact;
use crate::files::{QuestionKind, Rubric};
use serde::Serialize;
use serde_json::Number;

#[derive(Debug, Serialize)]
pub(crate) struct Group<'r> {
    id: &'r str,
    title: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'r str>,
}

impl<'r> Group<'r> {
    pub(crate) fn new(group: &'r crate::files::Group) -> Self {
        Self {
            id: &group.id,
            title: &group.title,
            about: group.about.as_deref(),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Question<'r> {
    id: &'r str,
    group: &'r str,
    ask: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'r str>,
    #[serde(flatten)]
    kind: Kind<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask_when: Option<Condition<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Kind<'r> {
    Choice {
        choices: Vec<Choice<'r>>,
    },
    #[serde(rename_all = "kebab-case")]
    Choices {
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        allow_none: bool,
        choices: Vec<Choice<'r>>,
    },
    Number {
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Unit<'r>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<Number>,
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<Number>,
    },
    YesNo,
    Text,
}

#[derive(Debug, Serialize)]
struct Choice<'r> {
    id: &'r str,
    label: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'r str>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Unit<'r> {
    Same(&'r str),
    Both { one: &'r str, other: &'r str },
}

impl<'r> Question<'r> {
    pub(crate) fn new(question: &'r crate::files::Question, rubric: &'r Rubric) -> Self {
        let ask_when = question.ask_when.as_ref();
        Self {
            id: &question.id,
            group: &rubric.groups[question.group.0].id,
            ask: &question.ask,
            help: question.help.as_deref(),
            kind: Kind::new(&question.kind),
            ask_when: ask_when.map(|when| Condition::new(when, rubric)),
            derived: question.derived.map(crate::files::DerivedFact::id),
        }
    }
}

impl<'r> Kind<'r> {
    fn new(kind: &'r QuestionKind) -> Self {
        match kind {
            QuestionKind::Choice(choices) => Self::Choice {
                choices: choices.iter().map(Choice::new).collect(),
            },
            QuestionKind::Choices {
                choices,
                allow_none,
            } => Self::Choices {
                allow_none: *allow_none,
                choices: choices.iter().map(Choice::new).collect(),
            },
            QuestionKind::Number {
                unit,
                minimum,
                maximum,
            } => Self::Number {
                unit: unit.as_ref().map(Unit::new),
                minimum: minimum.map(compact),
                maximum: maximum.map(compact),
            },
            QuestionKind::YesNo => Self::YesNo,
            QuestionKind::Text => Self::Text,
        }
    }
}

impl<'r> Choice<'r> {
    fn new(choice: &'r crate::files::Choice) -> Self {
        Self {
            id: &choice.id,
            label: &choice.label,
            help: choice.help.as_deref(),
        }
    }
}

impl<'r> Unit<'r> {
    fn new(unit: &'r crate::files::Unit) -> Self {
        if unit.one == unit.other {
            return Self::Same(&unit.one);
        }
        Self::Both {
            one: &unit.one,
            other: &unit.other,
        }
    }
}
