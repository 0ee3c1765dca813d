//! What both ways of asking say about parts.

use std::collections::BTreeSet;

use crate::engine::decision::recommend;
use crate::files::limits::MOST_COMPONENTS;
use crate::files::{Place, QuestionIndex};
use crate::output::wording;
use crate::topics::decide::phrases;
use crate::topics::interview::text::ReviewedPart;
use crate::topics::interview::{
    DifferencesResponse, Interview, NameResponse, Part, text as questionnaire,
};
use crate::topics::rubric::conditions;

/// Asks whether to decide part by part.
pub(crate) const SPLIT: &str = "Is it one decision, or may parts of it come out differently, such as serving built and tracking bought?";

/// The answers to that.
pub(crate) const SPLIT_CHOICES: [&str; 2] = ["One decision", "Part by part"];

/// Asks for the name of a part.
pub(crate) fn naming(interview: &Interview<'_>) -> String {
    let names: Vec<String> = interview
        .parts()
        .iter()
        .map(|part| format!("\u{201c}{}\u{201d}", part.title))
        .collect();
    if names.is_empty() {
        "What is the first part called?".to_owned()
    } else {
        let so_far = wording::list(&names);
        format!("Parts so far: {so_far}. What is the next one called?")
    }
}

/// What a line means that was typed as the name of a part.
pub(crate) fn name(interview: &Interview<'_>, line: &str) -> Result<NameResponse, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let title = words.join(" ");
    match title.as_str() {
        "" => Ok(NameResponse::Enough),
        "<" => Ok(NameResponse::Back),
        "?" => Err(
            "a part is decided like a file of its own; it shares every answer that is not said to differ"
                .to_owned(),
        ),
        _ if interview.parts().len() >= MOST_COMPONENTS => {
            Err(format!("there are {MOST_COMPONENTS} parts, which is as many as a file takes"))
        }
        _ if interview.parts().iter().any(|part| part.title == title) => {
            Err(format!("there is a part called `{title}` already"))
        }
        _ => Ok(NameResponse::Name(title)),
    }
}

/// Asks which answers differ for a part.
pub(crate) fn differences(part: &Part) -> String {
    format!("{}: which answers are not as for all?", part.title)
}

/// The answers that may differ, each with its name.
pub(crate) fn shared_answers(interview: &Interview<'_>, asked: &[QuestionIndex]) -> Vec<String> {
    let rubric = interview.shared().rubric();
    let label = |index: &QuestionIndex| {
        let question = rubric.question(*index);
        let answer = match interview.shared().reply(*index) {
            Some(reply) => questionnaire::reply(question, reply),
            None => "no answer".to_owned(),
        };
        let name = wording::capitalised(&conditions::name(question));
        format!("{name}: {answer}")
    };
    asked.iter().map(label).collect()
}

/// The names of the questions that were chosen.
pub(crate) fn names(interview: &Interview<'_>, chosen: &BTreeSet<QuestionIndex>) -> String {
    let rubric = interview.shared().rubric();
    let name = |question: &QuestionIndex| conditions::name(rubric.question(*question));
    let names: Vec<String> = chosen.iter().map(name).collect();
    wording::list(&names)
}

/// The numbers of the questions that were chosen, in words.
pub(crate) fn numbers(asked: &[QuestionIndex], chosen: &BTreeSet<QuestionIndex>) -> String {
    let positions = asked.iter().enumerate();
    let numbers: Vec<String> = positions
        .filter(|(_, question)| chosen.contains(question))
        .map(|(position, _)| (position + 1).to_string())
        .collect();
    if numbers.is_empty() {
        "none".to_owned()
    } else {
        numbers.join(", ")
    }
}

/// What a line means that was typed to say which answers differ. `before` is what was said of it before.
pub(crate) fn chosen(
    interview: &Interview<'_>,
    asked: &[QuestionIndex],
    before: &BTreeSet<QuestionIndex>,
    line: &str,
) -> Result<DifferencesResponse, String> {
    let differ = |chosen| Ok(DifferencesResponse::Differ(chosen));
    match line.trim() {
        "" => return differ(before.clone()),
        "none" => return differ(BTreeSet::new()),
        "all" => return differ(asked.iter().copied().collect()),
        "<" | "back" => return Ok(DifferencesResponse::Back),
        "r" | "review" => return Ok(DifferencesResponse::Finish),
        "?" => {
            return Err(
                "for what you name here, you are asked again for this part alone; the rest stays as for all"
                    .to_owned(),
            );
        }
        _ => {}
    }
    let words = line.split([',', ' ']).map(str::trim);
    let words = words.filter(|word| !word.is_empty());
    let mut chosen = BTreeSet::new();
    for word in words {
        chosen.extend(one(interview, asked, word)?);
    }
    differ(chosen)
}

/// The questions that a number, a range of numbers or an id stands for.
fn one(
    interview: &Interview<'_>,
    asked: &[QuestionIndex],
    word: &str,
) -> Result<Vec<QuestionIndex>, String> {
    let rubric = interview.shared().rubric();
    if let Some(question) = rubric.find_question(word).filter(|q| asked.contains(q)) {
        return Ok(vec![question]);
    }
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    match (from.parse::<usize>(), to.parse::<usize>()) {
        (Ok(from), Ok(to)) if 1 <= from && from <= to && to <= asked.len() => {
            Ok(asked[from - 1..to].to_vec())
        }
        _ => Err(format!(
            "`{word}` is not among them; expected numbers from 1 to {}, as in `2, 5-7`",
            asked.len()
        )),
    }
}

/// The parts as a review shows them.
pub(crate) fn reviewed(interview: &Interview<'_>, place: Place) -> Vec<ReviewedPart> {
    let shared = interview.shared();
    let rubric = shared.rubric();
    let one = |part: &Part| {
        let kept = part.kept(shared);
        let own = part
            .own
            .iter()
            .filter(|(question, _)| kept.get(*question).is_some());
        let words = own.map(|(index, reply)| {
            let question = rubric.question(index);
            let name = conditions::name(question);
            format!("{name}: {}", questionnaire::reply(question, reply))
        });
        let standing = match recommend(rubric, &kept.at(place), &part.weights, None, None) {
            Ok(recommendation) => phrases::headline(&recommendation),
            // The same fault is told in full once the file is written.
            Err(_) => "Not known.".to_owned(),
        };
        let idle = part.own.iter().map(|(question, _)| question);
        let idle = idle
            .filter(|question| kept.get(*question).is_none())
            .collect();
        ReviewedPart {
            set_aside: names(interview, &idle),
            title: part.title.clone(),
            own: words.collect(),
            standing,
        }
    };
    interview.parts().iter().map(one).collect()
}
