//! What both ways of asking say.

use super::{nowhere, parts};
use crate::engine::decision::recommend;
use crate::files::{QuestionIndex, Truth};
use crate::output::text::Look;
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::interview::text::{Progress, Review};
use crate::topics::interview::{
    Interview, Remaining, Response, ReviewResponse, Step, Walk, text as questionnaire,
};
use crate::topics::rubric::conditions;

/// Asks whether to stop where nothing can change the outcome any more.
pub(crate) const CONFIRM: &str = "Finish here? yes or no [no] >";

/// Names of at most so many questions are worth listing.
const FEW: usize = 6;

/// A question without its choices.
pub(crate) fn question(
    walk: &Walk<'_>,
    index: QuestionIndex,
    new_group: bool,
    look: Look,
) -> String {
    let (number, total) = walk.progress();
    let progress = Progress {
        number,
        total,
        may_not_apply: walk.applies(index) == Truth::Unknown,
        part: walk.part(),
    };
    questionnaire::question(walk.rubric(), index, progress, new_group, look)
}

/// What a line means that was typed as the title.
pub(crate) fn title(walk: &Walk<'_>, line: &str) -> Result<Response, String> {
    let title: Vec<&str> = line.split_whitespace().collect();
    match (title.join(" "), walk.title()) {
        (title, Some(before)) if title.is_empty() => Ok(Response::Title(before.to_owned())),
        (title, None) if title.is_empty() => {
            Err("a title is needed: a few words, such as `Feature store for ads`".to_owned())
        }
        (title, _) if title == "?" => {
            Err("it stands above the recommendation and in the file; it moves nothing".to_owned())
        }
        (title, _) if title == "<" && walk.can_go_back() => Ok(Response::Back),
        (title, _) if title == "<" => Err("this is the first question".to_owned()),
        (title, _) => Ok(Response::Title(title)),
    }
}

/// The questions that apply, or may, in order.
pub(crate) fn applicable(walk: &Walk<'_>) -> Vec<QuestionIndex> {
    let indices = walk.rubric().question_indices();
    indices
        .filter(|&question| walk.rubric().question(question).is_asked())
        .filter(|&question| walk.applies(question).is_possible())
        .collect()
}

/// Whether some of them have no answer at all.
pub(crate) fn has_gaps(walk: &Walk<'_>, asked: &[QuestionIndex]) -> bool {
    asked.iter().any(|&question| walk.reply(question).is_none())
}

/// All answers, and how things stand.
pub(crate) fn review(interview: &Interview<'_>, asked: &[QuestionIndex], look: Look) -> String {
    let walk = interview.shared();
    let rubric = walk.rubric();
    let standing = match recommend(rubric, &walk.answers(), walk.weights(), None, None) {
        Ok(recommendation) => phrases::headline(&recommendation),
        // The same fault is told in full once the file is written.
        Err(_) => "Not known.".to_owned(),
    };
    let review = Review {
        title: walk.title().unwrap_or_default(),
        kept: &walk.kept(),
        asked,
        set_aside: &walk.set_aside(),
        standing: &standing,
        parts: &parts::reviewed(interview, nowhere()),
    };
    format!("\n{}", questionnaire::review(rubric, &review, look))
}

/// What can be typed at the review.
pub(crate) fn review_keys(interview: &Interview<'_>, rest: bool) -> String {
    let mut keys = vec!["`save` writes the file", "a number changes an answer"];
    if rest {
        keys.push("`rest` asks what has no answer");
    }
    if interview.parts().is_empty() {
        keys.push("`parts` decides it part by part");
    } else {
        keys.extend([
            "`p1` says anew what differs for part 1",
            "`drop p1` leaves it out",
            "`parts` adds one",
        ]);
    }
    keys.join(", ")
}

/// What a line means that was typed at the review.
pub(crate) fn review_response(
    line: &str,
    asked: &[QuestionIndex],
    rest: bool,
    parts: usize,
) -> Result<ReviewResponse, String> {
    let part = |word: &str| {
        let number = word.trim().strip_prefix('p')?.parse::<usize>().ok()?;
        number.checked_sub(1).filter(|part| *part < parts)
    };
    let line = line.to_lowercase();
    if let Some(part) = line.strip_prefix("drop ").and_then(part) {
        return Ok(ReviewResponse::DropPart(part));
    }
    if let Some(part) = part(&line) {
        return Ok(ReviewResponse::ChangePart(part));
    }
    match (line.as_str(), line.parse::<usize>()) {
        ("save", _) => Ok(ReviewResponse::Save),
        ("rest", _) if rest => Ok(ReviewResponse::AskTheRest),
        ("parts", _) => Ok(ReviewResponse::AddParts),
        (_, Ok(0)) => Ok(ReviewResponse::Edit(Step::Title)),
        (_, Ok(number)) if number <= asked.len() => {
            Ok(ReviewResponse::Edit(Step::Question(asked[number - 1])))
        }
        _ => Err(format!(
            "`{line}` is no answer; expected `save` or a number from 0 to {}",
            asked.len()
        )),
    }
}

/// What the questions that are left could still do; nothing while there are many.
pub(crate) fn left(walk: &Walk<'_>, left: &Remaining) -> Option<String> {
    if left.settled.is_some() {
        let questions = wording::count(left.left, "question");
        return Some(format!(
            "Whatever you answer to the {questions} left, the recommendation stays the same."
        ));
    }
    if left.decisive.is_empty() || left.decisive.len() > FEW {
        return None;
    }
    let name = |question: &QuestionIndex| conditions::name(walk.rubric().question(*question));
    let names: Vec<String> = left.decisive.iter().map(name).collect();
    Some(format!(
        "Of the {} left, these can still move the result: {}.",
        wording::count(left.left, "question"),
        wording::list(&names)
    ))
}
