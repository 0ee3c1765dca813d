//! Single changes in words.

use super::sentences::is_visible;
use crate::engine::decision::AnswerState;
use crate::topics::compare::{
    AdviceChange, Altered, AnswerChange, Attributed, Given, Lead, SubjectChange, TextChange,
    WeightChange,
};

/// A change in words.
pub(crate) struct Item {
    /// The points by which it moved the lead, if that can be seen.
    pub(crate) points: Option<f64>,
    /// What changed.
    pub(crate) what: String,
    /// What it was and is; none if it is told by `what` alone.
    pub(crate) values: Option<[String; 2]>,
    /// The question, or what a criterion is called.
    pub(crate) about: String,
}

/// Every change of a decision: those that moved the lead first, by how much.
pub(crate) fn items(change: &SubjectChange) -> Vec<Item> {
    let items = change.changes.iter();
    items.map(|one| item(&change.lead, one)).collect()
}

fn item(lead: &Lead, change: &Attributed) -> Item {
    let points = Some(lead.moved_by(change)).filter(|points| is_visible(*points));
    let (what, values, about) = match &change.what {
        Altered::Answer(change) => answer(change),
        Altered::Weight(change) => weight(change),
        Altered::Criterion {
            id,
            title,
            points,
            only_weight,
        } => criterion(id, title, *points, *only_weight),
        Altered::Rubric => {
            let what = "the other rubric, as a whole".to_owned();
            (what, None, String::new())
        }
    };
    Item {
        points,
        what,
        values,
        about,
    }
}

type Words = (String, Option<[String; 2]>, String);

fn answer(change: &AnswerChange) -> Words {
    let given = [&change.before, &change.after];
    let noted = given.map(|given| given.as_ref().map(noted).unwrap_or_default());
    if change.only_noted {
        let what = format!("{}, noted", change.question);
        return (what, Some(noted.map(or_nothing)), change.ask.clone());
    }
    let [before, after] = given.map(|given| state(given.as_ref()));
    let more = |note: &str, differs: bool| {
        if differs && !note.is_empty() {
            format!(" ({note})")
        } else {
            String::new()
        }
    };
    let differs = noted[0] != noted[1];
    let values = [
        before + &more(&noted[0], differs),
        after + &more(&noted[1], differs),
    ];
    (change.question.clone(), Some(values), change.ask.clone())
}

fn or_nothing(text: String) -> String {
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        text
    }
}

/// How a question stands, in words.
fn state(given: Option<&Given>) -> String {
    match given.map(|given| &given.state) {
        None => "not asked".to_owned(),
        Some(AnswerState::Known(words)) => words.clone(),
        Some(AnswerState::MayNotApply(words)) => format!("{words}, if it applies"),
        Some(AnswerState::Unknown) => "unknown".to_owned(),
        Some(AnswerState::Unanswered) => "not answered".to_owned(),
        Some(AnswerState::NotApplicable) => "does not apply".to_owned(),
    }
}

/// What is noted with an answer.
fn noted(given: &Given) -> String {
    let source = given
        .source
        .as_ref()
        .map(|source| format!("source: {source}"));
    let noted: Vec<String> = given.note.clone().into_iter().chain(source).collect();
    noted.join("; ")
}

fn weight(change: &WeightChange) -> Words {
    let side = |at: usize| match (change.points[at], change.is_set[at]) {
        (None, _) => "no such criterion".to_owned(),
        (Some(points), true) => points.to_string(),
        (Some(points), false) => format!("{points} (the rubric's)"),
    };
    let what = format!("weight of {}", change.criterion);
    (what, Some([side(0), side(1)]), change.title.clone())
}

fn criterion(id: &str, title: &str, points: [Option<u8>; 2], only_weight: bool) -> Words {
    let (what, values) = match points {
        [Some(before), Some(after)] if only_weight => {
            let values = [before, after].map(|points| points.to_string());
            (format!("the rubric's weight of {id}"), Some(values))
        }
        [None, _] => (format!("criterion {id}, new in the rubric"), None),
        [_, None] => (format!("criterion {id}, no longer in the rubric"), None),
        _ => (format!("criterion {id}, changed in the rubric"), None),
    };
    (what, values, title.to_owned())
}

/// Keys that differ, as changes without points.
pub(crate) fn texts(changes: &[TextChange]) -> Vec<Item> {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    let item = |change: &TextChange| Item {
        points: None,
        what: change.key.clone(),
        values: Some([text(&change.before), text(&change.after)]),
        about: String::new(),
    };
    changes.iter().map(item).collect()
}

/// Advice that came or went, in a sentence.
pub(crate) fn verdict_change(advice: &AdviceChange) -> String {
    let how = if advice.given {
        "Now said"
    } else {
        "No longer said"
    };
    format!("{how}: {}", advice.say)
}
